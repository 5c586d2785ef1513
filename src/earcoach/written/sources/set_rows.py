"""Tables with a row for each set, as Hevy, Strong and FitNotes export them: the last workout again.

Which columns there are is one table, so that what another app calls them is one word more.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import TypeVar

from earcoach.errors import EarcoachError
from earcoach.language.registry import DEFAULT_LANGUAGE
from earcoach.routine.model import CountedOrTimed, Distance, LengthUnit, Range, Reps
from earcoach.routine.paces import METRES
from earcoach.written.reading import Given, Origin, ReadExercise, Reading, ReadSection, Remark
from earcoach.written.sources.delimited import NumberedRow, rows_of
from earcoach.written.sources.known_words import timed
from earcoach.written.sources.original import Original

T = TypeVar("T")

COLUMNS = {
    "exercise": ("exercise_title", "exercise name", "exercise"),
    "date": ("start_time", "date"),
    "workout": ("title", "workout name"),
    "order": ("set_index", "set order"),
    "kind": ("set_type", "set type"),
    "weight": (
        "weight", "weight_kg", "weight_lbs", "weight (kg)", "weight (kgs)", "weight (lbs)",
        "weight (lb)",
    ),
    "weight unit": ("weight unit",),
    "reps": ("reps",),
    "distance": ("distance", "distance_km", "distance_miles", "distance_m"),
    "distance unit": ("distance unit",),
    "seconds": ("seconds", "duration_seconds", "time"),
    "note": ("exercise_notes", "notes", "comment"),
    "superset": ("superset_id",),
}  # fmt: skip
"""What is known of a set, and the names that the column with it has."""

NEEDED = ("exercise", "date", "reps")
DATES = (
    "%d %b %Y, %H:%M", "%b %d, %Y, %I:%M %p", "%Y-%m-%d %I:%M:%S %p", "%Y-%m-%d %I:%M %p",
    "%d.%m.%Y %H:%M", "%d.%m.%Y",
)  # fmt: skip
WAYS = {
    "m": LengthUnit.METRE, "meters": LengthUnit.METRE, "metres": LengthUnit.METRE,
    "km": LengthUnit.KILOMETRE, "kms": LengthUnit.KILOMETRE, "mi": LengthUnit.MILE,
    "mi.": LengthUnit.MILE, "miles": LengthUnit.MILE, "mile": LengthUnit.MILE,
    "yd": LengthUnit.YARD, "yards": LengthUnit.YARD,
}  # fmt: skip
UNITS = {"kgs": "kg", "lb": "lbs", "miles": "mi", "mi.": "mi"}
REST = "rest timer"
"""What Strong calls a row that is not a set, but the rest after one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedSet:
    """A row: what was done in a set."""

    line: int
    """The number of its line."""
    told: dict[str, str]
    """What is known of it, by the keys of COLUMNS; "" where a cell is empty."""

    @property
    def exercise(self) -> str:
        """What was done."""
        return self.told["exercise"]

    @property
    def is_rest(self) -> bool:
        """Whether it is not a set, but the rest after one."""
        return REST in (self.told["order"].casefold(), self.exercise.casefold())

    @property
    def dose(self) -> CountedOrTimed | Distance | None:
        """What was done, None for what cannot be coached: nothing, or a way without its unit."""
        reps, seconds = _number(self.told["reps"]), _seconds(self.told["seconds"])
        if self.is_rest:
            return None
        if reps >= 1:
            return Reps(Range(round(reps), round(reps)))
        if seconds >= 1:
            return timed(self.exercise, round(seconds * 1000))
        return self._way

    @property
    def _way(self) -> Distance | None:
        """How far it went; None where its unit is not known."""
        amount = _number(self.told["distance"])
        unit = WAYS.get(self.told["distance unit"].casefold())
        if amount <= 0 or unit is None:
            return None
        metres = max(1, round(amount * METRES[str(unit)]))
        return Distance(metres=Range(metres, metres), amount=f"{amount:g}", unit=unit)

    @property
    def load(self) -> str:
        """The weight with its unit; "" where there was none."""
        weight = _number(self.told["weight"])
        return f"{weight:g} {self.told['weight unit']}".strip() if weight > 0 else ""


def is_set_rows(original: Original) -> bool:
    """Whether a text is such a table."""
    if original.suffix not in ("", ".csv", ".tsv", ".txt"):
        return False
    columns = _columns_of(_head_of(original))
    return all(key in columns for key in NEEDED) and bool({"order", "weight"} & set(columns))


def read_set_rows(original: Original) -> Reading:
    """The latest workout of the table. Raises EarcoachError when there is none."""
    head, *rows = rows_of(original)
    columns = _columns_of(head.cells)
    logged = [_logged(row, columns, head.cells) for row in rows if any(row.cells)]
    workouts = _grouped([one for one in logged if one.exercise], "date", "workout")
    if not workouts:
        raise EarcoachError(f"`{original.name}` has no sets in it")
    latest = max(enumerate(workouts), key=lambda each: (_when(each[1][0]), each[0]))[1]
    return _reading(latest, others=len(workouts) - 1)


