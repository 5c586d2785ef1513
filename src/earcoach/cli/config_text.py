"""The text of `config.yaml`: explained where it is new, and changed without touching the rest."""

import json
import re
from collections.abc import Iterator, Sequence

from earcoach.defaults import config_fields

HEAD = """\
# Your own defaults of earcoach. The command line wins, then the routine, then this file.
# Take away the `#` before a line to make it count; `earcoach config check` looks it over.
"""
EXAMPLES = {
    "voice": "neural",
    "speech_speed": "1.0",
    "loudness": "-16",
    "pace": "1.0",
    "level": "middle",
    "coaching": "standard",
    "counting": "every",
    "language": "en",
    "have": "[mat, mini band]",
    "without": "[exercise ball]",
    "device": "headphones",
    "music": "~/Music/workout",
    "music_level": "-8",
}
_BARE = re.compile(r"[\w/~.+-](?:[\w/~.+ -]|:(?! ))*(?<![ :])")


def new_text() -> str:
    """A file that sets nothing and explains everything."""
    entries = (
        f"\n# {field.meaning}\n# {written_key(field.key)}: {EXAMPLES[field.key]}\n"
        for field in config_fields()
    )
    return HEAD + "".join(entries)


def with_value(text: str, key: str, values: Sequence[str]) -> str:
    """The text with a value: in place of what is there, or of its example, or at the end."""
    shown = [_scalar(value) for value in values]
    line = f"{written_key(key)}: {shown[0] if len(shown) == 1 else '[' + ', '.join(shown) + ']'}\n"
    lines = text.splitlines(keepends=True)
    places = _entries(lines, key) or _examples(lines, key)[:1]
    if not places:
        return f"{text.rstrip()}\n{line}" if text.strip() else line
    return _with(line, lines, places)


def without_value(text: str, key: str) -> str:
    """The text without a value; its example comes back."""
    lines = text.splitlines(keepends=True)
    places = _entries(lines, key)
    if not places:
        return text
    return _with(
        f"# {written_key(key)}: {EXAMPLES[key]}\n" if key in EXAMPLES else "", lines, places
    )


def lines_of(text: str, key: str) -> set[int]:
    """The lines, from 1, in which a key and its value stand."""
    return {n + 1 for place in _entries(text.splitlines(), key) for n in place}


def written_key(key: str) -> str:
    """A key as it is written: like the option."""
    return key.replace("_", "-")


def _with(line: str, lines: Sequence[str], places: Sequence[range]) -> str:
    """The lines with one in the first of these places, and nothing in the others."""
    gone = {number for place in places for number in place}
    kept = [
        text if n not in gone else line * (n == places[0].start) for n, text in enumerate(lines)
    ]
    return "".join(kept)


def _entries(lines: Sequence[str], key: str) -> list[range]:
    """Where a key and its value stand; more than once where that is the mistake."""
    return [range(start, _end(lines, start)) for start in _lines_with(lines, key, mark="")]


def _end(lines: Sequence[str], start: int) -> int:
    stop = start + 1
    while stop < len(lines) and re.match(r"[ \t-]+\S", lines[stop]):
        stop += 1
    return stop


def _examples(lines: Sequence[str], key: str) -> list[range]:
    return [range(start, start + 1) for start in _lines_with(lines, key, mark="# ?")]


def _lines_with(lines: Sequence[str], key: str, *, mark: str) -> Iterator[int]:
    name = re.escape(key).replace("_", "[ _-]")
    return (i for i, line in enumerate(lines) if re.match(rf"{mark}{name}[ \t]*:", line))


def _scalar(value: str) -> str:
    return value if _BARE.fullmatch(value) else json.dumps(value, ensure_ascii=False)
