"""Mistakes in a routine as data: a code, a place, what is wrong and how to put it right."""

from dataclasses import dataclass, field

from earcoach.errors import EarcoachError

TAB_WIDTH = 4
MAX_FOUND = 100
"""A file with more mistakes than this is not a routine; reading stops there."""

LONGEST_LINE = 200
"""Of a longer line only this much is shown, from a little before the mistake on."""

SHOWN_BEFORE = 100


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A stretch of one line of a file."""

    line: int
    """Its number, from 1."""
    column: int
    """The first character of the stretch, from 1."""
    length: int = 1
    """How many characters the stretch has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostic:
    """One mistake in one file."""

    code: str
    """What kind of mistake it is: a letter and three digits, `R201`."""
    message: str
    """What is wrong."""
    path: str
    """The file, as it was named."""
    place: Place
    """Where it stands."""
    source: str
    """The line it stands on; of a long one only a part."""
    cure: str | None = None
    """How to put it right; None where nobody can tell."""
    skipped: int = 0
    """How many characters of a long line come before `source`."""

    def __str__(self) -> str:
        """The mistake as it is shown: message, place, line, caret and cure."""
        number = str(self.place.line)
        margin = " " * len(number)
        before = self.source[: self.place.column - 1 - self.skipped]
        indent = "".join("\t" if c == "\t" else " " for c in before).expandtabs(TAB_WIDTH)
        room = max(1, len(self.source) - len(before))
        carets = "^" * min(self.place.length, room)
        lines = [
            f"{self.code} {self.message}",
            f"{margin}--> {self.path}:{self.place.line}:{self.place.column}",
            f"{margin} |",
            f"{number} | {self.source.expandtabs(TAB_WIDTH)}",
            f"{margin} | {indent}{carets}",
        ]
        return "\n".join(lines + ([f"{margin} = help: {self.cure}"] if self.cure else []))


class InvalidRoutine(EarcoachError):
    """A routine file has mistakes; `diagnostics` has all of them, in the order of the file."""

    exit_code = 3

    def __init__(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        """Keep the mistakes; the message is all of them as they are shown."""
        super().__init__("\n\n".join(map(str, diagnostics)))
        self.diagnostics = diagnostics


class Fatal(Exception):
    """Reading cannot go on; the report already says why."""


@dataclass(slots=True, kw_only=True)
class Report:
    """The mistakes found so far in one file, and apart from them what could be better."""

    path: str
    """The file, as it is named in what is noted."""
    lines: list[str]
    """All its lines, without their ends."""
    found: list[Diagnostic] = field(default_factory=list)
    """Mistakes, in the order in which they were found."""
    advice: list[Diagnostic] = field(default_factory=list)
    """What is no mistake, but will not be heard as it was meant."""

    def add(self, code: str, message: str, place: Place, *, cure: str | None = None) -> None:
        """Note one mistake."""
        if len(self.found) == MAX_FOUND:
            raise Fatal
        self.found.append(self._diagnostic(code, message, place, cure))

    def advise(self, code: str, message: str, place: Place, *, cure: str | None = None) -> None:
        """Note what is not a mistake, but will not be heard as it was meant."""
        if len(self.advice) < MAX_FOUND:
            self.advice.append(self._diagnostic(code, message, place, cure))

    def _diagnostic(self, code: str, message: str, place: Place, cure: str | None) -> Diagnostic:
        """Nothing of the file is shown that could steer a terminal."""
        line = self.lines[place.line - 1] if 0 < place.line <= len(self.lines) else ""
        skipped = max(0, place.column - 1 - SHOWN_BEFORE) if len(line) > LONGEST_LINE else 0
        source = printable(line[skipped : skipped + LONGEST_LINE])
        path, message, cure = printable(self.path), printable(message), cure and printable(cure)
        return Diagnostic(
            code=code,
            message=message,
            path=path,
            place=place,
            source=source,
            cure=cure,
            skipped=skipped,
        )

    def fatal(self, code: str, message: str, place: Place, *, cure: str | None = None) -> Fatal:
        """Note a mistake after which nothing can be read; raise what this returns."""
        self.add(code, message, place, cure=cure)
        return Fatal()

    def raise_if_any(self) -> None:
        """Raise InvalidRoutine when anything was noted."""
        if self.found:
            raise InvalidRoutine(tuple(sorted(self.found, key=lambda d: d.place)))


def printable(text: str) -> str:
    """The text with what could steer a terminal made visible, one character for one."""
    return "".join(c if c.isprintable() or c == "\t" else "\N{REPLACEMENT CHARACTER}" for c in text)
