"""A table whose values stand in modules of their own, each loaded when it is first asked for."""

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Generic, TypeVar

Value = TypeVar("Value")


class OnDemand(Mapping[str, Value], Generic[Value]):
    """Values by name, in an order; to list the names loads none of them."""

    def __init__(self, places: Mapping[str, str]) -> None:
        """Find each value at its place, `MODULE:NAME`."""
        self._places = dict(places)

    def __getitem__(self, name: str) -> Value:
        """A value. Raises KeyError when there is none of that name."""
        module, _, constant = self._places[name].partition(":")
        value: Value = getattr(import_module(module), constant)
        return value

    def __contains__(self, name: object) -> bool:
        """Whether there is a value of that name."""
        return name in self._places

    def __iter__(self) -> Iterator[str]:
        """The names."""
        return iter(self._places)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._places)
