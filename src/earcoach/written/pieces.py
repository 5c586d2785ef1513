"""The first stage: the lines of a text less their marks, each piece with what its marks say."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from html import unescape
from itertools import pairwise, zip_longest

from earcoach.written.forum import less_tags
from earcoach.written.source import SourceLine, SourceText

MOST_CHARACTERS = 2000
"""Of one line, or of one cell; no dose stands further on."""

MOST_CELLS = 60
"""Of one row."""

_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\ufeff\u2060\ufe0f\u00ad")) | dict.fromkeys(
    (0xA0, 0x2002, 0x2003, 0x2009, 0x202F), " "
)
_ARROWS = dict.fromkeys((0x21D2, 0x2794, 0x279C, 0x279D, 0x279E, 0x27A1), "\u2192")
"""Arrows of all kinds, which lead from one exercise to the next."""
_LINK = re.compile(r"!?\[([^\[\]]{0,200})\]\([^()]{0,400}\)")
_ADDRESS = re.compile(r"\bhttps?://\S+|\bwww\.\S+")
_LEADER = re.compile(r"(?<=[^\W\d_]|[)\]])\s*(?:(?:\.\s?){3,}|\u2026+\s)\s*(?=x?\d)")
"""Dots that lead from a name to its dose, as in a table of contents."""
_TAG = re.compile(r"</?[a-zA-Z][a-zA-Z0-9]{0,10}(?:\s[^<>]{0,200})?/?>")
_HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*#*$")
_JOINING = ("+", "&")
"""What stands alone between two lines, and says that both are done."""
_RULE = re.compile(r"^[\s|+:=_*~\-\u2013\u2014\u2500-\u257f.`#>]+$")
_FENCE = re.compile(r"^\s*(```|~~~)")
_QUOTE = re.compile(r"^\s*(?:>\s?)+")
_BULLET = re.compile(
    r"^(?P<marker>\*(?!\*)|[-+\u2022\u2023\u25aa\u25cf\u25cb\u25e6\u00b7\u2013\u2014\u25ba\u27a1\u2192>]|"
    r"\(?\d{1,2}[.)](?!\d)|\(\d{1,2}\):?|[a-hA-H][.)](?=\s)|\d\ufe0f?\u20e3|"
    r"[\u2460-\u2473\u2776-\u2793])\s*(?=\S)"
)
_BOX = re.compile(r"^(?:\[[ xX]?\]|[\u2610\u2611\u2612\u2705\u2714\u25a1\u25a2\u2713])\s*")
_LABEL = re.compile(
    r"^(?P<label>[A-H]\d?)\s?(?:[.):]|\s[-\u2013\u2014])\s*(?=\S)|^(?P<bare>[A-H][1-6])\s+(?=[A-Za-z]|\d-[A-Za-z])"
)
_LETTER = re.compile(r"^([B-H])\s+(?=[A-Z][a-z])")
_PAIRED = re.compile(
    r"^(?P<number>[1-8])(?P<letter>[a-dA-D])(?:\s?[.):]|\s)\s*(?=[^\W\d_]|\d+\s?[x\u00d7]\s?\d)"
)
"""`1a`: the first of the first superset."""
_NUMBERED = re.compile(
    r"^(?!min(?:ute)?\.?\s*\d+\s*[-\u2013]\s*\d)(?:move|moves|exercise|station|ex|übung|minute|min|stationen?|gerät|machine)\.?\s*#?"
    r"(?P<numbers>\d{1,2}(?:\.\d{1,2}(?=\s*:)|\s*(?:&|and|\+|-|\u2013|,|und)\s*\d{1,2})*)"
    r"(?:\s*[:.)\-\u2013\u2014]|\s{2})\s*(?=\S)",
    re.IGNORECASE,
)
_TURN = re.compile(
    r"^(?:odd|even|gerade|ungerade)(?:\s+(?:minutes?|mins?|minuten?|min))?"
    r"\s*[:.)\-\u2013\u2014]\s*(?=\S)",
    re.IGNORECASE,
)
"""Of two exercises of an EMOM the one whose turn it is."""
_SET = re.compile(
    r"^(?:set|satz)\s*#?\d{1,2}\s*[:.)\u2013-]\s*(?=\d|bw\b|bodyweight\b)"
    r"(?!\d+\s?[x\u00d7]\s?\d{3})",
    re.IGNORECASE,
)
_CHAT = re.compile(
    r"^\[?(?:\d{1,4}[./-]\d{1,2}[./-]?(?:\d{2,4})?,?\s+)?\d{1,2}:\d{2}(?::\d{2})?\s?(?:[AaPp][Mm])?\]?"
    r"\s*(?:-\s*)?(?P<who>[^:\d]{1,30}):\s+(?=\S)"
)
_SPEAKER = re.compile(r"^(?P<who>[A-Z][\w.]{1,15}(?:\s[A-Z][\w.]{1,15})?):\s+(?=\S)")
_EMOJI = re.compile(
    "[\U0001f000-\U0001faff\u2300-\u23ff\u2600-\u26ff\u2700-\u2704\u2706-\u2712\u2715-\u27bf\u2b00-\u2bff\u20e3]+"
)
_VOTES = re.compile(r"(?:[\U0001f44d\U0001f44e\u2764\u2665]\s?[\d.,]+[kK]?\s*)+$")
"""How many liked it, after a thumb or a heart."""
_HASHTAGS = re.compile(r"(?:^|\s)(?:#\w*[^\W\d_]\w*\s+)+#\w+\s*$|(?<=\S)\s+#\w*[^\W\d_]\w*\s*$")
_SHORTCODE = re.compile(r"(?<!\w):[a-z][a-z_]{2,30}:(?!\w)")
_BOLD = re.compile(r"^\s*(\*\*|__)(?P<inside>[^*_]+?)(\*\*|__)\s*(?P<end>:?)\s*$")
_ORNATE = re.compile(r"^(?P<sign>~+|[=*\u2013\u2014-]{2,}|\u00bb)\s*(?P<inside>[^\W\d_].*?)\s*"
                     r"(?:(?P=sign)|\u00ab)$")  # fmt: skip
"""The same signs on both sides of a heading."""
_STARRED = re.compile(r"^\*(?P<inside>[^*\s](?:[^*]*[^*\s])?)\*(?P<end>:?|\s*\([^()]*\):?)\s*$")
"""As chats write what is bold; with a space after its star it were an item of a list."""
_BOLD_LEAD = re.compile(r"^(\*\*|__)(?P<inside>[^*_]{2,80}?):?\1\s*[:,(\u2013\u2014-]?\s*(?=\S)")
_EMPHASIS = re.compile(r"(?<![\w*])\*{1,3}(?=\S)|(?<=\S)\*{1,3}(?![\w*])|\*\*|__|`|~~")
_UNDERLINED = re.compile(r"(?<!\w)_(?=\w)|(?<=\w)_(?!\w)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A line, or a cell of it that is one, less its marks."""

    number: int
    """The number of its line."""
    text: str
    """What it says; "" for an empty line."""
    cells: tuple[str, ...] = ()
    """The cells of a table row."""
    level: int = 0
    """The level of a heading; 0 for what is not marked as one."""
    marker: str = ""
    """The mark of a list item."""
    label: str = ""
    """The label of an exercise in a superset: `A1`."""
    numbers: int = 0
    """How many numbers stand before it: `Moves 2 & 3` has two."""
    indent: int = 0
    """How deep it stands."""
    bold: bool = False
    """Whether all of it is emphasized."""
    lead: str = ""
    """What stands bold at its beginning, before more."""
    spoken: bool = False
    """Whether it begins what somebody says in a chat."""
    rounds: int = 0
    """How many rounds it is done for, as the numbers before it say; 0 where they say nothing."""
    asked: bool = False
    """Whether somebody else than the one who prescribes says it."""

    def saying(self, text: str) -> "Piece":
        """The same with another text; most lines lose nothing, and stay what they are."""
        return self if text == self.text else replace(self, text=text)


