"""What lines say beside each other: a name above its description, and the title of the text."""

import re
from dataclasses import replace
from itertools import takewhile

from earcoach.routine.model import Timed
from earcoach.routine.prescription import Prescription
from earcoach.written.headings import heads_list
from earcoach.written.names import is_sentence, names_movement, words_in
from earcoach.written.parts import Tongue
from earcoach.written.sentences import sentences
from earcoach.written.statements import NOTHING, Kind, Statement, as_dose, first_below

LEAST_LISTED = 2
"""Exercises that share their sets with each other."""

LEAST_OF_PROSE = 15
"""Words of a sentence below a title that looks like an exercise: `Training with 5x5`."""

LEAST_OF_ALL_MS = 120_000
"""Of a warm-up with a list below it."""

_NAMED = re.compile(r"[^\W\d_][^:.,\d]{1,40}:\s+\d")
"""A line with a name of its own before its dose."""

_NAME_FIRST = re.compile(
    r"[^,.;:!?\u00b7\u2013\u2014]+?(?<![\d\s])\s*(?P<sign>[,:\u00b7\u2013\u2014]|\s-\s)\s*\d[^;:!?]*$"
)
"""A line that is a name, a sign and a dose."""


def paragraphs(said: list[list[Statement]], tongue: Tongue) -> list[list[Statement]]:
    """The lines; below a name that stands alone at the top of its paragraph only doses are."""
    out: list[list[Statement]] = []
    named = first = True
    for n, line in enumerate(said):
        near = (*out[-1:], *said[n + 1 : n + 2])
        if len(line) == 1 and any(len(o) == 1 and _is_like(line[0], o[0]) for o in near):
            line = [replace(line[0], kind=Kind.EXERCISE)]
        below = said[n + 1] if n + 1 < len(said) else []
        if line[-1].kind is Kind.EXERCISE and heads_list(line[-1], (*below, None)[0], tongue):
            line = [*line[:-1], replace(line[-1], kind=Kind.HEADING, level=9)]
        if _above_fields(line, below):
            line = [replace(line[0], kind=Kind.NAME, name=line[0].text.rstrip(" .:"))]
        if first and _heads_sets(line, _below(said, n)):
            line = [replace(line[0], kind=Kind.HEADING, level=line[0].level or 9)]
        elif first and _names_one(line, _below(said, n), tongue):
            line = [replace(line[0], kind=Kind.NAME)]
        if first and _heads_minutes(line, below, tongue):
            line = [replace(line[0], kind=Kind.HEADING, level=9, said=NOTHING)]
        elif first and _stands_apart(line, below, tongue):
            end = replace(line[0], kind=Kind.HEADING, level=9, said=NOTHING, name="", nameless=True)
            line = [end, *line]
        above = out[-1] if out else []
        if len(above) == len(line) == 1 and _is_dose_of(line[0], above[0], tongue):
            line = [as_dose(line[0])]
        if _is_rounds_of_all(line, said, n):
            line = [_as_rounds(line[0])]
        if line[0].kind is Kind.BLANK:
            named, first = False, True
        elif first:
            one = line[0]
            plain_or_numbered = not one.marker or one.marker[:1].isdigit()
            named = len(line) == 1 and one.kind is Kind.NAME and plain_or_numbered
            first = False
        elif named and line[0].kind is Kind.HEADING:
            named = False
        elif named:
            text = line[0].text
            several = sum(s.kind is Kind.EXERCISE for s in line) > 1
            ahead = line[0].kind is Kind.EXERCISE and text.startswith(line[0].name)
            what = line[0].name if ahead else text
            told = len(line) > 1 or is_sentence(what, tongue.prose) or text.endswith(".")
            own = line[0].kind is Kind.EXERCISE and _has_own_name(line[0])
            named = told and not line[0].marker and not several and not own
            line = [as_dose(s) if named else s for s in line]
        out.append(line)
    return out


def _has_own_name(one: Statement) -> bool:
    """Whether a line names what it is about itself, before its dose."""
    sets = bool(one.said.sets and one.said.doses and one.name) and one.text.startswith(one.name)
    return bool(_NAMED.match(one.text)) or (sets and one.text[len(one.name) :][:1] in (",", ":"))


