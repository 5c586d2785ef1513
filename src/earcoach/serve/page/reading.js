// What was understood of a workout, line by line; the text and the routine can be corrected.

import * as api from "./api.js";
import { busy, byId, element, show, view, words } from "./dom.js";
import * as kept from "./kept.js";
import { openSession } from "./session.js";

export function openReading(told, text) {
  view("reading");
  byId("own-text").hidden = !text;
  byId("own-text").open = false;
  byId("text-again").value = text;
  byId("name").value = told.title;
  show("kept", "");
  drawDocument(told);
  byId("understood").replaceChildren(...understood(told));
}

function drawDocument(told) {
  byId("document").value = told.document;
  drawMistakes(told.mistakes);
}

function* understood(told) {
  const remarks = ["warnings", "assumed", "doubts", "left_out"].filter((kind) => told[kind].length);
  if (!told.rows.length) yield element("p", words.app_nothing_to_understand);
  for (const kind of remarks) yield remarkList(words[`app_${kind}`], told[kind]);
  if (told.rows.length) yield table(told.rows);
}

function remarkList(title, remarks) {
  const made = element("div"), list = element("ul");
  for (const { text, line, why } of remarks) {
    const place = line ? ` (${words.app_line} ${line})` : "";
    list.append(element("li", text + (why ? `: ${why}` : "") + place));
  }
  made.append(element("h3", title), list);
  return made;
}

function table(rows) {
  const elsewhere = rows.some((row) => row.origins);
  const made = element("table"), head = element("tr"), body = element("tbody");
  const titles = [words.app_line, words.app_written, words.app_taken_for];
  if (elsewhere) titles.push(words.app_elsewhere);
  head.append(...titles.map((title) => element("th", title, { scope: "col" })));
  for (const row of rows) {
    const line = element("tr");
    const guessed = { className: "guessed" };
    line.append(element("td", row.line || ""), element("td", row.written));
    line.append(element("td", row.understood.trim()));
    if (elsewhere) line.append(element("td", row.origins, guessed));
    body.append(line);
  }
  const top = element("thead");
  top.append(head);
  made.append(top, body);
  return made;
}

function drawMistakes(mistakes) {
  byId("document").setAttribute("aria-invalid", String(mistakes.length > 0));
  byId("train").disabled = mistakes.length > 0;
  if (mistakes.length) byId("own-routine").open = true;
  byId("mistakes").replaceChildren(...mistakes.map((mistake) => {
    const cure = mistake.cure ? ` – ${mistake.cure}` : "";
    const text = `${words.app_line} ${mistake.line}: ${mistake.message}${cure}`;
    const button = element("button", text, { type: "button" });
    button.addEventListener("click", () => select(mistake));
    const item = element("li");
    item.append(button);
    return item;
  }));
}

function select({ line, column, length }) { // the place of a mistake in the box
  const box = byId("document"), lines = box.value.split("\n");
  const start = lines.slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0) + column - 1;
  box.focus();
  box.setSelectionRange(start, start + length);
}

async function readAgain() {
  const text = byId("text-again").value;
  byId("text").value = text;
  kept.keepDraft(text);
  const told = await busy(() => api.read(text, ""));
  if (told) openReading(told, text);
}

async function check() { // a routine that was changed is read like any other
  const document = byId("document").value;
  const told = await busy(() => api.read(document, "routine.yaml"));
  if (told) drawMistakes(told.mistakes);
  return told;
}

async function keep(event) {
  event.preventDefault();
  const document = byId("document").value, name = byId("name").value;
  const made = await busy(async () => {
    try {
      return await api.keep(document, name);
    } catch (error) {
      if (error.mistakes?.length) drawMistakes(error.mistakes);
      throw error;
    }
  });
  if (made) show("kept", `${words.app_kept} ${made.name}`);
}

async function train() {
  const document = byId("document").value;
  if ((await check())?.mistakes.length === 0) openSession({ document });
}

export function startReading() {
  byId("read-again").addEventListener("click", readAgain);
  byId("check").addEventListener("click", check);
  byId("document").addEventListener("input", () => { byId("train").disabled = false; });
  byId("keep").addEventListener("submit", keep);
  byId("train").addEventListener("click", train);
}
