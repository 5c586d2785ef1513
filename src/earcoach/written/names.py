"""Names of exercises: what is left of a line beside its doses, less marks and loose words."""

import re
from functools import cache, lru_cache
from itertools import pairwise

from earcoach.language.vocabulary import Snippets
from earcoach.language.vocabulary.texts import Prose
from earcoach.written.misspelt import slips

LONGEST_NAME = 9
"""Words; a longer text is rather a sentence."""

_ENDS = ' \t:;,.\u00b7-\u2013\u2014=\u2192|/+&>@~*\u2022!()[]"\u201c\u201d'
_EMPTY_BRACKETS = re.compile(r"\(\s*[,;:/\s]*\)|\[\s*\]")
_ENDINGS = ("s", "es", "ing")
_NUMBERED = re.compile(r"\s+[IVX]{1,4}$")
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_WORD = re.compile(r"[^\W\d_][\w'\u2019]*(?:[-/][\w'\u2019]+)*")


@lru_cache(maxsize=4096)
def words_in(text: str) -> tuple[str, ...]:
    """The words of a text, folded; hyphens hold together, and all apostrophes are alike."""
    return tuple(_WORD.findall(text.casefold().replace("\u2019", "'")))


@lru_cache(maxsize=4096)
def words_and_parts(text: str) -> frozenset[str]:
    """The words of a text, and also the parts of those that hyphens hold together."""
    return frozenset(part for word in words_in(text) for part in (word, *word.split("-")))


@lru_cache(maxsize=4096)
def cleaned(text: str, glue: frozenset[str]) -> str:
    """A piece of a line as a name: no signs or loose words at its ends."""
    text = _balanced(_EMPTY_BRACKETS.sub(" ", text)).strip()
    while True:
        before = text
        text = _without(_without(_stripped(text), glue, last=False), glue, last=True)
        if text == before:
            return " ".join(text.split())


def _stripped(text: str) -> str:
    text = text.strip()
    inner = _whole_in_brackets(text)
    if inner is not None:
        return inner.strip()
    start, end = 0, len(text)
    opens = '(["\u201c'
    while (
        start < end and text[start] in _ENDS and not (text[start] in opens and _closes(text, start))
    ):
        start += 1
    while end > start and text[end - 1] in _ENDS and not _closed(text[start:end]):
        end -= 1
    return text[start:end]


def _whole_in_brackets(text: str) -> str | None:
    if len(text) > 1 and text[0] in "([" and text[-1] in ")]" and text[1:-1].count("(") == 0:
        return text[1:-1]
    return None


def _closes(text: str, at: int) -> bool:
    partner = {"(": ")", "[": "]", '"': '"', "\u201c": "\u201d"}[text[at]]
    return partner in text[at + 1 :]


def _closed(text: str) -> bool:
    """Whether a bracket or quote at the end has its partner inside."""
    partner = {")": "(", "]": "[", '"': '"', "\u201d": "\u201c"}.get(text[-1])
    return partner is not None and partner in text[:-1]


def _balanced(text: str) -> str:
    """The text less brackets that a dose has left without a partner."""
    if text.count("(") != text.count(")"):
        opened, closed = text.find("("), text.rfind(")")
        if text.count("(") > text.count(")"):
            last = text.rfind("(")
            text = text[:last] + " " + text[last + 1 :]
        elif closed >= 0 and (opened < 0 or text.count(")") > text.count("(")):
            first = text.find(")")
            text = text[:first] + " " + text[first + 1 :]
    return text


def _without(text: str, glue: frozenset[str], *, last: bool) -> str:
    """The text less a loose word at one of its ends."""
    words = text.split()
    if not words:
        return text
    word = words[-1 if last else 0].casefold().strip(_ENDS)
    loose = word in glue or not word
    if not loose or (not last and len(words) == 1 and word):
        return text if not loose else ""
    return " ".join(words[:-1] if last else words[1:])


