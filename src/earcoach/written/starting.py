"""A routine to go on with: a few exercises, and comments that say what else there is."""

from collections.abc import Sequence

from earcoach.written.yaml_text import comment, scalar

EXERCISES = ("Squat: 2 x 10", "Side plank: 2 x 20s hold each side")
"""What is done where nobody says what."""

_TEXT = """\
{head}
title: {title}
# summary: What it is good for.
{language}
{equipment}

defaults:              # for every exercise that does not say otherwise
  rest: 45s            # after each set
  beat: 3s             # the time of one rep
  # coaching: full     # how much is said: minimal, standard or full
  # counting: down     # which reps are counted: every, last-five, down or silent

sections:
  - name: Warm-up
    exercises:
      - March: 60s

  - name: Workout
    # type: circuit    # a set of each in turn; others are intervals, emom, amrap
    # rounds: 3
    exercises:
{exercises}
        # cues: [Stay tall.]       # said in full coaching
        # tempo: 3-1-1-0           # down, pause, up, pause, in seconds
        # equipment: dumbbell
        # without: {{dumbbell: {{Wall sit: 1 x 30s hold}}}}

  - name: Cool-down
    exercises:
      - Child's pose: 60s hold
"""


def routine_to_go_on_with(
    *,
    title: str,
    path: str,
    equipment: Sequence[str] = (),
    exercises: Sequence[str] = (),
    language: str | None = None,
) -> str:
    """The text of a routine that will stand at this path.

    The exercises are as a routine has them, such as `Squat: 3 x 12`.
    """
    items = ", ".join(map(scalar, equipment))
    return _TEXT.format(
        head=comment(f"`earcoach check {path}` looks it over, `earcoach show` lays it out."),
        title=scalar(title),
        language=f"language: {language}" if language else "# language: en       # or de",
        equipment=f"equipment: [{items}]" if items else "# equipment: [mat]   # what is needed",
        exercises="\n".join(f"      - {exercise}" for exercise in exercises or EXERCISES),
    )
