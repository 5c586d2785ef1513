"""What the coach says, sentence by sentence, and in which order it is heard."""

import pytest
from heard import exercise_of, text_of, tone_of, written
from hypothesis import given, settings
from strategies import Session, sessions
from worded import SECOND, heard, phase_before, session

from earcoach import Coaching, Level, Timeline
from earcoach.language.words import words_in
from earcoach.plan.phases import PhaseKind
from earcoach.timeline.cues import Role
from earcoach.timeline.wording.answers import countdown
from earcoach.timeline.wording.doses import duration, listed, minutes

ENGLISH = words_in()


def script(timeline: Timeline) -> list[str]:
    return [f"{placed.phase.kind}: {heard(placed)}" for placed in timeline]


# -- whole sessions ----------------------------------------------------------------------------

EIGHT = "[go] 1 2 3 4 5 6 7 Last one 8"
CUES = ("Knee over toes", "Chest up")
LEGS = """
title: Legs
sections:
  - name: Strength
    exercises:
      - Split squat: 2 x 8 each {limb}, rest 45s
"""


@pytest.mark.parametrize("limb", ["side", "leg", "arm"])
def test_two_sets_of_eight_on_each_side(limb: str) -> None:
    assert script(session(LEGS.format(limb=limb))) == [
        "intro: [chime] Legs. About 3 minutes.",
        f"prepare: Strength. Split squat, 2 sets of 8 on each {limb}. Left {limb} first.",
        f"work: {EIGHT}",
        f"switch: [stop] [switch] Switch to your right {limb}.",
        f"work: {EIGHT}",
        f"rest: [stop] Rest. Set 2 of 2 next. Left {limb}. 30 seconds 10 seconds",
        f"work: {EIGHT}",
        f"switch: [stop] [switch] Right {limb}.",
        f"work: {EIGHT}",
        "finish: [stop] [finish] Well done. Legs is complete.",
    ]


HOLD = """
title: Core
sections:
  - name: Hold
    exercises:
      - Plank: 1 x {seconds}s hold
"""


def test_a_hold_has_start_halfway_ten_seconds_countdown_and_stop() -> None:
    (work,) = (
        placed for placed in session(HOLD.format(seconds=40)) if placed.phase.kind is PhaseKind.WORK
    )
    told = [(cue.onset / SECOND, written(cue)) for cue in work.layout.cues]
    onsets = {what: onset for onset, what in told}
    assert [what for _, what in told] == [
        "[go]", "[halfway]", "Halfway", "10 seconds", "Three", "Two", "One",
    ]  # fmt: skip
    assert onsets["[go]"] == 0
    assert onsets["[halfway]"] == 20
    assert 20.4 < onsets["Halfway"] < 21
    assert [onsets[what] for what in ("10 seconds", "Three", "Two", "One")] == [30, 37, 38, 39]
    assert heard(session(HOLD.format(seconds=40))[3]).startswith("[stop]")


@pytest.mark.parametrize(
    ("seconds", "calls"),
    [
        (4, "[go]"),
        (8, "[go] Three Two One"),
        (20, "[go] [halfway] Halfway Three Two One"),
        (30, "[go] [halfway] Halfway 10 seconds Three Two One"),
        (150, "[go] [halfway] Halfway 1 minute left 10 seconds Three Two One"),
        (
            180,
            "[go] 2 minutes left [halfway] Halfway 1 minute left 10 seconds Three Two One",
        ),
        (120, "[go] [halfway] Halfway 10 seconds Three Two One"),
    ],
)
def test_calls_of_timed_work(seconds: int, calls: str) -> None:
    work = session(HOLD.format(seconds=seconds))[2]
    assert " ".join(written(cue) for cue in work.layout.cues) == calls


WORKOUT = """
title: Demo
sections:
  - name: Strength
    setup: Roll out the mat
    exercises:
      - Split squat: 2 x 8 each leg, rest 45s
        setup: Stand beside the wall
        cues: [Knee over toes, Chest up]
      - Push-up: 1 x 12-15
        equipment: [mat, two blocks]
  - name: Cool-down
    exercises:
      - Child's pose: 1 x 1 min hold
        say: Childs pose
"""


