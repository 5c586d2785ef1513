"""What brackets hold together: `6 x (2 min hard / 1 min easy)`, `3 rounds [10 dips, 8 rows each]`.

Before them stands how all of it goes, and at most the name of the section; after them the rest.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from earcoach.routine.model import Distance, Range, Timed
from earcoach.routine.prescription import (
    Cursor,
    Misread,
    Prescription,
    duration_range_of,
    longest,
)
from earcoach.written.about_all import merged_all, plain
from earcoach.written.believing import believed
from earcoach.written.names import cleaned, in_section_words, names_movement, words_in
from earcoach.written.pairs import is_name
from earcoach.written.parts import (
    Part,
    Tongue,
    amount_of,
    doses_in,
    left_of,
    metres,
    parts,
    rests_in,
    settings_of,
)
from earcoach.written.pieces import Piece
from earcoach.written.settings import Setting
from earcoach.written.statements import PLAIN, Kind, Statement, nameless

FEWEST = 2
"""Exercises in brackets that take turns."""

MOST_ROUNDS = 60
"""Of a line; more count something else."""

LONGEST_TITLE = 4
"""Words of a name before the rounds."""

_TITLE = re.compile(r"^(?P<title>[^:]{1,40}?)(?::\s+|\s+[-\u2013\u2014]\s+)(?P<how>\S.*)$")
_TIMES = re.compile(r"(?<!\d)(\d{1,2})\s*[x\u00d7*]|(?<!\w)[x\u00d7*]\s*(\d{1,2})(?![\d\w])")
_SIGNS = r"\s*[+,;|\u00b7]\s*|\s+[/&\u2013-]\s+|\s*\u2192\s*"
_ANY_SIGN = r"\s*[/+,;&]\s*|\s+[-\u2013]\s+"


def bracketed(piece: Piece, tongue: Tongue) -> tuple[Statement, ...]:
    """How the exercises in brackets go, those themselves, and their end; () for another line."""
    cut = _cut(piece.text)
    if cut is None:
        return ()
    before, inside, after = cut
    told = _told_before(before, tongue)
    ends = _told_after(after, tongue) if told else None
    if told is None or ends is None:
        return ()
    title, setting = told
    setting = setting.with_more(ends)
    several = setting.timing or (setting.rounds and 1 < setting.rounds.low <= MOST_ROUNDS)
    members, rest = _members(piece, inside, tongue) if several else ([], None)
    if len(members) < FEWEST:
        return ()
    setting = setting.with_more(Setting(round_rest_ms=rest))
    head = nameless(plain(piece, Kind.HEADING), replace(setting, start=0, end=0))
    head = replace(head, name=title, nameless=not title, level=piece.level or head.level)
    return (head, *members, nameless(plain(piece, Kind.HEADING), PLAIN))


def _cut(text: str) -> tuple[str, str, str] | None:
    """What stands before, in and after the brackets of a line that hold a list."""
    for opened in re.finditer(r"[(\[]", text):
        depth = 0
        for at in range(opened.start(), len(text)):
            depth += (text[at] in "([") - (text[at] in ")]")
            if not depth:
                inside = text[opened.end() : at]
                if re.search(rf"\w(?:{_ANY_SIGN}|\s\w+\s)\w", inside):
                    return text[: opened.start()], inside, text[at + 1 :]
                break
    return None


def _told_before(text: str, tongue: Tongue) -> tuple[str, Setting] | None:
    """The name of the section and how it goes; None where more is said."""
    how, title = text.strip(" :.-\u2013\u2014"), ""
    named = _TITLE.match(how)
    if named and not names_movement(named["title"], tongue.prose):
        title, how = cleaned(named["title"], frozenset()), named["how"]
    words = words_in(title)
    if len(words) > LONGEST_TITLE or not tongue.prose.telling.isdisjoint(words):
        return None
    setting, left = _regime(how, tongue)
    if not left:
        return title, setting
    called = not title and in_section_words(left, tongue.prose)
    return (left, setting) if called and tongue.prose.sections.issuperset(words_in(left)) else None


def _told_after(text: str, tongue: Tongue) -> Setting | None:
    """What follows the brackets of a list: how often it is done, and the rest after each time."""
    setting, left = _regime(text.strip(" .;,"), tongue)
    found = rests_in(parts(text, tongue))
    if left and not (found and tongue.prose.telling.isdisjoint(words_in(left))):
        return None
    rest = found[0].said.rests_ms[0] if found else None
    return setting.with_more(Setting(round_rest_ms=rest))


def _regime(text: str, tongue: Tongue) -> tuple[Setting, str]:
    """How a section goes, and what else a text says."""
    signed = _TIMES.search(text)
    if signed and not re.search(r"\d", text[: signed.start()]):
        often = int(signed[1] or signed[2])
        text = text[: signed.start()] + text[signed.end() :]
        found = parts(text, tongue)
        told = replace(settings_of(found), rounds=Range(often, often))
    else:
        found = parts(text, tongue)
        told = settings_of(found)
        sets = next((p.said.sets for p in doses_in(found) if p.said.sets), None)
        told = told.with_more(Setting(rounds=sets))
    more = any(amount_of(part) and not _only_sets(part) for part in found)
    left = text if more else left_of(text, found, tongue)
    return told, left


def _only_sets(part: Part) -> bool:
    if isinstance(part, Setting):
        return True
    return part.said == Prescription(sets=part.said.sets, rests_ms=part.said.rests_ms)


def _members(piece: Piece, inside: str, tongue: Tongue) -> tuple[list[Statement], Range | None]:
    """The exercises of a list, and the rest at its end; none where an item is anything else."""
    for signs in (_SIGNS, _ANY_SIGN):
        told = list(_items(inside, signs, tongue))
        rest = _rest(told[-1], tongue)
        told = told[:-1] if rest else told
        members = [_member(piece, text, tongue) for text in told]
        if len(members) >= FEWEST and all(members):
            return [member for member in members if member], rest
    return [], None


def _items(text: str, signs: str, tongue: Tongue) -> Iterator[str]:
    """The items of a list; nothing parts what stands in brackets of its own."""
    words = tongue.prose.parting.alternatives
    start = 0
    for sign in re.finditer(rf"{signs}|\s+(?:{words})\s+", text, re.IGNORECASE):
        before = text[: sign.start()]
        if before.count("(") == before.count(")") and sign.start() > start:
            yield text[start : sign.start()].strip()
            start = sign.end()
    yield text[start:].strip()


def _rest(text: str, tongue: Tongue) -> Range | None:
    """How long a text rests, where it says no more."""
    found = parts(text, tongue)
    rests = rests_in(found)
    only = bool(rests) and len(rests) == len(found) and not any(map(amount_of, found))
    return rests[0].said.rests_ms[0] if only else None


def _member(piece: Piece, text: str, tongue: Tongue) -> Statement | None:
    """One of the exercises: how much, and what it is."""
    return _by_length(piece, text, tongue) or _by_dose(piece, text, tongue)


def _by_length(piece: Piece, text: str, tongue: Tongue) -> Statement | None:
    """What begins with how long or how far: `2 min hard`, whatever it is called."""
    c = Cursor(text, words=tongue.words, bare_m=metres(piece.text, tongue), strict=False)
    try:
        length = duration_range_of(c)
    except Misread:
        return None
    if length is not None:
        said = Prescription(doses=(Timed(length, hold=False),))
    else:
        c.at = 0
        far = longest(c)
        if far is None or not far.said.doses or not isinstance(far.said.doses[0], Distance):
            return None
        said = far.said
    name = cleaned(text[c.end :], tongue.prose.glue)
    alone = name and not parts(text[c.end :], tongue)
    return plain(piece, Kind.EXERCISE, name=name, said=said) if alone else None


def _by_dose(piece: Piece, text: str, tongue: Tongue) -> Statement | None:
    """What has one dose, before its name or after it: `10 dips`, `run 1 min`."""
    found = believed(piece.saying(text), tongue, in_prose=False)
    amounts = [part for part in doses_in(found) if amount_of(part)]
    name = left_of(text, found, tongue)
    if len(amounts) != 1 or not amounts[0].said.doses or not is_name(name, tongue):
        return None
    timed = isinstance(amounts[0].said.doses[0], Timed | Distance)
    if not timed and not names_movement(name, tongue.prose) and len(words_in(name)) > LONGEST_TITLE:
        return None
    return plain(piece, Kind.EXERCISE, name=name, said=merged_all(text, found, tongue))
