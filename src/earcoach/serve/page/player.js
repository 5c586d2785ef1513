// The player: one media element, which gets the sound from a place of the session on.

import * as api from "./api.js";
import { drawPlayhead, placeAt } from "./band.js";
import { busy, byId, clock, show, tell, words } from "./dom.js";
import * as kept from "./kept.js";
import { awake, drawSystem, startSystem } from "./system.js";

const COUNT_IN_S = 3.1; // the last seconds of a pause are "Three, two, one"
const TWICE_WITHIN_S = 2; // so soon after the start of an exercise, back means the one before
const MORE_REST_S = 15;
const DRAW_EVERY_MS = 100;
const KEEP_EVERY_S = 2;
const PAUSES = ["prepare", "rest", "switch"];

const audio = byId("audio");
const playlists = navigator.vendor.startsWith("Apple") &&
  audio.canPlayType("application/vnd.apple.mpegurl") !== "";
let session = null, request = null;
let stream = null; // where the sound begins: a phase, seconds in it, seconds of it that are skipped
let latency_s = 0.1; // from asking for a sound to its beginning, as it was the last time
let asked_at = 0, kept_at = 0;

// -- where we are -----------------------------------------------------------------------------

export const begun = () => stream !== null;
export const playing = () => begun() && !audio.paused;
const total = () => session.lengths.reduce((sum, length) => sum + length, 0);
const onset = (phase) => session.lengths.slice(0, phase).reduce((sum, length) => sum + length, 0);

export function position() { // `wait` is what is left of the time more that was asked for
  if (!stream) return { phase: 0, at: 0, wait: 0 };
  const heard = stream.skip + audio.currentTime;
  let phase = stream.phase, at = stream.at + Math.max(0, heard - stream.rest);
  while (phase < session.lengths.length - 1 && at >= session.lengths[phase]) {
    at -= session.lengths[phase++];
  }
  return { phase, at, wait: Math.max(0, stream.rest - heard) };
}

export function asking() { // the place at which something is asked of the coach
  return { at: begun() ? position() : null, stream, heard: audio.currentTime };
}

// -- going somewhere --------------------------------------------------------------------------

export function use(made, wanted) {
  [session, request] = [made, wanted];
}

export function leave() {
  audio.pause();
  stream = null;
  byId("player").hidden = true;
}

export function goTo({ phase, at }, { rest = 0, skip = 0, play = true } = {}) {
  tell(null);
  stream = { phase, at: Math.round(Math.max(0, at) * 1000) / 1000, rest, skip };
  byId("player").hidden = false;
  const measured = session.known === session.lengths.length;
  const kind = playlists && !measured ? "m3u8" : "mp3";
  const query = new URLSearchParams({ at: stream.at.toFixed(3), rest, skip: skip.toFixed(3) });
  audio.src = `api/sessions/${session.id}/${phase}/sound.${kind}?${query}`;
  if (play) start();
  draw();
  keep();
}

// On in another session, at the place of this one; what was heard meanwhile is skipped.
export function goOn(place, asked) {
  if (stream !== asked.stream) return goTo(position(), { play: playing() }); // it has moved on
  const skip = audio.currentTime - asked.heard + (playing() ? latency_s : 0);
  goTo(place, { rest: asked.at.wait, skip, play: playing() });
}

function start() {
  asked_at = performance.now();
  audio.play().catch((error) => {
    if (error.name === "NotSupportedError") tell({ message: words.cannot_play });
  });
}

export function toggle() {
  if (audio.error) recover();
  else if (audio.paused) start();
  else audio.pause();
}

async function recover() { // the server may have begun anew, and knows nothing of this session
  const here = position();
  if (await busy(() => api.session(request))) goTo(here, { rest: here.wait });
}

const exerciseAt = (phase) => session.exercises.findLastIndex((one) => one.phase <= phase);

export function next() { // from a pause into its work, from work to the next exercise
  const { phase } = position();
  if (PAUSES.includes(session.phases[phase].kind)) {
    return goTo({ phase, at: session.lengths[phase] - COUNT_IN_S });
  }
  const exercise = session.exercises[exerciseAt(phase) + 1];
  goTo({ phase: exercise?.phase ?? session.phases.length - 1, at: 0 });
}

export function back() {
  const { phase, at } = position(), exercise = exerciseAt(phase);
  const first = session.exercises[exercise]?.phase ?? 0;
  const twice = onset(phase) + at - onset(first) < TWICE_WITHIN_S;
  goTo({ phase: session.exercises[twice ? exercise - 1 : exercise]?.phase ?? 0, at: 0 });
}

