"""Text as it should be spoken: signs and abbreviations that voices misread, written out."""

import re

_UNITS = {"s": "second", "sec": "second", "secs": "second", "min": "minute", "mins": "minute",
          "h": "hour", "kg": "kilogram", "lb": "pound", "lbs": "pound"}  # fmt: skip
_FRACTIONS = {"1/2": "a half", "1/4": "a quarter", "3/4": "three quarters", "1/3": "a third",
              "2/3": "two thirds", "½": "a half", "¼": "a quarter", "¾": "three quarters",
              "⅓": "a third", "⅔": "two thirds"}  # fmt: skip

_FRACTION = re.compile("|".join(rf"(?<![\d/]){re.escape(f)}(?![\d/])" for f in _FRACTIONS))
_SETS = re.compile(r"(\d+)\s*[x×]\s*(?=\d)", re.IGNORECASE)
_RANGE = re.compile(r"(\d+)\s*[-–]\s*(?=\d)")
_NUMBER_UNIT = rf"\b(\d+(?:\.\d+)?)\s*({'|'.join(_UNITS)})\b(?!')"
_QUANTITY = re.compile(_NUMBER_UNIT, re.IGNORECASE)
_CLOCK = re.compile(r"\b(\d{1,3}):([0-5]\d)\b")
_SIGNS = (("&", " and "), ("%", " percent"), ("+", " plus "), ("=", " equals "), ("@", " at "),
          ("w/", "with "), ("°", " degrees"), ("/", " "), ("_", " "), ("*", " "))  # fmt: skip


def spoken(text: str) -> str:
    """The text with durations, sets, ranges, fractions and signs as words."""
    text = _FRACTION.sub(lambda m: f" {_FRACTIONS[m[0]]}", text)
    text = _CLOCK.sub(_clock, text)
    text = _SETS.sub(r"\1 times ", text)
    text = _RANGE.sub(r"\1 to ", text)
    text = _QUANTITY.sub(_quantity, text)
    for sign, word in _SIGNS:
        text = text.replace(sign, word)
    return " ".join(text.split())


def _quantity(match: re.Match[str]) -> str:
    number, unit = match[1], _UNITS[match[2].casefold()]
    return f"{number} {unit}" if number == "1" else f"{number} {unit}s"


def _clock(match: re.Match[str]) -> str:
    minutes, seconds = int(match[1]), int(match[2])
    return f"{minutes} min {seconds} s" if seconds else f"{minutes} min"
