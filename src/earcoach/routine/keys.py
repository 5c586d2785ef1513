"""Which keys a routine, a section and an exercise have: the one list of them."""

from typing import Any

from earcoach.language.registry import LANGUAGES
from earcoach.routine import fields as f
from earcoach.routine.fields import Field
from earcoach.routine.model import Coaching, Counting, Direction, Position, Timing
from earcoach.routine.paces import ACTIVITIES
from earcoach.routine.prescription import LEAST_BEAT_MS, LEAST_WORK_MS

REST = f.duration("rest", "Rest between sets, and before the next exercise: `45s`.")
BEAT = f.duration("beat", "Time for one rep when there is no tempo: `3s`.", least_ms=LEAST_BEAT_MS)
TEMPO = f.tempo("tempo", "Seconds of lowering, pause, lifting, pause: `3-1-1-0`.")
SWITCH = f.duration("switch", "Time to change sides: `6s`.")
GET_READY = f.duration("get_ready", "Time to take position after a new exercise is announced.")
COACHING = f.choice("coaching", Coaching, "How much is said; the athlete's `--coaching` wins.")
COUNTING = f.choice(
    "counting", Counting, "Which reps are counted in words; the athlete's `--counting` wins."
)
BREATH = f.duration("breath", "Time for one breath, in and out: `5s`.", least_ms=2000)
PACES = {
    key: f.pace(key, f"How fast to {key.split('_')[0]}, to estimate how long a distance takes.")
    for key in ACTIVITIES
}
DEFAULTS: tuple[Field[Any], ...] = (
    REST, BEAT, TEMPO, SWITCH, GET_READY, COACHING, COUNTING, BREATH, *PACES.values(),
)  # fmt: skip

NAME = f.text("name", "What it is called, as it is said.")
SETS = f.counts("sets", "How many sets, or a range: `2-3`.")
REPS = f.reps("reps", "Reps per set (and side), a range, or `max`.")
HOLD = f.durations("hold", "A static hold: `30s`.")
WORK = f.durations("work", "Moving for a time: `40s`.")
SIDES = f.sides(
    "sides", "`each leg`: the full dose on both; `alternating`: left and right in turn."
)
EQUIPMENT = f.texts("equipment", "What is needed; of a section: by each of its exercises.")
POSITION = f.choice("position", Position, "Where the body is; a change gets time of its own.")
SETUP = f.text("setup", "What to prepare, said before the first set.")
SETUPS = f.texts("setup", "What to prepare, said before the first set; a list has one per set.")
CUES = f.texts("cues", "Form cues, said in full coaching.")
STARTS = f.choice("starts", Direction, "Which part of a tempo a rep begins with: `down` or `up`.")
OWN_PACE = f.flag("own_pace", "Reps at one's own speed: live a set lasts until `done`.")
LOAD = f.texts("load", "The load as it is said, or a list with one for each set: `24 kg`.")
EFFORT = f.texts("effort", "How hard it is to be, or a list with one for each set: `RPE 8`.")
NOTE = f.texts("note", "What is told and not done.")
WARNING = f.texts("warning", "When to stop, or what to beware of: told in every coaching.")
SAY = f.text("say", "How the name is spoken, when the voice gets it wrong.")
WITHOUT = f.nested(
    "without",
    {"type": "object", "additionalProperties": {"$ref": "#/$defs/exercise"}, "minProperties": 1},
    "What to do without a piece of equipment: `exercise ball: {Plank: 2 x 30s hold}`.",
)
EXERCISE: tuple[Field[Any], ...] = (
    NAME, SETS, REPS, HOLD, WORK, SIDES, *DEFAULTS, EQUIPMENT, POSITION, SETUPS, CUES, SAY,
    STARTS, OWN_PACE, LOAD, EFFORT, NOTE, WARNING, WITHOUT,
)  # fmt: skip

