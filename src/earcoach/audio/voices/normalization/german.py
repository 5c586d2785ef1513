"""What German workouts are written in, and how it is said."""

from earcoach.audio.voices.normalization.rules import Rewrite, Rules

WORDS = {
    "KH": "Kurzhantel", "LH": "Langhantel", "Wdh": "Wiederholungen", "Wh": "Wiederholungen",
    "li": "links", "re": "rechts", "bds": "beidseits", "ca": "circa", "max": "maximal",
    "mind": "mindestens", "inkl": "inklusive", "bzw": "beziehungsweise", "abw": "abwechselnd",
}  # fmt: skip

ABBREVIATIONS: tuple[Rewrite, ...] = (
    (r"(?i)\bz\.\s?B\.", "zum Beispiel"),
    (r"(?i)\b(?:li\.?\s*/\s*re\b\.?|L\s*/\s*R\b)", "links und rechts"),
    (r"(?i)\bje\s*/\s*Seite\b", "je Seite"),
    (r"(?i)\bo\.\s?Ä\.", "oder Ähnliches"),
    *((rf"(?<![\w/-]){short}\b(?!/)\.?", full) for short, full in WORDS.items()),
)

_SECOND, _MINUTE = ("Sekunde", "Sekunden"), ("Minute", "Minuten")

GERMAN = Rules(
    to="bis",
    times="mal",
    and_="und",
    per="pro",
    rewrites=ABBREVIATIONS,
    fractions={
        **dict.fromkeys(("1/2", "½"), ("ein halb", "halbe")),
        **dict.fromkeys(("1/4", "¼"), ("ein Viertel", "viertel")),
        **dict.fromkeys(("3/4", "¾"), ("drei Viertel", "dreiviertel")),
        **dict.fromkeys(("1/3", "⅓"), ("ein Drittel", "ein Drittel")),
        **dict.fromkeys(("2/3", "⅔"), ("zwei Drittel", "zwei Drittel")),
    },
    units={
        **dict.fromkeys(("s", "sec", "sek"), _SECOND),
        **dict.fromkeys(("min", "mins"), _MINUTE),
        **dict.fromkeys(("h", "std"), ("Stunde", "Stunden")),
        **dict.fromkeys(("kg",), ("Kilo", "Kilo")),
        **dict.fromkeys(("lb", "lbs"), ("Pfund", "Pfund")),
        "m": ("Meter", "Meter"), "km": ("Kilometer", "Kilometer"),
        "cm": ("Zentimeter", "Zentimeter"), "kcal": ("Kilokalorie", "Kilokalorien"),
    },
    minute=_MINUTE,
    second=_SECOND,
    measured=("Seite", "Bein", "Arm", "Hand", "Fuß", "Satz", "Runde", "Minute", "Woche", "Tag"),
    signs=(("&", " und "), ("%", " Prozent "), ("+", " plus "), ("=", " gleich "), ("@", " bei "),
           ("°", " Grad "), ("≤", " höchstens "), ("≥", " mindestens "), ("±", " plus minus "),
           ("~", " etwa "), ("≈", " etwa "), ("×", " mal "), ("•", ", "), ("→", ", dann "),
           ("|", ", "), ("/", " "), ("_", " "), ("*", " ")),
)  # fmt: skip
"""German."""
