"""From nodes to exercises: the short form, the long form, and what is done between."""

from contextlib import suppress
from dataclasses import replace

from earcoach.routine import fields as f
from earcoach.routine.coached import coached_dose
from earcoach.routine.diagnostics import Place, Report
from earcoach.routine.fields import Values
from earcoach.routine.inherited import Inherited, usual_rest_ms
from earcoach.routine.keys import (
    BEAT,
    COACHING,
    COUNTING,
    CUES,
    EQUIPMENT,
    EXERCISE,
    EXERCISES,
    GET_READY,
    HOLD,
    NAME,
    OWN_PACE,
    POSITION,
    REPS,
    REST,
    SAY,
    SETS,
    SETUPS,
    SIDES,
    STARTS,
    SWITCH,
    TEMPO,
    WITHOUT,
    WORK,
)
from earcoach.routine.model import (
    DEFAULT_BEAT_MS,
    ONCE,
    Coaching,
    Counting,
    Direction,
    Dose,
    Exercise,
    Range,
    Reps,
    Sides,
    Timed,
    Timing,
)
from earcoach.routine.prescription import (
    Misread,
    Prescription,
    combined_sides,
    parse_prescription,
)
from earcoach.routine.reader import Listing, Mapping, Node, Scalar
from earcoach.suggest import did_you_mean

LONGEST_DOSE = 12
"""Words at the end of a name that may be a dose without its colon."""


def read_exercises(
    values: Values, place: Place, inherited: Inherited, report: Report
) -> tuple[Exercise, ...]:
    """The exercises of a section; `- rest: 1 min` among them is a longer break."""
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
        name = f.required(values, NAME, mapping.place, report)
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
    rest_ms = near.nearest(REST, usual_rest_ms(inherited.timing))
    return Exercise(
        name=name,
        sets=values[SETS] or (said and said.sets) or ONCE,
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
    rest_ms = said.rests_ms[0].low if said.rests_ms else None
    return Values({"rest": rest_ms, "beat": said.beat_ms, "tempo": said.tempo}, {})


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
        return coached_dose(said, place, report)
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
    (combined,), sides = combined_sides((dose,), first, given[0])
    assert isinstance(combined, Reps | Timed)
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
