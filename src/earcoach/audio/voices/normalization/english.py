"""What English workouts are written in, and how it is said."""

from earcoach.audio.voices.normalization.rules import Rewrite, Rules

LIMBS = r"(?:legs?|arms?|sides?|foot|feet|knees?|hands?|hips?|shoulders?)"
NUMBERED = "Warrior|Level|Phase|Part|Stage|Type|Day|Week|Block|Series|Version|Grade|Flow|Mode"
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
CARDINALS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")

ANY_CASE = {
    "db": "dumbbell", "dbs": "dumbbells", "kb": "kettlebell", "kbs": "kettlebells",
    "bb": "barbell", "rdl": "Romanian deadlift", "rdls": "Romanian deadlifts",
    "sldl": "single-leg deadlift", "slrdl": "single-leg Romanian deadlift", "ohp": "overhead press",
    "bss": "Bulgarian split squat", "hspu": "handstand push-up", "ghr": "glute ham raise",
    "emom": "every minute on the minute", "rir": "reps in reserve", "rds": "rounds",
    "alt": "alternating", "approx": "approximately", "vs": "versus",
}  # fmt: skip
CAPITALS = {
    "SL": "single-leg", "SA": "single-arm", "BW": "bodyweight", "OH": "overhead", "DL": "deadlift",
    "ROM": "range of motion", "TUT": "time under tension", "PB": "personal best",
    "RPE": "R P E", "ITB": "I T B", "IT band": "I T band", "CARs": "cars", "HIIT": "hit",
    "TTB": "toes to bar",
}  # fmt: skip

ABBREVIATIONS: tuple[Rewrite, ...] = (
    (r"(?i)\bw/o\b\s*", "without "),
    (r"(?i)\bw/\s*", "with "),
    (r"(?i)\b(?:L\s*/\s*R|R\s*/\s*L)\b", "left and right"),
    (r"(?i)\be/s\b", "each side"),
    (r"(?i)\be/l\b", "each leg"),
    (r"(?i)\be/a\b", "each arm"),
    (r"(?i)\bp/s\b", "per side"),
    (r"(?i)(?<=[\d\s)])ea\b(?!-)\.?", " each"),
    (rf"(?i)^ea\b\.?(?=\s+{LIMBS}\b)", "each"),
    (rf"(?i)\bL(?=\s+{LIMBS}\b)|(?<=\()L(?=\))", "left"),
    (r"(?<=\w )L(?=[,;.]|$)", "left"),
    (rf"(?i)\bR(?=\s+{LIMBS}\b)|(?<=\()R(?=\))", "right"),
    (r"(?<=\w )R(?=[,;.]|$)", "right"),
    (r"(?i)((?:min|mins|minutes?)\s+)AMRAP\b", r"\1as many rounds as possible"),
    (r"(?i)\bAMRAP(?:\s+in)?(?=\s*\d+\s*min)", "as many rounds as possible in"),
    (r"(?i)\bAMRAP\b", "as many reps as possible"),
    (r"(\d+)\s*RM\b", r"\1 rep max"),
    (r"(\d+)\s*#(?!\w)", r"\1 pounds"),
    (r"#\s*(?=\d)", "number "),
    (r"(?i)\be\.g\.", "for example"),
    (r"(?i)\bi\.e\.", "that is"),
    (r"(?i)\betc\.", "et cetera"),
    (r"(\w)\s*(?:->|→)\s*(?=\w)", r"\1, then "),
    (rf"\b({NUMBERED}|[A-Z][a-z]+ Warrior)\s+I\b(?!')", r"\1 one"),
    *((rf"\b([A-Z][a-z]+)\s+{roman}\b", rf"\1 {word}")
      for roman, word in zip(ROMAN, CARDINALS, strict=True) if len(roman) > 1),
    *((rf"\b({NUMBERED})\s+{roman}\b", rf"\1 {word}")
      for roman, word in zip(ROMAN, CARDINALS, strict=True)),
    *((rf"(?i)(?<![\w'-]){short}\b(?!')\.?", full) for short, full in ANY_CASE.items()),
    *((rf"(?<![\w'-]){short}\b(?!')", full) for short, full in CAPITALS.items()),
)  # fmt: skip

_SECOND, _MINUTE, _HOUR = ("second", "seconds"), ("minute", "minutes"), ("hour", "hours")
_KILO, _POUND = ("kilogram", "kilograms"), ("pound", "pounds")

ENGLISH = Rules(
    to="to",
    times="times",
    and_="and",
    per="per",
    rewrites=ABBREVIATIONS,
    fractions={
        **dict.fromkeys(("1/2", "½"), ("a half", "half")),
        **dict.fromkeys(("1/4", "¼"), ("a quarter", "quarter")),
        **dict.fromkeys(("3/4", "¾"), ("three quarters", "three quarter")),
        **dict.fromkeys(("1/3", "⅓"), ("a third", "one third")),
        **dict.fromkeys(("2/3", "⅔"), ("two thirds", "two thirds")),
    },
    units={
        **dict.fromkeys(("s", "sec", "secs", "″"), _SECOND),
        **dict.fromkeys(("min", "mins"), _MINUTE),
        **dict.fromkeys(("h", "hr", "hrs"), _HOUR),
        **dict.fromkeys(("kg", "kgs"), _KILO),
        **dict.fromkeys(("lb", "lbs"), _POUND),
        **dict.fromkeys(("cal", "cals"), ("calorie", "calories")),
        "m": ("meter", "meters"), "km": ("kilometer", "kilometers"),
        "cm": ("centimeter", "centimeters"), "ft": ("foot", "feet"), "mi": ("mile", "miles"),
        "yd": ("yard", "yards"), "yds": ("yard", "yards"),
        "bpm": ("beat per minute", "beats per minute"),
    },
    minute=_MINUTE,
    second=_SECOND,
    measured=("side", "leg", "arm", "hand", "foot", "hip", "set", "rep", "round", "min", "minute",
              "week", "day", "hour", "h"),
    signs=(("&", " and "), ("%", " percent "), ("+", " plus "), ("=", " equals "), ("@", " at "),
           ("°", " degrees "), ("≤", " at most "), ("≥", " at least "), ("±", " plus or minus "),
           ("~", " about "), ("≈", " about "), ("×", " times "), ("•", ", "),
           ("|", ", "), ("/", " "), ("_", " "), ("*", " ")),
)  # fmt: skip
"""English, with the metric and the American units."""
