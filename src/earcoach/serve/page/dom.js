// The document: elements by their names, made and shown, and what is told to the user.

export const byId = (id) => document.getElementById(id);
export const data = JSON.parse(byId("data").textContent);
export const { words } = data;

export function show(id, text) {
  const element = byId(id);
  if (element.textContent !== text) element.textContent = text;
}

export function element(name, text = "", properties = {}) {
  const made = document.createElement(name);
  made.textContent = text;
  made.dir = "auto";
  return Object.assign(made, properties);
}

export function clock(seconds) {
  const whole = Math.max(0, Math.round(seconds));
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  const pad = (number) => String(number).padStart(2, "0");
  return (hours ? `${hours}:${pad(minutes)}` : `${minutes}`) + `:${pad(whole % 60)}`;
}

export function minutes(seconds) {
  return `${words.app_about} ${Math.max(1, Math.round(seconds / 60))} ${words.app_minutes}`;
}

const VIEWS = ["home", "reading", "session"];

export function view(name) {
  for (const other of VIEWS) byId(other).hidden = other !== name;
  byId("home-button").hidden = name === "home";
  byId(`${name}-title`)?.focus({ preventScroll: true });
  scrollTo(0, 0);
}

export function tell(error) { // what went wrong, with its cure
  byId("alert").replaceChildren();
  if (!error) return;
  byId("alert").append(element("p", error.message));
  if (error.cure) byId("alert").append(element("p", error.cure));
  byId("alert").scrollIntoView({ block: "nearest" });
}

// Does something that takes a moment, and says so; what goes wrong is told, and nothing is lost.
export async function busy(work) {
  tell(null);
  show("wait", words.app_wait);
  try {
    return await work();
  } catch (error) {
    tell(error);
    return null;
  } finally {
    show("wait", "");
  }
}
