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
    place = _entry(lines, key) or _example(lines, key)
    if place is None:
        return f"{text.rstrip()}\n{line}" if text.strip() else line
    return "".join([*lines[: place.start], line, *lines[place.stop :]])


def without_value(text: str, key: str) -> str:
    """The text without a value; its example comes back."""
    lines = text.splitlines(keepends=True)
    place = _entry(lines, key)
    if place is None:
        return text
    example = f"# {written_key(key)}: {EXAMPLES[key]}\n"
    return "".join([*lines[: place.start], example, *lines[place.stop :]])


def written_key(key: str) -> str:
    """A key as it is written: like the option."""
    return key.replace("_", "-")


def _entry(lines: Sequence[str], key: str) -> range | None:
    """Where a key and its value stand."""
    start = next(_lines_with(lines, key, mark=""), None)
    if start is None:
        return None
    stop = start + 1
    while stop < len(lines) and re.match(r"[ \t-]+\S", lines[stop]):
        stop += 1
    return range(start, stop)


def _example(lines: Sequence[str], key: str) -> range | None:
    start = next(_lines_with(lines, key, mark="# ?"), None)
    return None if start is None else range(start, start + 1)


def _lines_with(lines: Sequence[str], key: str, *, mark: str) -> Iterator[int]:
    name = key.replace("_", "[ _-]")
    return (i for i, line in enumerate(lines) if re.match(rf"{mark}{name}[ \t]*:", line))


def _scalar(value: str) -> str:
    return value if _BARE.fullmatch(value) else json.dumps(value, ensure_ascii=False)
