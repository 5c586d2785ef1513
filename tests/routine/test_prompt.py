"""The page for assistants: every example in it is valid, and no key is left out."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from earcoach.routine import keys
from earcoach.routine.loading import loads
from earcoach.routine.model import Timing
from earcoach.routine.prompt import assistant_prompt

EXAMPLES = re.findall(r"^```yaml\n(.*?)^```", assistant_prompt(), re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_is_a_routine(example: str) -> None:
    assert loads(example).sections


def keys_in(value: Any) -> Iterator[str]:
    match value:
        case dict():
            for key, inside in value.items():
                yield key
                yield from keys_in(inside)
        case list():
            for inside in value:
                yield from keys_in(inside)


def test_every_key_and_every_type_has_an_example() -> None:
    documents = [yaml.safe_load(example) for example in EXAMPLES]
    known = {field.key for field in (*keys.ROUTINE, *keys.SECTION, *keys.EXERCISE)}
    assert known <= set(keys_in(documents))
    timings = {section.timing for example in EXAMPLES for section in loads(example).sections}
    assert timings == set(Timing)


def test_every_key_is_explained() -> None:
    page = assistant_prompt()
    for field in (*keys.ROUTINE, *keys.SECTION, *keys.EXERCISE):
        assert f"* `{field.key}`: {field.meaning}" in page
    assert "{" not in re.sub(r"`[^`]*`", "", page.split("## A usual routine")[0])