def pieces(source: SourceText) -> tuple[Piece, ...]:
    """All pieces of a text in order, empty ones too."""
    speakers = _speakers(source.lines)
    found = [
        replace(piece, asked=True) if asked else piece
        for line, asked in less_tags(source.lines)
        if line.text.strip() not in _JOINING or line.cells
        for piece in (_piece(line, speakers),)
    ]
    return tuple(_lettered(_listed(list(_underlined(_rows(found))))))


def _piece(line: SourceLine, speakers: frozenset[str]) -> Piece:
    text = unescape(line.text[:MOST_CHARACTERS]).translate(_INVISIBLE | _ARROWS).expandtabs(8)
    text = _SHORTCODE.sub(" ", text).replace("\\|", "|")
    text = text.replace(" -- ", " \u2013 ")
    text = _LEADER.sub(": ", _HASHTAGS.sub("", _VOTES.sub("", text)))
    if _FENCE.match(text):
        return Piece(number=line.number, text="")
    bare = text.lstrip()
    indent = len(text) - len(bare)
    asked = False
    if "http" in bare or "www." in bare:
        bare, asked = _less_address(bare)
    piece = Piece(
        number=line.number,
        text=bare.rstrip(),
        cells=line.cells,
        level=line.heading_level,
        marker=line.list_marker,
        indent=line.indent or indent,
        bold=line.emphasized,
        asked=asked,
    )
    if "\t" in line.text.strip() and not line.cells:
        cells = _cells_of(line.text[:MOST_CHARACTERS].split("\t"))
        return replace(piece, cells=cells) if sum(map(bool, cells)) > 1 else piece
    return replace(piece, cells=_cells_of(line.cells)) if line.cells else _marked(piece, speakers)


