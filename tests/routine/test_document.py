"""What the keys of a routine mean, what flows into an exercise, and what is refused."""

import pytest
from documented import exercises, mistakes, said, section, with_exercises, with_section

from earcoach import Coaching, Counting, Exercise, Routine, Section, loads
from earcoach.routine.model import Position, Range, Reps, Sides, Tempo, Timed, Timing

# -- a whole routine -------------------------------------------------------------------------------


def test_every_key_has_its_place_in_the_routine() -> None:
    """
    title: Legs and hips
    summary: >
      Strength
      for runners.
    equipment: mat
    defaults:
      switch: 8s
    sections:
      - name: Work
        type: circuit
        rounds: 2-3
        rest between rounds: 2 min
        setup: Find some room.
        exercises:
          - name: Clamshell
            sets: 2
            reps: 12-15
            sides: each leg
            tempo: 30X1
            rest: 20s
            get ready: 9s
            equipment: [loop band, pillow]
            position: lying
            setup: Band above the knees.
            cues: Heels together.
            say: clam shell
    """
    routine = loads(test_every_key_has_its_place_in_the_routine.__doc__ or "")
    clamshell = Exercise(
        name="Clamshell",
        sets=Range(2, 2),
        doses=(Reps(Range(12, 15)),),
        sides=Sides.EACH,
        limb="leg",
        beat_ms=5000,
        tempo=Tempo("3-0-X-1", 3, 0, 1, 1),
        rests_ms=(Range(20_000, 20_000),),
        switch_ms=8000,
        get_ready_ms=9000,
        equipment=("loop band", "pillow"),
        position=Position.LYING,
        setup="Band above the knees.",
        cues=("Heels together.",),
        say="clam shell",
    )
    work = Section(
        name="Work",
        exercises=(clamshell,),
        timing=Timing.CIRCUIT,
        rounds=Range(2, 3),
        rest_between_rounds_ms=120_000,
        setup="Find some room.",
    )
    equipment = ("mat", "loop band", "pillow")
    assert routine == Routine(
        title="Legs and hips",
        sections=(work,),
        summary="Strength for runners.",
        equipment=equipment,
    )


def exactly(ms: int) -> tuple[Range, ...]:
    return (Range(ms, ms),)


def test_a_short_routine_needs_no_sections() -> None:
    routine = loads(with_exercises("Squat: 3 x 12", "Plank: 30s hold"))
    assert [(s.name, len(s.exercises)) for s in routine.sections] == [("Workout", 2)]


def test_two_routines_of_one_text_are_equal_values() -> None:
    text = with_exercises("Squat: 3 x 12, tempo 3110", "Plank: 30s hold each side")
    assert len({loads(text), loads(text)}) == 1


# -- what flows into an exercise -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("routine", "of_section", "short", "own", "rest_ms"),
    [
        ("", "", "", "", 30_000),
        ("10s", "", "", "", 10_000),
        ("10s", "20s", "", "", 20_000),
        ("10s", "20s", "40s", "", 40_000),
        ("10s", "20s", "40s", "50s", 50_000),
        ("10s", "0s", "", "", 0),
        ("", "", "", "1:30", 90_000),
    ],
)
def test_the_nearest_rest_is_taken(
    routine: str, of_section: str, short: str, own: str, rest_ms: int
) -> None:
    item = "Squat: 3 x 12" + (f", rest {short}" if short else "")
    item += f"\n        rest: {own}" if own else ""
    text = with_section(f"rest: {of_section}" if of_section else "", item)
    text += f"defaults: {{rest: {routine}}}\n" if routine else ""
    (squat,) = exercises(text)
    assert (squat.rests_ms, squat.rest_after_ms) == (exactly(rest_ms), None)