TYPE = f.choice(
    "type",
    Timing,
    "How the exercises follow each other; straight sets by default.",
    cures={
        "tabata": "write `type: intervals`, `work: 20s`, `rest: 10s` and `rounds: 8`",
        "hiit": "write `type: intervals`, `work: 40s` and `rest: 20s`",
        "e2mom": "write `type: emom` and `every: 2 min`",
        "rounds": "write `type: circuit` and `rounds: 3`",
        "rft": "write `type: for time` and `rounds: 3`",
    },
)
ROUNDS = f.counts("rounds", "How often the exercises are gone through.")
ROUND_REST = f.duration("rest_between_rounds", "Rest after each round but the last: `1 min`.")
SECTION_WORK = f.duration(
    "work", "Work time of each exercise in intervals: `40s`.", least_ms=LEAST_WORK_MS
)
EVERY = f.duration("every", "Period of an EMOM: `1 min`.", least_ms=10_000)
CAP = f.duration("cap", "Time of an AMRAP, or limit of a section for time.", least_ms=10_000)
GUIDED = f.flag("guided", "Lead through the rounds and exercises of an AMRAP, or for time.")
ITEMS = {
    "type": "array",
    "minItems": 1,
    "prefixItems": [{"$ref": "#/$defs/work"}],
    "items": {"$ref": "#/$defs/item"},
}
EXERCISES = f.nested(
    "exercises",
    ITEMS,
    "The exercises, each `- Name: 3 x 12` or the long form; `- rest: 1 min` is a longer break.",
)
SECTION: tuple[Field[Any], ...] = (
    NAME, TYPE, ROUNDS, ROUND_REST, SECTION_WORK, EVERY, CAP, GUIDED, *DEFAULTS,
    EQUIPMENT, SETUP, NOTE, WARNING, EXERCISES,
)  # fmt: skip

SUPERSET_OF = f.nested(
    "superset", ITEMS, "Exercises that take turns: the first set of each, rest, the next set."
)
SUPERSET: tuple[Field[Any], ...] = (
    SUPERSET_OF, NAME, SETS, *DEFAULTS, EQUIPMENT, SETUP, NOTE, WARNING,
)  # fmt: skip
ROUNDS_OF = r"([1-9]\d{0,2}) rounds?( of)?"
"""A key that opens a block: `3 rounds of:`."""

TITLE = f.text("title", "What the workout is called.")
SUMMARY = f.text("summary", "What it is for, in a sentence or two.")
ROUTINE_DEFAULTS = f.nested(
    "defaults",
    {"$ref": "#/$defs/defaults"},
    "Rest, beat, tempo, coaching and so on for everything that sets none of its own.",
)
SECTIONS = f.nested(
    "sections",
    {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/section"}},
    "The parts of the workout, in order.",
)
LANGUAGE = f.one_of("language", list(LANGUAGES), "The language it is written and coached in.")
WORDING = f.nested(
    "wording",
    {"$ref": "#/$defs/wording"},
    "Texts that are said instead of the coach's own; `earcoach wording` lists them.",
)
LEXICON = f.pairs("lexicon", "How words are said that the voice gets wrong: `psoas: SO-as`.")
ROUTINE: tuple[Field[Any], ...] = (
    TITLE, SUMMARY, EQUIPMENT, ROUTINE_DEFAULTS, SECTIONS, EXERCISES, LANGUAGE, WORDING, LEXICON,
)  # fmt: skip

NEEDS: dict[Timing, tuple[Field[Any], str]] = {
    Timing.AMRAP: (CAP, "cap: 10 min"),
    Timing.FOR_TIME: (CAP, "cap: 10 min"),
}
"""What a section of a type cannot do without, and a line that adds it."""

BELONGS: tuple[tuple[Field[Any], tuple[Timing, ...]], ...] = (
    (CAP, (Timing.AMRAP, Timing.FOR_TIME)),
    (EVERY, (Timing.EMOM,)),
    (SECTION_WORK, (Timing.INTERVALS,)),
    (ROUNDS, (Timing.CIRCUIT, Timing.INTERVALS, Timing.EMOM, Timing.FOR_TIME)),
    (ROUND_REST, (Timing.CIRCUIT, Timing.INTERVALS)),
    (GUIDED, (Timing.AMRAP, Timing.FOR_TIME)),
)
"""The types of section in which a key has a meaning; one that is not here has it in all."""
