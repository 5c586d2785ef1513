"""From nodes to a Routine: which keys a document has, and how defaults flow into exercises."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from earcoach.language.texts import Language
from earcoach.language.words import DEFAULT_LANGUAGE, LANGUAGES
from earcoach.routine import fields as f
from earcoach.routine.advice import advise
from earcoach.routine.diagnostics import Place, Report
from earcoach.routine.fields import Field, Values
from earcoach.routine.model import (
    DEFAULT_BEAT_MS,
    ONCE,
    Coaching,
    Counting,
    Direction,
    Dose,
    Exercise,
    Position,
    Range,
    Reps,
    Routine,
    Section,
    Sides,
    Timed,
    Timing,
)
from earcoach.routine.prescription import Prescription, combine_sides, parse_prescription
from earcoach.routine.quantities import LEAST_BEAT_MS, LEAST_WORK_MS, Misread
from earcoach.routine.reader import Listing, Mapping, Node, Scalar
from earcoach.routine.wording import read_wording, wording_schema
from earcoach.suggest import did_you_mean

T = TypeVar("T")

MAX_SETS = 20_000
"""Sets of a whole session, all rounds and sides counted; more is a slip of the pen."""

LONGEST_DOSE = 12
"""Words at the end of a name that may be a dose without its colon."""

REST = f.duration("rest", "Rest between sets, and before the next exercise: `45s`.")
BEAT = f.duration("beat", "Time for one rep when there is no tempo: `3s`.", least_ms=LEAST_BEAT_MS)
TEMPO = f.tempo("tempo", "Seconds of lowering, pause, lifting, pause: `3-1-1-0`.")
SWITCH = f.duration("switch", "Time to change sides: `6s`.")
GET_READY = f.duration("get_ready", "Time to take position after a new exercise is announced.")
COACHING = f.choice("coaching", Coaching, "How much is said; the athlete's `--coaching` wins.")
COUNTING = f.choice(
    "counting", Counting, "Which reps are counted in words; the athlete's `--counting` wins."
)
DEFAULTS: tuple[Field[Any], ...] = (REST, BEAT, TEMPO, SWITCH, GET_READY, COACHING, COUNTING)

NAME = f.text("name", "What it is called, as it is said.")
SETS = f.counts("sets", "How many sets, or a range: `2-3`.")
REPS = f.reps("reps", "Reps per set (and side), a range, or `max`.")
HOLD = f.durations("hold", "A static hold: `30s`.")
WORK = f.durations("work", "Moving for a time: `40s`.")
SIDES = f.sides(
    "sides", "`each leg`: the full dose on both; `alternating`: left and right in turn."
)
EQUIPMENT = f.texts("equipment", "What is needed; of a section: by each of its exercises.")
POSITION = f.choice("position", Position, "Where the body is; a change gets time of its own.")
SETUP = f.text("setup", "What to prepare, said before the first set.")
SETUPS = f.texts("setup", "What to prepare, said before the first set; a list has one per set.")
CUES = f.texts("cues", "Form cues, said in full coaching.")
STARTS = f.choice("starts", Direction, "Which part of a tempo a rep begins with: `down` or `up`.")
OWN_PACE = f.flag("own_pace", "Reps at one's own speed: live a set lasts until `done`.")
SAY = f.text("say", "How the name is spoken, when the voice gets it wrong.")
WITHOUT = f.nested(
    "without",
    {"type": "object", "additionalProperties": {"$ref": "#/$defs/exercise"}, "minProperties": 1},
    "What to do without a piece of equipment: `exercise ball: {Plank: 2 x 30s hold}`.",
)
EXERCISE: tuple[Field[Any], ...] = (
    NAME, SETS, REPS, HOLD, WORK, SIDES, *DEFAULTS, EQUIPMENT, POSITION, SETUPS, CUES, SAY,
    STARTS, OWN_PACE, WITHOUT,
)  # fmt: skip

TYPE = f.choice("type", Timing, "How the exercises follow each other; straight sets by default.")
ROUNDS = f.counts("rounds", "How often the exercises are gone through.")
ROUND_REST = f.duration("rest_between_rounds", "Rest after each round but the last: `1 min`.")
SECTION_WORK = f.duration(
    "work", "Work time of each exercise in intervals: `40s`.", least_ms=LEAST_WORK_MS
)
EVERY = f.duration("every", "Period of an EMOM: `1 min`.", least_ms=10_000)
CAP = f.duration("cap", "Time of an AMRAP, or limit of a section for time.", least_ms=10_000)
EXERCISES = f.nested(
    "exercises",
    {
        "type": "array",
        "minItems": 1,
        "prefixItems": [{"$ref": "#/$defs/exercise"}],
        "items": {"$ref": "#/$defs/item"},
    },
    "The exercises, each `- Name: 3 x 12` or the long form; `- rest: 1 min` is a longer break.",
)
SECTION: tuple[Field[Any], ...] = (
    NAME, TYPE, ROUNDS, ROUND_REST, SECTION_WORK, EVERY, CAP, *DEFAULTS,
    EQUIPMENT, SETUP, EXERCISES,
)  # fmt: skip

TITLE = f.text("title", "What the workout is called.")
SUMMARY = f.text("summary", "What it is for, in a sentence or two.")
ROUTINE_DEFAULTS = f.nested(
    "defaults",
    {"$ref": "#/$defs/defaults"},
    "Rest, beat, tempo, coaching and so on for everything that sets none of its own.",
)
SECTIONS = f.nested(
    "sections",
    {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/section"}},
    "The parts of the workout, in order.",
)
LANGUAGE = f.one_of("language", list(LANGUAGES), "The language it is written and coached in.")
WORDING = f.nested(
    "wording",
    wording_schema(LANGUAGES[DEFAULT_LANGUAGE]),
    "Texts that are said instead of the coach's own; `earcoach wording` lists them.",
)
LEXICON = f.pairs("lexicon", "How words are said that the voice gets wrong: `psoas: SO-as`.")
ROUTINE: tuple[Field[Any], ...] = (
    TITLE, SUMMARY, EQUIPMENT, ROUTINE_DEFAULTS, SECTIONS, EXERCISES, LANGUAGE, WORDING, LEXICON,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Inherited:
    """What an exercise takes from its section, the routine and the program, nearest first."""

    layers: tuple[Values, ...] = ()
    timing: Timing = Timing.STRAIGHT
    work_ms: int | None = None
    equipment: tuple[str, ...] = ()

    def under(self, values: Values) -> "Inherited":
        """The same with a nearer layer in front."""
        return replace(self, layers=(values, *self.layers))

    def nearest(self, field: Field[T], otherwise: T) -> T:
        """The nearest value of a field, or the program's own."""
        found = (layer[field] for layer in self.layers)
        return next((value for value in found if value is not None), otherwise)

    def nearest_of(self, first: Field[Any], second: Field[Any]) -> Any:
        """The nearest value of either field; the first wins within a layer."""
        for layer in self.layers:
            for field in (first, second):
                if layer[field] is not None:
                    return layer[field]
        return None