def _cells_of(cells: Sequence[str]) -> tuple[str, ...]:
    return tuple(_plain(cell[:MOST_CHARACTERS]) for cell in cells[:MOST_CELLS])


def _less_address(text: str) -> tuple[str, bool]:
    """A line less the addresses of pages, and whether it says no more than where they are."""
    left = _ADDRESS.sub("", _LINK.sub(r"\1", text)).rstrip(" <>()[]|")
    return left, bool(re.search(r"[:=\u2013\u2014-]$|[:=]\W*$", left)) or not re.search(r"\w", left)


def _marked(piece: Piece, speakers: frozenset[str]) -> Piece:
    """The piece with the marks at its beginning read and taken off."""
    piece = piece.saying(_QUOTE.sub("", piece.text))
    if _RULE.match(piece.text) and not piece.text.startswith("#"):
        return piece.saying(piece.text if _underline(piece.text) else "")
    piece = _spoken(piece, speakers)
    heading = _HEADING.match(piece.text)
    if heading:
        piece = replace(piece, level=len(heading[1]), text=heading[2])
    bold = _BOLD.match(piece.text) or _STARRED.match(_EMOJI.sub(" ", piece.text).strip())
    if bold:
        piece = replace(piece, bold=True, text=bold["inside"] + bold["end"])
    ornate = _ORNATE.match(piece.text)
    if ornate:
        piece = replace(piece, bold=True, text=ornate["inside"])
    bullet = _BULLET.match(piece.text)
    if bullet and not re.match(r"^\d+\.\d", piece.text):
        piece = replace(piece, marker=bullet["marker"], text=piece.text[bullet.end() :])
        inner = _BOLD.match(piece.text)
        if inner:
            piece = replace(piece, bold=True, text=inner["inside"] + inner["end"])
    lead = _BOLD_LEAD.match(piece.text)
    piece = replace(piece, lead=_plain(lead["inside"])) if lead else piece
    plain = _plain(piece.text)
    boxed = _BOX.match(plain)
    piece = replace(piece, marker=piece.marker or "[]") if boxed else piece
    return _labelled(piece.saying(_BOX.sub("", plain)))


def label_of(text: str) -> tuple[str, str]:
    """The label of a superset that a text begins with, and the text after it: `A1. Squat`."""
    label = _LABEL.match(text)
    return (label["label"] or label["bare"], text[label.end() :]) if label else ("", text)


def _labelled(piece: Piece) -> Piece:
    numbered_set = _SET.match(piece.text)
    if numbered_set:
        return replace(piece, marker="set", text=piece.text[numbered_set.end() :])
    name, rest = label_of(piece.text)
    if name:
        return replace(piece, label=name, marker=piece.marker or name, text=rest)
    paired = _PAIRED.match(piece.text)
    if paired:
        name = (
            f"{'ABCDEFGH'[int(paired['number']) - 1]}{'abcd'.index(paired['letter'].lower()) + 1}"
        )
        text = piece.text[paired.end() :]
        return replace(piece, label=name, marker=piece.marker or name, text=text)
    turn = _TURN.match(piece.text)
    if turn:
        return replace(piece, marker="n", numbers=1, text=piece.text[turn.end() :])
    numbered = _NUMBERED.match(piece.text)
    if numbered:
        count = len(re.findall(r"\d+", numbered["numbers"]))
        text = piece.text[numbered.end() :]
        return replace(piece, numbers=count, marker=piece.marker or "n", text=text)
    return piece


def _plain(text: str) -> str:
    """The text less what Markdown, HTML and emoji add to it."""
    text = _EMOJI.sub(" ", _TAG.sub(" ", _LINK.sub(r"\1", text)))
    text = _UNDERLINED.sub("", _EMPHASIS.sub("", text)).replace("\\", "")
    return text.strip()


