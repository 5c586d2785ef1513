"""The grammar of a dose: its parts in any order, each at most once.

The short form of a routine is read strictly: every word must be understood. In a longer line the
same parts are read as far as they go.
"""

from collections.abc import Iterator
from functools import cache

from earcoach.language.vocabulary import EVERYTHING, Vocabulary
from earcoach.routine.model import Range, Reps, Sides
from earcoach.routine.prescription.amounts import amount, of_both_sides
from earcoach.routine.prescription.cursor import BareM, Cursor
from earcoach.routine.prescription.draft import Draft, standing
from earcoach.routine.prescription.forms import (
    CLOCK,
    Form,
    Forms,
    firsts,
    length_openers,
    length_units,
)
from earcoach.routine.prescription.groups import EXAMPLE, groups
from earcoach.routine.prescription.items import (
    ItemReader,
    again,
    beat,
    effort,
    held,
    per_day,
    per_rep,
    tempos,
    total,
    turns,
)
from earcoach.routine.prescription.loads import SCALES
from earcoach.routine.prescription.misplaced import of_a_section
from earcoach.routine.prescription.rests import paused, rest
from earcoach.routine.prescription.result import Found, Prescription
from earcoach.routine.prescription.tokens import Misread
from earcoach.routine.prescription.weighted import weighted
from earcoach.suggest import nearest

MOST_ITEMS = 20
CURES = {
    "@": "a load needs its unit: `@ 8 kg`, `@ RPE 8`",
    "x": "write sets, reps and how long each is held like `3 x 10, 5s hold`",
}
"""What to write instead of a sign that is not understood where it stands."""
TWICE = {
    "rest": "a rest after the last set is `rest 2 min after`, one for each set `rest 60s/90s`",
    "load": "loads of several sets stand together: `@ 60, 65, 70 kg`",
}
"""What is meant by something that is said twice."""


def dose(c: Cursor, draft: Draft) -> str | None:
    """The amount of a set, or of each."""
    token = c.here
    found = amount(c)
    if found is None:
        return None
    w = c.words
    if _half_of(draft, found.doses) and c.sees(
        w.each, w.each_limb, w.each_whole
    ):  # `10 (5 each side)`
        draft.doses, draft.said, draft.total = (), draft.said - {"dose"}, False
    if found.bare and draft.said == {"rest"} and not c.strict:
        return None  # `rest 2 min, 3 if you need it`
    if not draft.add(found.doses):
        raise c.misread("a second dose stands here", since=token, cure="one dose is enough")
    if found.each_side:
        draft.turn(Sides.EACH, "side")
    c.said(c.words.work)
    draft.bare = found.bare
    return "dose"


def by_unit(c: Cursor, draft: Draft) -> str | None:
    """`plank x 30 s`: what has a unit is the dose, where a bare number says how often."""
    if draft.doses or not c.take("x"):
        return None
    found = None if c.here.kind == "letters" else amount(c)
    return "dose" if found and not found.bare and draft.add(found.doses) else None


def halves(c: Cursor, draft: Draft) -> str | None:
    """`10x forwards, 10x backwards`: no dose is done ten times."""
    found = of_both_sides(c)
    if found is None or not draft.add(found.doses):
        return None
    draft.turn(Sides.EACH, "side")
    return "dose"


def _half_of(draft: Draft, doses: tuple[object, ...]) -> bool:
    match draft.doses, doses:
        case (Reps(count=Range() as whole),), (Reps(count=Range() as half),):
            return half.scaled(2) == whole
    return False


@cache
def items(w: Vocabulary) -> Forms[ItemReader]:
    """The parts that a dose is made of, in the order in which they are tried."""
    units, openers = length_units(w), length_openers(w)
    loads = firsts(w.kilograms, w.pounds, "% x")
    return Forms(
        Form(per_day, firsts(w.several_a_day), firsts(w.per_day)),
        Form(paused, openers | firsts(w.stop), units),
        Form(rest, openers | firsts(w.rest, w.rest_sign, w.no, w.between), units),
        Form(beat, firsts(w.beat)),
        Form(per_rep, firsts("at @"), firsts(w.seconds)),
        Form(tempos, firsts(w.tempo, "@"), after_number=None),
        Form(weighted, firsts(w.bodyweight, "+"), loads | firsts(w.reps, w.with_load, "+")),
        Form(held, openers | firsts(w.hold), units),
        Form(total, firsts(w.in_total)),
        Form(turns, firsts(w.alternating, w.each, w.each_limb, w.each_whole, w.both)),
        Form(
            effort,
            firsts(w.with_load, w.bodyweight, w.about, w.race, w.ease, SCALES, "k x", CLOCK),
            loads | firsts(SCALES, w.rates, w.race, "k pace effort"),
        ),
        Form(groups, after_number=firsts(w.holds, w.sets, "x")),
        Form(halves, after_number=firsts(w.times, "x")),
        Form(by_unit, firsts("x")),
        Form(again, firsts(w.repeat, w.often, "x"), firsts(w.times, "x")),
        Form(dose, openers | firsts(w.most, w.failure, w.at_least), after_number=None),
    )


def parse_prescription(text: str, *, words: Vocabulary = EVERYTHING) -> Prescription:
    """Read a short form, or raise Misread."""
    cursor = Cursor(text, words=words)
    try:
        return _parsed(cursor)
    except Misread as error:
        raise (of_a_section(cursor) or error) from None


