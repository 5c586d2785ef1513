// A take of a session: a stream of its sound that begins with a phase, and where we are in it.
// Its time counts from there. What is asked for has its moment in it, and the server makes of that
// what a live session makes.

const COUNT_IN_S = 3; // about; the server tells it

const exact = (time) => Math.round(Math.max(0, time) * 1000) / 1000;

export function begun(session, phase, { start = 0, lead = false, commands = [] } = {}) {
  const runs = lead ? COUNT_IN_S : 0;
  const places = { phase, ends_s: [runs + session.heard[phase]], runs_s: runs }; // until they are told
  return { session, phase, start: exact(start), lead, commands, pace: session.settings.pace, places };
}

export function address(take, ending, music) {
  const { session, phase, start, lead, commands, pace } = take;
  const query = new URLSearchParams({ at: start.toFixed(3) });
  if (lead) query.set("lead", "1");
  if (pace !== session.settings.pace) query.set("pace", pace);
  for (const command of commands) query.append("do", command);
  if (session.settings.music) query.set("music", music.toFixed(3));
  return `api/sessions/${session.id}/${phase}/sound.${ending}?${query}`;
}

// The phase at a time, the seconds of it that are over and left, and when it began if as planned.
export function located({ session, places }, time) {
  let { phase } = places, count = 0, end = places.ends_s[0], onset = null;
  while (time >= end && phase < session.phases.length - 1) {
    phase += 1;
    count += 1;
    onset = count < places.ends_s.length ? null : end;
    end = count < places.ends_s.length ? places.ends_s[count] : end + session.heard[phase];
  }
  const planned = session.lengths[phase], waits = session.heard[phase] - planned;
  const runs = count ? time : Math.max(time, places.runs_s);
  const left = Math.max(0, end - runs - waits);
  return { phase, left, at: Math.max(0, planned - left), onset };
}

// The take after something is asked for at a time; with a command for the pace in another session.
export function asked(take, time, command, session = take.session) {
  const { phase, onset } = located(take, time);
  const same = onset === null ? take : begun(take.session, phase);
  const at = exact(onset === null ? time : time - onset);
  const commands = [...same.commands, `${command}@${at.toFixed(3)}`];
  let { places } = same;
  if (command === "done" && phase < session.phases.length - 1) {
    places = { phase: phase + 1, ends_s: [at + session.heard[phase + 1]], runs_s: at };
  }
  return { ...same, session, commands, start: at, places };
}
