// The player: one media element, which gets the sound from a place of the session on.

import * as api from "./api.js";
import { drawPlayhead, placeAt } from "./band.js";
import { busy, byId, clock, show, tell, words } from "./dom.js";
import * as kept from "./kept.js";
import { awake, drawSystem, startSystem } from "./system.js";
import { address, asked, begun, located } from "./take.js";

const TWICE_WITHIN_S = 2; // so soon after the start of an exercise, back means the one before
const DRAW_EVERY_MS = 100;
const KEEP_EVERY_S = 2;
const DELAY_S = 1105 / 48000; // of MP3: so much silence comes before the first sound
const MOST_LATE_S = 0.3; // a first sound that took longer had to be made first
const PAUSES = ["prepare", "rest", "switch"];

const audio = byId("audio");
const playlists = navigator.vendor.startsWith("Apple") &&
  audio.canPlayType("application/vnd.apple.mpegurl") !== "";
let session = null, request = null;
let take = null; // what is heard
let music_s = 0; // how much of the music was heard before it
let halted = false; // whether the athlete, or a call, has stopped it
let latency_s = 0.1; // from asking for a sound to its beginning, as it was the last time
let asked_at = 0, kept_at = 0;

// -- where we are -----------------------------------------------------------------------------

export const playing = () => take !== null && !audio.paused;
const total = () => session.lengths.reduce((sum, length) => sum + length, 0);
const onset = (phase) => session.lengths.slice(0, phase).reduce((sum, length) => sum + length, 0);
const time = () => take.start + Math.max(0, audio.currentTime - DELAY_S); // of the take

export function position() {
  return take ? located(take, time()) : { phase: 0, at: 0, left: 0 };
}

// -- going somewhere --------------------------------------------------------------------------

export function use(made, wanted) {
  [session, request] = [made, wanted];
  speak(session);
}

function speak({ language, words }) { // the player is the coach's, and speaks like the session
  const player = byId("player");
  player.lang = language;
  for (const one of player.querySelectorAll("[data-word]")) one.textContent = words[one.dataset.word];
  for (const one of [player, ...player.querySelectorAll("[data-label]")]) {
    one.setAttribute("aria-label", words[one.dataset.label]);
  }
  drawToggle();
}

function open(shown) { // while it is there, nothing else begins the session: that would lose the place
  byId("player").hidden = !shown;
  byId("start").hidden = shown;
}

export function leave() {
  audio.pause();
  take = null;
  music_s = 0;
  open(false);
}

function hear(made, { play = true } = {}) {
  tell(null);
  if (take) music_s += audio.currentTime;
  take = made;
  open(true);
  const measured = made.session.known === made.session.phases.length;
  audio.src = address(made, playlists && !measured ? "m3u8" : "mp3", music_s);
  if (play) start();
  learnPlaces(made);
  draw();
  keep();
}

async function learnPlaces(mine) {
  try {
    mine.places = await api.places(address(mine, "json", 0));
    if (mine === take) draw();
  } catch {
    // then the sound does not come either, and that is told
  }
}

export function goTo({ phase, at = 0, lead = false }, { play = true } = {}) {
  hear(begun(session, phase, { start: at, lead }), { play });
}

export function goOn({ phase, at }) { // where it was left another time
  hear(asked(begun(session, phase), at, "resume"));
}

function ask(command) {
  hear(asked(take, time(), command), { play: playing() });
}

// The same rep at another pace. The sound is late by the time that a browser takes to begin it, and
// that much of it is not heard, so that the end of a hold comes when it should.
export function changePace(before) {
  if (!take) return;
  if (take.session !== before) return goTo(position(), { play: playing() }); // it has moved on
  const made = asked(take, time(), `pace:${session.settings.pace}`, session);
  if (playing()) made.start = Math.round((made.start + latency_s + DELAY_S) * 1000) / 1000;
  hear(made, { play: playing() });
}

function start() {
  halted = false;
  asked_at = performance.now();
  audio.play().catch((error) => {
    if (error.name === "NotSupportedError") tell({ message: words.cannot_play });
  });
}

function play() { // after a pause a phrase is said again, and work is counted in
  if (audio.error) recover();
  else if (audio.ended) goTo({ phase: 0 });
  else if (halted) hear(asked(take, time(), "resume"));
  else start();
}

export function toggle() {
  if (!take) return;
  if (audio.paused) play();
  else audio.pause();
}