@pytest.mark.parametrize(
    ("routine", "of_section", "own", "beat_ms"),
    [
        ("", "", "", 3000),
        ("beat: 2s", "", "", 2000),
        ("tempo: 4-0-1-0", "beat: 2s", "", 2000),
        ("beat: 2s", "tempo: 4-0-1-0", "", 5000),
        ("tempo: 4-0-1-0", "tempo: 2-0-2-0", "beat: 1s", 1000),
        ("", "", "tempo: 30X0", 4000),
    ],
)
def test_the_nearest_tempo_or_beat_makes_the_pace(
    routine: str, of_section: str, own: str, beat_ms: int
) -> None:
    item = f"{{Squat: 12, {own}}}" if own else "Squat: 12"
    text = with_section(of_section, item) + (f"defaults: {{{routine}}}\n" if routine else "")
    (squat,) = exercises(text)
    assert squat.beat_ms == beat_ms
    assert (squat.tempo is None) == (beat_ms in (1000, 2000, 3000))


def test_intervals_rest_long_enough_to_hear_what_comes_next() -> None:
    (burpee,) = exercises(with_section("type: intervals; work: 40s", "Burpee"))
    assert (burpee.doses, burpee.rests_ms) == (
        (Timed(Range(40_000, 40_000), hold=False),),
        exactly(10_000),
    )
    (squat,) = exercises(with_section("type: emom", "Squat: 10"))
    assert squat.rests_ms == exactly(0)


def test_rounds_are_apart_like_exercises_where_nothing_is_said() -> None:
    assert section(with_section("type: circuit; rest: 20s")).rest_between_rounds_ms == 20_000
    assert section(with_section("type: circuit")).rest_between_rounds_ms == 30_000
    apart = with_section("type: circuit; rest: 20s; rest_between_rounds: 0s")
    assert section(apart).rest_between_rounds_ms == 0


def test_an_emom_goes_every_minute_where_nothing_is_said() -> None:
    assert section(with_section("type: emom")).interval_ms == 60_000
    assert section(with_section("type: emom; every: 1:30")).interval_ms == 90_000
    assert section(with_section("type: straight")).interval_ms == 0


def test_a_break_is_the_rest_before_the_next_exercise_only() -> None:
    first, second, third = exercises(
        with_exercises("A: 2 x 5", "rest: 2 min", "B: 2 x 5", "Break: 0s", "C: 2 x 5")
    )
    assert [e.rest_after_ms for e in (first, second, third)] == [
        Range(120_000, 120_000),
        Range(0, 0),
        None,
    ]
    assert [e.rests_ms for e in (first, second, third)] == 3 * [exactly(30_000)]


def test_a_section_names_equipment_for_all_its_exercises() -> None:
    one, two, three = exercises(
        with_section(
            "equipment: mat",
            "Plank: 30s hold",
            "{Clamshell: 12, equipment: [mat, band]}",
            "{Squat: 12, equipment: []}",
        )
    )
    assert (one.equipment, two.equipment, three.equipment) == (("mat",), ("mat", "band"), ())


def test_what_is_done_without_is_an_exercise_of_its_own() -> None:
    """
    title: T
    sections:
      - name: Core
        equipment: [mat, Exercise ball]
        rest: 20s
        exercises:
          - Stir the pot: 3 x 10
            without:
              exercise ball: {Plank: 2 x 30s hold}
    """
    (pot,) = exercises(test_what_is_done_without_is_an_exercise_of_its_own.__doc__ or "")
    ((item, plank),) = pot.instead
    assert (item, plank.name, plank.rests_ms) == ("Exercise ball", "Plank", exactly(20_000))
    assert plank.equipment == ("mat",)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Für  die\tHüfte 🧘🏽‍♀️", "Für die Hüfte 🧘🏽‍♀️"),
        ("'  Squat  '", "Squat"),
        ("|\n      Squat\n      deep", "Squat deep"),
        ('"no"', "no"),
        ("no", "no"),
        ("0310", "0310"),
        ("1:30", "1:30"),
        ("2026-01-01", "2026-01-01"),
        ("'null'", "null"),
        ("قرفصاء", "قرفصاء"),
    ],
)
def test_a_name_is_the_text_as_it_is_written(written: str, read: str) -> None:
    (found,) = exercises(with_exercises(f"name: {written}\n    reps: 5"))
    assert found.name == read


# -- YAML 1.1 would have guessed -------------------------------------------------------------------


