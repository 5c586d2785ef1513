"""What a screen says about a session at one moment, as values that can be compared."""

import math
from dataclasses import dataclass

from earcoach.language.words import words_in
from earcoach.plan.doses import CountedReps, HeldWork
from earcoach.plan.phases import Bout, Finish, Gap, Intro, Phase, PhaseKind, Plan, Work
from earcoach.session.events import Status
from earcoach.timeline.cues import Phrase
from earcoach.timeline.wording.titles import heading, joined, shown_amount, turn
from earcoach.units import format_clock

OWN_WORDS = words_in()
"""The screen is in the language of the command line."""


@dataclass(frozen=True, kw_only=True)
class ScreenState:
    """The words and numbers of a screen; an empty text has no place on it.

    They are so coarse that most states in a row are equal, and need not be drawn. Both times are
    rounded up, so that they mostly change together.
    """

    kind: PhaseKind
    """What the phase is, which decides the colour."""
    alarm: str
    """What is wrong, or that the session is paused."""
    section: str
    """The name of the section."""
    title: str
    """The exercise, or what is going on instead."""
    place: str
    """Side, round, set and amount of the work."""
    number: str
    """The large number: the rep under way, or the time left."""
    unit: str
    """What the number counts."""
    upcoming: str
    """The work to come."""
    done_percent: int
    """How much of the session is done."""
    left: str
    """The time left in the session."""
    pace: str
    """The pace of the session."""


def screen_state(
    plan: Plan,
    status: Status,
    *,
    index: int,
    reps: int,
    lost: str,
    voiceless: bool = False,
    answer: str = "",
) -> ScreenState:
    """The screen of a session in the phase `index`, in which `reps` reps have begun.

    `lost` is why there is no sound device, empty when there is one. What a coach who is
    `voiceless` would say is shown, and for a while what the coach answers.
    """
    phase = status.phase
    number, unit = _number(status, reps)
    return ScreenState(
        kind=phase.kind,
        alarm=_alarm(status, lost, voiceless=voiceless) or answer,
        section=_section(phase),
        title=phase.bout.exercise.name if isinstance(phase, Work) else _title(phase, plan),
        place=_details(phase.bout) if isinstance(phase, Work) else "",
        number=number,
        unit=unit,
        upcoming=_upcoming(phase, plan.phases[index + 1 :]),
        done_percent=int(100 * status.done_share),
        left=f"{format_clock(math.ceil(status.left_s))} left",
        pace=f"pace {float(status.pace):g}",
    )


def _section(phase: Phase) -> str:
    match phase:
        case Gap(bout=bout) | Work(bout=bout):
            return bout.section.name
        case Intro() | Finish():
            return ""


def _alarm(status: Status, lost: str, *, voiceless: bool) -> str:
    if lost:
        return f"sound device lost: {lost}"
    if status.paused:
        return "paused"
    if not voiceless:
        return ""
    what = status.cue and status.cue.what
    return what.text if isinstance(what, Phrase) else "no voice: the tones go on"


def _title(phase: Phase, plan: Plan) -> str:
    return plan.routine.title if isinstance(phase, Intro) else heading(phase, OWN_WORDS)


def _number(status: Status, reps: int) -> tuple[str, str]:
    """The large number, and what it counts: the rep under way, or the time that is left."""
    match status.phase:
        case Work(bout=Bout(dose=CountedReps(count=count)), waits=True):
            return str(count), "reps, then D"
        case Work(bout=Bout(dose=CountedReps(count=count) | HeldWork(count=count))):
            return str(max(1, reps)), f"of {count} reps"
    seconds = math.ceil(status.left_of_phase_s)
    return (str(seconds), "seconds") if seconds < 60 else (format_clock(seconds), "left")


def _upcoming(phase: Phase, later: tuple[Phase, ...]) -> str:
    """The work to come: all about it, or only what is new."""
    bout = next((p.bout for p in later if isinstance(p, Work)), None)
    if bout is None:
        return ""
    same = isinstance(phase, Work) and phase.bout.same_exercise(bout)
    name = "" if same else bout.exercise.name
    return f"next: {joined(name, _details(bout))}"


def _details(bout: Bout) -> str:
    return joined(str(turn(bout, OWN_WORDS)), shown_amount(bout, OWN_WORDS))