def read_routine(node: Node, report: Report) -> Routine | None:
    """The routine in a document, or None; what is wrong is in the report."""
    document = f.mapping_of(node, report, "a routine")
    if document is None:
        return None
    values = f.read_fields(document.entries, ROUTINE, report)
    inherited = Inherited((_defaults(values, report),))
    wording = values[WORDING]
    replaced = () if wording is None else read_wording(wording, report, _language(values))
    title = _required(values, TITLE, document.place, report)
    sections = _sections(values, document.place, inherited, report)
    if report.found or title is None:
        return None
    _check_size(sections, document.place, report)
    listed = values[EQUIPMENT] or ()
    return Routine(
        title=title,
        sections=sections,
        summary=values[SUMMARY],
        equipment=_all_equipment(listed, sections),
        coaching=inherited.nearest(COACHING, Coaching.STANDARD),
        language=values[LANGUAGE],
        wording=replaced,
        lexicon=values[LEXICON] or (),
    )


def _language(values: Values) -> Language:
    return LANGUAGES[values[LANGUAGE] or DEFAULT_LANGUAGE]


def _defaults(values: Values, report: Report) -> Values:
    node = values[ROUTINE_DEFAULTS]
    mapping = f.mapping_of(node, report, "`defaults`") if node is not None else None
    return f.read_fields(mapping.entries if mapping else (), DEFAULTS, report)


