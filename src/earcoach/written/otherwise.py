"""Lines that have a dose and a name, and prescribe no exercise: rests, clocks, talk of one set."""

from collections.abc import Sequence
from dataclasses import replace

from earcoach.routine.model import Distance, Timed, Timing
from earcoach.routine.prescription import Prescription
from earcoach.written.about_all import counts_stations, is_clock, plain
from earcoach.written.names import names_movement, words_in
from earcoach.written.parts import Tongue
from earcoach.written.pieces import Piece
from earcoach.written.settings import Setting
from earcoach.written.statements import Kind, Statement, scope_of

MOST_MEANWHILE = 4
"""Words for what one does between two sets."""

LEAST_WHOLE_MS = 600_000
"""Of a workout; what is done for a shorter time is rather a part of it."""


def told_otherwise(
    piece: Piece, name: str, said: Prescription, setting: Setting, tongue: Tongue
) -> Statement | None:
    """What such a line says; None for an exercise, or the dose of one."""
    prose, words = tongue.prose, words_in(name)
    timed = None if said.sets else _timed(piece, name, said, setting, tongue)
    if timed is not None:
        return timed
    if _clock_note(words, said, tongue):
        return plain(piece, Kind.CHATTER)
    if _of_one_set(words, tongue) and said.sets and said.doses and f"({name}" in piece.text:
        return plain(piece, Kind.DOSE, said=said, setting=setting)  # `3 x 12 (drop set on last)`
    nothing = bool(words) and words[0] in prose.little and not names_movement(name, prose)
    if nothing and not piece.marker and _is_long(said):
        return plain(piece, Kind.PROSE)  # `Twenty minutes, no excuses.`
    far = any(isinstance(dose, Distance) for dose in said.doses)  # `200 m at an easy pace`
    set_up = bool(words) and prose.set_up.issuperset(set(words) - prose.glue)
    telling = bool(set(words_in(piece.text)) & prose.telling) and not piece.marker
    collective = name.casefold() in prose.all_of_them
    if (
        (set_up and piece.marker and not far)  # `Incline at 1.5 %`
        or (counts_stations(name, tongue) and not collective and not said.sets)
        or _of_one_set(words, tongue)
        or (telling and said == Prescription(sets=said.sets))
    ):
        return plain(piece, Kind.PROSE)
    return None


def _timed(
    piece: Piece, name: str, said: Prescription, setting: Setting, tongue: Tongue
) -> Statement | None:
    """A length that is that of a rest, of all exercises, or of the whole."""
    match said.doses:
        case (Timed(length_ms=length),):
            pass
        case _:
            return None
    if _only_rest(piece.text, words_in(name), tongue) or _meanwhile(words_in(name), tongue):
        rest = replace(plain(piece, Kind.SETTING), said=Prescription(rests_ms=(length,)))
        scope = scope_of(piece.text, tongue.prose)
        return replace(rest, scope="" if scope == "exercises" else scope)
    words = words_in(name)
    of_each = tongue.prose.all_of_them | tongue.words.sets.alone
    if words and of_each.issuperset(words):  # `Exercises: 45 s`, `40 s per set`
        rest_ms = said.rests_ms[0] if said.rests_ms else None
        whole = Setting(work_ms=length, rest_ms=rest_ms).with_more(setting)
        return replace(plain(piece, Kind.SETTING), setting=whole)
    if setting.timing is Timing.AMRAP and is_clock(name, tongue):  # `set a timer for 9 min`
        whole = replace(setting, cap_ms=setting.cap_ms or length)
        return replace(plain(piece, Kind.SETTING), setting=whole)
    return None


def _is_long(said: Prescription) -> bool:
    """Whether a dose is the length of a whole."""
    match said.doses:
        case (Timed(length_ms=length),):
            return length.low >= LEAST_WHOLE_MS and not said.sets
    return False


def _of_one_set(words: Sequence[str], tongue: Tongue) -> bool:
    """Whether a line says how one of the sets differs: `last set to failure`."""
    sets = not set(words).isdisjoint(tongue.words.sets.by_first)
    return sets and len(words) > 1 and set(words) <= tongue.prose.one_set


def _only_rest(text: str, words: Sequence[str], tongue: Tongue) -> bool:
    """Whether a line is nothing but a rest: `Rest - 0:15`."""
    return len(words) == 1 and len(words_in(text)) < 4 and words[0] in tongue.words.rest.by_first


def _meanwhile(words: Sequence[str], tongue: Tongue) -> bool:
    """Whether a name says what is done between sets: `easy row between`."""
    prose = tongue.prose
    between = prose.between & tongue.words.between.by_first.keys()
    at = next((n for n, word in enumerate(words) if word in between), None)
    return at is not None and at < MOST_MEANWHILE and prose.recovery.issuperset(words[at:])


def _clock_note(words: Sequence[str], said: Prescription, tongue: Tongue) -> bool:
    """Whether a length of time is that of a talk: `4 minute demo`."""
    timed = bool(said.doses) and isinstance(said.doses[0], Timed) and not said.sets
    if timed and 0 < len(words) < 4 and words[0] in tongue.prose.treatments:
        return True
    far = bool(said.doses) and isinstance(said.doses[0], Distance) and not said.sets
    notes = tongue.prose.clock_notes
    whole = bool(words) and words[-1] in notes and far  # `8-week program to 5 km`
    return whole or (timed and bool(words) and bool({words[0], words[-1]} & notes))
