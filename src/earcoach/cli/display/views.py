"""The ways to show a live session: on a screen, as plain lines, as JSON for other programs."""

import json
import os
import sys
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from enum import StrEnum
from typing import Protocol

from earcoach.cli.controls.steering import key_hints
from earcoach.cli.display.event_lines import PlainLines, event_lines
from earcoach.language.words import Words
from earcoach.plan.phases import Plan
from earcoach.session.event_json import event_json
from earcoach.session.events import Event, Status


class View(Protocol):
    """What shows a session."""

    def tell(self, event: Event) -> None:
        """Something happened: for the session's `on_event`. Never waits for whoever looks."""

    def follow(self, status: Callable[[], Status]) -> None:
        """From now on `status` says where the session is, on any thread."""


class ViewKind(StrEnum):
    """The ways to show a session."""

    SCREEN = "screen"
    PLAIN = "plain"
    JSON = "json"


def view_kind(*, plain: bool, as_json: bool) -> ViewKind:
    """The way that was asked for; else a screen where there is one."""
    if as_json:
        return ViewKind.JSON
    has_screen = sys.stdout is not None and sys.stdout.isatty()
    if plain or not has_screen or os.environ.get("TERM") == "dumb":
        return ViewKind.PLAIN
    return ViewKind.SCREEN


def view(kind: ViewKind, plan: Plan, words: Words) -> AbstractContextManager[View]:
    """Show a session of a plan in one of the ways, for people in the words of the session."""
    return VIEWS[kind](plan, words)


def _screen(plan: Plan, words: Words) -> AbstractContextManager[View]:
    from earcoach.cli.display.screen import on_screen

    return on_screen(plan, words, key_hints(words))


def _plain(plan: Plan, words: Words) -> AbstractContextManager[View]:
    lines = PlainLines(plan.routine.title, words, time.monotonic)
    hints = key_hints(words)
    first = words.label("live_keys", keys=", ".join(hints)) if hints else None
    return event_lines(lines.line, first=first)


def _json(plan: Plan, words: Words) -> AbstractContextManager[View]:
    return event_lines(lambda event: json.dumps(event_json(event), ensure_ascii=False), first=None)


VIEWS: dict[ViewKind, Callable[[Plan, Words], AbstractContextManager[View]]] = {
    ViewKind.SCREEN: _screen,
    ViewKind.PLAIN: _plain,
    ViewKind.JSON: _json,
}
