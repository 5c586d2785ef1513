"""The characters of a text: none of them may steer a terminal or a player."""

import unicodedata


def forbidden_in(text: str) -> str | None:
    """The first character of a text that may not stand in a routine, or None."""
    if text.isprintable():  # as nearly every text is
        return None
    return next(filter(_forbidden, text), None)


def _forbidden(character: str) -> bool:
    """Control, format and surrogate characters, but for line ends and the joiner inside emoji."""
    return character not in "\n\t\u200d" and unicodedata.category(character) in ("Cc", "Cf", "Cs")
