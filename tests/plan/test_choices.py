"""What the athlete chooses: sections, equipment and level, and what becomes of the routine."""

from dataclasses import replace

import pytest
from hypothesis import given, settings, strategies as st
from strategies import routines

from earcoach import Level, Routine, UsageError, loads
from earcoach.plan.choices import Choices, choose
from earcoach.plan.phases import Work
from earcoach.plan.planning import make_plan
from earcoach.routine.model import Range, Timing

CORE = """
title: Core
equipment: [mat, water]
sections:
  - name: Warm-up
    exercises:
      - March: 30s
  - name: Main work
    exercises:
      - Stir the pot: 3 x 10
        equipment: ball
        without:
          Ball:
            Plank: 2 x 30s hold
            equipment: mat
            without:
              mat: {Standing brace: 2 x 20s hold}
      - rest: 2 min
      - Rollout: 3 x 8
        equipment: [ball, band]
      - Crunch: 12
        equipment: mat
  - name: Cool-down
    exercises:
      - Child's pose: 60s hold
"""


def core() -> Routine:
    return loads(CORE)


def names(routine: Routine) -> list[list[str]]:
    return [[exercise.name for exercise in section.exercises] for section in routine.sections]


def test_without_choices_all_is_done() -> None:
    assert choose(core(), Choices()) == (core(), ())


@pytest.mark.parametrize(
    ("without", "main", "left_out"),
    [
        (("band",), ["Stir the pot", "Crunch"], ("Rollout",)),
        (("ball",), ["Plank", "Crunch"], ("Rollout",)),
        ((" BALL ",), ["Plank", "Crunch"], ("Rollout",)),
        (("mat",), ["Stir the pot", "Rollout"], ("Crunch",)),
        (("ball", "mat"), ["Standing brace"], ("Rollout", "Crunch")),
        (("water",), ["Stir the pot", "Rollout", "Crunch"], ()),
    ],
)
def test_what_cannot_be_done_is_replaced_or_left_out(
    without: tuple[str, ...], main: list[str], left_out: tuple[str, ...]
) -> None:
    routine, missed = choose(core(), Choices(without=without))
    assert names(routine) == [["March"], main, ["Child's pose"]]
    assert missed == left_out


def test_the_plan_tells_what_was_left_out() -> None:
    assert make_plan(core(), Choices(without=("ball",))).left_out == ("Rollout",)


def test_a_break_stays_at_its_place_when_an_exercise_is_replaced() -> None:
    for without in ((), ("ball",), ("ball", "mat")):
        routine, _ = choose(core(), Choices(without=without))
        assert routine.sections[1].exercises[0].rest_after_ms == Range(120_000, 120_000)


@pytest.mark.parametrize(
    ("choices", "equipment"),
    [
        (Choices(), ("mat", "water", "ball", "band")),
        (Choices(without=("ball",)), ("mat", "water")),
        (Choices(without=("water",)), ("mat", "ball", "band")),
        (Choices(only=("warm-up",)), ("water",)),
        (Choices(skip=("cool-down",)), ("mat", "water", "ball", "band")),
    ],
)
def test_only_what_is_needed_is_named(choices: Choices, equipment: tuple[str, ...]) -> None:
    assert choose(core(), choices)[0].equipment == equipment


def test_what_is_needed_instead_is_named_and_may_be_missing_too() -> None:
    """
    title: T
    exercises:
      - Row: 12
        equipment: barbell
        without:
          barbell: {Band row: 12, equipment: band}
      - Squat: 12
    """
    source = test_what_is_needed_instead_is_named_and_may_be_missing_too.__doc__ or ""
    routine, missed = choose(loads(source), Choices(without=("barbell",)))
    assert (names(routine), routine.equipment) == ([["Band row", "Squat"]], ("band",))
    routine, missed = choose(loads(source), Choices(without=("barbell", "band")))
    assert (names(routine), missed) == ([["Squat"]], ("Row",))


