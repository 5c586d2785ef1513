"""The text of a dose as numbers, clock times, words and marks, each with its place."""

import re
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from earcoach.language.vocabulary import EVERYTHING

_FRACTIONS = {"½": "0.5", "¼": "0.25", "¾": "0.75"}
_GROUPED = re.compile(r"[1-9]\d{0,2}\.\d{3}")
_SIGNS = str.maketrans("×✕⨉✖–—−‑″′’”“á", 'xxxx----"\'\'""à')


class Misread(Exception):
    """What stands at `offset` (in characters, `length` long) is not understood."""

    def __init__(
        self, message: str, offset: int, length: int, *, code: str = "R204", cure: str | None = None
    ) -> None:
        """Keep the place inside the text, for the caret."""
        super().__init__(message)
        self.message, self.offset, self.length = message, offset, length
        self.code, self.cure = code, cure


class Token(NamedTuple):
    """A number, a clock time, a word (in small letters) or a mark, with its place."""

    kind: str
    text: str
    offset: int
    end: int

    @property
    def value(self) -> Decimal:
        """What a number is worth: `1,5` and `1½` are one and a half, `1,000` is a thousand."""
        return _value(self.text)

    @property
    def counted(self) -> Decimal:
        """What it is worth where nobody writes thousandths, of reps or metres: `1.500` is 1500."""
        return _value(self.text.replace(".", "")) if self.grouped else self.value

    @property
    def grouped(self) -> bool:
        """Whether its dot may be one of thousands."""
        return _GROUPED.fullmatch(self.text) is not None


@lru_cache(maxsize=2048)
def _value(text: str) -> Decimal:
    whole, fraction = text, Decimal(0)
    if whole[-1] in _FRACTIONS:
        whole, fraction = whole[:-1].strip() or "0", Decimal(_FRACTIONS[whole[-1]])
    return Decimal(_plain_number(whole)) + fraction


def _plain_number(text: str) -> str:
    thousands = re.fullmatch(r"\d+,\d{3}", text) and not text.startswith("0")
    return text.replace(",", "" if thousands else ".")


@cache
def _pattern() -> re.Pattern[str]:
    v = EVERYTHING
    units = (v.seconds, v.minutes, v.hours, v.metres, v.kilometres, v.miles, v.yards, v.kilograms,
             v.pounds)  # fmt: skip
    words = {row[0] for each in units for rows in each.by_first.values() for row in rows}
    unit = "|".join(sorted(map(re.escape, [*words, "m"]), key=len, reverse=True))
    alone = r"(?<![\d,.])"
    return re.compile(
        r"(?P<letters>x(?=max|amrap)|(?:emom|amrap)(?=x\s?\d)|(?![½¼¾])[^\W\d_]+)"
        r"|(?=[\d:½¼¾]|\s[½¼¾])(?:"  # most places need no look at all that a number can be
        r"(?P<clock>\d{1,5}(?::\d{1,2}){1,2}(?![:\d])|(?<![\w:]):[0-5]\d(?![:\d]))"
        rf"|(?P<number>{alone}[1-9]\d{{0,2}},\d{{3}}(?![\d,])"
        rf"|{alone}\d+,\d{{1,2}}(?=\s?(?:{unit})(?![^\W\d_]))"
        r"|\d*\s?[½¼¾]|\d+(?:\.\d+)?))"
        r"|(?P<mark>\S)",
        re.IGNORECASE,
    )


def tokens_of(text: str) -> list[Token]:
    """All tokens of a text, an end token last."""
    found = []
    keyed = text.isascii()  # small letters have the places of capitals, and few signs are others
    for match in _pattern().finditer(text.lower() if keyed else text):
        kind, word = match.lastgroup or "mark", match[0]
        if word == "*" and _between_digits(text, match):
            word = "x"
        elif not keyed:
            word = plain(word)
        kind = "letters" if word == "x" else kind
        found.append(tuple.__new__(Token, (kind, word, *match.span())))  # twice as fast
    end = len(text.rstrip())
    return [*found, Token("end", "", end, end)]


def _between_digits(text: str, sign: re.Match[str]) -> bool:
    """Whether a star multiplies: `3*12`."""
    before, after = text[: sign.start()].rstrip()[-1:], text[sign.end() :].lstrip()[:1]
    return before.isdigit() and after.isdigit()


def plain(text: str) -> str:
    """A word in small letters, a sign as it is on a keyboard."""
    folded = text.casefold()
    return folded if folded.isascii() else folded.translate(_SIGNS)
