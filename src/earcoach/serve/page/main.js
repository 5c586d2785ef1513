// The start of the page.

import { data } from "./dom.js";
import { openHome, startHome } from "./home.js";
import { startKeys } from "./keys.js";
import { startPlayer } from "./player.js";
import { startReading } from "./reading.js";
import { openSession, startSession } from "./session.js";

startHome();
startReading();
startSession();
startPlayer();
startKeys();
await openHome();
if (data.begin.length === 1) {
  const [{ routine, document }] = data.begin;
  await openSession(routine ? { routine } : { document });
}
