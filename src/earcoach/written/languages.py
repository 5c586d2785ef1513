"""Which language a text is written in, going by its commonest words."""

from collections.abc import Iterable, Mapping

from earcoach.errors import EarcoachError
from earcoach.language.registry import DEFAULT_LANGUAGE
from earcoach.language.vocabulary import VOCABULARIES
from earcoach.language.vocabulary.texts import OTHERS, PROSE
from earcoach.language.words import words_in
from earcoach.written.names import words_in as split
from earcoach.written.source import SourceText

ENOUGH = 12
"""Words by which a language can be told; of fewer it is the default."""

MOST = 5000
"""Words that are looked at."""


def language_of(source: SourceText, language: str | None) -> str:
    """The code of a text's language: the one that is given, or the one that it looks like.

    Raises EarcoachError for a text in a language that nobody has taught the program.
    """
    if language is not None:
        return words_in(language).language.code
    words = _first_words(line.text for line in source.lines)
    known = _evidence(words)
    common = _counts(words, {code: prose.common for code, prose in PROSE.items()})
    others = _counts(words, OTHERS)
    name = max(others, key=lambda each: others[each])
    if others[name] >= ENOUGH and others[name] > 1.5 * max(*known.values(), *common.values()):
        raise EarcoachError(
            f"this looks like {name}; English and German are understood",
            cure="translate it first, or give the language if it is one of them",
        )
    return "de" if known["de"] > known["en"] else DEFAULT_LANGUAGE


def likely_language(texts: Iterable[str]) -> str | None:
    """The code of the language that texts look like, None where nothing tells."""
    known = _evidence(_first_words(texts))
    code = max(known, key=lambda each: known[each])
    alike = sum(count == known[code] for count in known.values()) > 1
    return None if alike else code


def _first_words(texts: Iterable[str]) -> list[str]:
    words: list[str] = []
    for text in texts:
        words += split(text[:1000])
        if len(words) > MOST:
            break
    return words


def _evidence(words: list[str]) -> dict[str, int]:
    """How many of these words are those of each language."""
    return {"en": _count(words, _said_in_english()), "de": _count(words, _own_words("de", "en"))}


def _said_in_english() -> frozenset[str]:
    """The common words of English, less the names and units that German gyms use as well."""
    prose, words = PROSE["en"], VOCABULARIES["en"]
    units = {*words.seconds.by_first, *words.minutes.by_first}
    return prose.common - prose.moving - prose.static - units


def _own_words(code: str, other: str) -> frozenset[str]:
    """The words of a language and its training that another does not have."""
    both = [
        prose.common.union(
            prose.sections, prose.labels, prose.moving, prose.static, prose.lasting,
            prose.rounds.by_first, prose.on.by_first, prose.off.by_first,
            words.seconds.by_first, words.reps.by_first, words.sets.by_first,
        )
        for prose, words in ((PROSE[name], VOCABULARIES[name]) for name in (code, other))
    ]  # fmt: skip
    return both[0] - both[1]


def _counts(words: list[str], several: Mapping[str, frozenset[str]]) -> dict[str, int]:
    return {name: _count(words, common) for name, common in several.items()}


def _count(words: list[str], common: frozenset[str]) -> int:
    return sum(word in common for word in words)
