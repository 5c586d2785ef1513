"""Lines with a dose: which exercises they name, and what they say of each."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from earcoach.language.vocabulary.texts import Prose
from earcoach.routine.model import HeldReps, Range, Reps, Sides, Timed, Timing
from earcoach.routine.prescription import Found, Prescription
from earcoach.written.about_all import (
    about_all,
    as_held,
    merged_all,
    plain,
    several_rests,
)
from earcoach.written.listing import listing
from earcoach.written.names import (
    begins_with_movement,
    cleaned,
    holds_any,
    is_sentence,
    less_number,
    names_movement,
    starts_like,
    words_in,
)
from earcoach.written.otherwise import told_otherwise
from earcoach.written.pairs import pairs
from earcoach.written.parts import (
    Part,
    Tongue,
    amount_of,
    doses_in,
    left_of,
    merged,
    only_rests,
    parts,
    segments,
    settings_of,
)
from earcoach.written.pieces import Piece
from earcoach.written.settings import Setting
from earcoach.written.statements import NOTHING, PLAIN, Kind, Statement, scope_of
from earcoach.written.swims import as_swum
from earcoach.written.totals import sums_up
from earcoach.written.unnamed import pace_of

LONGEST_WITH_SETS = 7
"""Words of a text before sets and their dose that is a name in any case."""

MOST_ROUNDS = 6
"""Of all exercises; what each is done more often for are its reps."""

_LETTER = re.compile(r"[^\W\d_]")
FEW = 5
"""Words before a colon that are a name, where those after it name nothing."""

_SIDED = re.compile(r"\s*/\s?(?:side|leg|arm|seite|bein)$", re.IGNORECASE)
"""A side after a name, as in `1 min couch stretch/side`."""

_CLOCKED = re.compile(r"^(?:[^\W\d_]+\s){1,6}\d{1,2}:\d{2}$")
"""A short line that ends with a time on the clock, as in the list of a timer."""


def done_again(said: Prescription, text: str, prose: Prose) -> Prescription:
    """A dose that is done again: on the other side, where both are told, or as a second set."""
    words = set(words_in(text))
    told = not said.sides and any(pair <= words for pair in prose.two_sides)
    if told or holds_any(text, prose.other_side):
        return replace(said, sides=said.sides or Sides.EACH)
    return replace(said, sets=Range(2, 2))


def as_times(said: Prescription, setting: Setting) -> Prescription:
    """`Repeat 10 times` inside the description of one exercise are its reps."""
    held = len(said.doses) == 1 and isinstance(said.doses[0], Timed) and said.doses[0].hold
    if setting.rounds and setting.repeats and (held or not said.sets):
        return merged(said, Prescription(times=setting.rounds))
    return said


def dosed(piece: Piece, found: Sequence[Part], tongue: Tongue) -> Iterator[Statement]:
    """A line with an amount: an exercise, several of them, or the dose of the one above it."""
    text = piece.text
    setting = settings_of(found)
    if setting.work_ms and setting.rounds and not setting.timing:
        of_all = [p for p in found if isinstance(p, Setting) or p.said.rests_ms]
        for told in about_all(piece, of_all, tongue):
            yield replace(told, kind=Kind.SETTING)
        return
    rests = several_rests(piece, found, tongue)
    if rests:
        yield from rests
        return
    of_rounds = [part for part in doses_in(found) if _is_round_rest(part, text, tongue)]
    for part in of_rounds:
        told = plain(piece, Kind.SETTING, said=Prescription(rests_ms=part.said.rests_ms))
        yield replace(told, scope="rounds")
        text = text[: part.start] + " " * (part.end - part.start) + text[part.end :]
    found = [part for part in found if part not in of_rounds]
    again = _again(text, found, tongue)
    if again:
        yield plain(piece, Kind.SETTING, said=again[0], setting=again[1], scope="rounds")
        return
    several = pairs(text, found, tongue)
    for pair in several:
        yield _exercise(piece, pair.name, pair.said, setting, tongue, direct=True, alone=False)
    listed, each = listing(text, found, tongue) if not several else ((), NOTHING)
    for name in listed:
        told = _exercise(piece, name, each, setting, tongue, direct=True)
        yield replace(told, kind=Kind.EXERCISE) if told.kind is Kind.DOSE else told
    if several or listed:
        return
    said = _by_intervals(merged_all(text, found, tongue), setting)
    names = [cleaned(segment, tongue.prose.glue) for segment in segments(text, found)]
    if set(words_in(text)[:1]) & tongue.prose.spending and names[-1]:
        names[0] = ""  # `leave two minutes for mermaid`
    if len(said.doses) > 2 and not names[0] and _ended(text, found):
        names = [""]  # `1-2-3-4-5 reps, no hurry`
    if sums_up(text, tongue) and said == Prescription(sets=said.sets):
        yield plain(piece, Kind.CHATTER)  # `18 sets in total`
        return
    if _of_each(text, found, tongue) and not names[0]:
        yield plain(piece, Kind.DOSE, said=said, setting=setting, for_all=True)
        return
    named = [name for name in names if _LETTER.search(name) and not _between(name, tongue.prose)]
    outside = [name for name in named if f"({name}" not in text and f"{name})" not in text]
    setting = PLAIN if said.doses and setting.work_ms else setting
    if _in_own_rounds(text, found, said, setting, names[0]):
        said, setting = replace(said, sets=setting.rounds), replace(setting, rounds=None)
    if said.sets and setting.timing is Timing.AMRAP:  # `3 x 5 (last set AMRAP)`
        setting = replace(setting, timing=None)
    name = next(iter((*outside, *([] if pace_of(said) else named))), "")
    if len(doses_in(found)) == 1 and len(outside) == 2 and _around(names[0], text, found[0]):
        name = " ".join(outside)
    notes = tuple(each for each in named if each != name)
    name = _with_effort(name, said, tongue)
    aside = name in named and name not in outside
    direct = not names[0] and _direct(text, doses_in(found)[0], name, tongue)
    found_one = _exercise(piece, name, said, setting, tongue, aside=aside, direct=direct)
    yield replace(found_one, notes=notes) if notes else found_one


def _between(name: str, prose: Prose) -> bool:
    """Whether words only say what is done between two efforts: `200 m jog recovery`."""
    words = set(words_in(name))
    return words <= prose.recovery and not words.isdisjoint(prose.between)


def _in_own_rounds(
    text: str, found: Sequence[Part], said: Prescription, setting: Setting, name: str
) -> bool:
    """Whether rounds are those of one exercise: `skipping, 3 rounds of 2 minutes`."""
    told = next((part for part in found if isinstance(part, Setting) and part.rounds), None)
    if told is None or setting.repeats or said.sets or setting.timing or not name:
        return False
    timed = len(said.doses) == 1 and isinstance(said.doses[0], Timed)
    return timed and bool(_LETTER.search(text[: told.start])) and text[told.end :].strip() != ""


def _of_each(text: str, found: Sequence[Part], tongue: Tongue) -> bool:
    """Whether the sets of all exercises are told, and no dose: `3 sets each, rest 45 s`."""
    first = found[0]
    if not isinstance(first, Found) or not first.said.sets or first.said.times:
        return False
    told = words_in(text[first.start : first.end + 20])
    each = any(word in tongue.words.each.by_first for word in told[1:3])
    return each and not any(p.said.doses for p in doses_in(found))


def _ended(text: str, found: Sequence[Part]) -> bool:
    """Whether a comma ends the dose that a line begins with: what follows is no name."""
    return text[found[0].end :].lstrip()[:1] == ","


def _again(text: str, found: Sequence[Part], tongue: Tongue) -> tuple[Prescription, Setting] | None:
    """`x3, 1 min rest between rounds`: the rounds of what stands above, and the rest after each."""
    one = found[0] if len(found) == 1 else None
    if not isinstance(one, Found) or not one.said.times or left_of(text, found, tongue):
        return None
    rests = Prescription(rests_ms=one.said.rests_ms)
    if one.said != replace(rests, times=one.said.times) or not one.said.rests_ms:
        return None
    rounds = scope_of(text, tongue.prose) == "rounds"
    return (rests, Setting(rounds=one.said.times)) if rounds else None


def _by_intervals(said: Prescription, setting: Setting) -> Prescription:
    """`7 s on / 3 s off x 6, 3 sets`: how often the work of one exercise is done."""
    work, times = setting.work_ms, said.times or setting.rounds
    if not work or said.doses or not times:
        return said
    if said.sets:
        return replace(said, doses=(HeldReps(count=times, hold_ms=work),), times=None)
    rests = said.rests_ms or ((setting.rest_ms,) if setting.rest_ms else ())
    return replace(said, sets=times, doses=(Timed(work, hold=False),), times=None, rests_ms=rests)


def _is_round_rest(part: Found, text: str, tongue: Tongue) -> bool:
    """Whether a part of a line is the rest between rounds, and nothing else."""
    return only_rests(part) and (
        scope_of(text[part.start : part.end + 20], tongue.prose) == "rounds"
    )


def _around(before: str, text: str, part: Part) -> bool:
    """Whether a dose stands in the middle of a name: `Brisk 5-minute walk`."""
    close = text[: part.start].rstrip().endswith(before) and text[part.end :][:1] == " "
    return close and 0 < len(words_in(before)) < 3 and "-" in text[part.start : part.end]


def _direct(text: str, part: Part, name: str, tongue: Tongue) -> bool:
    """Whether the name stands right after its dose: `then do 3 sets of 12 squats`."""
    first = words_in(text[part.end : part.end + 30])[:1]
    prose = tongue.prose
    counted = {*tongue.words.sets.by_first, *tongue.words.reps.by_first}
    good = bool(first) and not (first[0] in prose.glue or first[0] in prose.little)
    return good and not set(words_in(name)) & counted


def _with_effort(name: str, said: Prescription, tongue: Tongue) -> str:
    """A name that is nothing but that of an effort, with it: `75% pace`, `Z2 pace`."""
    effort = said.efforts[0] if said.efforts else ""
    if effort[:1].isdigit() and name.casefold() == "z":
        return f"{name}{effort}"
    return f"{effort} {name}" if effort and name.casefold() in tongue.prose.efforts else name


def _exercise(
    piece: Piece,
    name: str,
    said: Prescription,
    setting: Setting,
    tongue: Tongue,
    *,
    aside: bool = False,
    direct: bool = False,
    alone: bool = True,
) -> Statement:
    prose = tongue.prose
    sided = _SIDED.search(name) if said.doses and not said.sides else None
    if sided:
        name, said = name[: sided.start()], replace(said, sides=Sides.EACH)
    bare = _less_article(name, prose)
    direct = direct or bare != name
    named = _less_how(bare, tongue)
    told_how = bare.removeprefix(named)
    if not prose.static.isdisjoint(words_in(told_how)[:1]):
        said = as_held(said)  # `Squat: sit at the bottom for 30 s`
    name = shortened(named, tongue)
    words = words_in(name)
    if said.times and said == Prescription(times=said.times) and tells_all(words, prose):
        if said.times.low <= MOST_ROUNDS:
            return plain(piece, Kind.SETTING, setting=Setting(rounds=said.times))
        of_each = Prescription(doses=(Reps(said.times),))
        return plain(piece, Kind.DOSE, said=of_each, for_all=True)
    how = bool(words) and not piece.label and _how_to("" if direct else piece.text, name, tongue)
    loose = set(words) - prose.side_words <= prose.glue
    loose = loose or (piece.text[:1].isdigit() and not names_movement(name, prose))
    aside = (aside and loose) or starts_like(name, prose.same)  # `2x20 (burnout)`
    told = is_sentence(name, prose) or bool(set(words_in(less_number(name))) & prose.telling)
    if told and ((piece.marker and ends_with_dose(piece.text)) or _CLOCKED.search(piece.text)):
        told = False
    if told and begins_with_movement(name, prose):
        told = False  # `dead hang on the bar`
    if said.sets and said.doses and _is_short_name(name, piece.text, tongue):
        told = False  # `chair pose at the wall 3 x 30 s`
    numbered = piece.marker[:1].isdigit() or piece.text[:1].isdigit()
    if told and numbered and _is_own(name, prose):
        told = False  # `3. Run at your level`
    other = told_otherwise(piece, name, said, setting, tongue)
    if other is not None:
        return other
    single = alone and setting.rounds and not (setting.timing or setting.repeats or said.sets)
    first = parts(piece.text, tongue)[:1]
    led = bool(first) and isinstance(first[0], Setting) and first[0].rounds is not None
    if single and led and said.doses and words and (piece.marker or piece.text.startswith(name)):
        said = replace(said, sets=setting.rounds)  # `3 rounds of 40 s: wall sit`, as one of a list
        setting = replace(setting, rounds=None)
    every = prose.all_of_them | prose.every_one | prose.whole | prose.articles | prose.glue
    collective = not prose.all_of_them.isdisjoint(words) and every.issuperset(words)
    collective = collective and bool(said.doses or said.sets)
    of_above = not words or collective or piece.marker in ("set", "field")
    if said.doses and not said.sets and holds_any(piece.text, prose.once_more):
        said = done_again(said, piece.text, prose)
    dose = said.doses[0] if said.doses else None
    if (told or how) and said.rests_ms and isinstance(dose, Timed) and not said.sets:
        resting = plain(piece, Kind.SETTING, said=Prescription(rests_ms=said.rests_ms))
        if holds_any(piece.text, prose.for_all):
            of_all = Setting(work_ms=dose.length_ms, rest_ms=said.rests_ms[0]).with_more(setting)
            return replace(resting, said=NOTHING, setting=of_all)
        return replace(resting, setting=setting, scope=scope_of(piece.text, prose))
    return plain(
        piece,
        Kind.DOSE if of_above or how or aside or told else Kind.EXERCISE,
        name="" if piece.marker in ("set", "field") else name,
        said=as_times(as_swum(said) if set(words) & prose.swimming else said, setting),
        setting=setting,
        scope=scope_of(piece.text, prose),
        for_all=collective
        or holds_any(piece.text, prose.for_all)
        or (len(said.doses) > 2 and bool(words) and prose.sections.issuperset(words)),
    )


def tells_all(words: Sequence[str], prose: Prose) -> bool:
    """Whether words are about all exercises: `everybody visits every station`."""
    every = prose.every_one | prose.whole
    return not (prose.all_of_them.isdisjoint(words) or every.isdisjoint(words))


def _less_article(name: str, prose: Prose) -> str:
    """A name less the article before what one does: `die Waden dehnen`."""
    first, _, rest = name.partition(" ")
    loose = first.casefold() in prose.articles - prose.own
    return rest if loose and names_movement(rest, prose) else name


def _less_how(name: str, tongue: Tongue) -> str:
    """What stands beside a colon and is a name: `Neck tilt: ear to shoulder`, `Knees: lunges`."""
    head, colon, how = name.partition(": ")
    known = names_movement(head, tongue.prose), names_movement(how, tongue.prose)
    told = known == (False, False) and 1 < len(words_in(head)) < FEW and len(words_in(how)) > 1
    asking = tongue.prose.how_to | tongue.prose.placing | tongue.prose.entering
    told = told or (known[0] and not asking.isdisjoint(words_in(how)[:1]))
    known = (True, False) if told else known  # `Quad sets: tighten the thigh`
    return {(True, False): head, (False, True): how}.get(known, name) if colon else name


def _is_short_name(name: str, text: str, tongue: Tongue) -> bool:
    """Whether a line begins with what may be a name, in spite of the little words in it."""
    words = words_in(less_number(name))
    short = len(words) < LONGEST_WITH_SETS and not set(words) & tongue.prose.telling
    return short and text.casefold().startswith(name.casefold())


def _is_own(name: str, prose: Prose) -> bool:
    """Whether a name only says whose something is: `run at your level`."""
    words = set(words_in(name))
    short = len(words_in(name)) < LONGEST_WITH_SETS and names_movement(name, prose)
    return short and not words & (prose.telling - prose.own)


def _how_to(text: str, name: str, tongue: Tongue) -> bool:
    """Whether a line says how to do something: by its first word, or that of its name."""
    firsts = {*words_in(text)[:1], *words_in(name)[:1]}
    return bool(firsts & tongue.prose.how_to)


def ends_with_dose(text: str) -> bool:
    """Whether a line ends with its dose, or with words in brackets after it."""
    text = re.sub(r"\s*\([^()\d]*\)\s*$", "", text)
    return bool(
        re.search(r"\([^()]*\d[^()]*\)\W*$|[:\u2013\u2014-]\s*[^:\u2013\u2014]*\d[^:]{0,20}$", text)
    )


def shortened(name: str, tongue: Tongue) -> str:
    """A name less what it is good for: `easy jog to settle your heart rate`."""
    prose = tongue.prose
    if not is_sentence(name, prose) and not set(words_in(name)) & prose.telling:
        return name
    head = re.split(r"\s[-\u2013\u2014]\s|[,;(]|\s(?:to|until|while|so|um|bis|damit)\s", name)[0]
    head = cleaned(head, prose.glue)
    words = words_in(head)
    good = 0 < len(words) <= 6 and not set(words) & prose.telling and words[0] not in prose.how_to
    return head if good and not is_sentence(head, prose) else name


def has_amount(found: Sequence[Part]) -> bool:
    """Whether a line says how much of something is done."""
    return any(amount_of(part) for part in found)
