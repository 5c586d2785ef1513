// The picture of a session: a band of its phases, as long as they are.

import { byId, clock, words } from "./dom.js";

const WIDTH = 1000, HEIGHT = 60, NS = "http://www.w3.org/2000/svg";

function rect(x, width, name) {
  const made = document.createElementNS(NS, "rect");
  const values = { x, width: Math.max(width, 0.5), y: 0, height: HEIGHT, class: name };
  for (const [key, value] of Object.entries(values)) made.setAttribute(key, value);
  return made;
}

export function drawBand(session) {
  const total = session.lengths.reduce((sum, length) => sum + length, 0);
  const times = { work: 0, rest: 0 };
  let at = 0;
  const rects = session.phases.map((phase, index) => {
    const length = session.lengths[index];
    const kind = phase.kind === "work" ? "work" : phase.kind === "rest" ? "rest" : "other";
    if (kind in times) times[kind] += length;
    const made = rect((at / total) * WIDTH, (length / total) * WIDTH, `${kind} ${phase.side ?? ""}`);
    at += length;
    return made;
  });
  byId("band").replaceChildren(...rects, rect(-10, 4, "playhead"));
  byId("band").setAttribute("aria-label",
    `${words.app_picture}: ${words.work} ${clock(times.work)}, ${words.rest} ${clock(times.rest)}`);
  const marks = [0, 0.25, 0.5, 0.75, 1].map((part) => {
    const mark = document.createElement("span");
    mark.textContent = clock(part * total);
    return mark;
  });
  byId("band-times").replaceChildren(...marks);
}

export function drawPlayhead(part) {
  byId("band").querySelector(".playhead")?.setAttribute("x", part * WIDTH - 2);
}

export function placeAt(session, part) { // the phase, and seconds in it
  let left = Math.max(0, part) * session.lengths.reduce((sum, length) => sum + length, 0);
  for (const [phase, length] of session.lengths.entries()) {
    if (left < length) return { phase, at: left };
    left -= length;
  }
  return { phase: session.lengths.length - 1, at: 0 };
}
