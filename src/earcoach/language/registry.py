"""The table of languages, each loaded when somebody speaks it."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from earcoach.errors import UsageError
from earcoach.on_demand import OnDemand

if TYPE_CHECKING:
    from earcoach.language.model import Language

LANGUAGES: "Mapping[str, Language]" = OnDemand(
    {"en": "earcoach.language.english:ENGLISH", "de": "earcoach.language.german:GERMAN"}
)
"""Every language by its code; the first is the default."""

DEFAULT_LANGUAGE = next(iter(LANGUAGES))


def code_of(given: str) -> str:
    """The code of a language. Raises UsageError when nobody has taught the coach this one."""
    code = given.casefold()
    if code not in LANGUAGES:
        known = ", ".join(f"`{code}` ({language.name})" for code, language in LANGUAGES.items())
        raise UsageError(f"the coach does not speak `{code}`", cure=f"known: {known}")
    return code