def test_minimal_coaching_says_names_and_sides() -> None:
    said = [
        text_of(cue)
        for placed in session(WORKOUT, Coaching.MINIMAL)
        for cue in placed.layout.cues
        if text_of(cue)
    ]
    assert said == [
        "Demo.",
        "Strength.",
        "Split squat.",
        "Left leg first.",
        "Switch to your right leg.",
        "Left leg.",
        "Right leg.",
        "Push-up.",
        "Cool-down.",
        "Childs pose.",
        "Finished.",
    ]


def test_minimal_coaching_counts_with_tones() -> None:
    timeline = session(WORKOUT, Coaching.MINIMAL)
    assert heard(timeline[2]) == "[go] " + " ".join(["[tick]"] * 8)
    countdown = [tone_of(cue) for cue in timeline[1].layout.cues if cue.role is Role.COUNTDOWN]
    assert countdown == ["countdown"] * 3


def test_full_coaching_shares_out_form_cues_over_the_sets() -> None:
    timeline = session(WORKOUT, Coaching.FULL)
    assert heard(phase_before(timeline, "Split squat")) == (
        "Strength. Roll out the mat. Split squat, 2 sets of 8 on each leg. Left leg first. "
        "Stand beside the wall."
    )
    works = [heard(placed) for placed in timeline if placed.phase.kind is PhaseKind.WORK]
    first, second = (f"[go] 1 2 3 4 5 {cue}. 6 7 Last one 8" for cue in CUES)
    assert works[:4] == [first, EIGHT, second, EIGHT]
    assert not any("Knee" in line for line in script(session(WORKOUT)))


def test_what_is_next_is_said_in_the_rest_before_it() -> None:
    timeline = session(WORKOUT)
    rests = [placed for placed in timeline if placed.phase.kind is PhaseKind.REST]
    assert [heard(placed) for placed in rests[:2]] == [
        "[stop] Rest. Set 2 of 2 next. Left leg. 30 seconds 10 seconds",
        "[stop] [halfway] Rest. You are halfway through the session. Next: Push-up, 14 reps. "
        "You need: mat and two blocks. 30 seconds 10 seconds",
    ]


def test_a_new_section_is_said_by_its_name() -> None:
    assert "Cool-down. Next: Childs pose, 1 minute." in heard(
        phase_before(session(WORKOUT), "Child's pose")
    )


@pytest.mark.parametrize(
    ("level", "reps"), [(Level.LOW, "12"), (Level.MIDDLE, "14"), (Level.HIGH, "15")]
)
def test_a_range_is_said_as_the_number_that_is_done(level: Level, reps: str) -> None:
    timeline = session(WORKOUT, level=level)
    assert f"Push-up, {reps} reps." in heard(phase_before(timeline, "Push-up"))
    work = next(
        placed
        for placed in timeline
        if placed.phase.kind is PhaseKind.WORK and exercise_of(placed.phase) == "Push-up"
    )
    assert heard(work).endswith(f"Last one {reps}")


# -- doses -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("dose", "said"),
    [
        ("1 x 8", "8 reps"),
        ("1 x 1", "1 rep"),
        ("3 x 12", "3 sets of 12"),
        ("2 x 8 each leg", "2 sets of 8 on each leg"),
        ("1 x 8 each side", "8 reps on each side"),
        ("3 x 30s hold", "3 holds of 30 seconds"),
        ("1 x 30s hold each side", "30 seconds on each side"),
        ("2 x 40s", "2 sets of 40 seconds"),
        ("1 x 90s", "1 minute 30 seconds"),
        ("1 x max", "as many reps as you can"),
        ("3 x max", "3 sets, as many reps as you can"),
    ],
)
def test_a_dose_is_said_in_plain_words(dose: str, said: str) -> None:
    text = f"title: Demo\nexercises:\n  - Bridge: {dose}\n"
    assert f"Bridge, {said}." in heard(phase_before(session(text), "Bridge"))


