"""Any document of our keys is a routine or has mistakes, whatever the order of its keys."""

from collections.abc import Callable
from typing import Any

from documented import said
from documents import (
    Documents,
    Strategy,
    as_yaml,
    styles,
)
from hypothesis import event, given, settings, strategies as st

from earcoach import InvalidRoutine, loads
from earcoach.plan.planning import make_plan


@settings(max_examples=70)
@given(Documents(per_noise=40).routines(), styles)
def test_any_document_of_our_keys_is_a_routine_or_has_mistakes(tree: Any, style: str) -> None:
    try:
        routine = loads(as_yaml(tree, style))
    except InvalidRoutine as error:
        event(error.diagnostics[0].code)
        assert error.diagnostics
    else:
        event("a routine")
        assert make_plan(routine).phases


def shuffled(tree: Any, draw: Callable[[Strategy], Any]) -> Any:
    """The same tree with the keys of every mapping in another order."""
    match tree:
        case dict():
            return {key: shuffled(tree[key], draw) for key in draw(st.permutations(list(tree)))}
        case list():
            return [shuffled(item, draw) for item in tree]
        case _:
            return tree


@settings(max_examples=35)
@given(st.data(), Documents(per_noise=0).routines(), styles)
def test_the_order_of_keys_has_no_meaning(data: st.DataObject, tree: Any, style: str) -> None:
    text, other = as_yaml(tree, style), as_yaml(shuffled(tree, data.draw), style)
    try:
        routine = loads(text)
    except InvalidRoutine as error:
        assert sorted(said(other)) == sorted(f"{d.code} {d.message}" for d in error.diagnostics)
    else:
        event("a routine")
        assert loads(other) == routine