def is_static(name: str, prose: Prose) -> bool:
    """Whether one stays in a position, as far as a name tells."""
    words = words_and_parts(name)
    if words & {"hold", "holds", "stretch", "stretches", "pose", "halten", "dehnung", "hang",
                "isometric", "isometrics", "iso", "isometrisch", "isometrisches"}:  # fmt: skip
        return True
    near = not (words.isdisjoint(prose.static) and words.isdisjoint(slips(prose.static)))
    near = near or holds_any(name, prose.static_names)
    static = near or any(word.endswith(prose.static_ends) for word in words)
    return static and not words & prose.moving


def less_number(name: str) -> str:
    """A name less the Roman number at its end: `Pulling straps I` tells of nobody."""
    return _NUMBERED.sub("", name)


def is_sentence(text: str, prose: Prose) -> bool:
    """Whether a text is rather a sentence than a name."""
    words = words_in(outside_brackets(text))
    if len(words) < 4:
        return False
    little = sum(word in prose.little for word in words)
    return len(words) > LONGEST_NAME or (len(words) > 4 and little * 3 >= len(words)) or little > 3


def outside_brackets(text: str) -> str:
    """A text less what stands in brackets."""
    return _IN_BRACKETS.sub("", text) if "(" in text else text


def in_section_words(text: str, prose: Prose) -> bool:
    """Whether a short text is made of the words of headings."""
    words = words_in(outside_brackets(text))
    told = prose.sections.intersection(words) - prose.directions
    return 0 < len(words) <= 6 and bool(told)


def is_day(text: str, prose: Prose) -> bool:
    """Whether a text is nothing but a day in short: `Mon`."""
    words = words_in(text)
    return len(words) == 1 and words[0] in prose.short_days


def starts_like(text: str, beginnings: tuple[str, ...]) -> bool:
    """Whether a text begins with one of these."""
    return text.casefold().lstrip().startswith(beginnings)


def lead_in(text: str, prose: Prose) -> str:
    """The words by which a sentence goes on; "" where it begins with none: `then do a plank`."""
    return next((lead for lead in prose.lead_ins if starts_like(text, (lead,))), "")


@cache
def bare_leads(prose: Prose) -> tuple[str, ...]:
    """All such words, less the space after them."""
    return tuple(lead.rstrip() for lead in prose.lead_ins)


def holds_any(text: str, pieces: Snippets) -> bool:
    """Whether one of these stands anywhere in a text."""
    return pieces.anywhere(f" {text.casefold()}".replace("\u2019", "'"))


def names_movement(text: str, prose: Prose) -> bool:
    """Whether a text has a word that movements or positions are called by, as far as is known."""
    words = words_in(text)
    if any(_is_movement(word, prose) for word in words):
        return True
    both = (f"{one}-{other}" for one, other in pairwise(words))  # `push ups`, `high knees`
    return any(_calls_movement(word, prose) for word in both)


def names_known(text: str, prose: Prose) -> bool:
    """Whether a text has such a word, or calls a part of the body: `Leg out to the side`."""
    return names_movement(text, prose) or not prose.body.isdisjoint(words_and_parts(text))


def begins_with_movement(name: str, prose: Prose) -> bool:
    """Whether a name with little words in it begins with what one does: `hang on the bar`."""
    words = words_in(name)
    clear = 0 < len(words) < LONGEST_NAME - 1 and not set(words) & prose.telling
    return clear and words[0] not in prose.little and names_movement(" ".join(words[:2]), prose)


def _is_movement(word: str, prose: Prose) -> bool:
    if _calls_movement(word, prose) or word.endswith(prose.movement_ends):
        return True
    return "-" in word and any(_calls_movement(part, prose) for part in word.split("-"))


def _calls_movement(word: str, prose: Prose) -> bool:
    """Whether a word, or what it is a form of, calls one: `presses`, `dips`, `holding`."""
    if word in prose.movements:
        return True
    ends = (end for end in _ENDINGS if word.endswith(end))
    return any(word.removesuffix(end) in prose.movements for end in ends)
