"""A routine to go on with: a few exercises, and comments that say what else there is."""

from collections.abc import Sequence

from earcoach.errors import EarcoachError
from earcoach.routine.diagnostics import InvalidRoutine
from earcoach.routine.loading import loads
from earcoach.written import read
from earcoach.written.short_form import exercise_items
from earcoach.written.source import SourceLine, SourceText
from earcoach.written.yaml_text import comment, scalar

EXAMPLES = ("Squat: 2 x 10", "Side plank: 2 x 20s hold each side")
"""What is done where nobody says what."""
NO_DOSE = "R302"
"""The code of the mistake that an exercise without a dose is."""
_NEW = "New"
"""The title of a routine that is read for the sake of an exercise in it."""

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
  # - name: Warm-up
  #   exercises:
  #     - March: 60s

  - name: Workout
    # type: circuit    # a set of each in turn; others are intervals, emom, amrap
    # rounds: 3
    exercises:
{exercises}
        # cues: [Stay tall.]       # said in full coaching
        # tempo: 3-1-1-0           # down, pause, up, pause, in seconds
        # equipment: dumbbell
        # without: {{dumbbell: {{Wall sit: 1 x 30s hold}}}}

  # - name: Cool-down
  #   exercises:
  #     - Child's pose: 60s hold
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

    The exercises are such as `Squat: 3 x 12`, or as anybody writes them (`Plank 45 seconds`);
    where there are none, a few stand in it as examples. Raises InvalidRoutine.
    """
    lines = [line for exercise in exercises or EXAMPLES for line in item_of(exercise).splitlines()]
    items = ", ".join(map(scalar, equipment))
    return _TEXT.format(
        head=comment(f"`earcoach check {path}` looks it over, `earcoach show` lays it out."),
        title=scalar(title),
        language=f"language: {language}" if language else "# language: en       # or de",
        equipment=f"equipment: [{items}]" if items else "# equipment: [mat]   # what is needed",
        exercises="\n".join(f"      {line}" for line in lines),
    )


def item_of(exercise: str) -> str:
    """An exercise as an item of the list in a routine, in the words of that or in any others.

    Raises InvalidRoutine when it is understood in neither way.
    """
    item = f"- {exercise}"
    try:
        loads(f"title: {_NEW}\nexercises:\n  {item}\n", path=_NEW)
    except InvalidRoutine as error:
        codes = {mistake.code for mistake in error.diagnostics}
        understood = _understood(exercise) if codes == {NO_DOSE} else None
        if understood is None:
            raise
        return understood
    return item


def _understood(exercise: str) -> str | None:
    """What a line of a written workout says as such items; None unless all of it is understood."""
    line = SourceLine(number=1, text=exercise)
    try:
        reading = read(SourceText(lines=(line,), name=_NEW))
    except EarcoachError:
        return None
    exercises = [one for section in reading.sections for one in section.exercises]
    if not exercises or reading.left_out or any(one.doses is None for one in exercises):
        return None
    return "\n".join(exercise_items(reading))
