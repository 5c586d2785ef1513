"""How much is said: levels, counting, tempo, remarks, and nothing twice that is once enough."""

from itertools import pairwise
from typing import Any

import pytest
from conftest import ROUTINES, rough_phrase, rough_tone
from heard import Lengths, bout_of, text_of, timeline_in, written
from hypothesis import given, settings
from strategies import Session, sessions

from earcoach import Coaching, Counting, Level, PlacedPhase, load, loads
from earcoach.language.words import words_in
from earcoach.plan.choices import Choices
from earcoach.plan.phases import PhaseKind
from earcoach.plan.planning import make_plan
from earcoach.timeline.cues import Role

SECOND = 48_000


def laid_out(text: str, **choices: Any) -> list[PlacedPhase]:
    return list(
        timeline_in(make_plan(loads(text), Choices(**choices)), Lengths(rough_phrase, rough_tone))
    )


def heard(placed: PlacedPhase, *, without: tuple[Role, ...] = (Role.COUNTDOWN,)) -> str:
    cues = [cue for cue in placed.layout.cues if cue.role not in without]
    return " ".join(written(cue) for cue in cues)


def works(text: str, **choices: Any) -> list[str]:
    found = laid_out(text, **choices)
    return [heard(placed) for placed in found if placed.phase.kind is PhaseKind.WORK]


def pauses(text: str, **choices: Any) -> list[str]:
    kinds = (PhaseKind.PREPARE, PhaseKind.REST, PhaseKind.SWITCH)
    return [heard(placed) for placed in laid_out(text, **choices) if placed.phase.kind in kinds]


# -- levels ------------------------------------------------------------------------------------

LEVELS = """
title: T
defaults: {coaching: minimal}
sections:
  - name: A
    exercises: [Squat: 1 x 3, {Lunge: 1 x 3, coaching: standard}]
  - name: B
    coaching: standard
    exercises: [Row: 1 x 3]
"""
TICKS, NUMBERS = "[go] [tick] [tick] [tick]", "[go] 1 2 Last one 3"


def test_the_nearest_coaching_is_taken_and_the_athletes_own_wins() -> None:
    assert works(LEVELS) == [TICKS, NUMBERS, NUMBERS]
    assert works(LEVELS, coaching=Coaching.STANDARD) == [NUMBERS] * 3
    assert works(LEVELS, coaching=Coaching.MINIMAL) == [TICKS] * 3


def test_introduction_and_end_have_the_coaching_of_the_routine() -> None:
    first, *_, last = laid_out(LEVELS)
    assert (heard(first), heard(last)) == ("[chime] T.", "[stop] [finish] Finished.")
    first, *_, last = laid_out(LEVELS, coaching=Coaching.STANDARD)
    assert heard(first) == "[chime] T. About 2 minutes."
    assert heard(last) == "[stop] [finish] Well done. T is complete."


# -- counting ----------------------------------------------------------------------------------

EIGHT = "title: T\nexercises:\n  - Squat: 1 x 8, beat 3s\n"


@pytest.mark.parametrize(
    ("style", "counted"),
    [
        (Counting.EVERY, "1 2 3 4 5 6 7 Last one 8"),
        (Counting.LAST_FIVE, "[tick] [tick] [tick] 4 5 6 7 Last one 8"),
        (Counting.DOWN, "8 7 6 5 4 3 2 Last one 1"),
        (
            Counting.SILENT,
            "[tick] [tick] [tick] [tick] [tick] [tick] [tick] Last one [tick]",
        ),
    ],
)
def test_reps_are_counted_as_the_routine_or_the_athlete_says(style: Counting, counted: str) -> None:
    assert works(EIGHT, counting=style) == [f"[go] {counted}"]
    assert works(f"{EIGHT}    counting: {style}\n") == [f"[go] {counted}"]
    assert works(f"{EIGHT}defaults: {{counting: {style}}}\n") == [f"[go] {counted}"]


def test_halfway_is_said_in_the_middle_rep_of_a_long_set() -> None:
    (even,) = works(EIGHT.replace("8", "10"))
    assert even == "[go] 1 2 3 4 5 Halfway 6 7 8 9 Last one 10"
    (odd,) = works(EIGHT.replace("8", "11"), counting=Counting.DOWN)
    assert odd == "[go] 11 10 9 8 7 6 Halfway 5 4 3 2 Last one 1"