async function recover() { // the server may have begun anew, and knows nothing of this session
  const here = position();
  if (await busy(() => api.session(request))) goOn(here);
}

const exerciseAt = (phase) => session.exercises.findLastIndex((one) => one.phase <= phase);

export function next() { // from a pause into its work, from work to the next exercise
  if (!take) return;
  const { phase } = position(), here = session.phases[phase];
  if (here.waits) return done(); // a headset has no other button to say that a set is done
  if (PAUSES.includes(here.kind)) return goTo({ phase: phase + 1, lead: true });
  const exercise = session.exercises[exerciseAt(phase) + 1];
  goTo({ phase: exercise?.phase ?? session.phases.length - 1 });
}

export function back() {
  if (!take) return;
  const { phase, at } = position(), exercise = exerciseAt(phase);
  const first = session.exercises[exercise]?.phase ?? 0;
  const twice = onset(phase) + at - onset(first) < TWICE_WITHIN_S;
  goTo({ phase: session.exercises[twice ? exercise - 1 : exercise]?.phase ?? 0 });
}

export function repeat() { // the work of this set again, or of the set before this pause, counted in
  if (!take) return;
  const here = position().phase;
  const opens = (phase, index) => phase.kind === "work" && session.phases[index - 1]?.kind !== "switch";
  const work = session.phases.findLastIndex((phase, index) => index <= here && opens(phase, index));
  goTo(work < 0 ? { phase: 0 } : { phase: work, lead: true });
}

export function more() { // fifteen seconds more of this pause
  if (take && PAUSES.includes(session.phases[position().phase].kind)) ask("more");
}

export function done() { // this work is over
  if (take && session.phases[position().phase].may_be_done) ask("done");
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
  if (!session || !take) return;
  const { phase, at, left } = position(), here = session.phases[phase], time = onset(phase) + at;
  byId("player").dataset.kind = here.kind;
  byId("player").toggleAttribute("data-waits", here.waits && left === 0);
  show("phase", here.heading);
  show("side", here.side_name);
  show("exercise", here.exercise ?? session.title);
  show("detail", here.detail);
  show("next-exercise", here.next);
  show("timer", here.kind === "finish" ? "\u2713" : countdown(left));
  show("elapsed", clock(Math.floor(time)));
  show("length", clock(total()));
  byId("more").disabled = !PAUSES.includes(here.kind);
  byId("done").disabled = !here.may_be_done;
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

function drawToggle() {
  const label = audio.paused ? session.words.play : session.words.pause;
  byId("toggle").setAttribute("aria-label", label);
}

function drawPlaying() {
  byId("player").toggleAttribute("data-playing", !audio.paused);
  if (session) drawToggle();
  awake(!audio.paused);
  draw();
  keep();
}

// -- the place is kept ------------------------------------------------------------------------

function keep() {
  if (!session || !take) return;
  const { phase, at } = position();
  kept_at = performance.now();
  kept.keepPlace({ request, phase, at, title: session.title, time_s: onset(phase) + at });
}

function ended() {
  drawPlaying();
  kept.keepPlace(null);
}

function failed() { // the server has ended, or has forgotten the session: pressing play asks again
  if (!take || !audio.getAttribute("src")) return;
  tell({ message: words.app_not_playing });
  drawPlaying();
}

export function startPlayer() {
  const actions = { toggle, back, forward: next, repeat, more, done };
  for (const [id, action] of Object.entries(actions)) byId(id).addEventListener("click", action);
  byId("seek").addEventListener("change", () => seek(Number(byId("seek").value)));
  for (const name of ["play", "pause"]) audio.addEventListener(name, drawPlaying);
  audio.addEventListener("pause", () => { halted = take !== null && !audio.ended; });
  audio.addEventListener("ended", ended);
  audio.addEventListener("error", failed);
  audio.addEventListener("timeupdate", () => {
    if (asked_at && playing() && audio.currentTime > 0) {
      const passed_s = (performance.now() - asked_at) / 1000;
      latency_s = Math.min(MOST_LATE_S, Math.max(0, passed_s - audio.currentTime));
      asked_at = 0;
    }
    draw();
    if (performance.now() - kept_at > KEEP_EVERY_S * 1000) keep();
  });
  addEventListener("pagehide", keep);
  setInterval(() => { if (playing()) draw(); }, DRAW_EVERY_MS);
  startSystem(audio, { play, next, back, seek });
}
