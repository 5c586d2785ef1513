"use strict";

const SLICE = 4 << 18; // characters of base64 that are decoded at once; four of them are three bytes
const DRAW_EVERY_MS = 100;
const COUNT_IN_S = 3.1; // the last seconds of a pause are "Three, two, one"
const TWICE_WITHIN_S = 2; // so soon after the start of an exercise, back means the one before
const CLOSE_S = 0.02; // a browser may seek to a hair before the place that it is told

const byId = (id) => document.getElementById(id);
const session = JSON.parse(byId("session").textContent);
const { phases, exercises } = session;
const audio = byId("audio");
const stillness = matchMedia("(prefers-reduced-motion: reduce)");

// -- where we are -----------------------------------------------------------------------------

const now = () => Math.min(audio.currentTime + CLOSE_S, session.length_s);
const phaseAt = (time) => Math.max(0, phases.findLastIndex((phase) => phase.onset_s <= time));
const exerciseAt = (phase) => exercises.findLastIndex((first) => first <= phase);
const onsetOf = (exercise) => (exercise < 0 ? 0 : phases[exercises[exercise]].onset_s);

function startsSet(phase, index) {
  return phase.kind === "work" && phases[index - 1].kind !== "switch";
}

// -- words ------------------------------------------------------------------------------------

function clock(seconds) {
  const whole = Math.max(0, Math.round(seconds));
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  const pad = (number) => String(number).padStart(2, "0");
  return (hours ? `${hours}:${pad(minutes)}` : `${minutes}`) + `:${pad(whole % 60)}`;
}

function countdown(seconds) { // it ends with 1, as the coach's does
  const whole = Math.ceil(seconds);
  return whole > 60 ? clock(whole) : String(whole);
}

function nameOf(phase) {
  return phase.exercise ?? session.title;
}

function saidIn(phase, time) {
  const [onset, text] = session.said.findLast(([onset]) => onset <= time) ?? [-1, ""];
  return onset < phase.onset_s ? "" : text;
}

// -- what is shown ----------------------------------------------------------------------------

let shown = -1;

function show(id, text) {
  const element = byId(id);
  if (element.textContent !== text) element.textContent = text;
}

function draw() {
  const time = now(), index = phaseAt(time), phase = phases[index];
  if (index !== shown) drawPhase(index);
  const left = Math.max(0, phase.onset_s + phase.length_s - time);
  if (phase.kind === "finish") drawRing("\u2713", 1); // the work is done: a whole ring
  else drawRing(countdown(left), (stillness.matches ? Math.ceil(left) : left) / phase.length_s);
  show("session-left", clock(session.length_s - time));
  show("elapsed", clock(Math.floor(time)));
  show("said", saidIn(phase, time));
  // a screen reader would read every change of a slider that has the focus
  if (!byId("seek").matches(":focus-visible")) drawSeek();
}

function drawRing(text, share) {
  show("phase-left", text);
  byId("ring").style.strokeDasharray = share < .998 ? `${share} 2` : "none"; // whole without a seam
}

function drawSeek() {
  byId("seek").value = now();
  byId("seek").setAttribute("aria-valuetext", `${clock(Math.floor(now()))}, ${nameOf(phases[shown])}`);
}

function drawPhase(index) {
  shown = index;
  const phase = phases[index], name = nameOf(phase);
  document.body.dataset.kind = phase.kind;
  show("phase", phase.heading);
  show("exercise", name);
  byId("exercise").dataset.length = name.length > 80 ? "huge" : name.length > 28 ? "long" : "short";
  show("side", phase.side_name);
  byId("side").dataset.side = phase.side ?? "";
  show("set", phase.detail);
  show("next-exercise", phase.next);
  document.title = phase.exercise ? `${name} \u2013 ${session.title}` : session.title;
  drawExercises(exerciseAt(index));
  tellSystem(phase, name);
}

function drawExercises(current) {
  const buttons = [...byId("exercises").querySelectorAll("button")];
  if (buttons[current]?.hasAttribute("aria-current")) return;
  for (const [index, button] of buttons.entries()) {
    button.toggleAttribute("data-done", index < current);
    button.removeAttribute("aria-current");
  }
  buttons[current]?.setAttribute("aria-current", "step");
  keepInView(buttons[Math.max(0, current)]);
}

function keepInView(button) { // only within the list: on a phone the page itself stays where it is
  const list = byId("exercises");
  list.scrollTop = button.offsetTop - list.clientHeight / 3;
}

function drawPlaying() {
  document.body.toggleAttribute("data-playing", !audio.paused);
  byId("toggle").setAttribute("aria-label", audio.paused ? session.words.play : session.words.pause);
  draw();
}

function listExercises() { // the rows that are there without a script become buttons
  for (const [index, item] of byId("exercises").querySelectorAll("li").entries()) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...item.childNodes);
    button.addEventListener("click", () => { goTo(onsetOf(index)); play(); });
    item.append(button);
  }
}

// -- what can be done -------------------------------------------------------------------------

