"""Names that are written alike, each above how an exercise is done, and how much of it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from earcoach.written.names import is_sentence, names_known, names_movement, words_in
from earcoach.written.parts import Tongue
from earcoach.written.pieces import Piece
from earcoach.written.statements import UNMARKED, Kind, Lines, Statement

FEWEST = 2
"""Such names in a text, where marks tell them from what stands below."""

FEWEST_PLAIN = 3
"""The same, where nothing marks them."""

LONGEST = 8
"""Words of such a name."""

_NAMING = (Kind.NAME, Kind.HEADING, Kind.EXERCISE, Kind.PROSE)
_DOSED = (Kind.EXERCISE, Kind.DOSE, Kind.SETTING)


def names_alike(said: Lines, pieces: Sequence[Piece], tongue: Tongue) -> dict[int, int]:
    """The places of such names, each with where what is said of it ends; none in other texts."""
    groups: dict[str, list[int]] = defaultdict(list)
    for n, piece in enumerate(pieces):
        if key := _key(said, n, piece, tongue):
            groups[key].append(n)
    for key in sorted(groups, reverse=True):
        found = _cards(said, ends_below(said, groups[key], alone=key != _PLAIN), tongue)
        if key in (_PLAIN, _ALONE):
            found = {n: end for n, end in found.items() if _has_dose(said[n:end])}
        sure = key not in (_PLAIN, _ALONE) or all(_is_movement(said[n], tongue) for n in found)
        if len(found) >= (FEWEST if sure else FEWEST_PLAIN):
            return found
    return {}


_PLAIN = "a name at the top of its paragraph"
_ALONE = "a name in a paragraph of its own"


def _key(said: Lines, n: int, piece: Piece, tongue: Tongue) -> str:
    """How a line is marked that may be such a name; "" for one that is not marked."""
    if not piece.text or said[n][0].kind not in _NAMING:
        return ""
    if piece.level:
        return f"level {piece.level}"
    if piece.bold:
        return "bold"
    if piece.marker == "n":
        return "numbered"
    apart = n == 0 or said[n - 1][0].kind is Kind.BLANK
    if apart and piece.marker[:1].isdigit():
        return "counted"
    below = n + 1 < len(said) and said[n + 1][0].kind is not Kind.BLANK
    if not apart or piece.marker:
        return ""
    named = _may_name(said[n], tongue) and not _has_dose(said[n : n + 1])
    return _PLAIN if below else _ALONE if named else ""


def _may_name(line: Sequence[Statement], tongue: Tongue) -> bool:
    """Whether a line may be the name of an exercise: no section, and not told to anybody."""
    one, prose = line[0], tongue.prose
    words = words_in(one.text.partition("(")[0])
    section = prose.sections | prose.asides | prose.clock_notes
    named = 0 < len(words) <= LONGEST and not section.issuperset(words)
    told = one.setting.says or one.text[-1:] in ".!?" or len(line) > 1
    return named and not told and prose.telling.isdisjoint(words)


def _is_movement(line: Sequence[Statement], tongue: Tongue) -> bool:
    return names_movement(line[0].text, tongue.prose)


def _cards(said: Lines, ends: Mapping[int, int], tongue: Tongue) -> dict[int, int]:
    """The names with what is said of each, if most have a dose, and none has exercises below it."""
    found = {n: end for n, end in ends.items() if _may_name(said[n], tongue)}
    known = [n for n in found if names_known(said[n][0].text, tongue.prose)]
    told = [
        n for n, end in found.items() if _has_dose(said[n:end]) and _has_body(said[n + 1 : end])
    ]
    lists = any(_lists(said[n + 1 : end], tongue) for n, end in found.items())
    if 2 * len(known) < len(found) or 3 * len(told) < 2 * len(found) or lists:
        return {}
    return found


def ends_below(said: Lines, names: Sequence[int], *, alone: bool) -> dict[int, int]:
    """Each name with where what is said of it ends: at the next one, or at a heading above them.

    What does not stand alone ends with its paragraph.
    """
    return {
        n: next((at for at in range(n + 1, end) if _is_over(said, n, at, alone=alone)), end)
        for n, end in zip(names, (*names[1:], len(said)), strict=True)
    }


def _is_over(said: Lines, n: int, at: int, *, alone: bool) -> bool:
    one = said[at][0]
    above = one.kind is Kind.HEADING and 0 < one.level < (said[n][0].level or UNMARKED)
    return above or (one.kind is Kind.BLANK and not alone)


def _has_body(lines: Lines) -> bool:
    return any(line[0].kind is not Kind.BLANK for line in lines)


def _has_dose(lines: Lines) -> bool:
    return any(
        one.kind in (*_DOSED, Kind.HEADING)
        and (one.said.doses or one.said.times or one.said.sets or one.setting.repeats)
        for line in lines
        for one in line
    )


def _lists(lines: Lines, tongue: Tongue) -> bool:
    """Whether lines are exercises with doses of their own: one by its name, or several."""
    if any(_is_section(line[0], tongue) for line in lines):
        return True
    listed = [line[0] for line in lines if _is_exercise(line, tongue)]
    return len(listed) > 1 or any(names_movement(one.name, tongue.prose) for one in listed)


def _is_section(one: Statement, tongue: Tongue) -> bool:
    """Whether a deeper heading is more than a part of what is told of one exercise: `Notes`."""
    prose, words = tongue.prose, words_in(one.name)
    parts = prose.sections | prose.asides | prose.remarks | prose.logging
    return one.kind is Kind.HEADING and 0 < one.level < UNMARKED and parts.isdisjoint(words)


def _is_exercise(line: Sequence[Statement], tongue: Tongue) -> bool:
    one, first = line[0], words_in(line[0].text)[:1]
    if len(line) > 1 or one.kind is not Kind.EXERCISE or not (one.said.doses or one.said.times):
        return False
    told = is_sentence(one.text, tongue.prose) or not tongue.prose.how_to.isdisjoint(first)
    return not told and (one.text.startswith(one.name) or one.text[:1].isdigit())
