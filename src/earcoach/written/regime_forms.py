"""How sections are said to go: rounds, times of work and of rest, EMOM, AMRAP and the like."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache

from earcoach.language.vocabulary import Vocabulary
from earcoach.language.vocabulary.texts import Prose
from earcoach.routine.model import Range, Timing
from earcoach.routine.prescription import Cursor, Misread, duration_range_of
from earcoach.routine.prescription.forms import Form, Forms, firsts, length_openers, length_units
from earcoach.written.settings import Setting

MINUTE = 60_000
"""In ms."""

MOST_PASSED = 5
"""Words between `go through` and the number of times."""

Reader = Callable[[Cursor, Prose], Setting | None]


def setting(c: Cursor, prose: Prose) -> Setting | None:
    """The setting that stands at the next token; it is taken."""
    mark, start = c.at, c.here.offset
    for read in _settings(c.words, prose).at(c):
        try:
            found = read(c, prose)
        except Misread:
            found = None
        if found is not None:
            return replace(found, start=start, end=c.end)
        c.at = mark
    return None


@cache
def _settings(w: Vocabulary, p: Prose) -> Forms[Reader]:
    units, openers = length_units(w), length_openers(w)
    return Forms(
        Form(_after_length, openers, units),
        Form(_amrap, firsts(p.amrap)),
        Form(_emom, firsts(p.emom, "e")),
        Form(_every, firsts(p.every)),
        Form(_untimed, firsts(p.untimed)),
        Form(_timed, firsts(p.for_time)),
        Form(_cap, firsts(p.cap)),
        Form(_tabata, firsts(p.tabata)),
        Form(_intervals, openers, units | firsts(p.on, p.rounds)),
        Form(_work, firsts(p.work)),
        Form(_long_rounds, openers, units),
        Form(_rounds, firsts("x", w.often), firsts(p.rounds, p.through, p.laps, "x rft")),
        Form(_again, firsts(p.again)),
    )


def _length(c: Cursor) -> Range | None:
    """A duration, or a number that is one of minutes."""
    mark = c.at
    found = duration_range_of(c)
    if found is not None:
        return found
    c.at = mark
    minutes = c.whole()
    if (
        minutes
        and not c.sees(c.words.reps, c.words.metres, c.words.calories)
        and c.here.text != "x"
    ):
        return Range(MINUTE * minutes, MINUTE * minutes)
    c.at = mark
    return None


def _joined_length(c: Cursor) -> Range | None:
    mark = c.at
    c.take(":", "-", "(")
    c.take("in", "for", "of", "x", "within", "für", "in")
    c.take("the")
    found = _window(c) or _length(c)
    if found is None:
        c.at = mark
    return found


def _window(c: Cursor) -> Range | None:
    """`0:00-8:00`: from when to when on the clock of the session."""
    mark = c.at
    ends: list[Range] = []
    while len(ends) < 2 and c.here.kind == "clock":
        end = duration_range_of(Cursor(c.text[c.here.offset : c.here.end], words=c.words))
        ends += [end] if end else []
        c.at += 1
        if len(ends) == 1 and not c.take("-", "to"):
            break
    if len(ends) == 2 and ends[0].low < ends[1].low:
        length = ends[1].low - ends[0].low
        return Range(length, length)
    c.at = mark
    return None


def _after_length(c: Cursor, prose: Prose) -> Setting | None:
    """`12 min AMRAP`, `10 min EMOM`, `15 min cap`."""
    length = duration_range_of(c)
    if length is None:
        return None
    mark = c.at
    c.take("-", ":", "of")
    if c.said(prose.amrap):
        return Setting(timing=Timing.AMRAP, cap_ms=length)
    c.at = mark
    sign = c.take("-", ":")
    if c.said(prose.emom):
        return _by_the_minute(MINUTE, length)
    return Setting(cap_ms=length) if sign != ":" and c.said(prose.cap) else None


def _by_the_minute(minute: int, whole: Range | None, rounds: Range | None = None) -> Setting:
    """An EMOM by its whole length, or by its rounds; a `minute` may last several."""
    if whole:
        rounds = Range(whole.low // minute, whole.high // minute)
    interval = Range(minute, minute)
    return Setting(timing=Timing.EMOM, interval_ms=interval, rounds=rounds, cap_ms=whole)


def _amrap(c: Cursor, prose: Prose) -> Setting | None:
    """`AMRAP 12`, `as many rounds as possible in 20 minutes`."""
    if not c.said(prose.amrap):
        return None
    return Setting(timing=Timing.AMRAP, cap_ms=_joined_length(c))


def _emom(c: Cursor, prose: Prose) -> Setting | None:
    """`EMOM 10`, `every minute on the minute for 12 minutes`, `E2MOM x 5`."""
    minute = MINUTE
    if not c.said(prose.emom):
        number = c.whole() if c.take("e") else None
        if not number or not c.take("mom"):
            return None
        minute *= number
    told = _rounds_after(c, prose, alone=minute > MINUTE)
    return _by_the_minute(minute, _joined_length(c) if told is None else None, told)


def _rounds_after(c: Cursor, prose: Prose, *, alone: bool = False) -> Range | None:
    """`x 5 sets`, `for 4 rounds`; `alone` says that a number after an `x` is enough."""
    mark = c.at
    times = c.take("x", "for", "für") == "x" and alone
    rounds = c.whole_range()
    named = c.said(prose.rounds) or c.said(c.words.sets) or c.said(c.words.times)
    alone = times and not c.sees(c.words.minutes, c.words.seconds, c.words.reps)
    if rounds and (named or alone):
        return rounds
    c.at = mark
    return None


def _every(c: Cursor, prose: Prose) -> Setting | None:
    """`every 1:30 for 4 rounds`, `every 2 min x 5 sets`."""
    if not c.said(prose.every):
        return None
    interval = duration_range_of(c)
    if interval is None or interval.low < 20_000:
        return None
    c.take(",", ":")
    rounds = _rounds_after(c, prose, alone=True)
    whole = None if rounds else _joined_length(c)
    if rounds is None and whole is not None:
        rounds = Range(whole.low // interval.low, whole.high // interval.low)
    if rounds is None:
        return None
    return Setting(timing=Timing.EMOM, interval_ms=interval, rounds=rounds)


def _untimed(c: Cursor, prose: Prose) -> Setting | None:
    """`not for time`, which says no more than that nobody hurries."""
    return Setting() if c.said(prose.untimed) else None


def _timed(c: Cursor, prose: Prose) -> Setting | None:
    return Setting(timing=Timing.FOR_TIME) if c.said(prose.for_time) else None


def _cap(c: Cursor, prose: Prose) -> Setting | None:
    """`time cap: 15 min`."""
    if not c.said(prose.cap):
        return None
    found = _joined_length(c)
    return Setting(cap_ms=found) if found else None


def _tabata(c: Cursor, prose: Prose) -> Setting | None:
    if not c.said(prose.tabata):
        return None
    return Setting(
        timing=Timing.INTERVALS,
        rounds=Range(8, 8),
        work_ms=Range(20_000, 20_000),
        rest_ms=Range(10_000, 10_000),
    )


def _intervals(c: Cursor, prose: Prose) -> Setting | None:
    """`30 on / 10 off`, `40 seconds work, 20 seconds rest`, `20s hard, 20s easy`, `40/20`."""
    work = _seconds(c)
    if work is None:
        return None
    on = bool(c.said(prose.on))
    sign = c.take("/", ",", ";", ":", "-") or c.said(c.words.conjunction)
    c.said(c.words.conjunction)
    rest = _seconds(c) if sign or on else None
    off = bool(rest and c.said(prose.off))
    told = (on and off) or (sign == "/" and _rounds_follow(c, prose))
    if rest is None or not told or work.low < 5_000:
        return None
    return Setting(work_ms=work, rest_ms=rest)


def _rounds_follow(c: Cursor, prose: Prose) -> bool:
    """Whether rounds are told next: `20/10, four rounds`."""
    mark = c.at
    c.take(",", ":", "x", "for", "-")
    found = c.whole() is not None and bool(c.said(prose.rounds))
    c.at = mark
    return found


def _seconds(c: Cursor) -> Range | None:
    """A duration, or a number that is one of seconds."""
    mark = c.at
    found = duration_range_of(c)
    if found is not None:
        return found
    c.at = mark
    number = c.whole()
    if number and number >= 5:
        return Range(1000 * number, 1000 * number)
    c.at = mark
    return None


def _work(c: Cursor, prose: Prose) -> Setting | None:
    """`work: 40s, rest: 20s`, `work 45 seconds`."""
    if not c.said(prose.work):
        return None
    c.take(":", "=", "for")
    work = duration_range_of(c)
    if work is None:
        return None
    mark = c.at
    c.take(",", ";", "/", "|", "-")
    c.said(c.words.conjunction)
    if c.said(prose.off):
        c.take(":", "=", "for")
        rest = duration_range_of(c)
        if rest is not None:
            return Setting(work_ms=work, rest_ms=rest)
    c.at = mark
    return Setting(work_ms=work)


def _long_rounds(c: Cursor, prose: Prose) -> Setting | None:
    """`2 minute rounds`, `6 x 3-minute rounds`: the work of what is done in each."""
    work = duration_range_of(c)
    c.take("-")
    if work is None or not c.said(prose.rounds) or c.here.kind == "number" or c.sees(prose.off):
        return None  # `60 s round 1` is another round's
    return Setting(work_ms=work)


def _rounds(c: Cursor, prose: Prose) -> Setting | None:
    """`3 rounds`, `4 rounds of`, `3 times through`, `x3 rounds`, `3-5 rounds for time`."""
    mark = c.at
    often = _often(c)
    if often:
        return Setting(rounds=Range(often, often)) if c.said(prose.through) else None
    c.take("x")
    rounds = c.whole_range()
    if rounds is None:
        return None
    c.take("x", "-") if c.sees(prose.rounds) or c.here.text in "x-" else None
    if c.take("rft"):
        return Setting(rounds=rounds, timing=Timing.FOR_TIME)
    if c.said(prose.through) or c.said(prose.rounds) or _laps(c, prose, mark):
        c.take("of")
        c.said(prose.taking_turns)
        return Setting(rounds=rounds)
    return None


def _laps(c: Cursor, prose: Prose, start: int) -> bool:
    """Whether laps are rounds: they stand alone between commas, and nobody runs them."""
    apart = start == 0 or c.tokens[start - 1].text in (",", ";", "(")
    mark = c.at
    if apart and c.said(prose.laps):
        ends = c.at_end or c.here.text in (",", ";", ":", ")", ".")
        if ends or c.sees(c.words.conjunction):
            return True
    c.at = mark
    return False


def _again(c: Cursor, prose: Prose) -> Setting | None:
    """`repeat 3x`, `repeat the circuit 4 times`, `rounds: 4`."""
    word = c.said(prose.again)
    if not word:
        return None
    c.take(":", "=")
    c.take("for", "a", "of")
    c.take("total")
    c.take("of")
    often = _often(c)
    times = bool(not often and c.take("x"))
    if not often and word.split()[-1] in prose.passing:
        _pass_words(c, prose)
        often = _often(c)
    if often:
        total = often + (1 if c.said(prose.more) else 0)
        alone = word.split()[-1] not in prose.passing
        return Setting(rounds=Range(total, total), repeats=alone or None)
    c.said(c.words.about)
    rounds = c.whole_range()
    if rounds is None:
        return None
    more = c.said(prose.more) or ""
    rounds = Range(rounds.low + 1, rounds.high + 1) if more else rounds
    whole = bool(c.said(prose.through) or c.said(prose.rounds))
    whole = whole or bool(c.said(prose.laps) and not c.sees(c.words.of))
    named: object = whole or times or c.take("x") or c.said(c.words.times) or len(more.split()) > 1
    named = named or bool(c.said(c.words.sets) and c.at_end)  # `repeat for 3 sets`
    listed = word.startswith(("rounds", "number", "runden", "anzahl"))
    if not named and not listed:
        return None
    if c.here.kind in ("number", "clock") and named == "x":
        return None
    whole = whole or listed or len(word.split()) > 1
    return Setting(rounds=rounds, repeats=None if whole else True)


def _often(c: Cursor) -> int:
    """`twice`, as a number; `once` says nothing of what is gone through anyway."""
    often = c.words.often.get(c.here.text, 1)
    c.at += often > 1
    return often if often > 1 else 0


def _pass_words(c: Cursor, prose: Prose) -> None:
    """Pass what is gone through: `run through block one 4 times`."""
    mark = c.at
    for _ in range(MOST_PASSED):
        if c.here.kind != "letters" or (c.here.text in c.words.numbers and _count_here(c, prose)):
            return
        if c.words.often.get(c.here.text, 1) > 1:
            return
        c.at += 1
    if c.here.kind != "number":
        c.at = mark


def _count_here(c: Cursor, prose: Prose) -> bool:
    """Whether the number word here says how often: it is followed by `times`."""
    mark = c.at
    found = c.whole() is not None
    found = found and bool(c.said(prose.more) or c.said(c.words.times) or c.take("x"))
    c.at = mark
    return found
