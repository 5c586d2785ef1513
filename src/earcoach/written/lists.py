"""Lists of items with the same mark: what the line above says of them, and what all of them are."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from earcoach.written.names import cleaned, in_section_words, words_in
from earcoach.written.parts import Tongue
from earcoach.written.settings import Setting
from earcoach.written.statements import NOTHING, PLAIN, Kind, Lines, Statement, first_below

FEWEST = 3
"""Items by which it is told what another one is."""

LONGEST = 8
"""Words of an item that is a name like the others."""


_BESIDE = re.compile(r"\(|\s[-\u2013\u2014]\s")
"""Where the name of a section ends, and words about it begin."""

_NAMED = (Kind.NAME, Kind.EXERCISE)


def with_led_lists(said: Lines, tongue: Tongue) -> Lines:
    """The lines; one below other exercises that says how the list below it goes is its heading."""
    out: Lines = []
    begun = False
    for n, line in enumerate(said):
        led = begun and _leads(line) and _is_item(first_below(said, n), line[0])
        out.append(list(_headed(line, tongue)) if led else line)
        begun = begun or any(one.kind is Kind.EXERCISE and one.said.doses for one in line)
    return out


def _leads(line: Sequence[Statement]) -> bool:
    """Whether a line says how often all is gone through, or how long one works, and no more."""
    headed = line[0].kind is Kind.HEADING and (len(line) == 1 or line[0].setting.says)
    if headed or any(one.kind in _NAMED and one.said.doses for one in line):
        return False
    return any(one.kind is Kind.SETTING and _goes(one.setting) for one in line)


def _goes(setting: Setting) -> bool:
    return bool(setting.work_ms or (setting.rounds and not setting.repeats))


def _is_item(one: Statement | None, above: Statement) -> bool:
    if one is None or one.kind not in (*_NAMED, Kind.PROSE) or one.marker in ("set", "field"):
        return False
    return bool(one.marker and not above.marker) or one.indent > above.indent


def _headed(line: Sequence[Statement], tongue: Tongue) -> Iterator[Statement]:
    """A line as a heading, and the rests that it tells of."""
    first, whole = line[0], Setting()
    for one in line:
        whole = whole.with_more(one.setting)
    text = first.name if first.kind is Kind.HEADING else _BESIDE.split(first.text)[0]
    named = first.kind is not Kind.SETTING and in_section_words(text, tongue.prose)
    name = cleaned(text, tongue.prose.glue) if named else ""
    yield replace(
        first, kind=Kind.HEADING, name=name, said=NOTHING, setting=whole, level=9, nameless=not name
    )
    for one in line:
        if one.kind is Kind.SETTING and one.said.rests_ms:
            yield replace(one, setting=PLAIN)
        elif one.kind is not Kind.SETTING and one is not first:
            yield one


def with_items_alike(said: Lines, tongue: Tongue) -> Lines:
    """The lines; in a list of names one that reads like a sentence is a name too."""
    out = list(said)
    for start, end in _runs(said):
        items = [line[0] for line in said[start:end] if len(line) == 1]
        names = [one for one in items if one.kind is Kind.NAME]
        if len(names) < FEWEST or 2 * len(names) <= end - start:
            continue
        for n in range(start, end):
            one = said[n][0]
            if len(said[n]) == 1 and one.kind is Kind.PROSE and _may_be_name(one, tongue):
                out[n] = [replace(one, kind=Kind.NAME, name=cleaned(one.text, tongue.prose.glue))]
    return out


def _runs(said: Lines) -> Iterator[tuple[int, int]]:
    """Where lines with the same mark begin, and where they end."""
    start = 0
    for n, line in enumerate([*said, []]):
        same = bool(line) and bool(line[0].marker) and _mark(line[0]) == _mark(said[start][0])
        if not same:
            if n - start > 1:
                yield start, n
            start = n


def _mark(one: Statement) -> tuple[str, int]:
    return ("1" if one.marker[:1].isdigit() else one.marker, one.indent)


def _may_be_name(one: Statement, tongue: Tongue) -> bool:
    words, prose = words_in(one.text), tongue.prose
    ended = one.text.rstrip()[-1:] in ".!?"
    clear = 0 < len(words) <= LONGEST and not set(words) & prose.telling
    return clear and not ended and words[0] not in prose.how_to | prose.little
