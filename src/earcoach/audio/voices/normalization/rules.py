"""What is written in signs and figures in every language, written out by a language's own words.

Figures themselves stay: every voice reads numbers in its language.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

Rewrite = tuple[str, str]
"""A regular expression and what takes the place of what it finds."""

_NUMBER = r"\d+(?:[.,]\d+)?"
_FORMS = (
    (re.compile(r"[\u2010\u2011]"), "-"),
    (re.compile(r"(?<=\d)\s*[\u2012-\u2015\u2212]\s*(?=\d)"), "-"),
    (re.compile(r"\s+-\s+(?!\d)|\s*[\u2012-\u2015\u2212]\s*"), ", "),
    (re.compile(r"\u2026"), "..."),
    (re.compile(r"[\u2018\u2019]"), "'"),
)
_SERIES = re.compile(r"(?<![\w-])\d+(?:-(?:\d+|[xX](?!\w))){2,}(?![\w-])")
_PAIR = re.compile(r"(?<![\w.,-])(\d+)-\1(?![\w.,-])")
_RANGE = re.compile(rf"(?<![^\W\d_]-)({_NUMBER})\s*-\s*(?={_NUMBER})")
_CLOCK = re.compile(r"(?<![\d:])(\d{1,3}):([0-5]\d)(?![\d:])")
_SETS = re.compile(rf"(?<![^\W\d_])({_NUMBER})\s*[x×](?![^\W\d_])\s*", re.IGNORECASE)
_TIMES = re.compile(r"(?<!\w)[x×]\s*(?=\d)", re.IGNORECASE)
_LONG = re.compile(r"\d{10,}")
_BRACKETS = re.compile(r"\s*[(\[{]\s*|\s*[)\]}]\s*(?=[^\s.,;:!?])|[)\]}]")


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Rules:
    """The words of one language for what is written in signs."""

    to: str
    """Between the ends of a range: `8 to 12`."""
    times: str
    """Between sets and reps: `3 times 8`."""
    and_: str
    """Between a whole number and its fraction: `2 and a half`."""
    per: str
    """For a slash before a unit: `10 kg per side`."""
    rewrites: tuple[Rewrite, ...]
    """Abbreviations and whatever only this language has; they come first, in this order."""
    fractions: Mapping[str, tuple[str, str]]
    """For each fraction a word that stands alone, and one that stands before a noun."""
    units: Mapping[str, tuple[str, str]]
    """For each unit its singular and its plural."""
    minute: tuple[str, str]
    """Singular and plural."""
    second: tuple[str, str]
    """Singular and plural."""
    measured: tuple[str, ...]
    """What a weight or a number can be for each of: `10 kg/side`."""
    signs: tuple[tuple[str, str], ...]
    """What is said for each sign that is left in the end."""


def normalized(text: str, rules: Rules) -> str:
    """A text as it is spoken in a language, on one line."""
    text = _without_pictures(text)
    for pattern, word in (*_FORMS, *_compiled(rules)):
        text = pattern.sub(word, text)
    text = _with_fractions(text, rules)
    text = _CLOCK.sub(lambda m: _clock(m, rules), text)
    text = _SERIES.sub(lambda m: m[0].replace("-", ", "), text)
    text = _PAIR.sub(r"\1 \1", text)
    text = _SETS.sub(rf"\1 {rules.times} ", text)
    text = _TIMES.sub(f"{rules.times} ", text)
    text = _RANGE.sub(rf"\1 {rules.to} ", text)
    text = _quantities(rules).sub(lambda m: _quantity(m, rules), text)
    text = _BRACKETS.sub(", ", text)
    text = _LONG.sub(lambda m: " ".join(m[0]), text)  # no voice has a word for a number that long
    for sign, word in rules.signs:
        text = text.replace(sign, word)
    return _tidy(text)


@cache
def _compiled(rules: Rules) -> tuple[tuple[re.Pattern[str], str], ...]:
    per = rf"\s*/\s*(?=(?:{'|'.join(rules.measured)})\b)"
    return (
        *((re.compile(pattern), word) for pattern, word in rules.rewrites),
        (re.compile(per), f" {rules.per} "),
    )


@cache
def _quantities(rules: Rules) -> re.Pattern[str]:
    units = "|".join(sorted(map(re.escape, rules.units), key=len, reverse=True))
    return re.compile(rf"(?<![\w.,])({_NUMBER})\s*-?({units})(?!['\w])", re.IGNORECASE)


def _without_pictures(text: str) -> str:
    """The text without emoji and other pictures, and without what only changes their looks."""
    text = text.replace("\ufe0f", "").replace("\u20e3", "").replace("\u200d", "")
    return "".join(" " if unicodedata.category(c) in ("So", "Sk", "Cs", "Co", "Cn", "Cc", "Cf")
                   and c not in "°^`" else c for c in text)  # fmt: skip


def _with_fractions(text: str, rules: Rules) -> str:
    return _fractions(rules).sub(lambda m: _fraction(m, rules), text)


@cache
def _fractions(rules: Rules) -> re.Pattern[str]:
    """A fraction, with a whole number before and a unit or another word after it, or without."""
    signs = [sign for sign in rules.fractions if not sign[0].isdigit()]
    figures = [re.escape(sign) for sign in rules.fractions if sign[0].isdigit()]
    amount = rf"(\d+)?\s*({'|'.join(signs)})|(?:(\d+)\s+)?({'|'.join(figures)})"
    units = "|".join(sorted(map(re.escape, rules.units), key=len, reverse=True))
    after = rf"(?:\s*-?({units})(?![\w'])|[\s-]*(?=([^\W\d_])))?"
    return re.compile(rf"(?<![\d/.,])(?:{amount})(?![\d/]){after}", re.IGNORECASE)


def _fraction(match: re.Match[str], rules: Rules) -> str:
    whole, sign = match[1] or match[3], match[2] or match[4]
    alone, before_noun = rules.fractions[sign]
    unit = _unit(match[5], rules) if match[5] else ("", "")
    if whole:
        return f" {whole} {rules.and_} {alone} {unit[1]} "
    return f" {before_noun if match[5] or match[6] else alone} {unit[0]} "


def _clock(match: re.Match[str], rules: Rules) -> str:
    minutes, seconds = int(match[1]), int(match[2])
    parts = ((match[1], minutes, rules.minute), (match[2], seconds, rules.second))
    said = [_counted(str(n), unit) for _, n, unit in parts if n]
    return f" {' '.join(said) or _counted('0', rules.second)} "


def _quantity(match: re.Match[str], rules: Rules) -> str:
    return _counted(match[1], _unit(match[2], rules))


def _unit(written: str, rules: Rules) -> tuple[str, str]:
    return next(names for unit, names in rules.units.items() if unit == written.casefold())


def _counted(number: str, unit: tuple[str, str]) -> str:
    return f"{number} {unit[number != '1']}"


def _tidy(text: str) -> str:
    """One line, with no stop before its word and none twice."""
    text = " ".join(text.split())
    text = re.sub(r"\s+([.,;:!?])", r"\1", text)
    text = re.sub(r",(?:\s*,)+", ",", text)
    text = re.sub(r",\s*([.;:!?])|([.;:!?])\s*,(?!\d)", r"\1\2", text)
    return text.strip(", ") if text.strip(", ") else text.strip(" ,")
