"""The words around the doses of a written workout: what its lines are, and how its parts follow."""

from collections.abc import Mapping
from dataclasses import dataclass

from earcoach.language.vocabulary.snippets import Snippets
from earcoach.language.vocabulary.words import Phrases


@dataclass(frozen=True, kw_only=True, eq=False)
class Prose:
    """The words of a language by which lines are told apart: a key of what is made of them."""

    rounds: Phrases
    """What rounds are called after their number."""
    through: Phrases
    """After the number of times that the whole is gone through."""
    looping: frozenset[str]
    """The words by which a timer's list says that lines are repeated, and where they end."""
    loop_ends: frozenset[str]
    """Those that say where they end."""
    again: Phrases
    """Before a number of rounds: `repeat the circuit 3 times`."""
    more: Phrases
    """After such a word: once has been already."""
    altogether: Snippets
    """Beside a number that adds up others: `4 minutes in total`."""
    laps: Phrases
    """What rounds are called where nobody runs."""
    templates: frozenset[str]
    """Words of a heading above how each station goes: `station timing`."""
    lead_ins: Snippets
    """How a sentence begins that goes on: `after that,`; the longest first."""
    passing: frozenset[str]
    """Last words of such a beginning, after which the whole may be named first."""
    amrap: Phrases
    """As many rounds as possible."""
    emom: Phrases
    """Something each minute."""
    every: Phrases
    """Before the period of an EMOM."""
    for_time: Phrases
    """As fast as possible."""
    untimed: Phrases
    """Without a clock: `not for time`."""
    cap: Phrases
    """The limit of work for time."""
    tabata: Phrases
    """20 s work, 10 s rest, eight times."""
    work: Phrases
    """Before the length of the work in intervals."""
    on: Phrases
    """After a number of seconds of work."""
    off: Phrases
    """After a number of seconds of rest."""
    circuit: frozenset[str]
    """Words of a section whose exercises are gone through in rounds."""
    divisions: frozenset[str]
    """Words of a heading that may be told more of: `the strength block: take the band off`."""
    social: frozenset[str]
    """Words by which people turn to each other, and prescribe nothing."""
    closing: frozenset[str]
    """Words of what a letter closes with: `Kind regards`."""
    unfinished: frozenset[str]
    """Words with which no line ends, but one that was broken."""
    signing: frozenset[str]
    """Such a word, where a name may follow on the same line: `Cheers Ann`."""
    taking_turns: Phrases
    """After a number of rounds: what follows is done in turn."""
    asides: frozenset[str]
    """Words of a heading above what is no part of the workout: `Notes`."""
    dosing: Snippets
    """What stands before a dose and a colon, and names no exercise: `Dosage: 3 x 10`."""
    adapting: frozenset[str]
    """The same, after the part of a body that it is about: `Knee alternative: ..`."""
    aside_ends: frozenset[str]
    """Last words of such a heading that may say of what it tells: `Travel tips`."""
    remarks: frozenset[str]
    """Words before a colon, where what follows tells of an exercise: `Common mistakes: haste`."""
    answers: Snippets
    """After their number: what others wrote below a text."""
    buy_ins: frozenset[str]
    """What is done once before, or after, all else of a piece for time is called."""
    sections: frozenset[str]
    """Words that a heading of a section is made of."""
    directions: frozenset[str]
    """Those of them that say nothing alone: `up`."""
    warm_up: frozenset[str]
    """Words of a section before the work."""
    cool_down: frozenset[str]
    """Words of a section after the work."""
    finishing: frozenset[str]
    """Words of a section of its own at the end of the work."""
    days: frozenset[str]
    """Words of a heading of one session among several."""
    resting_on: Snippets
    """Between a rest and the exercise that has it: `3 min on squats`."""
    set_up: frozenset[str]
    """What is set at a machine: `5% incline`."""
    chapters: frozenset[str]
    """Words of the chapters of a video in which nobody exercises."""
    short_days: frozenset[str]
    """Days in short, which are a heading where nothing else stands."""
    static: frozenset[str]
    """Words of a name by which one stays in a position."""
    static_ends: tuple[str, ...]
    """Ends of such words: `Schneidersitz`."""
    static_names: Snippets
    """Names of positions that no single word of them tells: `low lunge`."""
    stretching: frozenset[str]
    """Words of a section in which one stays in positions."""
    moving: frozenset[str]
    """Words of a name by which one moves, whatever else it says."""
    ways: frozenset[str]
    """Words of a name by which a way is covered: a bare `m` means metres."""
    lasting: frozenset[str]
    """Words of a name that is done for minutes: a bare `m` means minutes."""
    warnings: Snippets
    """Pieces of a sentence that must be told."""
    chatter: Snippets
    """Pieces of a sentence that is no part of a workout."""
    equipment: Snippets
    """What a list of equipment begins with."""
    same: Snippets
    """Instead of a dose: that of the line before."""
    same_as: Snippets
    """How a sentence begins that says that something is done as often as another."""
    placing: frozenset[str]
    """How a sentence begins that asks to take a place: `on your feet`."""
    counting: frozenset[str]
    """How a clause begins that asks for a number of what was named: `start with ten`."""
    staying: Snippets
    """Before a length: it is that of a hold: `keep it there for 20 s`."""
    swapping: frozenset[str]
    """Words between the two sides of an exercise: `30 s, swap, 30 s`."""
    articles: frozenset[str]
    """Behind a verb that says how something is done: `lift the leg`."""
    little: frozenset[str]
    """Words of sentences, which names have few of."""
    glue: frozenset[str]
    """Words at the ends of a name that are no part of it."""
    common: frozenset[str]
    """The commonest words, by which the language is known."""
    days_counted: frozenset[str]
    """The second word after such a number: `3 training days`."""
    not_counted: frozenset[str]
    """After a number that counts no reps: `90 degrees`."""
    units_in_names: tuple[str, ...]
    """Names that begin like a unit: `10 inch worms`."""
    labels: frozenset[str]
    """Before a number that counts nothing: `week 3`."""
    clock: frozenset[str]
    """Before or after a time of day."""
    how_to: frozenset[str]
    """How a sentence begins that says how to do what was named before."""
    openers: Snippets
    """How a sentence begins that opens a section: `finish with`; the longest first."""
    once_more: Snippets
    """The same once again: two sets."""
    in_rounds: Snippets
    """Around a rest that is between rounds."""
    in_exercises: Snippets
    """Around a rest that is between exercises."""
    in_main: Snippets
    """Around a rest that the main lifts have."""
    in_others: Snippets
    """Around a rest that all other exercises have."""
    remaining: frozenset[str]
    """Words by which all are meant that are in no other group: `everything else`."""
    one_by_one: Snippets
    """All sets of an exercise before the next one, which ends what is done in rounds."""
    in_sets: Snippets
    """Around a rest that is between sets."""
    all_of_them: frozenset[str]
    """What the exercises themselves are called, with a time: `Exercises: 45 s`."""
    steps: frozenset[str]
    """What one steps or jumps on, of which the height is told."""
    for_all: Snippets
    """Around a dose that all exercises of a section have."""
    totals: Snippets
    """How a line begins that adds up what others say."""
    telling: frozenset[str]
    """Words that no name has: `you`, `this`."""
    recovery: frozenset[str]
    """What is done between, with a length that is a rest: `60 s walk`."""
    doing_ends: tuple[str, ...]
    """Ends of words for what one does meanwhile: `2 min paddling in between`."""
    between: frozenset[str]
    """Words that say so."""
    treatments: frozenset[str]
    """What is done to a body, and is no exercise, though it lasts a time: `ice`."""
    clock_notes: frozenset[str]
    """What a plan of a class spends time on that is no exercise."""
    swimming: frozenset[str]
    """Words of a swim, whose bare numbers are metres."""
    cadence: Snippets
    """How the reps of a group are counted aloud, which says nothing of how many there are."""
    leading_on: Snippets
    """How a line ends above the parts of what it names: `a 20 minute run as follows`."""
    sports: Mapping[str, str]
    """Words by which a text is about a run, a ride, a swim: what is done in it."""
    pool: frozenset[str]
    """Words of a text about a swim."""
    variants: Snippets
    """How a sentence begins that is for some people only: `beginners`."""
    beside: Snippets
    """Pieces of a heading above what others say, and what else there is to read."""
    besides: Snippets
    """How a sentence after a dose begins that prescribes no more: `optional: ..`."""
    conditions: Snippets
    """Before what an exercise depends on: `only if`."""
    spending: frozenset[str]
    """How a line begins that says how long something is done: `leave two minutes for`."""
    subjects: frozenset[str]
    """Who tells of a workout that is a habit: `I do ten squats`."""
    building: Snippets
    """How a line begins that asks for a heavy weight: `build to`."""
    heavy: frozenset[str]
    """How that weight is called, before the name of the lift: `a heavy single`."""
    measured: frozenset[str]
    """Before `max`, which is a value there, and no number of reps: `training max`."""
    efforts: frozenset[str]
    """What an effort is that of, and names nothing: `75% pace`."""
    verbs: Snippets
    """What they do, where that names no exercise: `begin with`; the longest first."""
    entering: frozenset[str]
    """How a sentence begins that asks to take a pose: `come into pigeon for a minute`."""
    entering_into: tuple[str, ...]
    """Before the pose itself."""
    asking: Snippets
    """What a letter asks for an exercise with: `please add`."""
    introducing: Snippets
    """Between which one it is, and its name: `the last one is the`."""
    ranks: frozenset[str]
    """Which one of several it is: `the next one`."""
    before: frozenset[str]
    """What a clause begins with that says when or where, and not what."""
    own: frozenset[str]
    """Whose limb it is, in the name of an exercise: `walk your fingers up the wall`."""
    logging: frozenset[str]
    """Words of a heading above sets that were done: `working sets`."""
    past: frozenset[str]
    """Words of what was done, and is not prescribed."""
    following: Snippets
    """Between two exercises of a sentence."""
    whole: frozenset[str]
    """All exercises of a section: `the whole series on the right`."""
    two_sides: tuple[frozenset[str], ...]
    """Words that together name one side and the other."""
    ends_again: tuple[tuple[str, ...], ...]
    """Last words of a line that says that all of it is done once more: `rest 15 s, repeat`."""
    doing_more: Snippets
    """After a dose that is done once more: `8 more`."""
    other_side: Snippets
    """After a dose: it is that of each side."""
    one_way: Snippets
    """After a dose: it is told of one side, or of one direction."""
    other_way: Snippets
    """After a dose that is told once more: it is that of the other."""
    waiting: frozenset[str]
    """Words of a line whose length is a rest: `wait 30 s`."""
    resting: Snippets
    """What one does for the length of a rest."""
    side_words: frozenset[str]
    """Words of a name that is nothing but a side."""
    one_set: frozenset[str]
    """Words of a text that is about one of the sets: `the last set`."""
    defining: frozenset[str]
    """Before rounds that are explained, and not prescribed: `that's one round`."""
    easing: frozenset[str]
    """Between a number and the word for sets: these are no sets of the work."""
    extra: frozenset[str]
    """Near a rest that is not always taken."""
    naming: frozenset[str]
    """Before names that prose lists: `moves like the side plank`."""
    naming_like: Snippets
    """Between such a word and the names."""
    doing: frozenset[str]
    """What ends a name in prose: what the exercise does."""
    parting: Snippets
    """Words between two exercises in one line."""
    no_field: frozenset[str]
    """What a column may be called, but not a field that stands on a line of its own."""
    columns: Mapping[str, tuple[str, ...]]
    """What the columns of a table are called."""
    movements: frozenset[str]
    """Words that names of exercises have, and hardly another text: `squat`."""
    body: frozenset[str]
    """Parts of the body, by which exercises are called too: `Leg out to the side`."""
    movement_ends: tuple[str, ...]
    """Ends of such words: `Kniebeugen`."""
    pausing_at: frozenset[str]
    """Before what a rest is at: `after each swim`."""
    pausing: frozenset[str]
    """What a rest is for: `15 to change`."""
    every_one: frozenset[str]
    """All of several: `after every swim`."""
    working: frozenset[str]
    """Near a length: it is worked."""
    on_and_off: frozenset[str]
    """After a length, or beside a clock: it is worked."""
    clocks: frozenset[str]
    """What tells a class when to work."""
