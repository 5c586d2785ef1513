"""The words by which people write workouts down: two files per language, doses and prose."""

from earcoach.language.vocabulary.english import ENGLISH
from earcoach.language.vocabulary.english_prose import ENGLISH_PROSE
from earcoach.language.vocabulary.german import GERMAN
from earcoach.language.vocabulary.german_prose import GERMAN_PROSE
from earcoach.language.vocabulary.others import OTHERS
from earcoach.language.vocabulary.prose import Prose
from earcoach.language.vocabulary.words import Phrases, Vocabulary, together

VOCABULARIES: dict[str, Vocabulary] = {"en": ENGLISH, "de": together(GERMAN, ENGLISH)}
"""What is understood in a text of each language; German gyms speak English too."""

PROSE: dict[str, Prose] = {"en": ENGLISH_PROSE, "de": together(GERMAN_PROSE, ENGLISH_PROSE)}
"""How the lines of a text in each language are told apart."""

EVERYTHING = together(*VOCABULARIES.values())
"""What the short form of a routine understands, whatever its language."""

__all__ = [
    "EVERYTHING",
    "OTHERS",
    "PROSE",
    "VOCABULARIES",
    "Phrases",
    "Prose",
    "Vocabulary",
    "together",
]
