// The server's answers.

import { words } from "./dom.js";

const HEADERS = { "X-Earcoach": "1" };

export class Problem extends Error {
  constructor(status, told) {
    super(told.error ?? `${status}`);
    Object.assign(this, { status, cure: told.cure, mistakes: told.mistakes ?? [] });
  }
}

async function asked(path, options) {
  let response;
  try {
    response = await fetch(path, options);
  } catch {
    throw new Problem(0, { error: words.app_unreachable });
  }
  const told = await response.json().catch(() => ({}));
  if (!response.ok) throw new Problem(response.status, told);
  return told;
}

const sent = (path, body) => asked(`api/${path}`, { method: "POST", headers: HEADERS, body });

export const routines = () => asked("api/routines");
export const read = (body, name) => sent(`texts?file=${encodeURIComponent(name)}`, body);
export const keep = (document, name) => sent("routines", JSON.stringify({ document, name }));
export const session = (request) => sent("sessions", JSON.stringify(request));

// Where the phases of a take are in its time.
export const places = (address) => asked(address);

// The exact lengths of a session's phases in seconds, some more each time as they are known.
export async function* lengths(id, signal) {
  const response = await fetch(`api/sessions/${id}/lengths`, { signal });
  if (!response.ok) throw new Problem(response.status, await response.json().catch(() => ({})));
  const reader = response.body.getReader(), decoder = new TextDecoder();
  let text = "";
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    const lines = (text += decoder.decode(value, { stream: true })).split("\n");
    text = lines.pop();
    for (const line of lines) yield JSON.parse(line);
  }
}
