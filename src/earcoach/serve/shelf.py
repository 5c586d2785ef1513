"""A shelf: what was made lately, by what it was made from, with room for everybody's things."""

from collections import Counter, OrderedDict
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Shelf(Generic[T]):
    """Keeps things up to a weight; the newest is kept whatever it weighs.

    What goes is what was not asked for longest of whoever has most there: nobody's things are
    pushed out by how much another asks for.
    """

    def __init__(self, *, most: int, weight: Callable[[T], int] = lambda thing: 1) -> None:
        self._things: OrderedDict[str, T] = OrderedDict()
        self._owners: dict[str, str] = {}
        self._most, self._weight = most, weight

    def get(self, key: str, *, owner: str) -> T | None:
        """What is there under a key; it belongs to whoever asked for it last."""
        if key in self._things:
            self._things.move_to_end(key)
            self._owners[key] = owner
        return self._things.get(key)

    def put(self, key: str, thing: T, *, owner: str) -> T:
        """Put something there, and take away what is too much."""
        self._things[key], self._owners[key] = thing, owner
        self._things.move_to_end(key)
        while len(self._things) > 1 and sum(self._weights().values()) > self._most:
            self._take_away(but=key)
        return thing

    def _take_away(self, *, but: str) -> None:
        """The oldest thing of whoever has most, but for the newest of all."""
        for owner, _ in self._weights().most_common():
            for key in self._things:
                if self._owners[key] == owner and key != but:
                    del self._things[key], self._owners[key]
                    return

    def _weights(self) -> Counter[str]:
        weights: Counter[str] = Counter()
        for key, thing in self._things.items():
            weights[self._owners[key]] += self._weight(thing)
        return weights