def _sections(
    values: Values, place: Place, inherited: Inherited, report: Report
) -> tuple[Section, ...]:
    listed, bare = values[SECTIONS], values[EXERCISES]
    if listed is not None and bare is not None:
        report.add("R304", "give `sections` or `exercises`, not both", bare.place)
        return ()
    if bare is not None:  # a short routine needs no sections
        name = _language(values).texts["workout"]
        return (_section_of(Values({"exercises": bare}, {}), name, bare.place, inherited, report),)
    if listed is None:
        report.add("R302", "`sections` is missing", place, cure="list the parts under `sections:`")
        return ()
    nodes = f.listing_of(listed, report, "`sections`")
    if isinstance(listed, Listing) and not nodes:
        report.add("R306", "`sections` is empty", listed.place)
    return tuple(s for node in nodes if (s := _section(node, inherited, report)))


def _section(node: Node, inherited: Inherited, report: Report) -> Section | None:
    mapping = f.mapping_of(node, report, "a section")
    if mapping is None:
        return None
    values = f.read_fields(mapping.entries, SECTION, report)
    name = _required(values, NAME, mapping.place, report)
    return _section_of(values, name or "", mapping.place, inherited, report)


def _section_of(
    values: Values, name: str, place: Place, inherited: Inherited, report: Report
) -> Section:
    timing = values[TYPE] or Timing.STRAIGHT
    if values[TYPE] or not values.place(TYPE):  # nothing follows from a type that is misspelled
        _check_timing(values, timing, place, report)
    inside = replace(
        inherited.under(values),
        timing=timing,
        work_ms=values[SECTION_WORK],
        equipment=values[EQUIPMENT] or (),
    )
    exercises = _exercises(values, place, inside, report)
    section = Section(
        name=name,
        exercises=exercises,
        timing=timing,
        rounds=values[ROUNDS] or ONCE,
        rest_between_rounds_ms=_or(
            values[ROUND_REST], inside.nearest(REST, _usual_rest_ms(timing))
        ),
        interval_ms=_or(values[EVERY], 60_000) if timing is Timing.EMOM else 0,
        cap_ms=values[CAP] or 0,
        setup=values[SETUP],
        coaching=inside.nearest(COACHING, Coaching.STANDARD),
    )
    if exercises:
        advised = EVERY if timing is Timing.EMOM else REST
        advise(section, values.place(advised) or values.place(NAME) or place, report)
    return section


NEEDS: dict[Timing, tuple[Field[int], str]] = {
    Timing.AMRAP: (CAP, "cap: 10 min"),
    Timing.FOR_TIME: (CAP, "cap: 10 min"),
    Timing.INTERVALS: (SECTION_WORK, "work: 40s"),
}
BELONGS: tuple[tuple[Field[Any], tuple[Timing, ...]], ...] = (
    (CAP, (Timing.AMRAP, Timing.FOR_TIME)),
    (EVERY, (Timing.EMOM,)),
    (SECTION_WORK, (Timing.INTERVALS,)),
    (ROUNDS, (Timing.CIRCUIT, Timing.INTERVALS, Timing.EMOM, Timing.FOR_TIME)),
    (ROUND_REST, (Timing.CIRCUIT, Timing.INTERVALS)),
)


def _check_timing(values: Values, timing: Timing, place: Place, report: Report) -> None:
    needed = NEEDS.get(timing)
    if needed and values[needed[0]] is None and values.place(needed[0]) is None:
        message = f"a section of type `{timing}` needs `{needed[0].key}`"
        report.add("R305", message, place, cure=f"add a line like `{needed[1]}`")
    for field, timings in BELONGS:
        where = values.place(field)
        if where and timing not in timings:
            report.add(
                "R304",
                f"`{field.key}` has no meaning in a section of type `{timing}`",
                where,
                cure=f"it belongs to: {', '.join(timings)}",
            )


def _exercises(
    values: Values, place: Place, inherited: Inherited, report: Report
) -> tuple[Exercise, ...]:
    listed = values[EXERCISES]
    if listed is None:
        report.add("R302", "`exercises` is missing", place)
        return ()
    nodes = f.listing_of(listed, report, "`exercises`")
    if isinstance(listed, Listing) and not nodes:
        report.add("R306", "`exercises` is empty", listed.place)
    found: list[Exercise] = []
    for node in nodes:
        pause = _break(node)
        if pause is not None and found:
            length = REST.read(pause, report)
            found[-1] = replace(found[-1], rest_after_ms=length or 0)
        elif exercise := _exercise(node, inherited, report):
            found.append(exercise)
    return tuple(found)


