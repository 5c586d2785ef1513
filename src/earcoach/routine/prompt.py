"""The page that makes any assistant write a valid routine; its keys are those that are read."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from earcoach.routine import keys
from earcoach.routine.fields import Field

MOST_VALUES = 8
PAGE = Path(__file__).with_name("prompt.md")


def assistant_prompt() -> str:
    """Rules, the keys, and an example of everything, as Markdown."""
    page = PAGE.read_text(encoding="utf-8")
    own = [field for field in keys.EXERCISE if field not in keys.DEFAULTS]
    section = [field for field in keys.SECTION if field not in keys.DEFAULTS]
    lists = {
        "routine": _listed(keys.ROUTINE),
        "section": _listed(section),
        "exercise": _listed(own),
        "defaults": _listed(keys.DEFAULTS),
    }
    for name, listed in lists.items():
        page = page.replace(f"{{{name}}}", listed)
    return page


def _listed(fields: Iterable[Field[Any]]) -> str:
    return "\n".join(f"* `{field.key}`: {field.meaning}{_values(field)}" for field in fields)


def _values(field: Field[Any]) -> str:
    """What a key can be, where that is a short list."""
    values = field.schema.get("enum", ())
    if len(values) > MOST_VALUES or not all(isinstance(value, str) for value in values):
        return ""
    return f" One of {', '.join(f'`{value}`' for value in values)}." if values else ""
