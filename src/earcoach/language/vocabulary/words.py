"""What a vocabulary is: for each idea of a dose the words and phrases that people have for it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cached_property
from itertools import product
from typing import Any, TypeVar

from earcoach.language.vocabulary.snippets import Snippets

PIECES = re.compile(r"\d+|[^\W\d_]+|\S")


@dataclass(frozen=True)
class Phrases:
    """Some phrases; most are asked for in few texts, so they are taken apart when they are."""

    texts: tuple[str, ...]
    """Phrases as they are written, with commas between."""

    @cached_property
    def by_first(self) -> Mapping[str, tuple[tuple[str, ...], ...]]:
        """Rows of folded words and marks by the first of them, longest first."""
        written = (phrase for text in self.texts for phrase in text.split(","))
        rows = dict.fromkeys(_row(phrase.casefold()) for phrase in written)
        by_first: dict[str, tuple[tuple[str, ...], ...]] = {}
        for row in sorted(filter(None, rows), key=len, reverse=True):
            by_first[row[0]] = (*by_first.get(row[0], ()), row)
        return by_first

    @cached_property
    def alone(self) -> frozenset[str]:
        """The words that are a phrase by themselves."""
        return frozenset(word for word, rows in self.by_first.items() if (word,) in rows)

    def __add__(self, other: "Phrases") -> "Phrases":
        """These phrases and others."""
        return Phrases((*self.texts, *other.texts))


def phrases(text: str) -> Phrases:
    """Phrases from a text with commas between."""
    return Phrases((text,))


def _row(folded: str) -> tuple[str, ...]:
    words = folded.split()  # all that there is to do for most: a quarter of the time
    return tuple(words if "".join(words).isalpha() else PIECES.findall(folded))


def described(adjectives: str, nouns: str) -> Phrases:
    """Each noun, alone and after each adjective: `reps`, `slow reps`."""
    several = [noun.strip() for noun in nouns.split(",")]
    return phrases(
        ",".join([*several, *(f"{each} {noun}" for each in adjectives.split() for noun in several)])
    )


def combined(*several: str) -> Phrases:
    """One of each of several lists, in their order: `swap`, or `change`, and `legs` or `sides`."""
    lists = [[each.strip() for each in text.split(",")] for text in several]
    return phrases(",".join(map(" ".join, product(*lists))))


def each_of(text: str) -> frozenset[str]:
    """The words of a text, folded."""
    return frozenset(text.casefold().split())


def listed(text: str) -> Snippets:
    """The pieces of a text with commas between, folded, the longest first; `_` ends in a space."""
    pieces = [piece.strip().replace("_", " ") for piece in text.casefold().split(",")]
    return Snippets(sorted(pieces, key=len, reverse=True))


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Vocabulary:
    """The phrases of one language, or of several together: a key of what is made of them."""

    seconds: Phrases
    """Units of time: seconds."""
    minutes: Phrases
    """Units of time: minutes, but for a bare `m`."""
    hours: Phrases
    """Units of time: hours."""
    metres: Phrases
    """Units of distance: metres, but for a bare `m`."""
    kilometres: Phrases
    """Units of distance: kilometres."""
    miles: Phrases
    """Units of distance: miles."""
    yards: Phrases
    """Units of distance: yards."""
    feet: Phrases
    """Feet, as a length; `feet` itself is a limb."""
    calories: Phrases
    """Units of energy: calories."""
    rates: Phrases
    """Units of how fast one goes, which is told and never computed with: `24 spm`."""
    breaths: Phrases
    """Breaths, with the words that often stand before them."""
    reps: Phrases
    """What reps are called after their number."""
    times: Phrases
    """How often something is done: `5 times`."""
    repeat: Phrases
    """Do it again: `repeat 3 times`."""
    sets: Phrases
    """What sets are called after their number."""
    holds: Phrases
    """Sets that are holds: `3 holds of 30s`."""
    hold: Phrases
    """A static hold, before or after its length."""
    of: Phrases
    """Between the sets and the dose."""
    to: Phrases
    """Between the ends of a range."""
    about: Phrases
    """Before a number that is not meant exactly."""
    count: Phrases
    """After a number of seconds that are counted."""
    count_of: Phrases
    """Before it."""
    filler: Phrases
    """Words around a length that say nothing: `hold for 5s`."""
    work: Phrases
    """After a length: it is worked, and no rest."""
    rest: Phrases
    """A rest, before or after its length."""
    stop: Phrases
    """A pause, which is in each rep where it is short, and else a rest."""
    within: Phrases
    """Where in a rep it is paused or held."""
    pause: Phrases
    """What a rest is called, with a word before it that says how it is spent: `water break`."""
    rest_sign: Phrases
    """A letter that stands for it, before a number: `r15`."""
    rest_after: Phrases
    """After the length of a rest: it is not between the sets, but after the last of them."""
    no: Phrases
    """None of it: `no rest`."""
    added: Phrases
    """After its length: on top of other rests, as in `1 min extra after each round`."""
    between: Phrases
    """Where the rest is, after it."""
    beat: Phrases
    """The time of one rep."""
    tempo: Phrases
    """The parts of a rep in seconds."""
    each: Phrases
    """The full dose on both sides; a limb may follow."""
    each_limb: Phrases
    """The same, where a limb must follow."""
    each_whole: Phrases
    """The full dose on both sides, limb and all."""
    other: Phrases
    """After `each`: it is not a side."""
    both: Phrases
    """Both at once."""
    alternating: Phrases
    """Left and right in turn."""
    left: Phrases
    """The left side."""
    right: Phrases
    """The right side."""
    most: Phrases
    """As many as possible."""
    failure: Phrases
    """Until no rep is left."""
    in_total: Phrases
    """After a number that is of both sides together, and of no set alone."""
    or_more: Phrases
    """After a number that is the least."""
    at_least: Phrases
    """Before a number that is the least."""
    kilograms: Phrases
    """Units of load: kilograms."""
    pounds: Phrases
    """Units of load: pounds."""
    bodyweight: Phrases
    """No load but the body."""
    with_load: Phrases
    """Before a load."""
    implements: Phrases
    """What a load is, after its unit: `16 kg kettlebell`."""
    ease: Phrases
    """How hard it is to be, in a word: `5 km easy`."""
    race: Phrases
    """What a pace is that of: `threshold pace`."""
    per_day: Phrases
    """After a number: how often a day or a week."""
    several_a_day: Phrases
    """How often a day or a week, number and all."""
    conjunction: Phrases
    """Between two parts of a dose."""
    article: Phrases
    """One of a unit: `a minute`."""
    half: Phrases
    """Half of a unit: `half a minute`."""
    often: Mapping[str, int]
    """How often, in a word: `twice`."""
    numbers: Mapping[str, int]
    """Number words."""
    limbs: Mapping[str, str]
    """What a side is called, as the program calls it."""


def words_of(words: Vocabulary) -> frozenset[str]:
    """All words of a vocabulary, those inside its phrases too."""
    found: set[str] = set()
    for field in fields(words):
        value = getattr(words, field.name)
        rows = value.by_first.values() if isinstance(value, Phrases) else [[tuple(value)]]
        found.update(word for several in rows for row in several for word in row)
    return frozenset(found)


T = TypeVar("T")


def together(first: T, *others: T) -> T:
    """One vocabulary with the words of several."""
    joined = {field.name: getattr(first, field.name) for field in fields(first)}  # type: ignore[arg-type]
    for other in others:
        for name, words in joined.items():
            more = getattr(other, name)
            joined[name] = _joined(words, more)
    return type(first)(**joined)


def _joined(words: Any, more: Any) -> Any:
    if isinstance(words, Mapping):
        both = {key: _joined(words[key], more[key]) for key in words if key in more}
        return {**words, **more, **both}
    if isinstance(words, int | str):  # what one word means
        return more
    if isinstance(words, Snippets):
        return Snippets((*words, *more))
    return words | more if isinstance(words, frozenset) else words + more