# -- tempo -------------------------------------------------------------------------------------

TEMPO = "title: T\nexercises:\n  - Squat: 1 x 3, tempo {tempo}\n"


def tempo_of(text: str, **choices: Any) -> list[tuple[float, str]]:
    """The parts of a tempo in the work: when each is heard, in seconds, tones and words."""
    (work,) = (
        placed for placed in laid_out(text, **choices) if placed.phase.kind is PhaseKind.WORK
    )
    cues = [cue for cue in work.layout.cues if cue.role is Role.TEMPO]
    return [(cue.onset / SECOND, written(cue)) for cue in cues]


def test_each_part_of_a_tempo_has_a_tone_of_its_own_to_the_frame() -> None:
    rep = [(0, "[lower]"), (3, "[hold]"), (4, "[lift]")]
    expected = [(5 * n + at, sound) for n in range(3) for at, sound in rep]
    assert tempo_of(TEMPO.format(tempo="3-1-1-0")) == expected[1:]  # the first has the start tone


def test_a_rep_that_starts_up_has_the_parts_of_its_tempo_in_that_order() -> None:
    text = TEMPO.format(tempo="3-2-1-0") + "    starts: up\n"
    rep = [(0, "[lift]"), (1, "[lower]"), (4, "[hold]")]
    assert tempo_of(text) == [(6 * n + at, sound) for n in range(3) for at, sound in rep][1:]


def test_full_coaching_says_the_parts_that_are_long_enough() -> None:
    (work,) = works(TEMPO.format(tempo="3-1-1-0"), coaching=Coaching.FULL)
    parts = "Down [hold] Hold [lift]"  # there is no room for `Up` beside `Last one`
    assert work == f"[go] 1 {parts} Up [lower] 2 {parts} Last one [lower] 3 {parts} Up"
    fast = tempo_of(TEMPO.format(tempo="1-0-1-0"), coaching=Coaching.FULL)
    assert {what for _, what in fast} == {"[lower]", "[lift]", "Up"}


def test_without_a_tempo_there_are_no_parts() -> None:
    assert tempo_of(EIGHT, coaching=Coaching.FULL) == []


# -- once is enough ----------------------------------------------------------------------------

AGAIN = """
title: T
sections:
  - name: A
    exercises: [{Lunge: 1 x 3 each leg, setup: Find room}, Squat: 1 x 3]
  - name: B
    exercises: [{Lunge: 1 x 3 each leg, setup: Find room}, Squat: 1 x 4]
"""


def test_what_was_explained_is_said_by_name_and_side() -> None:
    first, switch, _, again, switch_again, changed = pauses(AGAIN)
    assert first == "A. Lunge, 3 reps on each leg. Left leg first. Find room."
    assert switch == "[stop] [switch] Switch to your right leg."
    assert again.startswith("[stop] Rest. B. Next: Lunge. Left leg. ")
    assert switch_again == "[stop] [switch] Right leg."
    assert "Next: Squat, 4 reps." in changed  # it is not what was explained


def test_a_list_of_setups_has_one_for_each_set() -> None:
    text = "title: T\nexercises:\n  - Walk: 3 x 3\n    setup: [Go forwards, Now backwards]\n"
    assert [("Go forwards." in p, "Now backwards." in p) for p in pauses(text)] == [
        (True, False),
        (False, True),
        (False, False),
    ]


@pytest.mark.parametrize(
    ("name", "dose", "told"),
    [
        ("Heel tap", "2 x 5 each leg alternating", "2 sets of 10, 5 on each leg, alternating."),
        ("Alternating heel tap", "2 x 5 each leg alternating", "2 sets of 10, 5 on each leg."),
        ("Heel tap", "1 x 5 alternating legs", "5 reps, alternating legs."),
    ],
)
def test_alternating_is_said_once(name: str, dose: str, told: str) -> None:
    assert f"{name}, {told}" in pauses(f"title: T\nexercises:\n  - {name}: {dose}\n")[0]


# -- open sections -----------------------------------------------------------------------------

AMRAP = """
title: T
sections:
  - name: Engine
    type: {type}
    cap: 5 min
    {more}
    exercises:
      - Squat: 1 x 8-12
        setup: Feet apart
      - Plank: 1 x 20-30s hold
        cues: Breathe
"""


