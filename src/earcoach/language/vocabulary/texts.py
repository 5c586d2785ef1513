"""The words of whole texts, apart from those of doses: only who reads a text waits for them."""

from earcoach.language.vocabulary.english_prose import ENGLISH_PROSE
from earcoach.language.vocabulary.german_prose import GERMAN_PROSE
from earcoach.language.vocabulary.others import OTHERS
from earcoach.language.vocabulary.prose import Prose
from earcoach.language.vocabulary.words import together

PROSE: dict[str, Prose] = {"en": ENGLISH_PROSE, "de": together(GERMAN_PROSE, ENGLISH_PROSE)}
"""How the lines of a text in each language are told apart."""

__all__ = ["OTHERS", "PROSE", "Prose"]
