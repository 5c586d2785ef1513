"""How counts, durations, tempos and sides are written: the words of the prescription grammar.

Everything is read by one strict cursor over tokens. What is not understood is an error with its
place, never skipped: `90`, which YAML would call ninety of something, has no unit here.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from earcoach.language.texts import LIMBS
from earcoach.routine.model import Range, Sides, Tempo

MAX_COUNT = 1000
MAX_DURATION_MS = 12 * 3600 * 1000
MAX_TEMPO_S = 30
LEAST_WORK_MS = 1000
LEAST_BEAT_MS = 500

_UNITS_MS = {
    word: ms
    for ms, words in {
        1: "ms",
        1000: "s sec secs second seconds",
        60_000: "m min mins minute minutes",
        3_600_000: "h hr hrs hour hours",
    }.items()
    for word in words.split()
}
_LIMB_OF = {f"{limb}{plural}": limb for limb in LIMBS for plural in ("", "s")} | {"feet": "foot"}
_TOKEN = re.compile(
    r"(?P<clock>\d{1,5}(?::\d{1,2}){1,2}(?![:\d]))|(?P<number>\d+(?:\.\d+)?)"
    r"|(?P<letters>[^\W\d_]+)|(?P<mark>\S)"
)


class Misread(Exception):
    """What stands at `offset` (in characters, `length` long) is not understood."""

    def __init__(
        self, message: str, offset: int, length: int, *, code: str = "R204", cure: str | None = None
    ) -> None:
        """Keep the place inside the text, for the caret."""
        super().__init__(message)
        self.message, self.offset, self.length = message, offset, length
        self.code, self.cure = code, cure


@dataclass(frozen=True, slots=True)
class Token:
    """A number, a clock time, a word (in small letters) or a mark, with its place."""

    kind: str
    text: str
    offset: int
    end: int


def tokens_of(text: str) -> list[Token]:
    """All tokens of a text, an end token last."""
    found = []
    for match in _TOKEN.finditer(text):
        kind = next(k for k in ("clock", "number", "letters", "mark") if match[k])
        word = _plain(match[0])
        found.append(Token("letters" if word == "x" else kind, word, *match.span()))
    end = len(text.rstrip())
    return [*found, Token("end", "", end, end)]


def _plain(text: str) -> str:
    return text.casefold().replace("×", "x").replace("–", "-").replace("—", "-")


class Cursor:
    """A place in the tokens of one text, with the small readers that every form is made of."""

    def __init__(self, text: str) -> None:
        """Stand at the first token."""
        self.text = text
        self._tokens = tokens_of(text)
        self._at = 0

    @property
    def here(self) -> Token:
        """The token to be read next."""
        return self._tokens[self._at]

    @property
    def at_end(self) -> bool:
        """Whether everything is read."""
        return self.here.kind == "end"

    def take(self, *words: str) -> str | None:
        """The next token's text if it is one of these words."""
        if self.here.kind != "end" and self.here.text in words:
            self._at += 1
            return self._tokens[self._at - 1].text
        return None

    def mark(self) -> int:
        """A place to come back to."""
        return self._at

    def back_to(self, mark: int) -> None:
        """Come back."""
        self._at = mark

    def misread(
        self,
        message: str,
        *,
        since: Token | None = None,
        code: str = "R204",
        cure: str | None = None,
    ) -> Misread:
        """An error at the next token, or over all that was read since another."""
        start = (since or self.here).offset
        last = self._tokens[self._at - 1] if since and self._at else self.here
        length = max(1, last.end - start)
        return Misread(message, start, length, code=code, cure=cure)

    def number(self) -> Decimal | None:
        """A plain number, if one stands here."""
        if self.here.kind != "number":
            return None
        if len(self.here.text) > 9:
            raise self.misread(f"`{self.here.text[:12]}...` is too large", code="R203")
        self._at += 1
        return Decimal(self._tokens[self._at - 1].text)

    def count(self) -> int | None:
        """A whole number from 1 to 1000, if a number stands here."""
        token = self.here
        number = self.number()
        if number is None:
            return None
        if number != int(number) or not 1 <= number <= MAX_COUNT:
            raise self.misread(
                f"`{token.text}` is not a whole number from 1 to {MAX_COUNT}",
                since=token,
                code="R203",
            )
        return int(number)

    def count_range(self) -> Range | None:
        """`12`, `12-15` or `12 to 15`, if a number stands here."""
        token = self.here
        low = self.count()
        if low is None:
            return None
        high = low
        if self.take("-", "to"):
            second = self.count()
            if second is None:
                raise self.misread("a range needs a second number", cure="write it like `12-15`")
            high = second
        return self._ordered(Range(low, high), token)

    def _ordered(self, found: Range, token: Token) -> Range:
        if found.low > found.high:
            raise self.misread("a range goes from the smaller to the larger", since=token)
        return found

    def _clock_ms(self) -> int | None:
        token = self.here
        if token.kind != "clock":
            return None
        self._at += 1
        parts = [int(part) for part in token.text.split(":")]
        if any(part >= 60 for part in parts[1:]):
            raise self.misread(f"`{token.text}` is not a time", since=token, code="R202")
        seconds = 0
        for part in parts:
            seconds = seconds * 60 + part
        return seconds * 1000

    def _unit_ms(self) -> int | None:
        unit = self.take(*_UNITS_MS)
        return None if unit is None else _UNITS_MS[unit]

    def duration(self, *, least_ms: int = 0) -> int | None:
        """`30s`, `1:30`, `2 min`, `1 min 30 s` in ms, if one stands here."""
        token = self.here
        ranged = self.duration_range(least_ms=least_ms)
        if ranged is None:
            self._refuse_number()
        elif ranged.low != ranged.high:
            message = "a single duration is needed here, not a range"
            raise self.misread(message, since=token, code="R202")
        return None if ranged is None else ranged.low

    def duration_range(self, *, least_ms: int = 0) -> Range | None:
        """A duration or a range of them (`20-30s`), in ms; None if no duration stands here."""
        token, mark = self.here, self.mark()
        clock = self._clock_ms()
        if clock is not None:
            return self._checked(Range(clock, clock), token, least_ms)
        first = self.number()
        second = self.number() if first is not None and self.take("-", "to") else None
        unit = self._unit_ms() if first is not None else None
        if first is None or unit is None:
            self.back_to(mark)
            return None
        low, high = first * unit, (first if second is None else second) * unit
        if second is None:
            low = high = low + self._smaller_parts(unit)
        if low != int(low) or high != int(high):
            raise self.misread(
                "a duration is a whole number of milliseconds", since=token, code="R202"
            )
        return self._checked(Range(int(low), int(high)), token, least_ms)

    def work(self) -> Range | None:
        """A duration to work for, or a range of them, if one stands here."""
        found = self.duration_range(least_ms=LEAST_WORK_MS)
        if found is None:
            self._refuse_number()
        return found

    def _refuse_number(self) -> None:
        token = self.here
        if self.number() is None:
            return
        if self.take("-", "to"):
            self.number()
        text = self.text[token.offset : self._tokens[self._at - 1].end]
        raise self.misread(
            f"duration `{text}` has no unit",
            since=token,
            code="R201",
            cure=f"did you mean `{text}s`?",
        )

    def _smaller_parts(self, unit: int) -> Decimal:
        total = Decimal(0)
        while unit > 1:
            mark = self.mark()
            number = self.number()
            smaller = self._unit_ms() if number is not None else None
            if number is None or smaller is None or smaller >= unit:
                self.back_to(mark)
                break
            total, unit = total + number * smaller, smaller
        return total

    def _checked(self, found: Range, token: Token, least_ms: int) -> Range:
        if found.low < least_ms:
            raise self.misread(f"this is at least `{least_ms / 1000:g}s`", since=token, code="R203")
        if found.high > MAX_DURATION_MS:
            raise self.misread("a duration is at most 12 hours", since=token, code="R203")
        return self._ordered(found, token)

    def sides(self) -> tuple[Sides, str] | None:
        """`each leg`, `alternating`, `both`: how sides share the work, and a side's name."""
        if self.take("both"):
            return Sides.BOTH, "side"
        if self.take("alternating", "alternate", "alternately"):
            return Sides.ALTERNATING, self.limb() or "side"
        mark = self.mark()
        self.take("on", "for")
        if self.take("each", "per", "every"):
            return Sides.EACH, self.limb() or "side"
        self.back_to(mark)
        return None

    def limb(self) -> str | None:
        """What a side is called, if its name stands here."""
        word = self.take(*_LIMB_OF)
        return None if word is None else _LIMB_OF[word]

    def tempo(self) -> Tempo | None:
        """`3-1-1-0`, `3110`, `30X1` or three parts (`3-1-1`), if one stands here."""
        token, end = self.here, 0
        while self.here.kind in ("number", "clock") or re.fullmatch("[-:/]|x+", self.here.text):
            end = self.here.end
            self._at += 1
        if not end:
            return None
        text = _plain(self.text[token.offset : end])
        parts = re.split(r"\s*[-:/]\s*|\s+", text)
        if len(parts) == 1:
            parts = list(text)
        seconds = [
            1 if part == "x" else int(part) if re.fullmatch(r"\d\d?", part) else -1
            for part in parts
        ]
        in_range = all(0 <= s <= MAX_TEMPO_S for s in seconds)
        if len(parts) not in (3, 4) or not in_range or sum(seconds) < 1:
            raise self.misread(
                f"`{text}` is not a tempo",
                since=token,
                code="R207",
                cure="write the seconds of lowering, pause, lifting, pause: `3-1-1-0`",
            )
        seconds += [0] * (4 - len(seconds))
        return Tempo("-".join(part.upper() for part in [*parts, "0"][:4]), *seconds)
