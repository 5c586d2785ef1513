"""Headings: lines that name a section, and what they say of it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from earcoach.routine.model import Distance, Range, Timed, Timing
from earcoach.routine.prescription import Found, Prescription
from earcoach.written.listing import listing
from earcoach.written.names import (
    cleaned,
    holds_any,
    in_section_words,
    is_day,
    is_sentence,
    names_movement,
    words_in,
)
from earcoach.written.openers import opener
from earcoach.written.pairs import pairs
from earcoach.written.parts import (
    Part,
    Tongue,
    amount_of,
    doses_in,
    left_of,
    merged,
    metres,
    only_rests,
    parts,
    rests_in,
    settings_of,
)
from earcoach.written.pieces import Piece
from earcoach.written.settings import Setting
from earcoach.written.statements import NOTHING, Kind, Statement, scope_of

SHORTEST_SENTENCE = 2
"""Words of a heading that may end with a full stop; more are a sentence."""

SHORTEST_TITLE = 3
"""Capital letters that are no title, but short for an exercise: `DB`, `TTB`."""

FEWEST_LISTED = 3
"""Exercises in a line that are a list, and what stands before them its name."""

FEWEST_ROW = 2
"""Doses of a row that is that of a list; one more is needed."""

LONGEST = 12
"""Words of a heading; a longer line is prose."""

_HEAD = re.compile(
    r"^(?P<head>[^:.\d|]{2,45}?(?:\s\d)?)(?:\s*(?::|\s[-\u2013\u2014]\s)\s*|\s{3,})(?P<rest>\S.*)$"
)
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_QUOTED = re.compile(r"[\"\u201c][^\"\u201d]{2,30}[\"\u201d]:?")
_ROUNDS_BEFORE = re.compile(r"^(\d{1,2})\s?x\b(?!\s*/)\s*:?\s*(?P<rest>\D*)$")
_ROUNDS_AFTER = re.compile(r"^(?P<head>[^:(]{3,40}?)\s*[:(\u2013-]\s*x?(\d{1,2})\s?x?\)?\s*:?$")
_TIMES_AFTER = re.compile(r"^(?P<head>[^:(\d]{3,40}?)\s+(?:x\s?(\d{1,2})|(\d{1,2})\s?x)\s*:?$")
_ENDED = re.compile(r"[.!?]\s")
_UNIT_STOP = re.compile(r"(?<=\b(?:sek|sec|min|wdh))\.", re.IGNORECASE)


def heading(piece: Piece, tongue: Tongue) -> Statement | None:
    """The heading that a piece is, if it is one."""
    text = piece.text
    found = parts(text, tongue)
    if _leads_on(text, tongue):
        return heading_of(piece, found, tongue)
    amounts = [part for part in doses_in(found) if part.said.doses or part.said.times]
    if in_section_words(text, tongue.prose):
        amounts = [part for part in amounts if not _aside(part, text)]
    settings = [part for part in found if isinstance(part, Setting)]
    if settings_of(found).timing is Timing.INTERVALS:  # `Tabata 20/10`: its times, and no dose
        amounts = []
    bare = _IN_BRACKETS.sub("", text).strip()
    colon = bare.endswith(":")
    quoted = bool(_QUOTED.fullmatch(text)) and not piece.marker
    marked = quoted or bool(piece.level or (piece.bold and (colon or not piece.marker)))
    if (len(words_in(bare)) > LONGEST and not (colon and settings)) or (
        is_sentence(bare, tongue.prose) and not marked and not colon
    ):
        return None
    left = left_of(text, found, tongue)
    rounds = _rounds_before(text, found, left, tongue)
    if rounds is not None:
        return _of_rounds(heading_of(piece, found, tongue), left, rounds)
    called = not left or (settings_of(found).timing is not None and _is_title(left))
    whole = bool(settings) and not amounts and called and not settings_of(found).repeats
    if marked and not left and found and all(map(only_rests, found)):
        return None  # `Rest - 0:30` between two headings
    if marked or colon or whole:
        named = marked or whole or not amounts or _row(found) or not left
        return heading_of(piece, found, tongue) if named else None
    if (
        amounts
        or not _before_rests(text, found, left, tongue)
        or piece.marker
        or re.search(r"[!?]", bare)
        or any(s.work_ms and left for s in settings)
    ):
        return None
    if bare.endswith(".") and len(words_in(bare)) > SHORTEST_SENTENCE:
        return None
    loud = sum(c.isupper() for c in bare) > 3 and not any(c.islower() for c in bare)
    prose, words = tongue.prose, set(words_in(bare))
    spoken = not words.isdisjoint(prose.telling) or not words & prose.social <= prose.sections
    spoken = spoken or _is_cue(bare, tongue)
    head = _HEAD.match(text)
    named = head is not None and _of_section_words(head["head"], tongue)  # `Part 3 - carry it`
    spoken = spoken and not named
    if loud or is_day(text, prose) or (in_section_words(text, prose) and not spoken):
        return heading_of(piece, found, tongue)
    return None


def _leads_on(text: str, tongue: Tongue) -> bool:
    """Whether a text says that what stands below is all of it: `a 20 minute run as follows`."""
    ended = text.casefold().rstrip(" :.").endswith(tongue.prose.leading_on)
    return ended and 1 < len(words_in(text)) <= LONGEST


def _is_title(name: str) -> bool:
    """Whether a name is marked as one by itself: `"The Long One" for time`, `GRINDER - AMRAP 9`."""
    return bool(_QUOTED.fullmatch(name)) or (name.isupper() and len(name) > SHORTEST_TITLE)


def _of_rounds(head: Statement, name: str, rounds: Setting) -> Statement:
    """A heading whose sets are rounds: the rest between those is one between rounds."""
    scope = "rounds" if head.scope == "sets" else head.scope
    said = Prescription(rests_ms=head.said.rests_ms)
    return replace(head, name=name, said=said, setting=rounds, scope=scope)


def _before_rests(text: str, found: Sequence[Part], left: str, tongue: Tongue) -> bool:
    """Whether a section is named before its rests; what stands after tells where they are."""
    rests = rests_in(found)
    if not rests:
        return True
    name = _left_before(rests[0], text, found, tongue)
    if text.count("(", 0, rests[0].start) > text.count(")", 0, rests[0].start):
        return _of_section_words(name, tongue)  # `Part 2, strength (30 s between, no chatting)`
    return bool(name) and _all_in_sections(left, tongue)


def _left_before(part: Part, text: str, found: Sequence[Part], tongue: Tongue) -> str:
    """What is left of a text before one of its parts."""
    return left_of(text[: part.start], [p for p in found if p.end <= part.start], tongue)


def _all_in_sections(text: str, tongue: Tongue) -> bool:
    """Whether a text is nothing but what sections are called."""
    return bool(text) and tongue.prose.sections.issuperset(words_in(text))


def _rounds_before(text: str, found: Sequence[Part], left: str, tongue: Tongue) -> Setting | None:
    """`2 sets:`, `4x Intervals`, `1x`: rounds of what follows."""
    by_sign = _by_sign(text.casefold().replace("\u00d7", "x"), tongue)
    if by_sign:
        return Setting(rounds=Range(by_sign, by_sign))
    one = found[0] if len(found) == 1 else None
    opens = bool(re.search(r"(?::|\bof)\W*$", text.strip())) and not left
    if opens and isinstance(one, Found) and one.said.sets and not one.said.doses:
        return Setting(rounds=one.said.sets)
    return None


def _by_sign(folded: str, tongue: Tongue) -> int:
    """How many rounds an `x` tells, among the words of a heading; 0 where it tells none."""
    if "x" not in folded:
        return 0
    before = _ROUNDS_BEFORE.match(folded)
    if before and (not before["rest"] or in_section_words(before["rest"], tongue.prose)):
        return int(before[1])
    loose = _TIMES_AFTER.match(folded)
    if loose and _of_section_words(loose["head"], tongue):
        return int(loose[2] or loose[3])
    after = _ROUNDS_AFTER.match(folded)
    signed = after is not None and "x" in folded[after.end("head") :]
    if after and signed and in_section_words(after["head"], tongue.prose):
        return int(after[2])
    return 0


def _aside(part: Found, text: str) -> bool:
    """Whether what stands in brackets is no dose: minutes of a section, or a bare number."""
    match part.said.doses:
        case (Timed(length_ms=length),) if part.said.sets is None:
            return length.high >= 120_000 and text[: part.start].rstrip().endswith("(")
    return part.bare and text.count("(", 0, part.start) > text.count(")", 0, part.start)


def _told_of(part: Part, text: str) -> bool:
    """Whether a row stands in brackets among words, and is no dose: `(the 5-3-1 one)`."""
    opened, closed = text.rfind("(", 0, part.start), text.find(")", part.end)
    if opened < 0 or closed < 0 or ")" in text[opened : part.start]:
        return False
    return bool(words_in(text[opened : part.start] + " " + text[part.end : closed]))


def _row(found: Sequence[Part]) -> bool:
    return any(len(part.said.doses) > 2 for part in doses_in(found))


def heading_of(piece: Piece, found: Sequence[Part], tongue: Tongue) -> Statement:
    """A piece as a heading, with the settings and the dose in it."""
    said, whole, setting = NOTHING, NOTHING, settings_of(found)
    for part in doses_in(found):
        row = len(part.said.doses) > 2 and not _told_of(part, piece.text)
        if _of_whole(part, found, piece.text):
            whole = merged(whole, part.said)
        elif row or not part.bare:
            said = merged(said, part.said)
    if setting.timing is Timing.INTERVALS:
        said = replace(said, sets=None, doses=(), sides=None)
    left = left_of(piece.text, found, tongue)
    rest = next(
        iter(rests_in(found)), None
    )  # the words after it say where it is: `rest between exercises`
    left = (rest and _left_before(rest, piece.text, found, tongue)) or left
    if not left and setting.timing:
        left = cleaned(piece.text, frozenset())
    return Statement(
        kind=Kind.HEADING,
        line=piece.number,
        text=piece.text,
        name=left if found else _opening(cleaned(piece.text, frozenset()), tongue),
        nameless=bool(found) and not left_of(piece.text, found, tongue),
        said=said,
        whole=whole,
        setting=setting,
        level=piece.level or (7 if piece.bold else 9),
        indent=piece.indent,
        marker=piece.marker,
        label=piece.label,
        scope=_rest_scope(piece.text, found, tongue),
        for_all=holds_any(piece.text, tongue.prose.for_all),
    )


def _rest_scope(text: str, found: Sequence[Part], tongue: Tongue) -> str:
    """What the rests of a heading are between, by the words from them on, or by all of them."""
    start = next((part.start for part in rests_in(found)), 0)
    own = scope_of(text[start:], tongue.prose)
    return own or scope_of(text, tongue.prose)


def _opening(name: str, tongue: Tongue) -> str:
    """A name; of words that open a section those that name it: `Finish with` is `Finish`."""
    first, _, last = name.rpartition(" ")
    return first if first and last.casefold() in tongue.words.with_load.by_first else name


def heads_list(statement: Statement, below: Statement | None, tongue: Tongue) -> bool:
    """Whether a row is that of the names below it: `Down the stairs 15-12-9`."""
    named = below is not None and below.kind is Kind.NAME and not statement.marker
    row = len(statement.said.doses) > FEWEST_ROW
    return named and row and not names_movement(statement.name, tongue.prose)


def _of_whole(part: Found, found: Sequence[Part], text: str) -> bool:
    """Whether a dose in a heading is that of all below it: `Warm-up (10 min)`, `Pool (1000 m)`."""
    far = isinstance((*part.said.doses, None)[0], Distance) and part.said.sets is None
    inside = text.count("(", 0, part.start) > text.count(")", 0, part.start)
    return (far and inside) or _only_minutes(part, found)


def _only_minutes(part: Found, found: Sequence[Part]) -> bool:
    """Whether a length in a heading is that of the section: `Warm-up (10 min)`."""
    match part.said.doses:
        case (Timed(length_ms=length),) if part.said.sets is None and not part.said.rests_ms:
            return length.high >= 120_000 or len(found) == 1
    return False


def opened(piece: Piece, tongue: Tongue) -> tuple[Statement, str] | None:
    """`Warm up: jog 10 min`, `finish with plank 3x40s`: a heading and what follows it."""
    text = piece.text
    if piece.level or piece.label or _leads_on(text, tongue):
        return None
    match = _HEAD.match(text)
    if match and _of_section_words(match["head"], tongue):
        found = _after_head(piece, match["head"], match["rest"], tongue)
        if found:
            return found
    if match and not piece.marker and _is_told_more(match["head"], match["rest"], tongue):
        return heading_of(piece.saying(match["head"]), (), tongue), match["rest"]
    spoken = match and set(words_in(match["head"])) & (
        tongue.prose.telling | tongue.words.rest.alone
    )
    lists = match and not (piece.marker or spoken) and _lists(match["rest"], tongue)
    turns = match and _opens_turns(match["head"], tongue)
    if match and (lists or (turns and not parts(match["rest"], tongue))):
        said = parts(match["head"], tongue) if turns else ()
        return heading_of(piece.saying(match["head"]), said, tongue), match["rest"]
    length = opener(text, tongue)
    if not length:
        return None
    return _after_head(piece, text[:length], text[length:].lstrip(" :,-\u2013\u2014"), tongue)


def _lists(text: str, tongue: Tongue) -> bool:
    """Whether a text is a list of exercises, so that what stands before it is no name of one."""
    found = parts(text, tongue)
    told = pairs(text, found, tongue) if sum(map(amount_of, found)) >= FEWEST_LISTED - 1 else []
    names = {re.sub(r"\d+\w*", "", pair.name.casefold()) for pair in told}  # `1st time through`
    known = re.match(r"\d", text) and all(names_movement(p.name, tongue.prose) for p in told)
    fewest = FEWEST_LISTED - 1 if known else FEWEST_LISTED  # `Hips - 8 squats, 6 lunges`
    return len(told) >= fewest and len(names) == len(told)


def _opens_turns(head: str, tongue: Tongue) -> bool:
    """Whether a heading is nothing but how a section goes: `Tabata: hollow hold`."""
    found = parts(head, tongue)
    return bool(settings_of(found).timing) and not left_of(head, found, tongue)


def _is_cue(text: str, tongue: Tongue) -> bool:
    """Whether a part of the body is told how to be: `Core: tight and braced throughout`."""
    head, colon, rest = text.partition(": ")
    of_days = set(words_in(head)) & tongue.prose.days
    return bool(colon) and not of_days and len(words_in(rest)) > 2 and not in_section_words(
        rest, tongue.prose
    )  # fmt: skip


def _is_told_more(head: str, rest: str, tongue: Tongue) -> bool:
    """Whether a heading goes on with words about it: `The strength block: take the band off`."""
    words = set(words_in(head)[1:])  # one word alone is what a cue is about: `Block: hold it high`
    named = bool(words & tongue.prose.divisions) and not set(words_in(head)) & tongue.prose.telling
    return named and len(words_in(rest)) > 2 and not parts(rest, tongue)


def _after_head(piece: Piece, head: str, rest: str, tongue: Tongue) -> tuple[Statement, str] | None:
    inside = parts(rest, tongue, bare_m=metres(f"{head} {rest}", tongue))
    amounts = [part for part in inside if amount_of(part)]
    statement = heading_of(piece.saying(head), (), tongue)
    if any(map(_says_how, inside)) and not amounts and not _ENDED.search(_UNIT_STOP.sub(" ", rest)):
        told = replace(statement, said=_all_said(inside), setting=settings_of(inside))
        name = left_of(rest, inside, tongue)
        if told.setting.work_ms and names_movement(name, tongue.prose):  # `Finish: tabata burpees`
            return told, name
        return replace(told, scope=_rest_scope(rest, inside, tongue) or told.scope), ""
    doses = [dose for part in doses_in(inside) for dose in part.said.doses]
    far = any(isinstance(dose, Distance) for dose in doses)
    if amounts and not left_of(rest, inside, tongue) and not any(map(_whole_dose, amounts)):
        return replace(statement, said=_all_said(inside), setting=settings_of(inside)), ""
    if not amounts or not (left_of(rest, inside, tongue) or far):
        return None
    named = names_movement(left_of(rest, inside, tongue), tongue.prose)
    named = named or bool(listing(rest, inside, tongue)[0])
    if holds_any(rest, tongue.prose.for_all) and isinstance(amounts[0], Found) and not named:
        setting = settings_of(inside)
        return replace(statement, said=_all_said(inside), setting=setting, for_all=True), ""
    return statement, rest


def _says_how(part: Part) -> bool:
    """Whether a part says something of a section: more than a load."""
    if isinstance(part, Setting):
        return True
    return bool(part.said.rests_ms or part.said.sides or part.said.sets or part.said.tempo)


def _whole_dose(part: Part) -> bool:
    """Whether a part says more than how many sets there are: `Legs: 3 sets each`."""
    return isinstance(part, Found) and bool(part.said.doses or part.said.times)


def _all_said(found: Sequence[Part]) -> Prescription:
    said = NOTHING
    for part in doses_in(found):
        said = merged(said, part.said)
    return said


def _of_section_words(text: str, tongue: Tongue) -> bool:
    """Whether all that a text says is that it is a section."""
    words = words_in(text)
    short = 0 < len(words) < 6 and in_section_words(text, tongue.prose)
    several = [word for word in words if len(word) > 1 or len(words) == 1]  # `Part B, balance`
    return is_day(text, tongue.prose) or (short and _loose_in_headings(tongue).issuperset(several))


@cache
def _loose_in_headings(tongue: Tongue) -> frozenset[str]:
    """The words that a heading may be made of."""
    prose = tongue.prose
    return prose.sections | prose.glue | prose.little | set(tongue.words.numbers)