def test_equipment_that_is_written_in_two_ways_is_one() -> None:
    """
    title: T
    equipment: Exercise Ball
    exercises:
      - Stir the pot: 12
        equipment: exercise ball
      - Squat: 12
    """
    source = test_equipment_that_is_written_in_two_ways_is_one.__doc__ or ""
    routine, missed = choose(loads(source), Choices(without=("exercise ball",)))
    assert (names(routine), missed, routine.equipment) == ([["Squat"]], ("Stir the pot",), ())


@pytest.mark.parametrize(
    ("without", "left_out"),
    [
        (("kb",), ("Swing",)),
        (("2 Kurzhanteln",), ()),
        (("loop band",), ("Clam",)),
        (("small ball",), ()),
        (("Pilates ball", "yoga blocks"), ("Bridge",)),
    ],
)
def test_equipment_is_known_by_all_its_names(
    without: tuple[str, ...], left_out: tuple[str, ...]
) -> None:
    """
    title: T
    exercises:
      - Swing: 1 x 12
        equipment: 16 kg kettlebell
      - Clam: 1 x 12
        equipment: mini bands
      - Bridge: 1 x 12
        equipment: small ball or yoga block
      - Carry: 1 x 12
        equipment: dumbbells or kettlebell
      - Squat: 1 x 12
    """
    source = test_equipment_is_known_by_all_its_names.__doc__ or ""
    assert choose(loads(source), Choices(without=without))[1] == left_out


def test_a_section_that_is_left_without_exercises_is_gone() -> None:
    """
    title: T
    sections:
      - {name: Ball work, equipment: ball, exercises: [Stir the pot: 12]}
      - {name: Legs, exercises: [Squat: 12]}
    """
    source = test_a_section_that_is_left_without_exercises_is_gone.__doc__ or ""
    routine, missed = choose(loads(source), Choices(without=("ball",)))
    assert ([section.name for section in routine.sections], missed) == (["Legs"], ("Stir the pot",))


@pytest.mark.parametrize(
    ("only", "skip", "kept"),
    [
        (("Main work",), (), ["Main work"]),
        (("cool-down", "WARM-UP"), (), ["Warm-up", "Cool-down"]),
        ((), ("main work",), ["Warm-up", "Cool-down"]),
        (("warm-up", "main work"), ("warm-up",), ["Main work"]),
    ],
)
def test_sections_are_chosen_by_name_and_keep_their_order(
    only: tuple[str, ...], skip: tuple[str, ...], kept: list[str]
) -> None:
    routine, _ = choose(core(), Choices(only=only, skip=skip))
    assert [section.name for section in routine.sections] == kept


def test_sections_of_one_name_are_chosen_together() -> None:
    """
    title: T
    sections:
      - {name: Legs, exercises: [Squat: 12]}
      - {name: Core, exercises: [Crunch: 12]}
      - {name: legs, exercises: [Lunge: 12]}
    """
    source = test_sections_of_one_name_are_chosen_together.__doc__ or ""
    routine, _ = choose(loads(source), Choices(only=("Legs",)))
    assert names(routine) == [["Squat"], ["Lunge"]]


@pytest.mark.parametrize(
    ("choices", "message", "cure"),
    [
        (
            Choices(only=("Main wrok",)),
            "no section `Main wrok` in this routine",
            "did you mean `Main work`?",
        ),
        (
            Choices(skip=("Zzz",)),
            "no section `Zzz` in this routine",
            "known: `Warm-up`, `Main work`, `Cool-down`",
        ),
        (
            Choices(without=("bal",)),
            "no equipment `bal` in this routine",
            "did you mean `ball`?",
        ),
        (
            Choices(only=("Warm-up", "Core")),
            "no section `Core` in this routine",
            "known: `Warm-up`, `Main work`, `Cool-down`",
        ),
        (
            Choices(only=("Warm-up",), skip=("Warm-up",)),
            "these choices leave nothing to do",
            "choose fewer sections to skip",
        ),
    ],
)
def test_a_choice_that_makes_no_sense_is_refused(choices: Choices, message: str, cure: str) -> None:
    with pytest.raises(UsageError) as caught:
        make_plan(core(), choices)
    assert (caught.value.message, caught.value.cure) == (message, cure)


