// A session: the choices of the athlete with the new length at once, its picture, its files.

import * as api from "./api.js";
import { drawBand, placeAt } from "./band.js";
import { busy, byId, clock, data, element, show, view, words } from "./dom.js";
import * as player from "./player.js";

const SLOWEST = 50, FASTEST = 200, PACE_STEP = 5; // in percent
let request = null, session = null, measuring = null, changes = 0;

export async function openSession(wanted, place = null) {
  const made = await busy(() => api.session(wanted));
  if (!made) return;
  request = { ...wanted, settings: { ...(wanted.settings ?? {}) } };
  view("session");
  const { without, music } = made.settings;
  drawEquipment([...new Set([...made.equipment, ...without])], without);
  byId("music-choice").hidden = !music && request.settings.music !== false;
  player.leave();
  adopt(made);
  if (place) player.goOn(place);
}

function adopt(made) {
  const lengths = made.phases.map((phase) => phase.about_s);
  session = { ...made, lengths, heard: [...lengths], known: 0 };
  show("session-title", session.title);
  show("missing", made.left_out.length ? `${words.app_missing} ${made.left_out.join(", ")}` : "");
  const needs = session.equipment.join(", ");
  show("needs", needs ? `${words.app_needs}: ${needs}` : words.app_nothing_needed);
  drawChoices();
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
    for await (const { lengths, notices } of api.lengths(mine.id, measuring.signal)) {
      for (const [planned, heard] of lengths) {
        mine.heard[mine.known] = heard;
        mine.lengths[mine.known++] = planned;
      }
      if (mine !== session) continue;
      show("notices", notices.join("\n"));
      draw();
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

// -- choices: what was changed here, over what is usual for the user --------------------------

function drawChoices() {
  const { pace, level, coaching, counting, music } = session.settings;
  show("pace", `${Math.round(pace * 100)} %`);
  byId("level").value = level;
  byId("coaching").value = coaching ?? "";
  byId("counting").value = counting ?? "";
  byId("music").checked = music;
}

function drawEquipment(items, missing) {
  byId("equipment").hidden = !items.length;
  const boxes = items.map((item) => {
    const label = element("label"), box = element("input");
    Object.assign(box, { type: "checkbox", checked: !missing.includes(item), value: item });
    box.addEventListener("change", () => choose("without", unchecked()));
    label.append(box, element("span", item));
    return label;
  });
  byId("equipment").replaceChildren(byId("equipment").querySelector("legend"), ...boxes);
}

function unchecked() {
  const boxes = [...byId("equipment").querySelectorAll("input")];
  return boxes.filter((box) => !box.checked).map((box) => box.value);
}

async function choose(name, value) { // another session, from its start or the same phase
  const settings = { ...request.settings, [name]: value };
  const made = await busy(() => api.session({ ...request, settings }));
  if (!made) return drawChoices();
  const same = made.phases.length === session.phases.length;
  const here = { phase: same ? player.position().phase : 0 };
  const begun = !byId("player").hidden, play = player.playing();
  request.settings = settings;
  adopt(made);
  if (begun) player.goTo(here, { play });
}

async function changePace(step) { // the coach is asked, and goes on at the same rep
  const before = session, shown = parseInt(byId("pace").textContent, 10);
  const pace = Math.min(Math.max(shown + step, SLOWEST), FASTEST) / 100;
  show("pace", `${Math.round(pace * 100)} %`);
  const settings = { ...request.settings, pace };
  const number = ++changes;
  const made = await busy(() => api.session({ ...request, settings }));
  if (number !== changes || before !== session) return; // another change came in between
  if (!made) return drawChoices();
  request.settings = settings;
  adopt(made);
  player.changePace(before);
}

export const slower = () => changePace(-PACE_STEP);
export const faster = () => changePace(PACE_STEP);

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
    button.addEventListener("click", () => player.goTo({ phase }));
    const item = element("li");
    item.append(button);
    return item;
  }));
}

export function startSession() {
  for (const name of ["level", "coaching", "counting"]) {
    byId(name).addEventListener("change", () => choose(name, byId(name).value || null));
  }
  byId("music").addEventListener("change", () => choose("music", byId("music").checked));
  byId("slower").addEventListener("click", slower);
  byId("faster").addEventListener("click", faster);
  byId("start").addEventListener("click", () => {
    player.goTo({ phase: 0 });
    byId("toggle").focus(); // or space would begin again
  });
  byId("choices").addEventListener("submit", (event) => event.preventDefault());
  byId("band").addEventListener("click", (event) => {
    const box = byId("band").getBoundingClientRect();
    player.goTo(placeAt(session, (event.clientX - box.left) / box.width));
  });
}
