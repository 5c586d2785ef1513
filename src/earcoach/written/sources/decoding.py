"""Bytes as text that can be shown and read: any encoding, nothing invisible, one kind of line."""

import codecs
import re
import unicodedata
from functools import cache

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
NO_TEXT = frozenset((*range(8), *range(14, 27), *range(28, 32)))
"""Bytes that are letters in no encoding of eight bits."""

LINE_ENDS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\xad\u061c\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u2069\ufeff\ufff9-\ufffb\U000e0000-\U000e007f\ud800-\udfff]"
)
"""What is not seen, or changes the order of what is; a joiner of emoji stays."""


def decoded(data: bytes, charset: str | None = None) -> str:
    """The text in some bytes, clean. Every byte string is some text."""
    for mark, marked in BOMS:
        if data.startswith(mark):
            return clean(data[len(mark) :].decode(marked, "replace"))
    for encoding in (_sixteen_bits(data), charset, "utf-8"):
        text = _strictly(data, encoding) if encoding else None
        if text is not None:
            return clean(text)
    return clean(_western(data))


def is_text(data: bytes) -> bool:
    """Whether some bytes can be a text: a picture or a sound has signs that no text has."""
    start = data[:4000]
    if _sixteen_bits(data) or any(data.startswith(mark) for mark, _ in BOMS):
        return True
    return sum(byte in NO_TEXT for byte in start) <= 0.05 * len(start)


def clean(text: str) -> str:
    """The text without what nobody sees, its lines ended by `\\n`, every blank a space, and the
    joined letters of print (`ﬁ`) as letters."""
    text = UNSEEN.sub("", LINE_ENDS.sub("\n", text))
    return text.translate(_replaced())


def _sixteen_bits(data: bytes) -> str | None:
    """UTF-16 without its mark: in western text every second byte is zero, and no other."""
    start = data[:2000]
    even, odd = start[::2].count(0), start[1::2].count(0)
    for zeros, others, encoding in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        if zeros > 0.4 * len(start) / 2 and others < 0.1 * len(start) / 2:
            return encoding
    return None


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        codec = codecs.lookup(encoding)
        if not codec._is_text_encoding:  # such as `zip`, which a server may name
            return None
        return data.decode(encoding)
    except (LookupError, UnicodeError, ValueError):
        return None


def _western(data: bytes) -> str:
    """Windows' western letters, and for its five unused bytes those of Latin-1."""
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return data.decode("latin-1")


@cache
def _replaced() -> dict[int, str]:
    blanks = {code: " " for code in range(0xA0, 0x3001) if unicodedata.category(chr(code)) == "Zs"}
    joined = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}
    return blanks | joined