def test_equipment_of_a_routine_that_needs_none() -> None:
    with pytest.raises(UsageError) as caught:
        choose(loads("title: T\nexercises: [Squat: 12]"), Choices(without=("mat",)))
    assert (caught.value.message, caught.value.cure) == ("no equipment `mat` in this routine", None)


# -- level -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "low", "middle", "high"),
    [((12, 12), 12, 12, 12), ((2, 3), 2, 3, 3), ((12, 15), 12, 14, 15), ((8, 10), 8, 9, 10)],
)
def test_a_level_takes_one_end_of_a_range_or_its_middle_rounded_up(
    given: tuple[int, int], low: int, middle: int, high: int
) -> None:
    assert [Range(*given).at(level) for level in Level] == [low, middle, high]


@pytest.mark.parametrize(
    ("level", "rounds", "sets", "reps", "hold_ms"),
    [
        (Level.LOW, 1, 1, 8, 20_000),
        (Level.MIDDLE, 2, 2, 9, 25_000),
        (Level.HIGH, 3, 2, 10, 30_000),
    ],
)
def test_the_level_decides_every_range(
    level: Level, rounds: int, sets: int, reps: int, hold_ms: int
) -> None:
    """
    title: T
    sections:
      - name: A
        type: circuit
        rounds: 1-3
        exercises:
          - Squat: 1-2 x 8-10
          - Plank: 20-30s hold
    """
    source = test_the_level_decides_every_range.__doc__ or ""
    phases = make_plan(loads(source), Choices(level=level)).phases
    works = [phase.bout for phase in phases if isinstance(phase, Work)]
    one_round = sets * [(sets, rounds, reps, None)] + [(1, rounds, None, hold_ms)]
    found = [(bout.sets, bout.rounds, bout.reps, bout.length_ms) for bout in works]
    assert found == rounds * one_round


@pytest.mark.parametrize(
    ("hold", "middle_ms"),
    [
        ("20-25s", 23_000),
        ("20-30s", 25_000),
        ("1-2 min", 90_000),
        ("1.2-1.4s", 1400),
        ("2.5s", 2500),
    ],
)
def test_the_middle_of_a_range_of_times_is_a_whole_second(hold: str, middle_ms: int) -> None:
    phases = make_plan(loads(f"title: T\nexercises: [Plank: {hold} hold]")).phases
    assert [p.bout.length_ms for p in phases if isinstance(p, Work)] == [middle_ms]


# -- any choice ------------------------------------------------------------------------------------


@settings(max_examples=30)
@given(
    routines(tuple(Timing)),
    st.lists(st.sampled_from(["mat", "band", "MAT"]), max_size=2).map(tuple),
    st.sets(st.integers(0, 2)),
)
def test_nothing_is_lost_and_nothing_needs_what_is_missing(
    routine: Routine, without: tuple[str, ...], skipped: set[int]
) -> None:
    sections = tuple(replace(s, name=f"Part {n}") for n, s in enumerate(routine.sections))
    routine = replace(routine, sections=sections)
    wanted = [section for n, section in enumerate(sections) if n not in skipped]
    skip = tuple(section.name for section in sections if section not in wanted)
    try:
        chosen, left_out = choose(routine, Choices(without=without, skip=skip))
    except UsageError:
        doable = (e for s in wanted for e in s.exercises if not _needs(e.equipment, without))
        assert not any(doable)
        return
    kept = [exercise for section in chosen.sections for exercise in section.exercises]
    assert not any(_needs(exercise.equipment, without) for exercise in kept)
    assert sorted([*left_out, *(exercise.name for exercise in kept)]) == sorted(
        exercise.name for section in wanted for exercise in section.exercises
    )
    assert not _needs(chosen.equipment, without)


def _needs(equipment: tuple[str, ...], without: tuple[str, ...]) -> bool:
    return bool(set(equipment) & {item.casefold() for item in without})
