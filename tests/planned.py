"""A plan told in a few words, phase by phase."""

from earcoach import Plan, loads
from earcoach.language.words import words_in
from earcoach.plan.phases import Bout, Gap, Phase, PhaseKind, Work
from earcoach.plan.planning import make_plan
from earcoach.timeline.wording.told import told_before


def told(phase: Phase) -> str:
    """A phase in a few words."""
    match phase:
        case Work(bout=bout):
            side = f" {bout.side}" if bout.side else ""
            return f"{bout.exercise.name} {bout.set}/{bout.sets}{side}"
        case Gap(interval_ms=interval_ms) if interval_ms:
            return f"rest of {interval_ms // 1000}s"
        case Gap(kind=PhaseKind.REST | PhaseKind.SWITCH):
            return f"{phase.kind} {phase.length_ms // 1000}s" + (" exactly" if phase.exact else "")
        case _:
            return str(phase.kind)


def between_intro_and_finish(plan: Plan) -> list[str]:
    first, *phases, last = plan.phases
    assert (first.kind, last.kind) == (PhaseKind.INTRO, PhaseKind.FINISH)
    return [told(phase) for phase in phases]


def order(source: str | None) -> list[str]:
    return between_intro_and_finish(make_plan(loads(source or "")))


def is_halfway(plan: Plan, phase: Phase) -> bool:
    return isinstance(phase, Gap) and told_before(plan, words_in())[phase.bout.address].halfway


def works(plan: Plan) -> list[Bout]:
    return [phase.bout for phase in plan.phases if isinstance(phase, Work)]
