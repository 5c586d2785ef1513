"""How keys are written, and which one a mistyped one was to be."""

from collections.abc import Collection

from earcoach.routine.reader import Scalar
from earcoach.suggest import nearest

MOST_LISTED = 40
"""Up to n keys, whoever mistypes one is told all of them."""
LONGEST_SHOWN = 40


def key_name(key: Scalar) -> str:
    """The key as fields are called: `get ready` and `get-ready` are `get_ready`."""
    return key.text.strip().replace(" ", "_").replace("-", "_")


def meant_by(key: Scalar, known: Collection[str], joint: str) -> str:
    """A cure for an unknown key, written as that is, or with the usual `joint` between words."""
    used = next((sign for sign in " -_" if sign in key.text.strip()), joint)
    close = nearest(key_name(key), known)
    if close is None and len(known) > MOST_LISTED:
        return "`earcoach wording` lists the names"
    names = close or ", ".join(known)
    return (f"did you mean `{names}`?" if close else f"known here: {names}").replace("_", used)


def short(text: str) -> str:
    """A text of a user, shortened where it is long."""
    shown = text.strip()
    return shown if len(shown) <= LONGEST_SHOWN else f"{shown[: LONGEST_SHOWN - 3]}..."