def _is_like(statement: Statement, near: Statement) -> bool:
    """Whether a line is an exercise with its dose: it is written like the one before or after."""
    if statement.kind is not Kind.DOSE or near.kind is not Kind.EXERCISE or not statement.name:
        return False
    marks = {(s.marker[:1], s.indent) for s in (statement, near)}
    shapes = [_NAME_FIRST.match(s.text) for s in (statement, near)]
    signs = {shape["sign"] if shape else "" for shape in shapes}
    return len(marks) == len(signs) == 1 and "" not in signs


def _below(said: list[list[Statement]], n: int) -> list[Statement]:
    """What the other lines of a paragraph say that begins here."""
    lines = (said[at] for at in range(n + 1, len(said)))
    own = takewhile(lambda line: line[0].kind is not Kind.BLANK, lines)
    return [statement for line in own for statement in line]


def _above_fields(line: list[Statement], below: list[Statement]) -> bool:
    """Whether a numbered sentence is the name of what the fields below it prescribe."""
    one = line[0]
    numbered = len(line) == 1 and one.kind is Kind.PROSE and one.marker[:1].isdigit()
    return numbered and bool(below) and below[0].marker == "field"


def _heads_sets(line: list[Statement], below: list[Statement]) -> bool:
    """Whether a name stands above the sets of all: `3 sets, 60 s rest`, and the reps of each."""
    one, told = line[0], [s.said for s in below]
    if len(line) > 1 or one.kind not in (Kind.NAME, Kind.PROSE) or len(told) < 1 + LEAST_LISTED:
        return False
    sets = below[0].kind is Kind.DOSE and not below[0].name and told[0].sets and not told[0].doses
    listed = all(s.kind is Kind.EXERCISE and s.said.doses and not s.said.sets for s in below[1:])
    return bool(sets and listed)


def _heads_minutes(line: list[Statement], below: list[Statement], tongue: Tongue) -> bool:
    """Whether the minutes of a line are those of the list below it: `Warm up - 3 min`."""
    one, words = line[0], set(words_in(line[0].name))
    easy = _is_easy(words, tongue)
    listed = bool(below) and below[0].kind is Kind.EXERCISE and not one.marker
    match one.said.doses:
        case (Timed(length_ms=length),) if len(line) == 1 and one.kind is Kind.EXERCISE:
            return easy and listed and length.low >= LEAST_OF_ALL_MS and not one.said.sets
    return False


def _is_easy(words: set[str], tongue: Tongue) -> bool:
    """Whether these are words of a warm-up or a cool-down, and of nothing that is done in it."""
    prose = tongue.prose
    return bool(words & (prose.warm_up | prose.cool_down)) and words <= prose.sections


def _stands_apart(line: list[Statement], below: list[Statement], tongue: Tongue) -> bool:
    """Whether a line is a warm-up or a cool-down itself, and no part of the list above it."""
    one = line[0]
    alone = len(line) == 1 and (not below or below[0].kind is Kind.BLANK)
    return alone and one.kind is Kind.EXERCISE and _is_easy(set(words_in(one.name)), tongue)


def _is_dose_of(one: Statement, above: Statement, tongue: Tongue) -> bool:
    """Whether a line is the dose of the item right above it: `3 x 12, both arms together`."""
    deeper = above.kind is Kind.NAME and bool(above.marker) and one.indent > above.indent
    dosed = one.kind is Kind.EXERCISE and not one.marker and one.text[:1].isdigit()
    return deeper and dosed and not names_movement(one.name, tongue.prose)


def _is_rounds_of_all(line: list[Statement], said: list[list[Statement]], n: int) -> bool:
    """Whether the sets of a line are rounds of the list below it: `5 sets, 2 min between sets`.

    A list is gone through where its lines begin with numbers: `20 jacks`, `10 squats`.
    """
    one = line[0]
    told = one.said.sets and not one.said.doses and not one.said.times and not one.marker
    if len(line) > 1 or one.kind not in (Kind.EXERCISE, Kind.DOSE, Kind.HEADING) or not told:
        return False
    at = n + 1 if n + 1 < len(said) and said[n + 1][0].kind is Kind.BLANK else n
    below = _below(said, at)
    dosed = [
        s for s in below
        if s.kind is Kind.EXERCISE and s.said.doses and not s.said.sets and s.text[:1].isdigit()
    ]  # fmt: skip
    others = [s for s in below if s.kind is not Kind.NAME]
    return len(dosed) >= LEAST_LISTED and len(others) == len(dosed)


def _as_rounds(one: Statement) -> Statement:
    return replace(
        one,
        kind=Kind.HEADING,
        level=one.level or 9,
        said=replace(one.said, sets=None),
        setting=replace(one.setting, rounds=one.said.sets),
        scope="rounds" if one.said.rests_ms else "",
    )