function repeat() { // the work of this set again, or of the set before this pause, counted in
  const here = position().phase;
  const opens = (phase, index) => phase.kind === "work" && session.phases[index - 1].kind !== "switch";
  const work = session.phases.findLastIndex((phase, index) => index <= here && opens(phase, index));
  if (work < 1) return goTo({ phase: 0, at: 0 });
  goTo({ phase: work - 1, at: session.lengths[work - 1] - COUNT_IN_S });
}

function more() { // fifteen seconds more of this pause
  const { phase, at, wait } = position();
  if (PAUSES.includes(session.phases[phase].kind)) goTo({ phase, at }, { rest: wait + MORE_REST_S });
}

function done() { // this work is over
  const { phase } = position();
  if (session.phases[phase].kind === "work") goTo({ phase: phase + 1, at: 0 });
}

export function seek(time) {
  goTo(placeAt(session, time / total()), { play: playing() });
}

// -- what is shown ----------------------------------------------------------------------------

function countdown(seconds) { // it ends with 1, as the coach's does
  const whole = Math.ceil(seconds);
  return whole > 60 ? clock(whole) : String(whole);
}

export function draw() {
  if (!session || !stream) return;
  const { phase, at, wait } = position(), here = session.phases[phase], time = onset(phase) + at;
  byId("player").dataset.kind = here.kind;
  show("phase", here.heading);
  show("side", here.side_name);
  show("exercise", here.exercise ?? session.title);
  show("detail", here.detail);
  show("next-exercise", here.next);
  show("timer", countdown(Math.max(0, session.lengths[phase] - at + wait)));
  show("elapsed", clock(Math.floor(time)));
  show("length", clock(total()));
  byId("more").disabled = !PAUSES.includes(here.kind);
  byId("done").disabled = here.kind !== "work";
  byId("seek").max = total();
  if (!byId("seek").matches(":focus-visible")) drawSeek(time, here);
  drawPlayhead(time / total());
  const current = exerciseAt(phase);
  for (const [number, item] of [...byId("exercises").children].entries()) {
    const button = item.firstChild;
    if (number === current) button.setAttribute("aria-current", "step");
    else button.removeAttribute("aria-current");
  }
  drawSystem(session, here, { duration: total(), position: Math.min(time, total()) });
}

function drawSeek(time, here) {
  byId("seek").value = time;
  byId("seek").setAttribute("aria-valuetext",
    `${clock(Math.floor(time))}, ${here.exercise ?? session.title}`);
}

function drawPlaying() {
  byId("player").toggleAttribute("data-playing", !audio.paused);
  byId("toggle").setAttribute("aria-label", audio.paused ? words.play : words.pause);
  awake(!audio.paused);
  draw();
  keep();
}

// -- the place is kept ------------------------------------------------------------------------

function keep() {
  if (!session || !stream) return;
  const { phase, at } = position();
  kept_at = performance.now();
  kept.keepPlace({ request, phase, at, title: session.title, time_s: onset(phase) + at });
}

function ended() {
  kept.keepPlace(null);
  drawPlaying();
  kept.keepPlace(null);
}

function failed() { // the server has ended, or has forgotten the session: pressing play asks again
  if (!stream || !audio.getAttribute("src")) return;
  tell({ message: words.app_not_playing });
  drawPlaying();
}

function onClick(id, action) {
  byId(id).addEventListener("click", action);
}

export function startPlayer() {
  onClick("toggle", toggle);
  onClick("back", back);
  onClick("forward", next);
  onClick("repeat", repeat);
  onClick("more", more);
  onClick("done", done);
  byId("seek").addEventListener("change", () => seek(Number(byId("seek").value)));
  for (const name of ["play", "pause"]) audio.addEventListener(name, drawPlaying);
  audio.addEventListener("ended", ended);
  audio.addEventListener("error", failed);
  audio.addEventListener("playing", () => {
    if (asked_at) latency_s = Math.min(1, (performance.now() - asked_at) / 1000);
    asked_at = 0;
  });
  audio.addEventListener("timeupdate", () => {
    draw();
    if (performance.now() - kept_at > KEEP_EVERY_S * 1000) keep();
  });
  addEventListener("pagehide", keep);
  setInterval(() => { if (playing()) draw(); }, DRAW_EVERY_MS);
  startSystem(audio, { play: start, next, back, seek });
}
