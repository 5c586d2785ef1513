"""What is said in a pause, at the beginning and at the end, in the order in which it is heard."""

from collections.abc import Iterator
from dataclasses import dataclass

from earcoach.language.templates import sentence
from earcoach.language.words import Words
from earcoach.plan.doses import CalorieWork, DistanceWork
from earcoach.plan.phases import Bout, Gap, PhaseKind, Plan
from earcoach.plan.resolving import ResolvedExercise, ResolvedSection
from earcoach.routine.model import Coaching, Timing
from earcoach.timeline.cues import Role
from earcoach.timeline.wording.doses import (
    dose,
    duration,
    listed,
    minutes,
    move,
    roughly,
    set_dose,
    spoken_name,
)
from earcoach.timeline.wording.told import Told

BRIEF = frozenset((Role.ANNOUNCE, Role.SIDE, Role.SECTION, Role.WARNING))
"""What minimal coaching still says."""

TIED = {2: "superset", 3: "tri_set"}
"""What exercises that take turns are called, by how many they are; more are a giant set."""


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to say, in wordings that get shorter."""

    role: Role
    """What it is for, from which follows how soon it is dropped."""
    texts: tuple[str, ...]
    """The same in wordings that get shorter; the first that fits is said."""


def intro_line(plan: Plan, words: Words, about_s: float) -> Line:
    """What a session of about this many seconds is begun with."""
    routine = plan.routine
    title = sentence(routine.title)
    if routine.coaching is Coaching.MINIMAL:
        return Line(Role.ANNOUNCE, (title,))
    if routine.summary:
        title = f"{title} {sentence(routine.summary)}"
    about = f"{title} {words.count('about_minutes', minutes(about_s))}"
    if not routine.equipment:
        return Line(Role.ANNOUNCE, (about, title))
    needed = words.say("you_need", items=listed(routine.equipment, words))
    return Line(Role.ANNOUNCE, (f"{about} {needed}", about, title))


def finish_line(plan: Plan, words: Words) -> Line:
    """What a session is ended with."""
    minimal = plan.routine.coaching is Coaching.MINIMAL
    name = "finish_short" if minimal else "finish"
    return Line(Role.ANNOUNCE, (words.say(name, title=plan.routine.title),))


def gap_lines(gap: Gap, told: Told, words: Words) -> list[Line]:
    """The lines of a pause, as many as the coaching of the work to come has."""
    coaching = gap.bout.exercise.coaching
    wording = _GapWording(gap=gap, told=told, coaching=coaching, words=words)
    lines = [wording.switch()] if gap.kind is PhaseKind.SWITCH else wording.lines()
    return [line for line in lines if coaching is not Coaching.MINIMAL or line.role in BRIEF]


@dataclass(frozen=True, slots=True, kw_only=True)
class _GapWording:
    """A pause before work: what was explained once is said in fewer words from then on."""

    gap: Gap
    """The pause, and what changes in it."""
    told: Told
    """What is left out or added because of all that was said before."""
    coaching: Coaching
    """How much is said of the work to come."""
    words: Words
    """The texts that it is said with."""

    @property
    def bout(self) -> Bout:
        """The work to come."""
        return self.gap.bout

    def lines(self) -> list[Line]:
        """All that is said, in order."""
        gap, new = self.gap, self.gap.new_exercise
        equipment = list(self._equipment()) if new and self.bout.round == 1 else []
        return [
            *self._looking_back(),
            *(self._section(equipment) if gap.new_section else []),
            *(self._block() if gap.new_block else []),
            *(self._exercise() if new else self._repeat()),
            *self._set_dose(),
            *self._side(),
            *([] if gap.new_section else equipment),
            *self._preparation(),
        ]

    def switch(self) -> Line:
        """The change to the other side."""
        side = self._named_side()
        switch = self.words.say("switch", side=side)
        return self._shorter(Role.SIDE, switch, *self._side_alone(side))

    def _looking_back(self) -> Iterator[Line]:
        """What looks back: praise, and how far it is; and what the last set asks for."""
        told = self.told
        if self.gap.kind is PhaseKind.REST:
            yield self._line(Role.REST, "rest")
        if told.praise:
            yield Line(Role.PRAISE, (told.praise,))
        if told.halfway:
            yield self._line(Role.HALFWAY, "halfway_session")
        if told.encouragement:
            yield Line(Role.PRAISE, (told.encouragement,))

    def _section(self, equipment: list[Line]) -> list[Line]:
        """A new section: its name, what it needs, and how to set that up."""
        section, rounds = self.bout.section, self.bout.section.rounds
        setup = [*_remarks(section)]
        setup += [Line(Role.SETUP, (sentence(section.setup),))] if section.setup else []
        if section.open:
            return [*equipment, *setup]
        texts = [self.words.say("section", section=section.name)]
        if rounds > 1:
            texts.insert(0, self.words.count("section_rounds", rounds, section=section.name))
        return [Line(Role.SECTION, tuple(texts)), *equipment, *setup]

    def _exercise(self) -> Iterator[Line]:
        """Another exercise, and the number of the round that it opens."""
        gap, bout = self.gap, self.bout
        if not gap.new_section and not gap.new_block and gap.new_round and bout.rounds > 1:
            yield self._line(Role.SET, "round", number=bout.round, total=bout.rounds)
        if self._another_turn:
            yield self._line(Role.SET, "set", number=bout.set, total=bout.sets)
        name = spoken_name(bout.exercise)
        if self.coaching is Coaching.MINIMAL:
            yield self._line(Role.ANNOUNCE, "name", name=name)
        elif bout.block.open:
            short = self.words.say("name", name=name)
            yield Line(Role.ANNOUNCE, (_open_section(bout, self.words), short))
        else:
            yield Line(Role.ANNOUNCE, tuple(self._announcements(name)))

    def _block(self) -> Iterator[Line]:
        """A block within the section: what it is, and what is in it."""
        block, setup = self.bout.block, self.bout.block.setup
        names = listed([spoken_name(exercise) for exercise in block.exercises], self.words)
        if block.timing is Timing.SUPERSET:
            kind = TIED.get(len(block.exercises), "giant_set")
            tied = self.words.say(kind, names=names)
            full = f"{sentence(block.name)} {tied}" if block.name else tied
        elif block.name and block.rounds > 1:
            full = self.words.count("section_rounds", block.rounds, section=block.name)
        elif block.rounds > 1 and not block.open:
            full = self.words.count("block_rounds", block.rounds, names=names)
        else:
            full = sentence(block.name) if block.name and not block.open else ""
        yield from self._round_around()
        if full:
            yield Line(Role.SECTION, (full,))
        yield from _remarks(block)
        if setup:
            yield Line(Role.SETUP, (sentence(setup),))

    def _round_around(self) -> Iterator[Line]:
        """The round of what is around a block, when the block begins again."""
        around, number = self.bout.blocks[-2], self.bout.address.rounds[-2]
        if number > 1 and not self.gap.new_section:
            yield self._line(Role.SET, "round", number=number, total=around.rounds)

    @property
    def _another_turn(self) -> bool:
        """Whether the next set of all exercises of a superset begins."""
        before, bout = self.gap.before, self.bout
        if before is None or bout.block.timing is not Timing.SUPERSET:
            return False
        return before.same_block(bout) and before.set != bout.set

    def _set_dose(self) -> Iterator[Line]:
        """What is to be done in a set that is not as the one before."""
        doses, loads, number = self.bout.exercise.doses, self.bout.exercise.loads, self.bout.set - 1
        loads = loads or ("",) * len(doses)
        if number and (doses[number], loads[number]) != (doses[number - 1], loads[number - 1]):
            yield self._line(Role.DOSE, "set_dose", dose=set_dose(self.bout, self.words))

    def _announcements(self, name: str) -> Iterator[str]:
        resting, amount = self.gap.kind is PhaseKind.REST, dose(self.bout, self.words)
        if not self.told.familiar:
            if resting:
                yield self.words.say("next_exercise", name=name, dose=amount)
            yield self.words.say("exercise", name=name, dose=amount)
        elif resting:
            yield self.words.say("next_name", name=name)
        yield self.words.say("name", name=name)

    def _repeat(self) -> list[Line]:
        """The same exercise again: which set, or which round, it is now."""
        what, number, total = "set", self.bout.set, self.bout.sets
        if self.gap.new_round:
            what, number, total = "round", self.bout.round, self.bout.rounds
        full, usual = (
            self.words.say(name, number=number, total=total) for name in (f"next_{what}", what)
        )
        return [Line(Role.SET, (full, usual, self.words.say(f"{what}_short", number=number)))]

    def _side(self) -> list[Line]:
        if self.bout.side is None:
            return []
        side = self._named_side()
        first = self.words.say("side_first", side=side)
        return [self._shorter(Role.SIDE, first, *self._side_alone(side))]

    def _named_side(self) -> str:
        return self.words.say(f"{self.bout.side}_{self.bout.exercise.limb}")

    def _side_alone(self, side: str) -> tuple[str, str]:
        return self.words.say("side", side=side), self.words.say(str(self.bout.side))

    def _equipment(self) -> Iterator[Line]:
        """What has to be fetched now; at the very start the introduction has just named it."""
        before = self.gap.before
        if before is None:
            return
        fetch = [i for i in self.bout.exercise.equipment if i not in before.exercise.equipment]
        if fetch:
            yield self._line(Role.EQUIPMENT, "you_need", items=listed(fetch, self.words))

    def _preparation(self) -> Iterator[Line]:
        exercise, number = self.bout.exercise, self.bout.number
        if not self.told.familiar:
            yield from self._beware(exercise)
        if 0 < number <= len(exercise.later_setups):
            yield Line(Role.SETUP, (sentence(exercise.later_setups[number - 1]),))
        if self.bout.block.open:
            yield from self._moves()
            return
        if exercise.setup and not self.told.familiar:
            yield Line(Role.SETUP, (sentence(exercise.setup),))
        yield from (Line(Role.CUE, (cue,)) for cue in self.told.cues)

    def _moves(self) -> Iterator[Line]:
        """How to set up for each move of an open section."""
        cues = [*self.told.cues]
        for exercise in () if self.told.familiar else self.bout.block.exercises:
            yield from self._beware(exercise)
            if exercise.setup:
                name, setup = spoken_name(exercise), sentence(exercise.setup)
                yield self._line(Role.SETUP, "move_setup", name=name, setup=setup)
            for cue in filter(cues.__contains__, map(sentence, exercise.cues)):
                cues.remove(cue)  # a cue of two moves is said with the first
                yield Line(Role.CUE, (cue,))

    def _beware(self, exercise: ResolvedExercise) -> Iterator[Line]:
        """What to beware of, how long it may take, and what is told and not done."""
        yield from _remarks(exercise)
        match exercise.doses[0]:
            case DistanceWork(estimate_ms=length_ms) | CalorieWork(estimate_ms=length_ms):
                time = duration(roughly(length_ms), self.words)
                yield self._line(Role.ESTIMATE, "estimate", time=time)

    def _line(self, role: Role, text: str, /, **fields: object) -> Line:
        return Line(role, (self.words.say(text, **fields),))

    def _shorter(self, role: Role, *texts: str) -> Line:
        """Wordings of a side: the fullest is for what is not familiar."""
        said = tuple(text[:1].upper() + text[1:] for text in texts)
        return Line(role, said[1:] if self.told.familiar else said)


def _remarks(about: ResolvedExercise | ResolvedSection) -> Iterator[Line]:
    """What to beware of, and what is told and not done."""
    yield from (Line(Role.WARNING, (sentence(text),)) for text in about.warnings)
    yield from (Line(Role.NOTE, (sentence(text),)) for text in about.notes)


def _open_section(bout: Bout, words: Words) -> str:
    section = bout.block
    fields = {
        "section": section.name,
        "time": duration(bout.nominal_ms, words),
        "moves": listed([move(exercise, words) for exercise in section.exercises], words),
    }
    if section.timing is Timing.AMRAP:
        return words.say("amrap", **fields)
    if section.rounds > 1:
        return words.count("rounds_for_time", section.rounds, **fields)
    return words.say("for_time", **fields)
