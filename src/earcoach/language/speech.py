"""How long it takes to say a text, told from its letters alone, before any voice is asked."""

import re
from dataclasses import dataclass

_DIGIT = re.compile(r"\d")
_PAUSE = re.compile(r"[,:;]")
_NEXT_SENTENCE = re.compile(r"[.!?](?=\s)")


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechRate:
    """How long a voice takes, in ms: for a phrase the sum of all these."""

    phrase_ms: int
    """For any phrase at all."""
    letter_ms: int
    """For each of its letters."""
    digit_ms: int
    """For each of its digits, which are said as words."""
    pause_ms: int
    """For each comma, colon or semicolon."""
    sentence_ms: int
    """Between two of its sentences."""

    def length_ms(self, text: str) -> int:
        """About how long a text takes to be said."""
        return (
            self.phrase_ms
            + self.letter_ms * sum(map(str.isalpha, text))
            + self.digit_ms * len(_DIGIT.findall(text))
            + self.pause_ms * len(_PAUSE.findall(text))
            + self.sentence_ms * len(_NEXT_SENTENCE.findall(text))
        )