def _break(node: Node) -> Node | None:
    """The duration node of `- rest: 1 min`, a longer break between two exercises."""
    if isinstance(node, Mapping) and len(node.entries) == 1:
        key, value = node.entries[0]
        return value if key.text.casefold() in ("rest", "break") else None
    return None


def _exercise(node: Node, inherited: Inherited, report: Report) -> Exercise | None:
    if isinstance(node, Scalar):
        name = f.read_text(node, report)
        return _build(
            name, None, node.place, f.read_fields((), EXERCISE, report), inherited, report
        )
    mapping = f.mapping_of(node, report, "an exercise")
    if mapping is None:
        return None
    short, entries = _short_form(mapping)
    values = f.read_fields(entries, EXERCISE, report)
    if short is None:
        name = _required(values, NAME, mapping.place, report)
        return _build(name, None, mapping.place, values, inherited, report)
    key, dose = short
    if isinstance(dose, Scalar) and dose.empty:  # `- Burpee:` in a section with its own times
        return _build(f.read_text(key, report), None, key.place, values, inherited, report)
    said = f.read_with(dose, report, parse_prescription)
    name = f.read_text(key, report)
    return _build(name, said, dose.place, values, inherited, report) if said else None


def _short_form(
    mapping: Mapping,
) -> tuple[tuple[Scalar, Node] | None, tuple[tuple[Scalar, Node], ...]]:
    """The `Name: 3 x 12` entry of a mapping without `name`, and the entries that are left."""
    known = {field.key for field in EXERCISE}
    if any(f.key_name(key) == NAME.key for key, _ in mapping.entries):
        return None, mapping.entries
    names = (entry for entry in mapping.entries if f.key_name(entry[0]).casefold() not in known)
    short = next(names, None)
    return short, tuple(entry for entry in mapping.entries if entry is not short)


def _build(
    name: str | None,
    said: Prescription | None,
    place: Place,
    values: Values,
    inherited: Inherited,
    report: Report,
) -> Exercise | None:
    """An exercise from its short form, its long form, or both together."""
    dose = _dose(said, place, values, inherited, report, name or "")
    if name is None or dose is None:
        return None
    near = inherited.under(_as_layer(said)).under(values)
    dose, sides, limb = _sides(dose, said, values)
    setups = values[SETUPS] or ()
    given = near.nearest_of(TEMPO, BEAT)
    beat_ms = given if isinstance(given, int) else given.beat_ms if given else DEFAULT_BEAT_MS
    rest_ms = near.nearest(REST, _usual_rest_ms(inherited.timing))
    return Exercise(
        name=name,
        sets=values[SETS] or (said.sets if said else ONCE),
        dose=dose,
        sides=sides,
        limb=limb,
        beat_ms=beat_ms,
        tempo=None if isinstance(given, int) else given,
        rest_ms=rest_ms,
        rest_after_ms=rest_ms,
        switch_ms=near.nearest(SWITCH, 6000),
        get_ready_ms=near.nearest(GET_READY, 6000),
        equipment=_needed(values, inherited),
        position=values[POSITION],
        setup=next(iter(setups), None),
        later_setups=setups[1:],
        cues=values[CUES] or (),
        say=values[SAY],
        starts=values[STARTS] or Direction.DOWN,
        coaching=near.nearest(COACHING, Coaching.STANDARD),
        counting=near.nearest(COUNTING, Counting.EVERY),
        own_pace=_own_pace(dose, values, inherited.timing, report),
        instead=_instead(values, inherited, report),
    )


def _own_pace(dose: Dose, values: Values, timing: Timing, report: Report) -> bool:
    place, own_pace = values.place(OWN_PACE), values[OWN_PACE] or False
    by_the_clock = isinstance(dose, Timed) or timing in (Timing.INTERVALS, Timing.EMOM)
    if place and own_pace and by_the_clock:
        cure = "own pace is for reps that nothing hurries: leave it out here"
        report.add("R304", "the clock says when this exercise is done", place, cure=cure)
    return own_pace


