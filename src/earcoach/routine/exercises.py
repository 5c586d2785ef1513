"""From nodes to exercises: the short form, the long form, and both together."""

from contextlib import suppress
from dataclasses import replace

from earcoach.routine import fields as f
from earcoach.routine.advice import advise_long
from earcoach.routine.diagnostics import Place, Report
from earcoach.routine.fields import Values
from earcoach.routine.inherited import Inherited, usual_rest_ms
from earcoach.routine.key_names import key_name
from earcoach.routine.keys import (
    BEAT,
    BREATH,
    COACHING,
    COUNTING,
    CUES,
    EFFORT,
    EQUIPMENT,
    EXERCISE,
    GET_READY,
    HOLD,
    LOAD,
    NAME,
    NOTE,
    OWN_PACE,
    PACES,
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
    WARNING,
    WITHOUT,
    WORK,
)
from earcoach.routine.labels import without_label
from earcoach.routine.model import (
    DEFAULT_BEAT_MS,
    DEFAULT_BREATH_MS,
    ONCE,
    Coaching,
    Counting,
    Direction,
    Exercise,
    OpenReps,
    Prescribed,
    Range,
    Reps,
    Sides,
    Timed,
    Timing,
)
from earcoach.routine.paces import ACTIVITIES, activity_of, ms_per_km_of
from earcoach.routine.prescription import (
    Misread,
    Prescription,
    combined_sides,
    parse_prescription,
)
from earcoach.routine.reader import Mapping, Node, Scalar
from earcoach.routine.warnings import warns
from earcoach.suggest import did_you_mean

LONGEST_DOSE = 12
"""Words at the end of a name that may be a dose without its colon."""


def read_exercise(node: Node, inherited: Inherited, report: Report) -> Exercise | None:
    """An exercise in one of its forms, or None; what is wrong is in the report."""
    if isinstance(node, Scalar):
        name = _name(node, report)
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
        name = name and without_label(name, values.place(NAME) or mapping.place, report)
        return _build(name, None, mapping.place, values, inherited, report)
    key, dose = short
    if isinstance(dose, Scalar) and dose.empty:  # `- Burpee:` in a section with its own times
        return _build(_name(key, report), None, key.place, values, inherited, report)
    said = f.read_with(dose, report, parse_prescription)
    name = _name(key, report)
    return _build(name, said, dose.place, values, inherited, report) if said else None


def _name(node: Scalar, report: Report) -> str | None:
    name = f.read_text(node, report)
    return name and without_label(name, node.place, report)


def _short_form(
    mapping: Mapping,
) -> tuple[tuple[Scalar, Node] | None, tuple[tuple[Scalar, Node], ...]]:
    """The `Name: 3 x 12` entry of a mapping without `name`, and the entries that are left."""
    known = {field.key for field in EXERCISE}
    if any(key_name(key) == NAME.key for key, _ in mapping.entries):
        return None, mapping.entries
    names = (entry for entry in mapping.entries if key_name(entry[0]).casefold() not in known)
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
    doses = _doses(said, place, values, inherited, report, name or "")
    if name is None or not doses:
        return None
    near = inherited.under(_as_layer(said)).under(values)
    doses, sides, limb = _sides(doses, said, values)
    sets = values[SETS] or (said and said.sets) or inherited.sets
    if len(doses) > 1 and sets not in (None, Range(len(doses), len(doses))):
        where = values.place(SETS) or place
        report.add("R304", f"there are {len(doses)} doses, one for each set", where)
    setups = values[SETUPS] or ()
    given = near.nearest_of(TEMPO, BEAT)
    beat_ms = given if isinstance(given, int) else given.beat_ms if given else DEFAULT_BEAT_MS
    told = [*(values[NOTE] or ()), *(said.notes if said else ())]
    cues = values[CUES] or ()
    exercise = Exercise(
        name=name,
        sets=sets or Range(len(doses), len(doses)),
        doses=doses,
        sides=sides,
        limb=limb,
        beat_ms=beat_ms,
        tempo=None if isinstance(given, int) else given,
        rests_ms=_rests(said, values, inherited),
        rest_after_ms=said.rest_after_ms if said else None,
        switch_ms=near.nearest(SWITCH, 6000),
        get_ready_ms=near.nearest(GET_READY, 6000),
        equipment=_needed(values, inherited),
        position=values[POSITION],
        setup=next(iter(setups), None),
        later_setups=setups[1:],
        cues=tuple(cue for cue in cues if not warns(cue)),
        say=values[SAY],
        starts=values[STARTS] or Direction.DOWN,
        coaching=near.nearest(COACHING, Coaching.STANDARD),
        counting=near.nearest(COUNTING, Counting.EVERY),
        own_pace=_own_pace(doses[0], values, inherited.timing, report),
        notes=tuple(note for note in told if not warns(note)),
        warnings=(*(values[WARNING] or ()), *filter(warns, (*told, *cues))),
        breath_ms=near.nearest(BREATH, DEFAULT_BREATH_MS),
        ms_per_km=_ms_per_km(name, said, near),
        loads=values[LOAD] or (said.loads if said else ()),
        efforts=values[EFFORT] or (said.efforts if said else ()),
        instead=_instead(values, inherited, report),
    )
    advise_long(exercise, place, report)
    _advise_beat(said, values, place, report)
    return exercise