@pytest.mark.parametrize(
    ("level", "moves"),
    [
        (Level.LOW, "8 Squat and 20 seconds of Plank"),
        (Level.HIGH, "12 Squat and 30 seconds of Plank"),
    ],
)
def test_an_open_section_is_told_at_the_level_with_its_setups(level: Level, moves: str) -> None:
    (told,) = pauses(AMRAP.format(type="amrap", more=""), level=level)
    assert told == (f"Engine. As many rounds as possible in 5 minutes: {moves}. Squat: Feet apart.")


def test_rounds_for_time_are_those_of_the_level() -> None:
    text = AMRAP.format(type="for time", more="rounds: 3-5")
    (told,) = pauses(text, level=Level.HIGH, coaching=Coaching.FULL)
    assert told.startswith("Engine. 5 rounds for time, 5 minutes at most: 12 Squat")
    assert told.endswith("Squat: Feet apart. Breathe.")


# -- full coaching -----------------------------------------------------------------------------

HOLDS = """
title: T
defaults: {coaching: full, rest: 20s}
exercises:
  - Plank: 2 x 30s hold
    cues: Squeeze your glutes
  - Bridge: 1 x 10s hold
"""


def test_a_hold_has_its_form_cue_and_a_breath_where_they_fit() -> None:
    first, second, short = works(HOLDS)
    assert first == "[go] Squeeze your glutes. [halfway] Halfway 10 seconds Breathe."
    assert second == "[go] [halfway] Halfway Breathe out slowly. 10 seconds"
    assert short == "[go] Breathe out slowly."


def test_a_form_cue_that_does_not_fit_into_the_work_is_said_before_it() -> None:
    long = "Squeeze your glutes " * 12
    text = HOLDS.replace("Squeeze your glutes", long)
    assert works(text)[0] == "[go] [halfway] Halfway Breathe. 10 seconds"
    assert pauses(text)[0].startswith(f"Workout. Plank, 2 holds of 30 seconds. {long.strip()}.")


SHARED = """
title: T
defaults: {coaching: full, rest: 20s}
exercises:
  - Squat: 2 x 8
    cues: [Sit back, Chest up, Heels down]
  - Split squat: 3 x 6 each leg
    cues: [Chest up, Knee out, heels down]
  - Lunge: 1 x 8
    cues: [Land softly, Stand tall]
"""
CUES = ("Sit back.", "Chest up.", "Heels down.", "Knee out.", "Land softly.", "Stand tall.")


def test_form_cues_are_shared_out_and_none_is_said_twice() -> None:
    told = [[c for c in CUES if c in work] for work in works(SHARED)]
    squat, split_squat, lunge = told[:2], told[2:8], told[8:]
    assert squat == [["Sit back.", "Chest up."], ["Heels down."]]
    assert split_squat == [["Knee out."], *[[]] * 5]
    assert lunge == [["Land softly.", "Stand tall."]]


def test_praise_follows_an_exercise_and_a_last_set_is_encouraged() -> None:
    _, last_set, praised = pauses(HOLDS)
    assert "Last set, make it count." in last_set
    assert praised.startswith("[stop] Rest. Nice work. Next: Bridge")
    for coaching in (Coaching.STANDARD, Coaching.MINIMAL):
        found = laid_out(HOLDS, coaching=coaching)
        assert not any(c.role is Role.PRAISE for placed in found for c in placed.layout.cues)


@settings(max_examples=20)
@given(sessions())
def test_no_praise_or_form_cue_is_said_twice_and_none_in_minimal(session: Session) -> None:
    told = []
    for placed in session.timeline():
        roles = (Role.PRAISE, Role.CUE)
        praise = [text_of(cue) for cue in placed.layout.cues if cue.role in roles]
        minimal = (
            bout_of(placed.phase) and bout_of(placed.phase).exercise.coaching is Coaching.MINIMAL
        )
        assert not (praise and minimal)
        told += praise
    assert len(told) == len(set(told))


MANY = "\n".join(f"  - Move {n}: 2 x 3" for n in range(40))