def _as_layer(said: Prescription | None) -> Values:
    if said is None:
        return Values({}, {})
    return Values({"rest": said.rest_ms, "beat": said.beat_ms, "tempo": said.tempo}, {})


def _dose(
    said: Prescription | None,
    place: Place,
    values: Values,
    inherited: Inherited,
    report: Report,
    name: str,
) -> Dose | None:
    reps, hold, work = values[REPS], values[HOLD], values[WORK]
    written = [field for field in (REPS, HOLD, WORK) if values.place(field)]
    if len(written) + (said is not None) > 1:
        message = "one dose too many: give reps, a hold or work, once"
        report.add("R304", message, values.place(written[-1]) or place)
        return None
    if reps is not None:
        return Reps(None if isinstance(reps, str) else reps)
    if hold is not None or work is not None:
        return Timed(hold or work or ONCE, hold=hold is not None)
    if said is not None:
        return said.dose
    if inherited.work_ms is not None:
        return Timed(Range(inherited.work_ms, inherited.work_ms), hold=False)
    if not written and name and inherited.timing is not Timing.INTERVALS:
        report.add("R302", "this exercise has no dose", place, cure=_split_cure(name))
    return None


def _split_cure(name: str) -> str:
    """How to write an exercise whose dose is missing, or stands before no colon."""
    words = name.split()
    for at in range(max(0, len(words) - LONGEST_DOSE), len(words)):
        dose = " ".join(words[at:])
        with suppress(Misread):
            parse_prescription(dose)
            if at == 0:
                return f"write the name before it: `Squat: {dose}`"
            return f"did you mean `{' '.join(words[:at])}: {dose}`?"
    return f"write the dose after a colon: `{name[:40]}: 3 x 12`"


def _sides(dose: Dose, said: Prescription | None, values: Values) -> tuple[Dose, Sides, str]:
    first = said.sides if said else None
    limb = said.limb if said else "side"
    given = values[SIDES]
    if given is None:
        return dose, first or Sides.BOTH, limb
    combined, sides = combine_sides(dose, first, given[0])
    return combined, sides, given[1] if given[1] != "side" else limb


def _instead(
    values: Values, inherited: Inherited, report: Report
) -> tuple[tuple[str, Exercise], ...]:
    node = values[WITHOUT]
    mapping = f.mapping_of(node, report, "`without`") if node is not None else None
    known = {item.casefold(): item for item in _needed(values, inherited)}
    found = []
    for key, replacement in mapping.entries if mapping else ():
        named = f.read_text(key, report)
        item = known.get((named or "").casefold())
        if named and not item:
            message = f"this exercise does without `{named[:40]}` already"
            cure = did_you_mean(named, known.values()) or "name it in `equipment` too"
            report.add("R301", message, key.place, cure=cure)
        others = tuple(other for other in inherited.equipment if other != item)
        exercise = _exercise(replacement, replace(inherited, equipment=others), report)
        if item and exercise:
            found.append((item, exercise))
    return tuple(found)


def _needed(values: Values, inherited: Inherited) -> tuple[str, ...]:
    """The equipment of an exercise: its own, or else that of its section."""
    own = values[EQUIPMENT]
    return inherited.equipment if own is None else own


def _usual_rest_ms(timing: Timing) -> int:
    """The program's own rest: in intervals long enough to hear what comes next."""
    return {Timing.INTERVALS: 10_000, Timing.EMOM: 0}.get(timing, 30_000)


def _or(value: int | None, otherwise: int) -> int:
    return otherwise if value is None else value


def _required(values: Values, field: Field[str], place: Place, report: Report) -> str | None:
    if values.place(field) is None:
        report.add("R302", f"`{field.key}` is missing", place, cure=f"add `{field.key}: ...`")
    return values[field]


def _all_equipment(listed: Sequence[str], sections: Sequence[Section]) -> tuple[str, ...]:
    used = (item for s in sections for e in s.exercises for item in e.equipment)
    return tuple(dict.fromkeys([*listed, *used]))


def _check_size(sections: Sequence[Section], place: Place, report: Report) -> None:
    total = sum(
        section.rounds.high * exercise.sets.high * (2 if exercise.sides is Sides.EACH else 1)
        for section in sections
        for exercise in section.exercises
    )
    if total > MAX_SETS:
        report.add("R307", f"{total:,} sets are more than the {MAX_SETS:,} of a session", place)