def test_nothing_becomes_a_number_a_date_or_a_truth() -> None:
    """
    title: 1:30
    summary: no
    equipment: [2026-01-01]
    exercises:
      - 12: 010
        rest: 1:30
        tempo: 0310
      - off: 1:30
    """
    routine = loads(test_nothing_becomes_a_number_a_date_or_a_truth.__doc__ or "")
    assert (routine.title, routine.summary) == ("1:30", "no")
    assert routine.equipment == ("2026-01-01",)
    one, two = routine.sections[0].exercises
    assert (one.name, one.doses, one.rests_ms) == ("12", (Reps(Range(10, 10)),), exactly(90_000))
    assert one.tempo == Tempo("0-3-1-0", 0, 3, 1, 0)
    assert (two.name, two.doses) == ("off", (Timed(Range(90_000, 90_000), hold=False),))


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("rest: 1:30", "rests_ms", exactly(90_000)),
        ("rest: '1:30'", "rests_ms", exactly(90_000)),
        ("rest: 1:30:00", "rests_ms", exactly(5_400_000)),
        ("tempo: 0310", "tempo", Tempo("0-3-1-0", 0, 3, 1, 0)),
        ("tempo: 3110", "tempo", Tempo("3-1-1-0", 3, 1, 1, 0)),
        ("tempo: 3:1:1", "tempo", Tempo("3-1-1-0", 3, 1, 1, 0)),
        ("say: on", "say", "on"),
        ("cues: [yes, 1e3, ~x]", "cues", ("yes", "1e3", "~x")),
        ("sets: 010", "sets", Range(10, 10)),
        ("position: all-fours", "position", Position.ALL_FOURS),
        ("position: All_Fours", "position", Position.ALL_FOURS),
    ],
)
def test_a_value_means_what_is_written(line: str, field: str, value: object) -> None:
    (squat,) = exercises(with_exercises(f"Squat: 3 x 12\n    {line}"))
    assert getattr(squat, field) == value


REFUSED_VALUES = {
    "sides: no": "R206 `no` is not `both`, `each`, `each leg` or `alternating`",
    "sides: 2": "R206 `2` is not `both`, `each`, `each leg` or `alternating`",
    "position: off": "R206 `off` is not one of: standing, seated, kneeling, all fours, lying",
    "rest: 90": "R201 duration `90` has no unit",
    "rest: 0": "R201 duration `0` has no unit",
    "rest: 1_000s": "R201 duration `1` has no unit",
    "rest: .5s": "R202 `.5s` is not a duration",
    "rest: -5s": "R202 `-5s` is not a duration",
    "rest: 5 s s": "R202 `5 s s` is not a duration",
    "rest: 20-30s": "R202 a single duration is needed here, not a range",
    "rest: 1:60": "R202 `1:60` is not a time",
    "rest: 13 h": "R203 a duration is at most 12 hours",
    "beat: 0.4s": "R203 this is at least `0.5s`",
    "sets: 0": "R203 `0` is not a whole number from 1 to 1000",
    "sets: 0x10": "R203 `0` is not a whole number from 1 to 1000",
    "sets: 1e3": "R205 `1e3` is not a number such as `12` or `12-15`",
    "sets: 1_0": "R205 `1_0` is not a number such as `12` or `12-15`",
    "sets: 3-2": "R204 a range goes from the smaller to the larger",
    "sets: max": "R205 `max` is not a number such as `12` or `12-15`",
    "tempo: slow": "R207 `slow` is not a tempo such as `3-1-1-0`",
    "tempo: 31": "R207 `31` is not a tempo",
    "tempo: 3-1-1-0 please": "R207 `3-1-1-0 please` is not a tempo such as `3-1-1-0`",
    "cues: [[a]]": "R303 a text is needed here, not a list or a mapping",
    "cues: [a, ]\n    cues: b": "R102 `cues` is already set in line 4",
    "setup: ''": "R302 a text is missing here",
    "setup: '  '": "R302 a text is missing here",
    "hold: 30s": "R304 one dose too many: give reps, a hold or work, once",
    "Lunge: 3 x 12": "R301 unknown key `Lunge`",
    "Rest: 5s": "R301 unknown key `Rest`",
    "reps each: 5": "R301 unknown key `reps each`",
    "without: {band: {Lunge: 12}}": "R301 this exercise does without `band` already",
}