def _advise_beat(said: Prescription | None, values: Values, place: Place, report: Report) -> None:
    """A tempo makes the beat; another one beside it is not used."""
    tempo, beat_ms = values[TEMPO], values[BEAT]
    if tempo is None and beat_ms is None and said:
        tempo, beat_ms = said.tempo, said.beat_ms
    if tempo and beat_ms and tempo.beat_ms != beat_ms:
        message = (
            f"the tempo takes {tempo.beat_ms / 1000:g} s, so the beat of {beat_ms / 1000:g} s"
            " is not used"
        )
        report.advise("R405", message, values.place(BEAT) or place, cure="leave one of them out")


def _rests(said: Prescription | None, values: Values, inherited: Inherited) -> tuple[Range, ...]:
    """The rests between sets; what takes turns has those of its superset instead."""
    own = values[REST]
    if own is None and said and said.rests_ms:
        return said.rests_ms
    usual_ms = usual_rest_ms(inherited.timing)
    if own is None and inherited.timing is not Timing.SUPERSET:
        run = inherited.timing is Timing.INTERVALS and inherited.work_ms is None
        own = inherited.nearest(REST, 0 if run else usual_ms)
    rest_ms = usual_ms if own is None else own
    return (Range(rest_ms, rest_ms),)


def _ms_per_km(name: str, said: Prescription | None, near: Inherited) -> int:
    """The pace that is written with the dose, or stated for what is done."""
    for effort in said.efforts if said else ():
        with suppress(Misread):
            return ms_per_km_of(effort)
    key = activity_of(name)
    return near.nearest(PACES[key], ACTIVITIES[key].ms_per_km)


def _own_pace(dose: Prescribed, values: Values, timing: Timing, report: Report) -> bool:
    place, own_pace = values.place(OWN_PACE), values[OWN_PACE] or False
    by_the_clock = isinstance(dose, Timed) or timing in (Timing.INTERVALS, Timing.EMOM)
    if place and own_pace and by_the_clock:
        cure = "own pace is for reps that nothing hurries: leave it out here"
        report.add("R304", "the clock says when this exercise is done", place, cure=cure)
    return own_pace


def _as_layer(said: Prescription | None) -> Values:
    return Values({"beat": said.beat_ms, "tempo": said.tempo} if said else {}, {})


def _doses(
    said: Prescription | None,
    place: Place,
    values: Values,
    inherited: Inherited,
    report: Report,
    name: str,
) -> tuple[Prescribed, ...]:
    """How much is one set, or each; nothing if that is a mistake."""
    reps, hold, work = values[REPS], values[HOLD], values[WORK]
    written = [field for field in (REPS, HOLD, WORK) if values.place(field)]
    if len(written) + (said is not None) > 1:
        message = "one dose too many: give reps, a hold or work, once"
        report.add("R304", message, values.place(written[-1]) or place)
        return ()
    if reps is not None:
        return (OpenReps() if isinstance(reps, str) else Reps(reps),)
    if hold is not None or work is not None:
        return (Timed(hold or work or ONCE, hold=hold is not None),)
    if said is not None:
        return said.doses
    if inherited.work_ms is not None:
        return (Timed(Range(inherited.work_ms, inherited.work_ms), hold=False),)
    if not written and name and inherited.timing is not Timing.INTERVALS:
        split = _split_cure(name)
        if split or not inherited.unclear:
            cure = split or f"write the dose after a colon: `{name[:40]}: 3 x 12`"
            report.add("R302", "this exercise has no dose", place, cure=cure)
    return ()


def _split_cure(name: str) -> str | None:
    """How to write an exercise whose dose stands before no colon, if it has one."""
    words = name.split()
    for at in range(max(0, len(words) - LONGEST_DOSE), len(words)):
        dose = " ".join(words[at:])
        with suppress(Misread):
            parse_prescription(dose)
            if at == 0:
                return f"write the name before it: `Squat: {dose}`"
            return f"did you mean `{' '.join(words[:at])}: {dose}`?"
    return None


def _sides(
    doses: tuple[Prescribed, ...], said: Prescription | None, values: Values
) -> tuple[tuple[Prescribed, ...], Sides, str]:
    first = said.sides if said else None
    limb = said.limb if said else "side"
    given = values[SIDES]
    if given is None:
        return doses, first or Sides.BOTH, limb
    combined, sides = combined_sides(doses, first, given[0])
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
        exercise = read_exercise(replacement, replace(inherited, equipment=others), report)
        if item and exercise:
            found.append((item, exercise))
    return tuple(found)


def _needed(values: Values, inherited: Inherited) -> tuple[str, ...]:
    """The equipment of an exercise: its own, or else that of its section."""
    own = values[EQUIPMENT]
    return inherited.equipment if own is None else own
