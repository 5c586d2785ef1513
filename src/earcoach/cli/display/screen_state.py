"""What a screen says about a session at one moment, as values that can be compared."""

import math
from dataclasses import dataclass

from earcoach.language.words import Words
from earcoach.plan.doses import CountedReps, HeldWork
from earcoach.plan.phases import Bout, Finish, Gap, Intro, Phase, PhaseKind, Plan, Work
from earcoach.session.events import Status
from earcoach.timeline.cues import Phrase
from earcoach.timeline.wording.titles import heading, joined, shown_amount, turn
from earcoach.units import format_clock


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
    words: Words,
    status: Status,
    *,
    index: int,
    reps: int,
    lost: str,
    voiceless: bool = False,
    answer: str = "",
) -> ScreenState:
    """The screen of a session in the phase `index`, in which `reps` reps have begun, in its words.

    `lost` is why there is no sound device, empty when there is one. What a coach who is
    `voiceless` would say is shown, and for a while what the coach answers.
    """
    phase = status.phase
    number, unit = _number(status, reps, words)
    return ScreenState(
        kind=phase.kind,
        alarm=_alarm(status, lost, words, voiceless=voiceless) or answer,
        section=_section(phase),
        title=phase.bout.exercise.name if isinstance(phase, Work) else _title(phase, plan, words),
        place=_details(phase.bout, words) if isinstance(phase, Work) else "",
        number=number,
        unit=unit,
        upcoming=_upcoming(phase, plan.phases[index + 1 :], words),
        done_percent=int(100 * status.done_share),
        left=words.label("time_left", time=format_clock(math.ceil(status.left_s))),
        pace=words.label("live_pace", pace=f"{float(status.pace):g}"),
    )


def _section(phase: Phase) -> str:
    match phase:
        case Gap(bout=bout) | Work(bout=bout):
            return bout.section.name
        case Intro() | Finish():
            return ""


def _alarm(status: Status, lost: str, words: Words, *, voiceless: bool) -> str:
    if lost:
        return words.label("live_device_lost", reason=lost)
    if status.paused:
        return words.label("live_paused")
    if not voiceless:
        return ""
    what = status.cue and status.cue.what
    return what.text if isinstance(what, Phrase) else words.label("live_voiceless")


def _title(phase: Phase, plan: Plan, words: Words) -> str:
    return plan.routine.title if isinstance(phase, Intro) else heading(phase, words)


def _number(status: Status, reps: int, words: Words) -> tuple[str, str]:
    """The large number, and what it counts: the rep under way, or the time that is left."""
    match status.phase:
        case Work(bout=Bout(dose=CountedReps(count=count)), waits=True):
            return str(count), words.label("live_until_done")
        case Work(bout=Bout(dose=CountedReps(count=count) | HeldWork(count=count))):
            return str(max(1, reps)), words.label("live_of", reps=words.count("reps", count))
    seconds = math.ceil(status.left_of_phase_s)
    if seconds < 60:
        return str(seconds), words.label("live_seconds")
    return format_clock(seconds), words.label("live_left")


def _upcoming(phase: Phase, later: tuple[Phase, ...], words: Words) -> str:
    """The work to come: all about it, or only what is new."""
    bout = next((p.bout for p in later if isinstance(p, Work)), None)
    if bout is None:
        return ""
    same = isinstance(phase, Work) and phase.bout.same_exercise(bout)
    name = "" if same else bout.exercise.name
    return words.label("live_next", work=joined(name, _details(bout, words)))


def _details(bout: Bout, words: Words) -> str:
    return joined(str(turn(bout, words)), shown_amount(bout, words))