@pytest.mark.parametrize("line", REFUSED_VALUES)
def test_a_value_that_is_not_understood_is_refused(line: str) -> None:
    assert said(with_exercises(f"Squat: 3 x 12\n    {line}")) == [REFUSED_VALUES[line]]


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ("hold: 30", "R201 duration `30` has no unit"),
        ("hold: 20-30", "R201 duration `20-30` has no unit"),
        ("hold: 0.5s", "R203 this is at least `1s`"),
        ("work: 0s", "R203 this is at least `1s`"),
        ("work: long", "R202 `long` is not a duration"),
        ("reps: plenty", "R205 `plenty` is not a number such as `12` or `12-15`"),
        ("reps: 12\n    hold: 3s", "R304 one dose too many: give reps, a hold or work, once"),
        ("reps: 12\n    equipment: b\n    without: {b: {}}", "R302 `name` is missing"),
        ("sets: 3", "R302 this exercise has no dose"),
    ],
)
def test_a_dose_that_is_not_understood_is_refused(lines: str, message: str) -> None:
    assert said(with_exercises(f"name: Squat\n    {lines}")) == [message]


@pytest.mark.parametrize(
    ("item", "cure"),
    [
        ("Squat 3 x 12", "did you mean `Squat: 3 x 12`?"),
        ("Side plank 2 x 30s hold each side", "did you mean `Side plank: 2 x 30s hold each side`?"),
        ("Squat", "write the dose after a colon: `Squat: 3 x 12`"),
        ("Squat:", "write the dose after a colon: `Squat: 3 x 12`"),
        ("3 x 12", "write the name before it: `Squat: 3 x 12`"),
        ("12", "write the name before it: `Squat: 12`"),
    ],
)
def test_a_dose_that_is_missing_has_a_cure_that_shows_it(item: str, cure: str) -> None:
    (found,) = mistakes(with_exercises(item))
    assert (found.code, found.cure) == ("R302", cure)


@pytest.mark.parametrize(
    ("typo", "cure"),
    [
        ("equipmnt: band", "did you mean `equipment`?"),
        ("get redy: 5s", "did you mean `get ready`?"),
        ("get-redy: 5s", "did you mean `get-ready`?"),
        ("Position: lying", "did you mean `position`?"),
        ("without: {matt: {Lunge: 12}}", "did you mean `mat`?"),
        ("position: standin", "did you mean `standing`?"),
        ("rest: 90", "did you mean `90s`?"),
    ],
)
def test_a_slip_has_a_cure_that_names_what_was_meant(typo: str, cure: str) -> None:
    (found,) = mistakes(with_exercises(f"Squat: 3 x 12\n    equipment: mat\n    {typo}"))
    assert found.cure == cure


# -- who coaches, and how --------------------------------------------------------------------------


def test_coaching_and_counting_flow_into_an_exercise() -> None:
    text = with_section("coaching: full; counting: last five", "Squat: 3 x 12", "Plank: 30s hold")
    text += "defaults: {coaching: minimal, counting: silent}\n"
    routine = loads(text)
    squat, _ = routine.sections[0].exercises
    assert (squat.coaching, squat.counting) == (Coaching.FULL, Counting.LAST_FIVE)
    assert (routine.coaching, routine.sections[0].coaching) == (Coaching.MINIMAL, Coaching.FULL)


@pytest.mark.parametrize(("word", "own_pace"), [("true", True), ("Yes", True), ("no", False)])
def test_own_pace_is_a_question_of_yes_or_no(word: str, own_pace: bool) -> None:
    (squat,) = exercises(with_exercises(f"{{Squat: 3 x 12, own-pace: {word}}}"))
    assert squat.own_pace is own_pace


@pytest.mark.parametrize(
    "source",
    [
        with_exercises("{Plank: 30s hold, own_pace: true}"),
        with_section("type: emom", "{Squat: 5, own_pace: true}"),
    ],
)
def test_what_the_clock_ends_has_no_pace_of_its_own(source: str) -> None:
    assert said(source) == ["R304 the clock says when this exercise is done"]


def test_setups_of_later_sets_are_kept_apart() -> None:
    (walk,) = exercises(with_exercises("{Walk: 2 x 5, setup: [Forwards, Back]}"))
    assert (walk.setup, walk.later_setups) == ("Forwards", ("Back",))
