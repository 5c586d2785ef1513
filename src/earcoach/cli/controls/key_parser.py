"""What a terminal sends, cut into keys: characters, and escape sequences as they are."""

import re
from collections.abc import Iterator

SEQUENCE = re.compile(
    r"\x1b(?:"
    r"\[\[."  # the function keys of the Linux console
    r"|\[[0-?]*[ -/]*[@-~]"  # arrows and most others
    r"|O."  # arrows in application mode
    r"|[^\[O\x1b]"  # Alt and a character
    r")",
    re.DOTALL,
)
BEGUN = re.compile(r"\x1b(?:\[\[?|\[[0-?]*[ -/]*|O)?\Z")


class KeySplitter:
    """Takes bytes as they come, however they are split, and gives whole keys."""

    def __init__(self) -> None:
        self._rest = ""

    @property
    def waiting(self) -> bool:
        """Whether what came last may be the beginning of something longer."""
        return bool(self._rest)

    def feed(self, data: bytes) -> Iterator[str]:
        """The keys that are whole now. What is not ASCII is left out, since no key is."""
        text = self._rest + data.decode("ascii", errors="ignore")
        at = 0
        while at < len(text) and not BEGUN.match(text, at):
            sequence = SEQUENCE.match(text, at)
            key = sequence.group() if sequence else text[at]
            at += len(key)
            yield key
        self._rest = text[at:]

    def give_up_waiting(self) -> None:
        """Nothing more came: it was the Escape key, which means nothing here."""
        self._rest = ""
