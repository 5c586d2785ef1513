"""A live session that is steered by lines or keys, and watched by its events."""

import json
import os
import sqlite3
import subprocess
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import warm
from nullsink import NullSink
from program import PROGRAM, TIMEOUT_S

Event = dict[str, Any]


class Session:
    """A running `earcoach start --json`, steered by lines or keys and watched by its events."""

    def __init__(self, env: dict[str, str], *words: str, stdin: int = subprocess.PIPE) -> None:
        folders = {k: v for k, v in os.environ.items() if k.startswith("XDG_") or k == "HOME"}
        env = folders | env
        self.store = Path(env["XDG_STATE_HOME"], "earcoach", "history.sqlite")
        command = [*PROGRAM, *words, "--json", "--no-keep-alive"]
        self.process = warm.begin(command, env=env, stdin=stdin)
        self.events: list[Event] = []

    def say(self, line: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(f"{line}\n")
        self.process.stdin.flush()

    def until(self, reached: Callable[[Event], bool]) -> Event:
        """Read events until one is reached."""
        assert self.process.stdout is not None
        for line in self.process.stdout:
            event: Event = json.loads(line)
            self.events.append(event)
            if reached(event):
                return event
        raise AssertionError(f"it ended: {self.process.communicate()[1]}")

    def until_told(self, events: int) -> None:
        """Read n events."""
        while len(self.events) < events:
            self.until(lambda event: True)

    def until_kept(self) -> None:
        """Wait until the session is in the store: a disk may be slower than the first events."""
        while not _has_sessions(self.store):
            assert self.process.poll() is None, self.told()
            time.sleep(0.02)

    def end(self) -> int:
        """Read the events to the last, and give the exit code."""
        assert self.process.stdout is not None
        self.events += [json.loads(line) for line in self.process.stdout]
        return self.process.wait(TIMEOUT_S)

    def told(self) -> str:
        """What it wrote on stderr."""
        assert self.process.stderr is not None
        return self.process.stderr.read()

    def kill(self) -> None:
        """End it as a power cut would; what it has told before can be read."""
        self.process.kill()
        self.end()

    def phases(self) -> list[Event]:
        """The phases that began."""
        return [e for e in self.events if e["event"] == "phase"]

    def counts(self) -> list[str]:
        """The numbers that were said, in order."""
        return [e["text"] or "tick" for e in self.events if e.get("role") == "count"]


def kept_session(sink: NullSink, routine: Path, *words: str) -> Session:
    """A session that has begun, and that can be resumed however it ends."""
    session = Session(sink.env, "start", str(routine), *words)
    session.until(phase("prepare"))
    session.until_kept()
    return session


def _has_sessions(store: Path) -> bool:
    try:
        with closing(sqlite3.connect(f"{store.as_uri()}?mode=ro", uri=True)) as db:
            return bool(db.execute("SELECT 1 FROM sessions").fetchone())
    except sqlite3.OperationalError:  # it is not made yet, or being written
        return False


def count(number: int) -> Callable[[Event], bool]:
    return lambda event: event.get("role") == "count" and event.get("text") == str(number)


def phase(kind: str) -> Callable[[Event], bool]:
    return lambda event: event["event"] == "phase" and event["kind"] == kind
