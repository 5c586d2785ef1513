"""Golden sheets of takes: what an athlete hears who pauses, skips, repeats, or loses the device."""

from collections.abc import Callable

import pytest
from heard import exercise_of, written
from stage import BLOCK, Stage, plan_of

from earcoach.session.commands import Action, SetPace
from earcoach.timeline import edits
from earcoach.timeline.cues import Cue
from earcoach.timeline.stretches import Stretch
from earcoach.units import frames_of_ms, seconds_of_frames

ROUTINE = """\
title: Two moves
exercises:
  - Squat: 2 x 4, beat 2s, rest 12s
  - Plank: 1 x 10s hold
"""


def to_count(stage: Stage, number: str) -> None:
    stage.play_to(lambda b: b.cue is not None and written(b.cue) == number)


def paused(stage: Stage) -> None:
    to_count(stage, "2")
    stage.do(Action.PAUSE)
    stage.play(frames_of_ms(4_000))
    stage.do(Action.RESUME)


def skipped(stage: Stage) -> None:
    to_count(stage, "2")
    stage.do(Action.NEXT)


def repeated(stage: Stage) -> None:
    to_count(stage, "4")
    stage.do(Action.REPEAT)


def paced_twice(stage: Stage) -> None:
    to_count(stage, "2")
    stage.do(SetPace("1.5"))
    stage.play(frames_of_ms(3_000))
    stage.do(SetPace("0.8"))


def rested(stage: Stage) -> None:
    to_count(stage, "4")
    stage.play(frames_of_ms(3_000))
    stage.do(Action.MORE_REST)


def lost_and_found(stage: Stage) -> None:
    to_count(stage, "3")
    stage.edit(edits.lost)
    stage.play(frames_of_ms(2_000))
    stage.performance.go_on(stage.clock, "Back.")


STORIES = (paused, skipped, repeated, paced_twice, rested, lost_and_found)


@pytest.mark.parametrize("story", STORIES)
def test_a_take_is_heard_as_its_sheet_says(
    story: Callable[[Stage], None], check_golden: Callable[[str, str], None]
) -> None:
    stage = Stage(plan_of(ROUTINE))
    story(stage)
    stage.play(BLOCK)  # what was broken off has its end now
    middle = sheet(stage)
    stage.play(frames_of_ms(9_000))
    lines = dict.fromkeys([*middle, *sheet(stage)])
    text = "\n".join(sorted(lines, key=lambda line: float(line.split()[0])))
    check_golden(f"{story.__name__}.take", f"{text}\n")


def sheet(stage: Stage) -> list[str]:
    """What is heard of a take until now, a line for each phase and each cue."""
    found = [line for s in stage.take.stretches for line in lines_of(stage, s)]
    beside = [(aside.cue.onset, aside.cue) for aside in stage.take.asides]
    return [*found, *(line_of(at, cue) for at, cue in beside if at < stage.clock)]


def lines_of(stage: Stage, stretch: Stretch) -> list[str]:
    phase = stage.plan.phases[stretch.index]
    title = f"{phase.kind} {exercise_of(phase) or ''}".strip()
    opening = " begins" if stretch.opens else ""
    lines = [f"{seconds_of_frames(stretch.onset):9.3f}  {stretch.part.value}: {title}{opening}"]
    cues = stretch.heard.layout.cues
    lines += [line_of(stretch.heard.onset + cue.onset, cue) for cue in cues]
    return [line for line in lines if float(line.split()[0]) < seconds_of_frames(stage.clock)]


def line_of(at: int, cue: Cue) -> str:
    end = f" broken off after {seconds_of_frames(cue.length):.3f}" if cue.fade else ""
    return f"{seconds_of_frames(at):9.3f}    {cue.role}: {written(cue)}{end}"
