"""What the athlete is told, and was before: nothing is explained, or praised, twice alike."""

import math
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from earcoach.language.templates import sentence
from earcoach.language.words import Words
from earcoach.plan.phases import Address, Bout, Gap, Phase, PhaseKind, Plan, Work
from earcoach.routine.model import Coaching

LEAST_FOR_HALFWAY_MS = 5 * 60_000
"""In a shorter session nobody needs to hear that half of it is over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What is said about a stretch of work, or left out, because of all that was said before."""

    familiar: bool = False
    """Whether all about the work was told."""
    praise: str = ""
    """What praises the work before; empty where there is no reason for it."""
    encouragement: str = ""
    """What encourages, likewise."""
    halfway: bool = False
    """Whether half of the session is over before it."""
    cues: tuple[str, ...] = ()
    """Its share of the form cues: each is said once in a session."""


NOTHING = Told()

ToldBefore = Mapping[Address, Told]
"""What is told about each stretch of work, by its address."""


def told_before(plan: Plan, words: Words) -> ToldBefore:
    """What is told about all work of a session."""
    cues = _form_cues(phase.bout for phase in plan.phases if isinstance(phase, Work))
    told = dict(_told(plan.phases, words, cues))
    unpaused = ((address, Told(cues=share)) for address, share in cues.items())
    return dict(unpaused) | told


def _told(
    phases: Sequence[Phase], words: Words, cues: Mapping[Address, tuple[str, ...]]
) -> Iterator[tuple[Address, Told]]:
    explained: set[Hashable] = set()
    gaps = [phase for phase in phases if isinstance(phase, Gap)]
    praises = _shared_out(words.choices("praise"), sum(map(_deserves_praise, gaps)))
    urging = _shared_out(words.choices("encouragement"), sum(map(_needs_encouragement, gaps)))
    estimate_ms = sum(phase.nominal_ms for phase in phases)
    halfway_ms = estimate_ms // 2 if estimate_ms >= LEAST_FOR_HALFWAY_MS else math.inf
    elapsed_ms = 0
    for phase in phases:
        elapsed_ms += phase.nominal_ms
        if not isinstance(phase, Gap):
            continue
        explanation = phase.kind is PhaseKind.SWITCH, *_explanation(phase.bout)
        halfway = _rests(phase) and elapsed_ms > halfway_ms
        halfway_ms = math.inf if halfway else halfway_ms
        yield (
            phase.bout.address,
            Told(
                familiar=explanation in explained,
                praise=next(praises) if _deserves_praise(phase) else "",
                encouragement=next(urging) if _needs_encouragement(phase) else "",
                halfway=halfway,
                cues=cues.get(phase.bout.address, ()),
            ),
        )
        explained.add(explanation)


def _shared_out(texts: Sequence[str], occasions: int) -> Iterator[str]:
    """For each of n occasions a text, or none: no text twice, and spread over all."""
    texts = [*dict.fromkeys(texts)][:occasions]
    for occasion in range(occasions):
        before, after = (-(-n * len(texts) // occasions) for n in (occasion, occasion + 1))
        yield texts[before] if after > before else ""


def _form_cues(bouts: Iterable[Bout]) -> dict[Address, tuple[str, ...]]:
    """The form cues of full coaching, shared out over the sets of each exercise, most to the first.

    A cue that two exercises have is said with the first of them. The second side of a set has none.
    """
    sets: dict[Hashable, list[Bout]] = {}
    for bout in bouts:
        of_exercise = sets.setdefault((bout.address.blocks, bout.address.exercise), [])
        if not (of_exercise and bout.is_other_side_of(of_exercise[-1])):
            of_exercise.append(bout)
    said: set[str] = set()
    shares: dict[Address, tuple[str, ...]] = {}
    for of_exercise in sets.values():
        cues = [cue for cue in _cues_of(of_exercise[0]) if cue.casefold() not in said]
        said |= {cue.casefold() for cue in cues}
        share = -(-len(cues) // len(of_exercise))
        for number, bout in enumerate(of_exercise):
            shares[bout.address] = tuple(cues[number * share : (number + 1) * share])
    return shares


def _cues_of(bout: Bout) -> Iterable[str]:
    """The form cues of an exercise in full coaching, each once; of all moves of an open section."""
    if bout.exercise.coaching is not Coaching.FULL:
        return ()
    exercises = bout.block.exercises if bout.block.open else (bout.exercise,)
    cues = chain.from_iterable(exercise.cues for exercise in exercises)
    return dict.fromkeys(sentence(cue) for cue in cues)


def _explanation(bout: Bout) -> tuple[Hashable, ...]:
    """All that is told about work before it is done the first time."""
    exercise = bout.exercise
    if bout.block.open:
        return (bout.block,)
    sides, remarks = (exercise.sides, exercise.limb), (exercise.notes, exercise.warnings)
    doses = exercise.doses, exercise.loads
    return exercise.name, *doses, exercise.setup, exercise.cues, *sides, *remarks


def _rests(gap: Gap) -> bool:
    return gap.before is not None and gap.kind is not PhaseKind.SWITCH


def _deserves_praise(gap: Gap) -> bool:
    """After the last set of an exercise in full coaching, unless minimal coaching follows."""
    if gap.before is None or not _may_stretch(gap):
        return False
    full = gap.before.exercise.coaching is Coaching.FULL
    return gap.before.last and full and gap.bout.exercise.coaching is not Coaching.MINIMAL


def _needs_encouragement(gap: Gap) -> bool:
    """Before the last of several sets in full coaching."""
    if gap.new_exercise or not _may_stretch(gap):
        return False
    return gap.bout.last and gap.bout.exercise.coaching is Coaching.FULL


def _may_stretch(gap: Gap) -> bool:
    """Whether this is a rest in which nothing is ever left out for want of time."""
    return _rests(gap) and not gap.exact
