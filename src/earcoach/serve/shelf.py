"""A shelf: what was made lately, by what it was made from; what was not asked for longest goes."""

from collections import OrderedDict
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Shelf(Generic[T]):
    """Keeps things up to a weight; the newest is kept whatever it weighs."""

    def __init__(self, *, most: int, weight: Callable[[T], int] = lambda thing: 1) -> None:
        """Begin empty."""
        self._things: OrderedDict[str, T] = OrderedDict()
        self._most, self._weight = most, weight

    def get(self, key: str) -> T | None:
        """What is there under a key."""
        if key in self._things:
            self._things.move_to_end(key)
        return self._things.get(key)

    def put(self, key: str, thing: T) -> T:
        """Put something there, and take away what is too much."""
        self._things[key] = thing
        self._things.move_to_end(key)
        while len(self._things) > 1 and sum(map(self._weight, self._things.values())) > self._most:
            self._things.popitem(last=False)
        return thing
