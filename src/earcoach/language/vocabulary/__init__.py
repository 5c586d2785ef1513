"""The words by which people write doses down; those of whole texts stand in `texts`."""

from earcoach.language.vocabulary.english import ENGLISH
from earcoach.language.vocabulary.german import GERMAN
from earcoach.language.vocabulary.snippets import Snippets
from earcoach.language.vocabulary.words import Phrases, Vocabulary, together, words_of

EVERYTHING = together(GERMAN, ENGLISH)
"""What the short form of a routine understands, whatever its language."""

VOCABULARIES: dict[str, Vocabulary] = {"en": ENGLISH, "de": EVERYTHING}
"""What is understood in a text of each language; German gyms speak English too."""

__all__ = [
    "EVERYTHING",
    "VOCABULARIES",
    "Phrases",
    "Snippets",
    "Vocabulary",
    "together",
    "words_of",
]
