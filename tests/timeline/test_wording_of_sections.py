"""What is said of rounds, of minutes that are left, and of what is to be fetched."""

from fractions import Fraction

import pytest
from conftest import rough_phrase
from heard import Lengths, text_of, timeline_in
from strategies import tone_length
from worded import SECOND, heard, phase_before, session

from earcoach import loads
from earcoach.plan.phases import PhaseKind
from earcoach.plan.planning import make_plan
from earcoach.timeline.cues import Role
from earcoach.timeline.pacing import Pacing

# -- other kinds of sections -------------------------------------------------------------------

CIRCUIT = """
title: Demo
sections:
  - name: Circuit
    type: circuit
    rounds: 2
    rest: 15s
    rest_between_rounds: 1 min
    exercises:
      - Squat: 1 x 10
      - Push-up: 1 x 8
"""


def test_a_circuit_tells_its_rounds() -> None:
    pauses = [
        heard(placed) for placed in session(CIRCUIT) if placed.phase.kind is not PhaseKind.WORK
    ]
    assert pauses[1:-1] == [
        "Circuit. 2 rounds. Squat, 10 reps.",
        "[stop] Rest. Next: Push-up, 8 reps. 10 seconds",
        "[stop] Rest. Round 2 of 2. Next: Squat. [tick] 30 seconds 10 seconds",
        "[stop] Rest. Next: Push-up. 10 seconds",
    ]


AMRAP = """
title: Demo
sections:
  - name: Engine
    type: amrap
    cap: 5 min
    exercises:
      - Squat: 1 x 10
      - Plank: 1 x 20s hold
"""


def test_an_amrap_tells_all_its_moves_and_the_minutes_that_are_left() -> None:
    timeline = session(AMRAP)
    assert heard(timeline[1]) == (
        "Engine. As many rounds as possible in 5 minutes: 10 Squat and 20 seconds of Plank."
    )
    assert heard(timeline[2]) == (
        "[go] 4 minutes left 3 minutes left [halfway] Halfway 2 minutes left 1 minute left "
        "10 seconds"
    )


TABATA = """
title: Demo
sections:
  - name: Tabata
    type: intervals
    work: 20s
    rest: {rest}
    rounds: 2
    exercises: [Burpee, Mountain climber]
"""


@pytest.mark.parametrize(
    ("rest", "said"),
    [
        ("30s", "[stop] Rest. Next: Mountain climber, 20 seconds. 10 seconds"),
        ("7s", "[stop] Rest. Mountain climber, 20 seconds."),
        ("6s", "[stop] Mountain climber."),
        ("4s", "[stop]"),
    ],
)
def test_the_less_time_there_is_the_less_is_said(rest: str, said: str) -> None:
    assert heard(session(TABATA.format(rest=rest))[3]) == said


# -- time to get ready -------------------------------------------------------------------------

CHANGE = """
title: Demo
defaults: {{get_ready: 6s}}
exercises:
  - March: 1 x 10, rest 0s
    position: standing
  - Bridge: 1 x 10
    {more}
"""


@pytest.mark.parametrize(
    ("more", "quiet_s"),
    [
        ("position: standing", 6),
        ("position: lying", 11),
        ("equipment: mat", 16),
        ("{equipment: mat, position: lying}", 21),
    ],
)
def test_there_is_more_time_where_things_are_fetched_or_the_position_changes(
    more: str, quiet_s: int
) -> None:
    lines = more.strip("{}").replace(", ", "\n    ")
    pause = phase_before(session(CHANGE.format(more=lines)), "Bridge")
    spoken_until = max(
        cue.end
        for cue in pause.layout.cues
        if text_of(cue) and cue.role not in (Role.COUNTDOWN, Role.TIME)
    )
    assert (pause.length - spoken_until) / SECOND == quiet_s


def test_an_amrap_tells_the_sides_of_its_moves_and_how_to_set_up() -> None:
    source = AMRAP.replace("cap: 5 min", "cap: 5 min\n    setup: Mat on the floor.").replace(
        "Squat: 1 x 10", "Lunge: 1 x 6 each leg"
    )
    (pause,) = [placed for placed in session(source) if placed.phase.kind is PhaseKind.PREPARE]
    assert heard(pause) == (
        "Mat on the floor. Engine. As many rounds as possible in 5 minutes: "
        "6 Lunge on each leg and 20 seconds of Plank."
    )


def test_the_introduction_tells_the_summary_and_the_length_at_the_pace() -> None:
    source = "title: Demo\nsummary: For the hips.\nexercises:\n  - Squat: 10 x 60, rest 1 min\n"
    plan, sounds = make_plan(loads(source)), Lengths(rough_phrase, tone_length)
    told = [heard(timeline_in(plan, sounds, pacing=Pacing(pace=Fraction(n)))[0]) for n in (1, 2)]
    assert told == [f"[chime] Demo. For the hips. About {n} minutes." for n in (39, 20)]
