"""What is given for an option: read as what it takes, or refused with an error that names it."""

import math
from collections.abc import Iterable
from enum import StrEnum
from os import PathLike
from pathlib import Path
from typing import Any, TypeVar

from earcoach.errors import UsageError
from earcoach.suggest import did_you_mean

Choice = TypeVar("Choice", bound=StrEnum)


def text(name: str, given: object) -> str:
    """A text. Raises UsageError for anything else."""
    if not isinstance(given, str):
        raise UsageError(f"{name} `{given}` is not a text")
    return given


def bytes_of(name: str, given: object) -> bytes:
    """The bytes of a text, or bytes as they are. Raises UsageError for anything else."""
    match given:
        case str():
            return given.encode("utf-8", "surrogatepass")
        case bytes():
            return given
    raise UsageError(f"{name} `{given}` is not a text")


def path_of(name: str, given: object) -> Path:
    """A path. Raises UsageError for what is none, nor the text of one."""
    if isinstance(given, str | PathLike):
        return Path(given)
    raise UsageError(f"{name} `{given}` is not a path")


def texts(name: str, given: Any) -> tuple[str, ...]:
    """Texts, or a single one, or none of them for None. Raises UsageError for anything else."""
    if given is None:
        return ()
    single = isinstance(given, str | bytes) or not isinstance(given, Iterable)
    return tuple(text(name, one) for one in ((given,) if single else given))


def flag(name: str, given: object) -> bool:
    """Yes or no, which may be written as in Python. Raises UsageError for anything else."""
    match given:
        case bool():
            return given
        case "True" | "False":
            return given == "True"
    raise UsageError(f"{name} `{given}` is neither True nor False")


def whole_number(name: str, given: Any, *, lowest: float, highest: float) -> int:
    """A whole number within limits. Raises UsageError for any other."""
    try:
        read = int(given)
    except (TypeError, ValueError, OverflowError):
        cure = _between(lowest, highest)
        raise UsageError(f"{name} `{given}` is not a whole number", cure=cure) from None
    return int(_within(name, read, lowest, highest))


def number(name: str, given: Any, *, lowest: float, highest: float) -> float:
    """A number within limits. Raises UsageError for another, and for what is not a number."""
    try:
        read = float(given)
    except (TypeError, ValueError, OverflowError):
        cure = _between(lowest, highest)
        raise UsageError(f"{name} `{given}` is not a number", cure=cure) from None
    return _within(name, read, lowest, highest)


def _within(name: str, read: float, lowest: float, highest: float) -> float:
    if lowest <= read <= highest:
        return read
    raise UsageError(f"{name} {read:.15g} is out of range", cure=_between(lowest, highest))


def _between(lowest: float, highest: float) -> str | None:
    """A cure that tells limits; None where there are none."""
    if lowest == -math.inf:
        return None
    return f"choose {lowest:.15g}" + (f" to {highest:.15g}" if highest < math.inf else " or more")


def one_of(name: str, given: Any, *, kind: type[Choice]) -> Choice:
    """One of several words. Raises UsageError for any other."""
    try:
        return kind(given)
    except ValueError:
        cure = did_you_mean(str(given), list(kind))
        raise UsageError(f"there is no {name} `{given}`", cure=cure) from None


def one_of_or_none(name: str, given: Any, *, kind: type[Choice]) -> Choice | None:
    """The same, where nothing may be chosen as well."""
    return None if given is None else one_of(name, given, kind=kind)
