"""The nearest known name to a mistyped one."""

from collections.abc import Iterable

CLOSE = 0.7
"""How alike two names have to be, from 0 to 1: a slip in four letters, and no other word."""

LEAST_PART = 3
"""Letters of a part that stands for a whole name."""

LEAST_BEGINNING = 2
"""Letters of a beginning that a name is guessed from."""


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name most like this one, or None when nothing is close."""
    # imported here: only a typo needs it, and start-up should not pay for it
    from difflib import get_close_matches

    folded = {candidate.casefold(): candidate for candidate in known}
    found = get_close_matches(name.casefold(), folded, n=1, cutoff=CLOSE)
    return folded[found[0]] if found else None


def with_part(part: str, known: Iterable[str]) -> list[str]:
    """The known names that have this part in them."""
    wanted = part.strip().casefold()
    return [n for n in known if wanted in n.casefold()] if len(wanted) >= LEAST_PART else []


def only_with(part: str, known: Iterable[str]) -> str | None:
    """The one known name that has this part in it, or None when there are none, or several."""
    having = with_part(part, known)
    return having[0] if len(having) == 1 else None


def did_you_mean(name: str, known: Iterable[str]) -> str | None:
    """A cure that names the nearest known name or those that have it in them, or all of them."""
    names = list(known)
    close = nearest(name, names)
    meant = [close] if close is not None else with_part(name, names) or _beginning(name, names)
    if meant:
        return f"did you mean {' or '.join(f'`{n}`' for n in meant)}?"
    return f"known: {', '.join(f'`{n}`' for n in names)}" if names else None


def _beginning(name: str, known: Iterable[str]) -> list[str]:
    """The known names that begin like this."""
    begun = name.strip().casefold()
    enough = len(begun) >= LEAST_BEGINNING
    return [one for one in known if enough and one.casefold().startswith(begun)]