@pytest.mark.parametrize(
    ("dose", "english", "german"),
    [
        ("1,5 km", "1.5 kilometres", "1,5 Kilometer"),
        ("0.75 mile", "0.75 miles", "0,75 Meilen"),
        ("1-1,5 km", "1.2 kilometres", "1,2 Kilometer"),
        ("3 x 5 @ 12,5 kg", "3 sets of 5, 12.5 kg", "3 Sätze mit je 5, 12,5 kg"),
        ("5 @ RPE 7.5", "5 reps, RPE 7.5", "5 Wiederholungen, RPE 7,5"),
        ("1,500 m", "1500 metres", "1500 Meter"),
    ],
)
def test_numbers_are_said_in_the_language_of_the_coach(
    dose: str, english: str, german: str
) -> None:
    for language, said in (("en", english), ("de", german)):
        text = f"title: Demo\nlanguage: {language}\nexercises:\n  - Go: {dose}\n"
        assert f"Go, {said}." in heard(phase_before(session(text), "Go"))


@pytest.mark.parametrize(
    ("ms", "text"),
    [
        (0, "0 seconds"),
        (1000, "1 second"),
        (30_000, "30 seconds"),
        (60_000, "1 minute"),
        (61_000, "1 minute 1 second"),
        (3_600_000, "1 hour"),
        (7_325_000, "2 hours 2 minutes 5 seconds"),
    ],
)
def test_durations_are_said_in_their_units(ms: int, text: str) -> None:
    assert duration(ms, ENGLISH) == text


@pytest.mark.parametrize(
    ("seconds", "text"), [(5, "About 1 minute"), (89, "About 1 minute"), (2700, "About 45 minutes")]
)
def test_the_length_of_a_session_is_said_roughly(seconds: int, text: str) -> None:
    assert ENGLISH.count("about_minutes", minutes(seconds)) == f"{text}."


@pytest.mark.parametrize(
    ("items", "text"),
    [([], ""), (["mat"], "mat"), (["mat", "ball"], "mat and ball"), ("abc", "a, b and c")],
)
def test_a_list_is_said_with_and_before_its_last(items: list[str], text: str) -> None:
    assert listed(items, ENGLISH) == text


# -- once in a session -------------------------------------------------------------------------


def test_halfway_through_the_session_is_said_once_near_its_middle() -> None:
    text = "title: Demo\nexercises:\n" + "".join(
        f"  - Move {number}: 2 x 10, rest 30s\n" for number in range(8)
    )
    timeline = session(text)
    told = [placed for placed in timeline if "halfway through the session" in heard(placed)]
    assert len(told) == 1
    assert "[halfway]" in heard(told[0])
    assert told[0].onset / timeline.length == pytest.approx(0.5, abs=0.06)


@settings(max_examples=30)
@given(sessions())
def test_the_end_is_unmistakable_in_every_session(session: Session) -> None:
    *before, last = session.timeline()
    assert last.phase.kind is PhaseKind.FINISH
    assert "[finish]" in heard(last)
    words = session.timeline().words
    minimal = (session.coaching or session.routine.coaching) is Coaching.MINIMAL
    said = words.say("finish_short" if minimal else "finish", title=session.routine.title)
    assert heard(last).endswith(said)
    assert not any("[finish]" in heard(placed) for placed in before)


@settings(max_examples=30)
@given(sessions())
def test_halfway_is_never_said_twice(session: Session) -> None:
    words = session.timeline().words
    lines = [
        heard(placed) for placed in session.timeline() if placed.phase.kind is not PhaseKind.WORK
    ]
    assert sum(words.say("halfway_session") in line for line in lines) <= 1
    assert sum("[halfway]" in line for line in lines) <= 1


def test_every_countdown_is_three_two_one() -> None:
    for placed in session(WORKOUT):
        counted = [text_of(cue) for cue in placed.layout.cues if cue.role is Role.COUNTDOWN]
        assert counted in ([], list(countdown(ENGLISH)))
