"""Any file at all: a routine, or mistakes that lie inside it; never a traceback."""

import re

from hypothesis import example, given, settings, strategies as st
from mistaken import LEGS, is_plain

from earcoach import InvalidRoutine, Routine, loads
from earcoach.plan.planning import make_plan


def lines_as_an_editor_shows_them(data: bytes) -> list[str]:
    text = data.decode("utf-8-sig", "replace")
    return re.split("\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]", text)


def check_any(data: bytes) -> None:
    """The file is a routine that can be planned, or has mistakes that lie inside it."""
    try:
        routine = loads(data, path="any.yaml")
    except InvalidRoutine as error:
        assert is_plain(error.message)
        lines = lines_as_an_editor_shows_them(data)
        for place in (found.place for found in error.diagnostics):
            assert 1 <= place.line <= len(lines)
            length = len(lines[place.line - 1])
            assert 1 <= place.column <= length + 1
            assert place.column <= place.column + place.length - 1 <= max(length, place.column)
        assert [d.place for d in error.diagnostics] == sorted(d.place for d in error.diagnostics)
    else:
        assert isinstance(routine, Routine)
        assert make_plan(routine).phases


EDITS = st.sampled_from(["insert", "delete", "replace", "swap lines", "repeat line"])
SNIPPETS = st.one_of(
    st.sampled_from(
        [*":-#[]{},&*!|>'\"%@`? \t\r\n0x\x1b\x85\u2028\u202e\ufeff\ud800\ufffe", "\n---\n", "<<: "]
    ),
    st.text(max_size=3),
)


@st.composite
def edited(draw: st.DrawFn) -> bytes:
    """A good routine after some slips of the hand."""
    text = LEGS
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(text)))
        to = at + draw(st.integers(1, 12))
        lines = text.splitlines(keepends=True) or [""]
        here, there = at % len(lines), to % len(lines)
        match draw(EDITS):
            case "insert":
                text = text[:at] + draw(SNIPPETS) + text[at:]
            case "delete":
                text = text[:at] + text[to:]
            case "replace":
                text = text[:at] + draw(SNIPPETS) + text[to:]
            case "swap lines":
                lines[here], lines[there] = lines[there], lines[here]
                text = "".join(lines)
            case _:
                lines.insert(there, lines[here])
                text = "".join(lines)
    return text.encode("utf-8", "surrogatepass")


@settings(max_examples=140)
@given(edited())
def test_a_routine_with_slips_is_a_routine_or_mistakes_inside_the_file(data: bytes) -> None:
    check_any(data)


@settings(max_examples=105)
@example(b"title: T\r\0")
@example("title: \u2028ü\x0b".encode())
@example("# ü\x0b\r\xff".encode("latin-1"))
@given(st.one_of(st.binary(max_size=200), st.text(max_size=100).map(lambda t: t.encode("utf-16"))))
def test_any_bytes_are_mistakes_inside_the_file(data: bytes) -> None:
    check_any(data)


@settings(max_examples=70)
@given(st.lists(SNIPPETS, max_size=30).map("".join))
def test_any_signs_of_yaml_are_mistakes_inside_the_file(text: str) -> None:
    check_any(text.encode("utf-8", "surrogatepass"))
