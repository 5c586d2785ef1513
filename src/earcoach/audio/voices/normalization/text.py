"""The one way from a written text to the text that a voice is given."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from earcoach.audio.voices.normalization.english import ENGLISH
from earcoach.audio.voices.normalization.german import GERMAN
from earcoach.audio.voices.normalization.rules import Rules, normalized

RULES: dict[str, Rules] = {"en": ENGLISH, "de": GERMAN}
"""What voices misread, by the code of a language. Others are read as they are written."""


@dataclass(frozen=True, slots=True)
class ReadingAloud:
    """How texts are read."""

    language: str = "en"
    """The code of a language: `en`."""
    say_as: Mapping[str, str] = field(default_factory=dict)
    """Words that somebody wants to be said in another way: `psoas` as `SO-as`."""

    def spoken(self, text: str) -> str:
        """The text that the voice is given."""
        return spoken(respelled(text, self.say_as), self.language)

    def readable(self, text: str) -> bool:
        """Whether there is anything in a text that a voice of this language can say."""
        said, foreign = self.spoken(text), self.language != "en"
        return any(c.isalnum() and (c.isascii() or foreign) for c in said)


@lru_cache(maxsize=1024)
def spoken(text: str, language: str = "en") -> str:
    """The text with durations, sets, ranges, fractions, abbreviations and signs as words."""
    rules = RULES.get(language)
    return " ".join(text.split()) if rules is None else normalized(text, rules)


def respelled(text: str, say_as: Mapping[str, str]) -> str:
    """The text with some of its words as they are to be said: `psoas` as `so-as`.

    Words are found whole, whatever their case, the longest first.
    """
    if not say_as:
        return text
    known = {word.casefold(): sound for word, sound in say_as.items()}
    longest_first = sorted(known, key=len, reverse=True)
    words = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", re.I)
    return words.sub(lambda found: _plain(known.get(found[0].casefold(), found[0])), text)


def _plain(sound: str) -> str:
    """A respelling without the capitals that mark a stress, which voices would spell out."""
    return re.sub(r"[^\W\d_]{2,}", lambda part: part[0].lower(), sound)
