"""A place in the tokens of one text, with the small readers that every form is made of."""

from collections.abc import Callable
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar

from earcoach.language.vocabulary import EVERYTHING, Phrases, Vocabulary, words_of
from earcoach.routine.model import Range
from earcoach.routine.prescription.tokens import Misread, Token, tokens_of

T = TypeVar("T")

MAX_COUNT = 1000
MOST_DIGITS = 9


class BareM(StrEnum):
    """What an `m` after a number below 100 means, where that is known from elsewhere."""

    UNKNOWN = "unknown"
    METRES = "metres"
    MINUTES = "minutes"


class Cursor:
    """A place in a text; what is read is taken, what is not stays."""

    def __init__(
        self,
        text: str,
        *,
        words: Vocabulary = EVERYTHING,
        bare_m: BareM = BareM.UNKNOWN,
        strict: bool = True,
    ) -> None:
        """Stand at the first token; where all must be understood, one is `strict`."""
        self.text, self.words, self.bare_m = text, words, bare_m
        self.strict = strict
        self.lists = True
        self.remembered: dict[tuple[object, ...], tuple[Any, int]] = {}
        self.tokens = tokens_of(text)
        self._texts = [token.text for token in self.tokens]
        self.at = 0
        self._after_numbers: dict[int, str | None] = {}

    def once(self, read: Callable[["Cursor"], T], *flags: object) -> T:
        """What a reader finds here; it is asked only once at each place."""
        key = (read, self.at, *flags)
        known = self.remembered.get(key)
        if known is None:
            start = self.at
            found = read(self)
            known = self.remembered[(read, start, *flags)] = (found, self.at)
        self.at = known[1]
        result: T = known[0]
        return result

    @property
    def here(self) -> Token:
        """The token to be read next."""
        return self.tokens[self.at]

    @property
    def at_end(self) -> bool:
        """Whether everything is read."""
        return self.here.kind == "end"

    @property
    def end(self) -> int:
        """Where what has been read ends, as an offset."""
        return self.tokens[self.at - 1].end if self.at else 0

    def take(self, *words: str) -> str | None:
        """The next token's text if it is one of these words."""
        text = self._texts[self.at]
        if text in words:
            self.at += 1
            return text
        return None

    def said(self, phrases: Phrases) -> str | None:
        """The longest of these phrases that stands here, as its words; it is taken."""
        rows = phrases.by_first.get(self._texts[self.at], ())
        for row in rows:
            after = self.at + len(row)
            if len(row) == 1 or tuple(self._texts[self.at : after]) == row:
                self.at = after
                return " ".join(row)
        return None

    def sees(self, *several: Phrases) -> bool:
        """Whether one of these phrases stands here."""
        mark = self.at
        found = any(self.said(phrases) for phrases in several)
        self.at = mark
        return found

    def outlook(self) -> tuple[object, ...]:
        """All that decides what is read here: the text from here on, and the token before it.

        Of a token before it that the grammar has no word for, all that counts is that it is there.
        """
        here, before = self.here, self.tokens[self.at - 1] if self.at else None
        ahead = (self.text[here.offset :], here.kind, here.text)
        if before is None:
            return ahead
        known = before.kind != "letters" or before.text in _known_words()
        return (*ahead, before.kind, before.text if known else "", before.end == here.offset)

    def glued(self) -> bool:
        """Whether nothing stands between the token before and the next one."""
        return self.at > 0 and self.tokens[self.at - 1].end == self.here.offset

    def after_numbers(self) -> str | None:
        """The word after the number, the range or the list of them here; None for no number."""
        if self.at not in self._after_numbers:
            self._look_after_numbers()
        return self._after_numbers[self.at]

    def _look_after_numbers(self) -> None:
        """Find the word after each number of a list; it is the same for all of them."""
        at, several = self.at, []
        while self._numbered(at):
            several.append(at)
            at += 1
            if self._numbered(at + 1) and self._joins(self.tokens[at].text):
                at += 1
        at += self.tokens[at].text == "-"  # `30-second`
        after: dict[int, str | None] = dict.fromkeys(several, self.tokens[at].text)
        self._after_numbers.update(after or {self.at: None})

    def _numbered(self, at: int) -> bool:
        """Whether a number stands at a place, in digits or in words."""
        token = self.tokens[at] if at < len(self.tokens) else self.tokens[-1]
        if token.kind == "letters":
            dozen = token.text in ("a", "an") and self.tokens[at + 1].text == "dozen"
            return dozen or token.text in self.words.numbers
        return token.kind == "number"

    def _joins(self, text: str) -> bool:
        return text in ("-", ",", "/") or text in self.words.to.by_first

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
        last = self.tokens[self.at - 1] if since and self.at else self.here
        length = max(1, last.end - start)
        return Misread(message, start, length, code=code, cure=cure)

    def written(self, since: Token) -> str:
        """What has been read since a token, as it is written."""
        return self.text[since.offset : self.end]

    def number(self, *, counted: bool = False) -> Decimal | None:
        """A number in digits or words, if one stands here; of what is `counted` or in its unit."""
        token = self.here
        if token.kind == "letters":
            return self._number_word()
        if token.kind != "number":
            return None
        if len(token.text) > MOST_DIGITS:
            raise self.misread(f"`{token.text[:12]}...` is too large", code="R203")
        self.at += 1
        return token.counted if counted else token.value

    def _number_word(self) -> Decimal | None:
        if self.here.text in ("a", "an") and self.tokens[self.at + 1].text == "dozen":
            self.at += 1
        found = self.words.numbers.get(self.here.text)
        if found is None:
            return None
        self.at += 1
        ones = self.words.numbers.get(self.tokens[min(self.at + 1, len(self.tokens) - 1)].text, 0)
        if found % 10 == 0 and 20 <= found < 100 and self.here.text == "-" and 0 < ones < 10:
            self.at += 2
            found += ones
        return Decimal(found)

    def count(self) -> int | None:
        """A whole number from 1 to 1000, if a number stands here."""
        token = self.here
        number = self.number(counted=True)
        if number is None:
            return None
        if number != int(number) or not 1 <= number <= MAX_COUNT:
            raise self.misread(
                f"`{token.text}` is not a whole number from 1 to {MAX_COUNT}",
                since=token,
                code="R203",
                cure=_whole_cure(token, number),
            )
        return int(number)

    def whole(self) -> int | None:
        """A whole number from 1 to 1000, without complaint about any other."""
        mark = self.at
        if self.here.kind in ("number", "letters") and len(self.here.text) <= MOST_DIGITS:
            number = self.number(counted=True)
            if number is not None and number == int(number) and 1 <= number <= MAX_COUNT:
                return int(number)
        self.at = mark
        return None

    def whole_range(self) -> Range | None:
        """A whole number or a range of two, without complaint; for None all may be taken."""
        low = self.whole()
        high = self.whole() if low and self.dash() else low
        return Range(low, high) if low and high and low <= high else None

    def dash(self) -> bool:
        """A sign or a word between the two ends of a range; it is taken."""
        return bool(self.take("-") or self.said(self.words.to))

    def count_range(self) -> Range | None:
        """`12`, `12-15` or `12 to 15`, if a number stands here."""
        token = self.here
        low = self.count()
        if low is None:
            return None
        high: int | None = low
        if self.dash():
            high = self.count()
            if high is None:
                raise self.misread("a range needs a second number", cure="write it like `12-15`")
        return self.ordered(Range(low, high or low), token)

    def ordered(self, found: Range, since: Token) -> Range:
        """The range, or Misread if it falls."""
        if found.low > found.high:
            cure = f"write it like `{self._turned(since)}`"
            raise self.misread(
                "a range goes from the smaller to the larger", since=since, cure=cure
            )
        return found

    def _turned(self, since: Token) -> str:
        """What was read, with its two numbers the other way about."""
        read = [t for t in self.tokens if since.offset <= t.offset < self.end]
        ends = [t for t in read if t.kind in ("number", "clock")]
        if len(ends) != 2:
            return "12-15"
        (first, last), base = ends, since.offset
        text = self.written(since)
        return (
            text[: first.offset - base] + self.text[last.offset : last.end]
            + text[first.end - base : last.offset - base] + self.text[first.offset : first.end]
            + text[last.end - base :]
        )  # fmt: skip


def _whole_cure(token: Token, number: Decimal) -> str | None:
    """What may be meant by a number that is not whole, or too large."""
    if number > MAX_COUNT and token.grouped and token.value == int(token.value):
        return f"it is read as {number}: did you mean `{int(token.value)}`?"
    if number > MAX_COUNT:
        return f"{MAX_COUNT} are the most at once: make it several sets"
    below = int(number)
    if number == below:
        return None
    return f"did you mean `{below}` or `{below + 1}`?" if below else "did you mean `1`?"


@cache
def _known_words() -> frozenset[str]:
    """All words that the grammar knows, in any language."""
    return words_of(EVERYTHING)