function play() {
  audio.play().catch((error) => {
    if (error.name === "NotSupportedError") cannotPlay();
  });
}

function cannotPlay() {
  show("alert", session.words.cannot_play);
}

function toggle() {
  if (audio.paused) play();
  else audio.pause();
}

function goTo(time) {
  audio.currentTime = Math.min(Math.max(0, time), session.length_s);
  draw();
}

function next() {
  const exercise = exerciseAt(phaseAt(now())) + 1;
  goTo(exercise < exercises.length ? onsetOf(exercise) : phases.at(-1).onset_s);
}

function back() {
  const exercise = exerciseAt(phaseAt(now()));
  const twice = now() - onsetOf(exercise) < TWICE_WITHIN_S;
  goTo(onsetOf(twice ? exercise - 1 : exercise));
}

function repeat() { // the work of this set again, or of the set before this pause, counted in
  const here = phaseAt(now());
  const start = phases.findLastIndex((phase, index) => index <= here && startsSet(phase, index));
  if (start < 0) return goTo(0);
  const work = phases[start];
  goTo(Math.max(work.onset_s - COUNT_IN_S, phases[start - 1].onset_s));
}

const KEYS = {
  " ": toggle,
  n: next, ArrowRight: next,
  p: back, ArrowLeft: back,
  r: repeat,
};

function pressed(event) {
  if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
  const on = event.target;
  if (event.key === " " && on.closest("button")) return; // it presses that button
  if (event.key.startsWith("Arrow") && on === byId("seek")) return;
  const action = KEYS[event.key] ?? KEYS[event.key.toLowerCase()];
  if (!action) return;
  event.preventDefault();
  action();
}

// -- the system: its lock screen, its headset, its display --------------------------------------

function tellSystem(phase, name) {
  if (!navigator.mediaSession) return;
  navigator.mediaSession.metadata = new MediaMetadata({
    title: name,
    artist: phase.subtitle,
    album: session.title,
    artwork: [{ src: byId("cover").href, type: "image/png", sizes: "1000x1000" }],
  });
}

function tellPosition() {
  navigator.mediaSession?.setPositionState?.({
    duration: session.length_s,
    position: Math.min(audio.currentTime, session.length_s),
  });
}

function listenToSystem() { // no seekforward: phones would offer it in the place of nexttrack
  const actions = {
    play, pause: () => audio.pause(), previoustrack: back, nexttrack: next,
    seekto: (details) => goTo(details.seekTime),
  };
  for (const [action, handler] of Object.entries(actions)) {
    try {
      navigator.mediaSession?.setActionHandler(action, handler);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error; // an action that this browser does not know
    }
  }
}

let wakeLock = null;

async function keepAwake() { // a lock ends by itself when the page is hidden
  if (audio.paused || document.hidden || !navigator.wakeLock) return;
  try {
    wakeLock = await navigator.wakeLock.request("screen");
  } catch {
    return; // refused, as on a low battery: the sound plays anyway
  }
  if (audio.paused) letSleep();
}

function letSleep() {
  wakeLock?.release();
  wakeLock = null;
}

// -- the start --------------------------------------------------------------------------------

function decodedAudio() {
  const text = audio.getAttribute("src"), parts = [];
  for (let at = text.indexOf(",") + 1; at < text.length; at += SLICE) {
    parts.push(decoded(text.slice(at, at + SLICE)));
  }
  return new Blob(parts, { type: "audio/mpeg" });
}

function decoded(base64) {
  const binary = atob(base64), bytes = new Uint8Array(binary.length);
  for (let at = 0; at < bytes.length; at++) bytes[at] = binary.charCodeAt(at);
  return bytes;
}

function onClick(id, action) {
  byId(id).addEventListener("click", (event) => {
    action();
    if (event.detail) byId(id).blur(); // after a click with a pointer, space is play and pause again
  });
}

function start() {
  byId("seek").max = session.length_s;
  show("length", clock(session.length_s));
  listExercises();
  onClick("toggle", toggle);
  onClick("back", back);
  onClick("forward", next);
  onClick("repeat", repeat);
  byId("seek").addEventListener("keydown", drawSeek); // so that an arrow goes on from here
  byId("seek").addEventListener("input", () => { goTo(Number(byId("seek").value)); drawSeek(); });
  document.addEventListener("keydown", pressed);
  document.addEventListener("visibilitychange", keepAwake);
  for (const name of ["play", "pause", "ended"]) audio.addEventListener(name, drawPlaying);
  for (const name of ["play", "pause", "seeked"]) audio.addEventListener(name, tellPosition);
  audio.addEventListener("timeupdate", draw);
  audio.addEventListener("play", keepAwake);
  audio.addEventListener("pause", letSleep);
  audio.addEventListener("error", cannotPlay);
  setInterval(() => { if (!audio.paused) draw(); }, DRAW_EVERY_MS);
  listenToSystem();
  audio.controls = false; // they are for where there is no script
  audio.preload = "auto";
  audio.src = URL.createObjectURL(decodedAudio()); // the text need not stay in memory
  drawPlaying();
}

start();