def _head_of(original: Original) -> Sequence[str]:
    first = Original(data=original.data[:4000], name=original.name, charset=original.charset)
    return rows_of(first)[0].cells


def _columns_of(head: Sequence[str]) -> dict[str, int]:
    """Where the columns are that say something."""
    places = {name.casefold(): place for place, name in enumerate(head)}
    found = {key: [name for name in names if name in places] for key, names in COLUMNS.items()}
    return {key: places[names[0]] for key, names in found.items() if names}


def _logged(row: NumberedRow, columns: dict[str, int], head: Sequence[str]) -> LoggedSet:
    cells = [*row.cells, *[""] * (len(head) - len(row.cells))]
    told = {key: cells[columns[key]] if key in columns else "" for key in COLUMNS}
    unit = told["weight unit"] or _unit_in(head[columns["weight"]] if "weight" in columns else "")
    told["distance unit"] = told["distance unit"] or _unit_in(
        head[columns["distance"]] if "distance" in columns else ""
    )
    told["weight unit"] = UNITS.get(unit.casefold(), unit)
    return LoggedSet(line=row.number, told=told)


def _unit_in(name: str) -> str:
    """The unit that the name of a column ends with: `weight_kg`, `Weight (lbs)`."""
    words = name.replace("_", " ").split()
    return words[-1].strip("()") if len(words) > 1 else ""


def _grouped(sets: Iterable[LoggedSet], *keys: str) -> list[tuple[LoggedSet, ...]]:
    """The sets that agree in some columns, in the order of the first of each."""
    groups: dict[tuple[str, ...], list[LoggedSet]] = {}
    for one in sets:
        groups.setdefault(tuple(one.told[key] for key in keys), []).append(one)
    return [tuple(group) for group in groups.values()]


def _when(logged: LoggedSet) -> datetime:
    """When it was done; long ago where the date is written in a way that can mean two days."""
    text = logged.told["date"]
    with suppress(ValueError):
        return datetime.fromisoformat(text).replace(tzinfo=None)
    for form in DATES:
        with suppress(ValueError):
            return datetime.strptime(text, form)
    return datetime.min


def _reading(sets: Sequence[LoggedSet], *, others: int) -> Reading:
    first = sets[0]
    title = first.told["workout"]
    name = Given(
        value=title or f"Workout of {first.told['date']}",
        origin=Origin.WRITTEN if title else Origin.ASSUMED,
        line=first.line,
    )
    why = f"the latest of {others + 1} workouts in the file; the others are left out"
    return Reading(
        title=name,
        sections=(ReadSection(name=name, exercises=tuple(_exercises(sets))),),
        language=DEFAULT_LANGUAGE,
        left_out=tuple(_undone(sets)),
        doubts=(Remark(text=name.value, line=first.line, why=why),) if others else (),
    )


def _exercises(sets: Sequence[LoggedSet]) -> Iterator[ReadExercise]:
    rests = {before.line: after for before, after in pairwise(sets) if after.is_rest}
    for group in _grouped([one for one in sets if one.dose], "exercise"):
        line = group[0].line
        rest = next((rests[one.line] for one in group if one.line in rests), None)
        rest_ms = round(1000 * _seconds(rest.told["seconds"])) if rest else 0
        notes = dict.fromkeys(note for one in group if len(note := one.told["note"]) > 1)
        superset = group[0].told["superset"]
        yield ReadExercise(
            name=Given(value=group[0].exercise, line=line),
            sets=Given(value=Range(len(group), len(group)), line=line),
            doses=Given(value=_same([one.dose for one in group if one.dose]), line=line),
            loads=_loads(group),
            rest_ms=Given(value=(Range(rest_ms, rest_ms),), line=rest.line)
            if rest and rest_ms
            else None,
            superset=f"S{superset}" if superset else None,
            notes=tuple(Remark(text=note, line=line) for note in notes),
        )


def _loads(group: Sequence[LoggedSet]) -> Given[tuple[str, ...]] | None:
    loads = _same([one.load for one in group])
    return Given(value=loads, line=group[0].line) if any(loads) else None


def _same(values: Sequence[T]) -> tuple[T, ...]:
    """The values, or just one when all are the same."""
    return tuple(values) if any(value != values[0] for value in values) else (values[0],)


def _undone(sets: Sequence[LoggedSet]) -> Iterator[Remark]:
    for one in sets:
        if one.dose is None and not one.is_rest:
            why = "a distance without a unit" if _number(one.told["distance"]) else "nothing done"
            yield Remark(text=one.exercise, line=one.line, why=why)


def _number(text: str) -> float:
    """A number with a point or a comma; 0 for what is none."""
    with suppress(ValueError):
        number = float(text.replace(",", "."))
        return number if 0 <= number < 1e6 else 0.0
    return 0.0


def _seconds(text: str) -> float:
    """Seconds as a number, or as `0:01:30`."""
    length = 0.0
    for part in text.split(":"):
        length = 60 * length + _number(part)
    return min(length, 86_400.0)