def _names_one(line: list[Statement], below: list[Statement], tongue: Tongue) -> bool:
    """Whether what looks like a heading names an exercise: only its dose stands below it."""
    head = line[0]
    if head.kind is not Kind.HEADING or head.level < 9 or head.setting.says or head.marker:
        return False
    kinds = {statement.kind for statement in below}
    own = set(words_in(head.name)) <= tongue.prose.sections or head.text.endswith(":")
    own = own or any(statement.for_all for statement in below)
    if below and below[0].marker == "set":
        return True
    return not own and Kind.DOSE in kinds and kinds <= {Kind.DOSE, Kind.PROSE}


def titled(said: list[list[Statement]], tongue: Tongue) -> list[list[Statement]]:
    """The lines; a first one that is rather a title prescribes nothing."""
    first = next((n for n, line in enumerate(said) if line[0].kind is not Kind.BLANK), None)
    if first is None or first + 1 >= len(said) or said[first][0].marker:
        return said
    line, below = said[first], said[first + 1]
    one = line[0] if len(line) == 1 else None
    starts = below[0].kind is Kind.DOSE or (below[0].marker and below[0].kind is Kind.EXERCISE)
    if one and one.kind is Kind.NAME and not starts and len(said) > 3:
        apart = first_below(said, first)
        if apart and apart.kind is Kind.DOSE and names_movement(one.name, tongue.prose):
            return said  # the dose is its own, if an empty line stands between
        return [*said[:first], [replace(one, kind=Kind.PROSE)], *said[first + 1 :]]
    dosed = [s for s in line if s.kind in (Kind.EXERCISE, Kind.DOSE)]
    goes_on = below[0].kind in (Kind.EXERCISE, Kind.SAME) and not below[0].marker
    rests = bool(below[0].said.rests_ms) and len(words_in(below[0].text)) < 4
    turns = below[0].nameless and len(below) > 2 and below[-1].nameless
    goes_on = goes_on or rests or turns  # `Rest - 0:15`, and intervals on one line
    row = any(len(s.said.doses) > 2 for s in dosed) and below[0].kind is Kind.NAME
    row = row or (line[0].kind is Kind.HEADING and len(dosed) > 2)  # `Go: 20 jacks, 10 lunges, ..`
    of_all = any(s.for_all and len(s.said.doses) == 1 for s in dosed)  # `All of it: 3 sets of 12`
    if row or of_all or not all(s.name for s in dosed):
        return said
    several = len(line) > 1 and line[0].kind is Kind.SETTING
    opens = line[0].kind is Kind.HEADING and len(line) > 1  # `Warm-up: row 5 min`
    opens = opens and not re.search(r"\d", line[0].name)
    whole = all(not tongue.prose.clock_notes.isdisjoint(words_in(s.name)[-1:]) for s in dosed)
    leads = line[-1].kind is Kind.HEADING and len(line) > 1  # `Walk 5 min, then 2 rounds of:`
    if not dosed or several or opens or leads:
        return said
    rest = next((s[0] for s in said[first + 1 :] if s[0].kind is not Kind.BLANK), None)
    whole = whole or (len(line) == 1 and rest is not None and _is_long_prose(rest))
    if not whole and (goes_on or any(_prescribes(s) for s in dosed)):  # `Hip routine 2 x 15 min`
        return said
    kind = Kind.HEADING if line[0].setting.says else Kind.PROSE
    title = replace(line[0], kind=kind, name=line[0].text, said=NOTHING, level=1)
    return [*said[:first], [title], *said[first + 1 :]]


def _is_long_prose(statement: Statement) -> bool:
    return statement.kind is Kind.PROSE and len(words_in(statement.text)) >= LEAST_OF_PROSE


def _lasts(said: Prescription) -> bool:
    """Whether a dose is nothing but a length of time."""
    return all(isinstance(dose, Timed) for dose in said.doses)


def _prescribes(statement: Statement) -> bool:
    """Whether a line is more than a name and the length of all: it has sets, or tells how."""
    told = statement.said
    counted = bool(told.times or told.sides)
    counted = counted or (statement.setting.timing is not None and not _lasts(told))
    described = len(sentences(statement.text)) > 1 or statement.text.rstrip().endswith(".")
    return counted or described or bool(re.search(r"\dx\d|\d x \d|\bsets?\b", statement.text))
