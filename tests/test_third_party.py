"""THIRD_PARTY.md: every package that earcoach asks for is in it."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def packages() -> Iterator[str]:
    extras = PROJECT["optional-dependencies"]
    asked = [*PROJECT["dependencies"], *(p for e in extras if e != "test" for p in extras[e])]
    for requirement in asked:
        yield re.split(r"[^\w-]", requirement)[0]


@pytest.mark.parametrize("package", sorted(set(packages())))
def test_its_licence_is_told(package: str) -> None:
    told = (ROOT / "THIRD_PARTY.md").read_text(encoding="utf-8")
    assert re.search(rf"\b{re.escape(package)}\b", told), f"say what {package}'s licence is"


@pytest.mark.parametrize("extra", sorted(set(PROJECT["optional-dependencies"]) - {"test"}))
def test_every_extra_is_told(extra: str) -> None:
    assert f"\n| {extra} |" in (ROOT / "THIRD_PARTY.md").read_text(encoding="utf-8")


def test_no_installation_needs_anything_under_the_gpl() -> None:
    """What is, is an extra; the LGPL is for libraries that can be replaced."""
    told = (ROOT / "THIRD_PARTY.md").read_text(encoding="utf-8")
    (always,) = re.findall(r"## With every installation\n(.*?)\n## ", told, re.DOTALL)
    rows = [line for line in always.splitlines() if line.startswith("| ")]
    assert len(rows) > len(PROJECT["dependencies"])
    assert [row for row in rows if re.search(r"(?<!L)\bA?GPL", row)] == []
