"""Texts that warn: they are told however little the coach says."""

import re

WARNING = re.compile(
    r"(?:stop|cease|avoid|careful|caution|warning|never|do not|don't)\b.*"
    r"(?:pain|hurt|dizz|numb|faint|sharp|injur|unwell)"
    r"|(?:pain|hurts?|dizz\w*|numb\w*)\b.*\bstop"
    r"|(?:stopp|aufhören|abbrechen|vorsicht|achtung|nie|nicht)\w*\b.*"
    r"(?:schmerz|weh|schwindel|taub)"
    r"|(?:schmerz|schwindel|taub)\w*\b.*(?:stopp|aufhören|abbrechen)",
    re.IGNORECASE,
)


def warns(text: str) -> bool:
    """Whether a text is a warning: `Stop if it hurts.`"""
    return WARNING.search(text) is not None