def _parsed(cursor: Cursor) -> Prescription:
    draft = Draft()
    depth = 0
    while True:
        depth += _opened(cursor)
        _one(cursor, draft)
        depth -= _closed(cursor)
        if cursor.at_end:
            break
        if cursor.take(",", ";", ":") and cursor.at_end:
            raise cursor.misread("something is missing after the comma")
        if cursor.tokens[cursor.at + 1 :][:1] and cursor.tokens[cursor.at + 1].kind != "letters":
            cursor.take("/", "-")
    if depth:
        raise cursor.misread("a parenthesis has no partner")
    return _whole(cursor, draft)


def _whole(cursor: Cursor, draft: Draft) -> Prescription:
    if draft.times and not draft.doses:
        draft.doses, draft.times = (Reps(draft.times),), None
    found = draft.result()
    if not found.doses:
        raise cursor.misread("a number of reps or a duration is missing", cure=EXAMPLE)
    if found.times:
        raise cursor.misread("it is said twice how many sets", cure=EXAMPLE)
    if draft.total:
        _check_total(cursor, found)
    return standing(found)


def _check_total(cursor: Cursor, found: Prescription) -> None:
    """A total is that of one set, whose sides share it."""
    whole = cursor.tokens[0]
    if found.sides is Sides.EACH:
        cure = "write what one side does, or `20 alternating` for both together"
        raise cursor.misread("a total is not of each side", since=whole, cure=cure)
    if found.sets and found.sides is None and found.sets.high > 1:
        cure = "write what one set is, such as `3 x 10`"
        raise cursor.misread("a total may be of a set, or of all", since=whole, cure=cure)


def _one(cursor: Cursor, draft: Draft) -> None:
    """Read one part, or raise Misread."""
    token = cursor.here
    word = _item(cursor, draft)
    if word is None:
        _refuse(cursor, draft)
    elif word in draft.said and not (word == "sets" and len(draft.doses) > 1):
        name = word if token.kind != "letters" else cursor.written(token).split()[0]
        raise cursor.misread(f"`{name}` is said twice", since=token, cure=TWICE.get(word))
    else:
        draft.said.add(word)


def _item(cursor: Cursor, draft: Draft) -> str | None:
    """The next part, joined to the draft; the word it is known by."""
    mark = cursor.at
    for item in items(cursor.words).at(cursor):
        word = item(cursor, draft)
        if word is not None:
            return word
        cursor.at = mark
    return None


def _refuse(cursor: Cursor, draft: Draft) -> None:
    if not cursor.strict:  # nobody reads what is wrong with the rest of a line
        raise cursor.misread("")
    rest = cursor.text[cursor.here.offset :].strip()[:40]
    if (not draft.said and cursor.at_end) or not draft.said:
        raise cursor.misread("a number of reps or a duration is missing", cure=EXAMPLE)
    if cursor.at_end:
        raise cursor.misread("something is missing after the comma")
    cure = CURES.get(cursor.here.text) or _near_unit(cursor) or EXAMPLE
    raise cursor.misread(f"`{rest}` is not understood here", cure=cure)


def _near_unit(cursor: Cursor) -> str | None:
    """What may be meant by an unknown word after a number: a unit, or the rest of its phrase."""
    w, word = cursor.words, cursor.here.text
    before = cursor.tokens[cursor.at - 1]
    if cursor.here.kind != "letters" or before.kind != "number":
        return None
    units = (w.seconds, w.minutes, w.metres, w.kilometres, w.miles, w.reps, w.sets, w.breaths)
    rows = [row for phrases in units for several in phrases.by_first.values() for row in several]
    longer = next((" ".join(row) for row in rows if row[0] == word and row[-1].endswith("s")), None)
    close = longer or nearest(word, [row[0] for row in rows if len(row) == 1 and len(row[0]) > 1])
    return close and f"did you mean `{before.text} {close}`?"


def _opened(cursor: Cursor) -> int:
    w = cursor.words
    cursor.said(w.conjunction) if cursor.at and not cursor.sees(w.no) else None
    return 1 if cursor.take("(", "[") else 0


def _closed(cursor: Cursor) -> int:
    return 1 if cursor.take(")", "]") else 0


def scan(
    text: str, *, words: Vocabulary = EVERYTHING, bare_m: BareM = BareM.UNKNOWN
) -> Iterator[Found]:
    """All doses and parts of doses in a line, from left to right, each as long as it goes."""
    cursor = Cursor(text, words=words, bare_m=bare_m, strict=False)
    while not cursor.at_end:
        start = cursor.at
        found = longest(cursor)
        if found is not None:
            yield found
        cursor.at = max(cursor.at, start + 1)


def longest(cursor: Cursor) -> Found | None:
    """The dose that begins at the next token; the cursor ends up after it, or where it was."""
    if not items(cursor.words).at(cursor):
        return None
    draft, start = Draft(), cursor.here.offset
    good = cursor.at
    result = None
    for _ in range(MOST_ITEMS):
        if not _tried(cursor, draft):
            break
        good = cursor.at
        bare = draft.bare and draft.said == {"dose"}
        result = Found(said=draft.result(), start=start, end=cursor.end, bare=bare)
        closed = cursor.here.text in (")", "]", ",")
        _between(cursor)
        apart = closed and not draft.doses and draft.sides  # `lunges each leg, 30 s plank`
        if cursor.at_end or apart:
            break
    cursor.at = good
    return result


def _tried(cursor: Cursor, draft: Draft) -> bool:
    """Whether one more part could be read; what spoils it stays unread."""
    said = set(draft.said)
    try:
        _one(cursor, draft)
    except Misread:
        draft.said = said
        return False
    return True


def _between(cursor: Cursor) -> None:
    """Pass what may stand between two parts of a dose."""
    cursor.take(")", "]")
    cursor.take(",", ";", ":", "-", "|", ".")
    cursor.said(cursor.words.conjunction)
    cursor.take("(", "[")
