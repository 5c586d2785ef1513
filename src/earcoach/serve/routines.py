"""The list of routines, as the page shows it."""

from pathlib import Path
from typing import Any

from earcoach import Coach, EarcoachError, Entry, InvalidRoutine, list_routines
from earcoach.serve.answers import mistake_json


class ListedRoutines:
    """All routines with length and equipment; a file is read again when it has changed."""

    def __init__(self) -> None:
        self._known: dict[Path, tuple[int, dict[str, Any]]] = {}

    def all(self) -> list[dict[str, Any]]:
        """Every routine of the catalog; one's own come first."""
        found = [self._described(entry) for entry in list_routines()]
        return sorted(found, key=lambda routine: not routine["own"])

    def _described(self, entry: Entry) -> dict[str, Any]:
        try:
            changed = entry.path.stat().st_mtime_ns
        except OSError:
            changed = 0
        known = self._known.get(entry.path)
        if known is None or known[0] != changed:
            known = self._known[entry.path] = changed, _described(entry)
        return known[1]


def _described(entry: Entry) -> dict[str, Any]:
    about: dict[str, Any] = {"name": entry.name, "own": entry.own, "title": entry.name}
    try:
        coach = Coach(entry.path)
    except InvalidRoutine as error:
        return about | {"mistakes": [mistake_json(m) for m in error.diagnostics]}
    except EarcoachError as error:
        return about | {"mistakes": [], "error": error.message}
    plan = coach.plan
    return about | {
        "title": plan.routine.title,
        "about_s": coach.estimate.length_s,
        "equipment": list(plan.routine.equipment),
        "sections": [section.name for section in plan.routine.sections],
        "language": coach.words.language.code,
    }
