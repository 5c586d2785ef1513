// The keys: those of a live session, where nothing is typed.

import * as player from "./player.js";
import { faster, slower } from "./session.js";

const KEYS = {
  " ": player.toggle,
  n: player.next, p: player.back, r: player.repeat, t: player.more, d: player.done,
  "+": faster, "=": faster, "-": slower,
};

function pressed(event) {
  if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
  if (event.target.closest("input, textarea, select, summary, a")) return;
  if (event.key === " " && event.target.closest("button")) return; // it presses that button
  const action = KEYS[event.key.toLowerCase()];
  if (!action || document.getElementById("player").hidden) return;
  event.preventDefault();
  action();
}

export function startKeys() {
  document.addEventListener("keydown", pressed);
}
