"""Which parts of a line are believed: a number alone may count anything."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from earcoach.routine.model import ONCE, Distance, LengthUnit, OpenReps, Range, Reps, Sides, Timed
from earcoach.routine.prescription import Found, Prescription
from earcoach.written.both_ways import with_both_ways
from earcoach.written.names import names_known, names_movement, words_in
from earcoach.written.parts import Part, Tongue, left_of, parts
from earcoach.written.pieces import Piece
from earcoach.written.statements import scope_of
from earcoach.written.swims import metres_of
from earcoach.written.totals import less_sum

_BEFORE_BARE = (
    "-",
    "\u2013",
    "\u2014",
    ":",
    "\u2192",
    "|",
    "=",
    "(",
    "\u00d7",
    ",",
    "of",
    "\t",
    "count",
)


LEAST_LOAD = 20
"""Of a number alone after an exercise whose reps stand before it."""

_AFTER_LABEL = re.compile(r"\s*(?:rest\s+|pause\s+)?(?:after|nach)\s+[A-H]\d\b", re.IGNORECASE)
"""Behind the rest of a superset: `60 s after B2`."""

LEAST_TURNED, FEW = 12, range(3, 7)
"""Of sets that are reps, when there are so few of these."""

_INCHES = re.compile(r"\d{1,2}\s?(?:[\"\u201d\u2033]|in\b|inch\b)\s?(?P<thing>[^\W\d_]+)?")

LEAST_WAY_M = 3
"""Of a way in feet that is gone."""

LEAST_FAR = 200
"""Of a number in sets that counts no reps."""

_LOADED = re.compile(r"x\s?(?:[6-9]|[1-9]\d)\s+(?P<load>\d{1,2}s)\b(?!\s*hold)", re.IGNORECASE)

LONGEST_PAUSE = 7
"""Words of a line that says how long a rest is, and little else."""

MOST_REST_MS = 300_000
"""Of such a rest; a longer one is something to do, or a time of day."""

LEAST_REST_MS = 15_000
"""Of a length in brackets; a shorter one says how a rep is done."""


def believed(piece: Piece, tongue: Tongue, *, in_prose: bool) -> tuple[Part, ...]:
    """The parts of a line, less bare numbers that may count anything."""
    text = piece.text
    read = with_both_ways(tuple(_less_heights(text, tongue)), text, tongue)
    read = tuple(_as_often(_as_far(part)) for part in read)
    told = [_with_load(_as_rest(part, read[:n], text, tongue), text) for n, part in enumerate(read)]
    told = [_in_brackets(part, told[:n], text) for n, part in enumerate(told)]
    told = [_as_pause(part, text, tongue) if _is_alone(told) else part for part in told]
    told = [p for p in told if not _is_load(p, text) and not _names_way(p, told)]
    told = [p for p in told if not _doubtful(p, text, tongue, in_prose or "=" in text)]
    told = [p for p in told if not _is_near(p)]
    told = [p for p in told if not (piece.rounds and isinstance(p, Found) and p.bare)]
    told = [p for p in told if not _is_height(p, told, text)]
    told = [p for n, p in enumerate(told) if not _after_rest(p, told[:n], text)]
    return tuple(part for part in told if not _outdone(part, told, text))


def _is_near(part: Part) -> bool:
    """Whether a length says where one stands, or how high a thing is: `two feet from a wall`."""
    match part.said if isinstance(part, Found) else None:
        case Prescription(doses=(Distance(unit=LengthUnit.FOOT, metres=metres),)):
            return metres.low < LEAST_WAY_M
    return False


def _less_heights(text: str, tongue: Tongue) -> Iterator[Part]:
    """The parts of a line; inches of a thing to step on are none: `12" box step-ups`."""
    for part in parts(text, tongue):
        inches = _INCHES.match(text, part.start)
        if inches is None or not _is_of_thing(inches, text, tongue):
            yield part
            continue
        for other in parts(text[inches.end() : part.end], tongue):
            yield replace(other, start=other.start + inches.end(), end=other.end + inches.end())


def _is_of_thing(inches: re.Match[str], text: str, tongue: Tongue) -> bool:
    """Whether a thing is called after them, or before the brackets that they stand in."""
    before = text[: inches.start()]
    inside = before.endswith("(") and inches["thing"] is None
    named = words_in(before if inside else inches["thing"] or "")
    return not tongue.prose.steps.isdisjoint(named)


def _is_height(part: Part, told: Sequence[Part], text: str) -> bool:
    """Whether a number ends a line that began with the reps: `10 thrusters 100`, `9 jumps 24"`."""
    first = told[0]
    counted = isinstance(first, Found) and first.bare and not first.start
    if not counted or part is first or not isinstance(part, Found) or part is not told[-1]:
        return False
    number = re.fullmatch(r"(\d{1,3})\s?[\"\u201d'\u2019#]?", text[part.start :].strip())
    named = bool(re.search(r"[^\W\d_]{2}", text[first.end : part.start]))
    marked = number is not None and not number[0][-1].isdigit()
    return number is not None and named and (marked or int(number[1]) >= LEAST_LOAD)


def _after_rest(part: Part, before: Sequence[Part], text: str) -> bool:
    """Whether a number alone is that of another rest: `rest 2 min, 3 if you need it`."""
    last = before[-1] if before else None
    if not isinstance(part, Found) or not part.bare or not isinstance(last, Found):
        return False
    return bool(last.said.rests_ms) and text[last.end : part.start].strip() in (",", ", or", "or")


def _names_way(part: Part, told: Sequence[Part]) -> bool:
    """Whether `alternating` begins a name, as the dose after it says how the sides share."""
    if not isinstance(part, Found) or part.start or part.said.sides is not Sides.ALTERNATING:
        return False
    if part.said != Prescription(sides=part.said.sides, limb=part.said.limb):
        return False
    return any(isinstance(p, Found) and p.said.sides is Sides.EACH for p in told)


def _is_load(part: Part, text: str) -> bool:
    """Whether two numbers are the loads of men and women: `21 swings (24/16)`."""
    if (
        not isinstance(part, Found)
        or not part.bare
        or not re.search(r"[^\W\d_]", text[: part.start])
    ):
        return False
    pair = re.match(r"(\d{1,3})/(\d{1,3})(?:\)|\s*$)", text[part.start :])
    counted = re.match(r"\d{1,3}\s+[^\W\d]", text) is not None  # `12 swings 24/16`
    inside = text[: part.start].endswith("(")
    return bool((inside or counted) and pair and int(pair[1]) > int(pair[2]))


def _outdone(part: Part, told: Sequence[Part], text: str) -> bool:
    """Whether a number at the beginning is part of the name, since the dose stands after it."""
    if not isinstance(part, Found) or not part.bare or part is not told[0]:
        return False
    if len(part.said.doses) > 1:
        return False
    others = [p.said for p in told[1:] if isinstance(p, Found)]
    word = not text[part.start].isdigit()
    return any(o.sets or (o.times and not o.doses) or (word and o.doses) for o in others)


def _as_far(part: Part) -> Part:
    """A part whose bare number is one of metres: nobody does 6 sets of 400 reps."""
    if not isinstance(part, Found) or not part.said.sets:
        return part
    match part.said.doses:
        case (Reps(count=Range() as count),):
            if count.low >= LEAST_FAR and not (count.low % 100 or count.high % 100):
                return replace(part, said=replace(part.said, doses=(metres_of(count),)))
    return part


def _as_often(part: Part) -> Part:
    """Sets and reps the other way round: in `push-ups (25 x 4)` there are no 25 sets of 4."""
    if not isinstance(part, Found) or not part.said.sets:
        return part
    match part.said.sets, part.said.doses:
        case Range(low=sets), (Reps(count=Range() as count),):
            if sets >= LEAST_TURNED and count.low in FEW and count.low == count.high:
                said = replace(part.said, sets=count, doses=(Reps(part.said.sets),))
                return replace(part, said=said)
    return part


def _as_rest(part: Part, before: Sequence[Part], text: str, tongue: Tongue) -> Part:
    """A length whose words say that it is between: `1 min jog recovery between`, `75 s jog`."""
    if not isinstance(part, Found) or part.said.sets or len(part.said.doses) != 1:
        return part
    labelled = _AFTER_LABEL.match(text, part.end)
    if labelled and isinstance(part.said.doses[0], Timed):
        rests = Prescription(rests_ms=(part.said.doses[0].length_ms,))
        return replace(part, said=rests, end=labelled.end())
    dose, prose = part.said.doses[0], tongue.prose
    end, seen = part.end, False
    for match in re.finditer(r"[\s/]*([^\W\d_]+)", text[part.end : part.end + 60]):
        word = match[1].casefold()
        mild = word in prose.recovery or word.endswith(prose.doing_ends)
        if not mild or part.end + match.start() != end:
            break
        seen = seen or word in prose.between
        end = part.end + match.end()
    several = any(
        isinstance(p, Found) and p.said.sets and isinstance((*p.said.doses, None)[0], Distance)
        for p in before
    )
    seen = seen or (several and end > part.end and not re.search(r"\w", text[end:]))
    if not seen or not isinstance(dose, Timed):
        return part
    said = replace(part.said, doses=(), rests_ms=(dose.length_ms,))
    return replace(part, said=said, end=end)


def _with_load(part: Part, text: str) -> Part:
    """Reps with what is not a length after them: `raise x15 10s` is done with two of 10 kg."""
    loaded = _LOADED.match(text, part.start)
    if not isinstance(part, Found) or not loaded or not part.said.sets:
        return part
    said = Prescription(doses=(Reps(part.said.sets),), loads=(loaded["load"],))
    return replace(part, said=said, end=loaded.end())


def _in_brackets(part: Part, before: Sequence[Part], text: str) -> Part:
    """A length alone after sets is the rest: `3 x 8 rows (60 s)`, `row 3 x 8, 60 s`."""
    if not isinstance(part, Found) or not isinstance((*before, None)[0], Found):
        return part
    before_it, after_it = text[: part.start].rstrip(), text[part.end :].lstrip()
    alone = (before_it.endswith("(") and after_it[:1] == ")") or (
        before_it.endswith((",", "|", "/")) and not after_it.strip(". ")
    )
    several = [p.said for p in before if isinstance(p, Found) and p.said.sets and p.said.doses]
    if not alone or not several or any(s.rests_ms for s in several):
        return part
    match part.said, several[0].doses[0]:
        case Prescription(doses=(Timed(length_ms=length, hold=False),)), Reps() | OpenReps():
            if length.low >= LEAST_REST_MS and part.said == Prescription(doses=part.said.doses):
                return replace(part, said=Prescription(rests_ms=(length,)))
    return part


def _is_alone(told: Sequence[Part]) -> bool:
    return sum(isinstance(part, Found) for part in told) == 1


def _as_pause(part: Part, text: str, tongue: Tongue) -> Part:
    """The length of a line that is about a rest, and names nothing to do: `Short rests, 30 s`."""
    if not isinstance(part, Found) or part.said != Prescription(doses=part.said.doses):
        return part
    left, prose = left_of(text, (part,), tongue), tongue.prose
    words = words_in(left)
    resting = {*tongue.words.rest.alone, *tongue.words.stop.alone, *prose.waiting}
    about = not resting.isdisjoint(words)
    about = about or (prose.spending.issuperset(words[:1]) and scope_of(text, prose) != "")
    if not about or len(words) > LONGEST_PAUSE or names_known(left, prose):
        return part
    match part.said.doses:
        case (Timed(length_ms=length, hold=False),) if LEAST_REST_MS <= length.low <= MOST_REST_MS:
            return replace(part, said=Prescription(rests_ms=(length,)))
    return part


def _doubtful(part: Part, text: str, tongue: Tongue, in_prose: bool) -> bool:
    if not isinstance(part, Found) or not part.bare:
        return False
    if len(part.said.doses) > 2 and not in_prose:  # `12/10/8`
        return False
    before = text[: part.start]
    word = not re.search(r"\d", text[part.start : part.end])
    last_of_all = bool(re.search(r"[^\W\d_],\s$", before)) and not re.search(
        r"\w", text[part.end :]
    )
    if in_prose and _asked_for(before, text[part.end :], tongue):
        return False
    if in_prose and not word and last_of_all:  # `Calf raises at the chair, 15.`
        return False
    if text.count("(", 0, part.start) > text.count(")", 0, part.start):
        opened = before[before.rfind("(") + 1 :]
        if not opened.strip() and len(words_in(text[part.end :].partition(")")[0])) > 1:
            return True  # `level 7 (10 being the highest)`
        return bool(opened.strip()) and not opened.rstrip().endswith(_BEFORE_BARE)
    first = words_in(before)
    if len(first) == 1 and first[0] in tongue.prose.how_to:  # `Perform 4-5 hangs`
        return False
    if in_prose and not word and _listed(before, text[part.end :], tongue):
        return False
    if word or in_prose:
        last = (before.split()[-1:] or [""])[0].casefold()
        several = isinstance(part.said.doses[0], Reps) and part.said.doses[0].count != ONCE
        of_them = last == "of" and names_movement(text, tongue.prose)  # not `groups of five`
        parted = several and (last in tongue.prose.parting or of_them)
        next_words = set(words_in(re.split(r"[,;.]", text[part.end :])[0])[:5])
        short = not word or parted or not next_words & tongue.prose.little
        return (bool(before.strip()) and not (parted and word)) or not short
    following = less_sum(text[part.end :], tongue).strip()
    at_end = not re.search(r"\w", following) or bool(re.match(r"[,;]\s+[^\W\d_]", following))
    last = (before.split()[-1:] or [""])[0].casefold()
    apart = not before.strip() or before.rstrip().endswith(_BEFORE_BARE) or before.endswith("  ")
    apart = apart or last in tongue.prose.parting
    return not apart and not at_end and not before[-1:].isalpha()


def _asked_for(before: str, following: str, tongue: Tongue) -> bool:
    """Whether a clause asks for a number of what was named before: `start with ten`."""
    prose, asked = tongue.prose, words_in(re.split(r"[.,;:(]", before)[-1])
    loose = prose.little | prose.glue | prose.before | set(tongue.words.about.by_first)
    if not asked or asked[0] not in prose.counting or not loose.issuperset(asked[1:]):
        return False
    after = words_in(re.split(r"[.,;:)]", following)[0])[:1]
    return not after or after[0] in prose.little | prose.before | set(prose.parting)


def _listed(before: str, following: str, tongue: Tongue) -> bool:
    """Whether a number in a sentence stands in a list: `every day: 20 squats, 10 sit-ups`."""
    prose = tongue.prose
    last = (before.split()[-1:] or [""])[0].casefold()
    first = words_in(following[:30])[:1]
    parted = last[-1:] in (":", ",") or last in prose.parting
    return parted and bool(first) and not (first[0] in prose.little or first[0] in prose.glue)
