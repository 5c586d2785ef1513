// What is kept in the browser: the text that was typed, and the place in a session.

function get(name) {
  try {
    return JSON.parse(localStorage.getItem(name));
  } catch {
    return null; // none was kept, or this browser keeps nothing
  }
}

function set(name, value) {
  try {
    if (value === null) localStorage.removeItem(name);
    else localStorage.setItem(name, JSON.stringify(value));
  } catch {
    // a full or forbidden store: the session plays anyway
  }
}

export const draft = () => get("draft") ?? "";
export const keepDraft = (text) => set("draft", text || null);
export const place = () => get("place");
export const keepPlace = (place) => set("place", place);
