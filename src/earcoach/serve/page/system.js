// The system: its lock screen, its headset, its display.

import { byId, data, show, words } from "./dom.js";

let shown = null, lock = null, wanted = false;

export function startSystem(audio, { play, next, back, seek }) {
  const actions = { // no seekforward: phones would offer it in the place of nexttrack
    play, pause: () => audio.pause(), previoustrack: back, nexttrack: next,
    seekto: (details) => seek(details.seekTime),
  };
  for (const [action, handler] of Object.entries(actions)) {
    try {
      navigator.mediaSession?.setActionHandler(action, handler);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error; // an action that this browser does not know
    }
  }
  document.addEventListener("visibilitychange", () => awake(wanted));
  if (!data.secure || !navigator.wakeLock) show("dark", words.app_no_wake_lock);
}

export function drawSystem(session, phase, place) {
  if (!navigator.mediaSession) return;
  const now = [session.id, phase.exercise, phase.subtitle].join("\n");
  if (now !== shown) {
    shown = now;
    const title = phase.exercise ?? session.title;
    navigator.mediaSession.metadata =
      new MediaMetadata({ title, artist: phase.subtitle, album: session.title });
    document.title = `${title} – ${session.title}`;
  }
  navigator.mediaSession.setPositionState?.(place);
}

export async function awake(on) { // a lock ends by itself when the page is hidden
  wanted = on;
  if (!on) {
    lock?.release();
    lock = null;
  } else if (!lock && !document.hidden && navigator.wakeLock) {
    try {
      lock = await navigator.wakeLock.request("screen");
      lock.addEventListener("release", () => { lock = null; });
    } catch {
      byId("dark").textContent = words.app_no_wake_lock; // refused, as on a low battery
    }
  }
}