def _underline(text: str) -> str:
    """`=` or `-` if that is all there is: the line above is a heading."""
    bare = text.strip()
    return (
        bare[0]
        if (len(bare) > 2 and set(bare) <= {"="}) or (set(bare) <= {"-"} and len(bare) > 2)
        else ""
    )


def _underlined(found: Sequence[Piece]) -> Iterator[Piece]:
    """Each piece; one with a line of `=` or `-` below it is a heading."""
    for piece, after in zip_longest(found, found[1:]):
        sign = _underline(piece.text) if _RULE.match(piece.text or " x") else ""
        if sign:
            yield piece.saying("")
        elif after and piece.text and _RULE.match(after.text or " x") and not piece.cells:
            level = {"=": 1, "-": 2}.get(_underline(after.text), 0)
            yield replace(piece, level=piece.level or level)
        else:
            yield piece


def _listed(found: list[Piece]) -> list[Piece]:
    """The pieces; headings with nothing below most of them are the items of a list."""
    told = [piece for piece in found if piece.text or piece.cells]
    empty = Counter(a.level for a, b in pairwise(told) if a.level and a.level == b.level)
    if told and told[-1].level:
        empty[told[-1].level] += 1
    all_ = Counter(piece.level for piece in told if piece.level)
    lists = {level for level, n in empty.items() if n > 3 and 4 * n > 3 * all_[level]}
    return [replace(p, level=0, marker="#") if p.level in lists else p for p in found]


def _lettered(found: list[Piece]) -> list[Piece]:
    """The pieces; among others like `A1` and `B2` a letter alone is a label too: `C Plank`."""
    if not any(len(piece.label) > 1 for piece in found):
        return found
    return [
        replace(piece, label=match[1], marker=match[1], text=piece.text[match.end() :])
        if not piece.label and (match := _LETTER.match(piece.text))
        else piece
        for piece in found
    ]


def _speakers(lines: Sequence[SourceLine]) -> frozenset[str]:
    """Who prescribes in a chat: everybody who says more than one line with a number in it."""
    texts = [line.text.translate(_INVISIBLE).strip()[:200] for line in lines]
    said = Counter(
        match["who"].strip()
        for text in texts
        if (match := _CHAT.match(text[:100])) and re.search(r"\d", text[match.end() :])
    )
    most = max(said.values(), default=0)
    speakers = frozenset(who for who, count in said.items() if count * 2 > most)
    return speakers or _named([text for text in texts if text])


def _named(texts: Sequence[str]) -> frozenset[str]:
    """Who prescribes in a chat without times of day: it opens, and goes on, with the same name.

    Names of fields open lines of their own too: what `Sets:` says always has a number.
    """
    said = [(match["who"], text) for text in texts if (match := _SPEAKER.match(text))]
    told = Counter(who for who, _ in said)
    talked = {who for who, text in said if not re.search(r"\d", text)}
    opened = bool(texts) and _SPEAKER.match(texts[0])
    chat = bool(opened) and len(said) * 4 > len(texts) * 3 and len(told) < 4
    return frozenset(who for who, n in told.items() if chat and n > 2 and who in talked)


def _spoken(piece: Piece, speakers: frozenset[str]) -> Piece:
    text = piece.text[:100] if speakers else ""
    match = _CHAT.match(text)
    if not match:
        match = _SPEAKER.match(text)
        match = match if match and match["who"] in speakers else None
    if not match:
        return piece
    text = piece.text[match.end() :]
    return replace(piece, text=text, asked=match["who"].strip() not in speakers, spoken=True)


# -- tables ---------------------------------------------------------------------------------------


def _rows(found: Sequence[Piece]) -> list[Piece]:
    """The pieces; where several lines in a row have cells with bars, they are rows."""
    rows = [_cells(piece) for piece in found]
    out = []
    for n, (piece, cells) in enumerate(zip(found, rows, strict=True)):
        above = rows[n - 1] if n else ()
        above = above or (rows[n - 2] if n > 1 and not found[n - 1].text else ())
        near = [r for r in (above, *rows[n + 1 : n + 3]) if len(r) > 1]
        out.append(replace(piece, cells=cells) if len(cells) > 1 and near else piece)
    return out


def _cells(piece: Piece) -> tuple[str, ...]:
    if piece.cells:
        return piece.cells
    if piece.level or "|" not in piece.text:
        return ()
    cells = [_plain(cell) for cell in piece.text.strip().strip("|").split("|")]
    return tuple(cells) if any(cells) else ()
