"""A routine of our own format inside a text: in a code fence, or bare with words around it.

This is how an assistant answers that was shown `earcoach prompt`.
"""

import json
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress

from earcoach.routine.keys import ROUTINE
from earcoach.written.sources.decoding import decoded
from earcoach.written.sources.original import Original, RoutineText

FENCE = re.compile(r"^\s*(`{3,}|~{3,})\s*([\w+-]*)\s*$")
KEY = re.compile(r"^(\s*)([a-z_]+)\s*:(?:\s|$)")
KEYS = frozenset(field.key for field in ROUTINE)
CONTENT = frozenset(("exercises", "sections"))
"""A routine has one of these; no other text has one as a key of its outermost level."""

SUFFIXES = (".yaml", ".yml")


def is_routine(original: Original) -> bool:
    """Whether all of it is meant as a routine: by its name, or as JSON with the keys of one."""
    if original.suffix in SUFFIXES:
        return True
    if not original.data.lstrip().startswith(b"{"):
        return False
    with suppress(ValueError, RecursionError):
        document = json.loads(decoded(original.data, original.charset))
        return isinstance(document, dict) and bool(CONTENT & document.keys())
    return False


def read_routine_text(original: Original) -> RoutineText:
    """All of it, as it is: what is wrong is said with its place."""
    return RoutineText(text=decoded(original.data, original.charset), name=original.name)


def routine_in(text: str) -> str | None:
    """The first routine in a text, each line where it was and all others empty; or None."""
    lines = text.split("\n")
    found = (block for find in (_fenced, _bare) for block in find(lines))
    block = next(found, None)
    if block is None:
        return None
    return "\n" * block.start + "\n".join(lines[block.start : block.stop]) + "\n"


def _fenced(lines: Sequence[str]) -> Iterator[range]:
    """The insides of code fences that are routines; a fence may be left open."""
    begins, mark = None, ""
    for number, line in enumerate([*lines, "```"]):
        fence = FENCE.match(line)
        if fence and begins is None:
            begins, mark = number + 1, fence[1]
        elif fence and begins is not None and (fence[1].startswith(mark) or number == len(lines)):
            if _keys(lines[begins:number]) & CONTENT:
                yield range(begins, number)
            begins = None


def _bare(lines: Sequence[str]) -> Iterator[range]:
    """Stretches that are routines: from one of its keys to a line that is none of its lines."""
    begins = None
    for number, line in enumerate([*lines, "."]):
        if begins is None and _key(line):
            begins = number
        elif begins is not None and not _goes_on(line):
            keys = _keys(lines[begins:number])
            if "title" in keys and keys & CONTENT:
                yield range(begins, number)
            begins = None


def _goes_on(line: str) -> bool:
    return not line.strip() or line[0] in " #" or line.startswith(("- ", "---")) or _key(line)


def _key(line: str) -> bool:
    key = KEY.match(line)
    return bool(key and not key[1] and key[2] in KEYS)


def _keys(lines: Sequence[str]) -> set[str]:
    """The keys of the outermost level."""
    keys = [key for line in lines if (key := KEY.match(line))]
    return {key[2] for key in keys if key[1] == keys[0][1]}
