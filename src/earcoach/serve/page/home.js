// The start: routines to choose, a box for a workout, and the session that was left.

import * as api from "./api.js";
import { busy, byId, clock, data, element, minutes, view, words } from "./dom.js";
import * as kept from "./kept.js";
import { openReading } from "./reading.js";
import { openSession } from "./session.js";

export async function openHome() {
  view("home");
  offerToGoOn();
  const found = await busy(api.routines);
  if (found) byId("routines").replaceChildren(...begun(), ...found.map(routineItem));
}

function begun() { // what the command was given
  return data.begin.filter(({ document }) => document).map(({ document, title }) =>
    item(title, "", words.app_opened, () => openSession({ document })));
}

function routineItem(routine) {
  if (routine.mistakes) return item(routine.title, "", words.app_mistakes, null);
  const needs = routine.equipment.join(", ") || words.app_nothing_needed;
  const own = routine.own ? ` · ${words.app_own}` : "";
  return item(routine.title, minutes(routine.about_s), needs + own,
    () => openSession({ routine: routine.name }));
}

function item(title, length, about, action) {
  const button = element("button", "", { type: "button", disabled: !action });
  button.append(element("b", title), element("time", length), element("span", about));
  if (action) button.addEventListener("click", action);
  const made = element("li");
  made.append(button);
  return made;
}

function offerToGoOn() {
  const place = kept.place();
  byId("go-on").replaceChildren();
  if (!place) return;
  const text = `${words.app_go_on} ${place.title}, ${clock(place.time_s)}`;
  const button = element("button", text, { type: "button", className: "main wide" });
  button.addEventListener("click", () => openSession(place.request, place));
  byId("go-on").append(button);
}

async function readFile(file) {
  if (!file) return;
  const name = file.name;
  const told = await busy(() => api.read(file, name));
  if (told) openReading(told, "");
}

async function readText(event) {
  event.preventDefault();
  const text = byId("text").value;
  const told = await busy(() => api.read(text, ""));
  if (told) openReading(told, text);
}

function dropped(event) {
  event.preventDefault();
  byId("paste").classList.remove("over");
  const file = event.dataTransfer.files[0];
  if (file) readFile(file);
  else {
    byId("text").value = event.dataTransfer.getData("text/plain");
    kept.keepDraft(byId("text").value);
  }
}

export function startHome() {
  byId("text").value = kept.draft();
  byId("text").addEventListener("input", () => kept.keepDraft(byId("text").value));
  byId("paste").addEventListener("submit", readText);
  byId("file").addEventListener("change", () => readFile(byId("file").files[0]));
  byId("paste").addEventListener("drop", dropped);
  byId("paste").addEventListener("dragover", (event) => {
    event.preventDefault();
    byId("paste").classList.add("over");
  });
  byId("paste").addEventListener("dragleave", () => byId("paste").classList.remove("over"));
  byId("home-button").addEventListener("click", openHome);
}