def test_praise_is_spread_over_a_long_session() -> None:
    told = [
        (number, cue.what)
        for number, placed in enumerate(
            laid_out(f"title: T\nexercises:\n{MANY}\n", coaching=Coaching.FULL)
        )
        for cue in placed.layout.cues
        if cue.role is Role.PRAISE
    ]
    assert len(told) == len({what for _, what in told}) == 16
    assert max(after - before for (before, _), (after, _) in pairwise(told)) < 24  # of 160


@pytest.mark.parametrize("routine", ["runners-mini-band", "runners-glutes-and-legs"])
@pytest.mark.parametrize("language", ["en", "de"])
def test_a_bundled_routine_says_no_cue_or_praise_twice(routine: str, language: str) -> None:
    plan = make_plan(load(ROUTINES / f"{routine}.yaml"), Choices(coaching=Coaching.FULL))
    timeline = timeline_in(plan, Lengths(rough_phrase, rough_tone), words=words_in(language))
    said = [
        cue.what
        for placed in timeline
        for cue in placed.layout.cues
        if cue.role in (Role.PRAISE, Role.CUE)
    ]
    assert len(said) == len(set(said)) > 15


# -- long pauses -------------------------------------------------------------------------------

LONGEST_SILENCE = 25 * SECOND
LONG = """
title: T
exercises:
  - Squat: 2 x 3, rest {rest}
    coaching: {coaching}
"""


@pytest.mark.parametrize(
    ("rest", "signs"),
    [
        ("35s", ""),
        ("45s", "30 seconds"),
        ("80s", "1 minute [tick] 30 seconds"),
        ("2 min 30 s", "[tick] 2 minutes [tick] [tick] 1 minute [tick] 30 seconds"),
    ],
)
def test_a_long_pause_has_signs_that_it_goes_on(rest: str, signs: str) -> None:
    told = pauses(LONG.format(rest=rest, coaching="standard"))[1]
    said = " ".join(filter(None, ("[stop] Rest. Set 2 of 2 next.", signs, "10 seconds")))
    assert told == said
    assert pauses(LONG.format(rest=rest, coaching="minimal"))[1] == "[stop]"


def test_a_long_pause_has_them_in_german_too() -> None:
    source = LONG.format(rest="80s", coaching="standard").replace("T", "T\nlanguage: de", 1)
    assert "1 Minute [tick] 30 Sekunden 10 Sekunden" in pauses(source)[1]


def test_a_call_that_is_too_long_for_its_place_is_a_tone() -> None:
    """Else a pause would be silent for too long before it."""
    plan = make_plan(loads(LONG.format(rest="40s", coaching="standard")))

    def phrase(text: str) -> int:
        return SECOND // 2 if text != "10 seconds" else 8 * SECOND

    slow = timeline_in(plan, Lengths(phrase, rough_tone))
    (rest,) = (placed for placed in slow if placed.phase.kind is PhaseKind.REST)
    assert heard(rest).endswith(" [tick]")
    assert max(cue.onset for cue in rest.layout.cues if cue.role is Role.TIME) == (
        rest.length - 10 * SECOND
    )


@settings(max_examples=30)
@given(sessions())
def test_no_pause_is_silent_for_longer_than_one_trusts(session: Session) -> None:
    for placed in session.timeline():
        bout = bout_of(placed.phase)
        minimal = bout is None or bout.exercise.coaching is Coaching.MINIMAL
        if placed.phase.kind is PhaseKind.WORK or minimal:
            continue
        until = 0
        for cue in placed.layout.cues:
            assert cue.onset - until <= LONGEST_SILENCE
            until = max(until, cue.end)
        assert placed.length - until <= LONGEST_SILENCE


# -- at one's own pace -------------------------------------------------------------------------

OWN_PACE = "title: T\nexercises:\n  - Pull-up: 2 x 5, beat 4s\n    own-pace: true\n"


def test_a_set_at_ones_own_pace_is_not_counted_and_takes_its_estimate_in_a_file() -> None:
    found = [placed for placed in laid_out(OWN_PACE) if placed.phase.kind is PhaseKind.WORK]
    assert [(heard(placed, without=()), placed.length) for placed in found] == [
        ("[go]", 20 * SECOND)
    ] * 2
    assert "Pull-up, 2 sets of 5, at your own pace." in pauses(OWN_PACE)[0]
