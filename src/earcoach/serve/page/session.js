// A session: the choices of the athlete with the new length at once, its picture, its files.

import * as api from "./api.js";
import { drawBand, placeAt } from "./band.js";
import { busy, byId, clock, data, element, show, view, words } from "./dom.js";
import * as player from "./player.js";

const SLOWEST = 50, FASTEST = 200, PACE_STEP = 5; // in percent
let request = null, session = null, measuring = null;

export async function openSession(wanted, place = null) {
  const made = await busy(() => api.session(wanted));
  if (!made) return;
  request = { ...wanted, settings: { ...(wanted.settings ?? {}) } };
  view("session");
  const missing = request.settings.without ?? [];
  drawEquipment([...new Set([...made.equipment, ...missing])], missing);
  drawChoices();
  player.leave();
  take(made);
  if (place) player.goTo({ phase: place.phase, at: place.at });
}

function take(made) {
  session = { ...made, lengths: made.phases.map((phase) => phase.about_s), known: 0 };
  show("session-title", session.title);
  show("missing", made.left_out.length ? `${words.app_missing} ${made.left_out.join(", ")}` : "");
  const needs = session.equipment.join(", ");
  show("needs", needs ? `${words.app_needs}: ${needs}` : words.app_nothing_needed);
  drawDownloads();
  drawExercises();
  player.use(session, request);
  draw();
  measure(session);
}

async function measure(mine) { // its exact lengths, as soon as they are known
  measuring?.abort();
  measuring = new AbortController();
  try {
    for await (const some of api.lengths(mine.id, measuring.signal)) {
      for (const length of some) mine.lengths[mine.known++] = length;
      if (mine === session) draw();
    }
  } catch (error) {
    if (error.name !== "AbortError" && error.status) busy(() => { throw error; });
  }
}

function draw() {
  const total = session.lengths.reduce((sum, length) => sum + length, 0);
  const exact = session.known === session.lengths.length;
  show("total", `${exact ? "" : `${words.app_about} `}${clock(total)} ${words.app_total}`);
  drawBand(session);
  player.draw();
  for (const [number, exercise] of session.exercises.entries()) {
    const time = byId("exercises").children[number]?.querySelector("time");
    if (time) time.textContent = clock(onset(exercise.phase));
  }
}

const onset = (phase) => session.lengths.slice(0, phase).reduce((sum, length) => sum + length, 0);

// -- choices ----------------------------------------------------------------------------------

function drawChoices() {
  const settings = request.settings;
  show("pace", `${Math.round((settings.pace ?? 1) * 100)} %`);
  byId("level").value = settings.level ?? "middle";
  byId("coaching").value = settings.coaching ?? "";
  byId("counting").value = settings.counting ?? "";
}

function drawEquipment(items, missing) {
  byId("equipment").hidden = !items.length;
  const boxes = items.map((item) => {
    const label = element("label"), box = element("input");
    Object.assign(box, { type: "checkbox", checked: !missing.includes(item), value: item });
    box.addEventListener("change", choose);
    label.append(box, element("span", item));
    return label;
  });
  byId("equipment").replaceChildren(byId("equipment").querySelector("legend"), ...boxes);
}

function chosen() {
  const settings = { pace: request.settings.pace ?? 1, level: byId("level").value };
  for (const name of ["coaching", "counting"]) {
    if (byId(name).value) settings[name] = byId(name).value;
  }
  const boxes = [...byId("equipment").querySelectorAll("input")];
  settings.without = boxes.filter((box) => !box.checked).map((box) => box.value);
  return settings;
}

async function choose() { // another session: it is played from its start, or from the same phase
  const settings = chosen();
  const made = await busy(() => api.session({ ...request, settings }));
  if (!made) return drawChoices();
  const same = made.phases.length === session.phases.length;
  const here = same ? { phase: player.position().phase, at: 0 } : { phase: 0, at: 0 };
  request.settings = settings;
  const begun = player.begun();
  take(made);
  if (begun) player.goTo(here, { play: player.playing() });
}

async function changePace(step) { // the coach is asked, and goes on at the same rep
  const before = request.settings.pace ?? 1;
  const pace = Math.min(Math.max(Math.round(before * 100) + step, SLOWEST), FASTEST) / 100;
  request.settings.pace = pace;
  drawChoices();
  const wanted = { ...request, settings: { ...chosen(), pace } };
  const asked = player.asking();
  if (asked.at) wanted.at = { session: session.id, phase: asked.at.phase, offset_s: asked.at.at };
  const made = await busy(() => api.session(wanted));
  if (request.settings.pace !== pace) return; // another change came in between
  if (!made) {
    request.settings.pace = before;
    return drawChoices();
  }
  request.settings = wanted.settings;
  take(made);
  if (made.at) player.goOn({ phase: made.at.phase, at: made.at.offset_s }, asked);
}

// -- files and exercises ----------------------------------------------------------------------

function drawDownloads() {
  byId("downloads").replaceChildren(...Object.entries(data.formats).map(([suffix, name]) => {
    const item = element("li");
    const href = `api/sessions/${session.id}/file.${suffix}`;
    item.append(element("a", name, { href, className: "button", download: "" }));
    return item;
  }));
}

function drawExercises() {
  byId("exercises").replaceChildren(...session.exercises.map(({ phase, dose }) => {
    const button = element("button", "", { type: "button" });
    const { exercise } = session.phases[phase];
    button.append(element("b", exercise), element("time"), element("span", dose));
    button.addEventListener("click", () => player.goTo({ phase, at: 0 }));
    const item = element("li");
    item.append(button);
    return item;
  }));
}

export function startSession() {
  for (const id of ["level", "coaching", "counting"]) byId(id).addEventListener("change", choose);
  byId("slower").addEventListener("click", () => changePace(-PACE_STEP));
  byId("faster").addEventListener("click", () => changePace(PACE_STEP));
  byId("start").addEventListener("click", () => player.goTo({ phase: 0, at: 0 }));
  byId("choices").addEventListener("submit", (event) => event.preventDefault());
  byId("band").addEventListener("click", (event) => {
    const box = byId("band").getBoundingClientRect();
    player.goTo(placeAt(session, (event.clientX - box.left) / box.width));
  });
}
