"""A live session whose voice breaks: the next one takes over, and else the tones go on."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from fractions import Fraction
from pathlib import Path
from typing import Any, cast

import numpy as np
import pytest
from heard import text_of, timeline_in, tone_of
from humming import HummingEngine

import earcoach
from earcoach import NoVoice, Speech
from earcoach.audio.sounds import Sounds
from earcoach.audio.tones import default_tones
from earcoach.audio.voices.cache import ClipCache
from earcoach.audio.voices.engine import Engine
from earcoach.audio.voices.fallback import Fallback
from earcoach.audio.voices.voice import Voice
from earcoach.cli.display.event_lines import PlainLines
from earcoach.cli.display.screen_state import screen_state
from earcoach.devices.player import Player
from earcoach.language.words import words_in
from earcoach.plan.phases import PhaseKind
from earcoach.plan.planning import make_plan
from earcoach.session.commands import Action
from earcoach.session.event_json import event_json
from earcoach.session.events import CueBegan, Ended, Ending, Event, PhaseBegan, Status, VoiceLost
from earcoach.session.live import LiveSession
from earcoach.session.live_sounds import LiveSounds
from earcoach.session.performance import Performance
from earcoach.session.prefetch import layouts_ahead
from earcoach.units import frames_of_ms

ROUTINE = """\
title: Two moves
defaults: {get_ready: 3s}
exercises:
  - Hop: 2 x 4, beat 1s, rest 5s
  - Plank: 1 x 8s hold
"""


BLOCK = frames_of_ms(20)


class TiringEngine(HummingEngine):
    """Hums n phrases, and then no more."""

    def __init__(self, phrases: int) -> None:
        super().__init__()
        self._left = phrases

    def synthesize(self, text: str, speed: float) -> Speech:
        self._left -= 1
        if self._left < 0:
            raise NoVoice("the humming voice is hoarse")
        return super().synthesize(text, speed)


class LowEngine(HummingEngine):
    identity = "low 1"


@dataclass
class Hall:
    """Where a session is played: as much of a player as a session needs."""

    blocks: list[Any] = field(default_factory=list)
    opening: int = 0
    """The frames of the opening that it hands over by itself."""
    on_opening: Callable[[int], None] = lambda opened: None
    """Is told how much of it is handed over."""
    opened: int = 0

    def begins(self, within_s: float) -> bool:
        self.opened = min(self.opened + BLOCK, self.opening)
        self.on_opening(self.opened)
        return self.opened < self.opening

    def take_over(self) -> int:
        return 0

    def play(self, block: Any) -> None:
        self.blocks.append(block)
        threading.Event().wait(0.001)  # twenty times as fast as a real one, and others get a turn

    def drain(self) -> None: ...


@dataclass
class Heard:
    samples: Any
    events: list[Event]
    plan: earcoach.Plan

    def all(self, kind: type[Any]) -> list[Any]:
        return [event for event in self.events if isinstance(event, kind)]


def played(folder: Path, *engines: Engine) -> Heard:
    """A whole session with these engines one after another."""
    plan = make_plan(earcoach.loads(ROUTINE))
    hall, events = Hall(), list[Event]()
    ending = prepared(plan, folder, *engines).run(
        cast(Player, hall), now=lambda: 0.0, on_event=events.append
    )
    assert ending is Ending.FINISHED
    return Heard(np.concatenate(hall.blocks), events, plan)


def prepared(plan: earcoach.Plan, folder: Path, *engines: Engine) -> LiveSession:
    """A session with these engines."""
    fallback = Fallback([(e.identity, lambda e=e: e) for e in engines], lambda line: None)
    sounds = Sounds(Voice(fallback, ClipCache(folder)), default_tones())
    return LiveSession(timeline_in(plan, sounds).scheduler, sounds)


def test_a_command_is_granted_in_the_middle_of_the_opening(tmp_path: Path) -> None:
    """What is played from there on is the tick that answers, on the rest of the chime."""
    session = prepared(make_plan(earcoach.loads(ROUTINE)), tmp_path, HummingEngine())

    def quit_at(opened: int) -> None:
        if opened == 5 * BLOCK:
            session.commands.put(Action.QUIT)

    hall, events = Hall(opening=frames_of_ms(500), on_opening=quit_at), list[Event]()
    ending = session.run(cast(Player, hall), now=lambda: 0.0, on_event=events.append)
    assert ending is Ending.QUIT
    assert hall.opened == 5 * BLOCK
    assert 0 < sum(map(len, hall.blocks)) < hall.opening - hall.opened
    assert [type(event) for event in events] == [PhaseBegan, CueBegan, Ended]


def test_words_that_come_after_the_end_was_asked_for_change_nothing(tmp_path: Path) -> None:
    plan = make_plan(earcoach.loads(ROUTINE))
    voice = Voice(HummingEngine(), ClipCache(tmp_path))
    sounds = LiveSounds(Sounds(voice, default_tones()), lambda reason: None)
    scheduler = replace(timeline_in(plan, Sounds(voice, default_tones())).scheduler, sounds=sounds)
    performance = Performance(scheduler, sounds)
    performance.prepare(0)
    performance.obey(BLOCK, [Action.QUIT])
    for layout in layouts_ahead(performance.take):  # in time
        for cue in layout.cues:
            sounds.prepare(text_of(cue) or "Hop")
    performance.prepare(BLOCK)
    assert performance.is_over(frames_of_ms(500))


def test_at_the_beginning_no_voice_at_all_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(NoVoice, match="no voice can speak"):
        played(tmp_path, TiringEngine(0))


def test_the_next_voice_takes_over_and_nothing_is_lost(tmp_path: Path) -> None:
    low = LowEngine()
    heard = played(tmp_path, TiringEngine(6), low)
    assert heard.all(VoiceLost) == []
    assert len(low.spoken) > 3


@pytest.mark.parametrize("phrases", [3, 6, 9])
def test_without_any_voice_the_tones_go_on_in_time(phrases: int, tmp_path: Path) -> None:
    """The work is as long as ever, every rep and second of it has a sound, and it is told once."""
    heard = played(tmp_path, TiringEngine(phrases))
    (lost,) = heard.all(VoiceLost)
    assert lost.reason == "no voice can speak: the humming voice is hoarse"
    whole = played(tmp_path / "whole", HummingEngine())
    work = [(e.index, e.length) for e in heard.all(PhaseBegan) if e.phase.kind is PhaseKind.WORK]
    assert work == [
        (e.index, e.length) for e in whole.all(PhaseBegan) if e.phase.kind is PhaseKind.WORK
    ]
    counted = [[text_of(c.cue) or tone_of(c.cue) for c in h.all(CueBegan) if c.cue.role == "count"]
               for h in (heard, whole)]  # fmt: skip
    assert len(counted[0]) == len(counted[1]) == 8
    assert isinstance(heard.events[-1], Ended)
    last = heard.samples[-4 * 48_000 :]
    assert np.abs(last).max() > 0.05  # the final tone


def test_what_a_lost_voice_would_say_is_read(tmp_path: Path) -> None:
    heard = played(tmp_path, TiringEngine(4))
    lines = PlainLines("Two moves", words_in(), lambda: 0.0)
    told = [line for event in heard.events if (line := lines.line(event))]
    lost_at = next(n for n, line in enumerate(told) if "no voice can speak" in line)
    assert told[lost_at].endswith("the tones go on")
    assert any('"Well done. Two moves is complete."' in line for line in told[lost_at:])
    cue = next(e for e in heard.all(CueBegan) if text_of(e.cue))
    phase = heard.plan.phases[cue.index]
    status = Status(
        phase=phase,
        cue=cue.cue,
        pace=Fraction(1),
        paused=False,
        left_of_phase_s=3.0,
        left_s=60.0,
        done_share=0.5,
    )
    shown = screen_state(
        heard.plan, words_in(), status, index=cue.index, reps=0, lost="", voiceless=True
    )
    assert shown.alarm == text_of(cue.cue)
    assert event_json(VoiceLost("hoarse")) == {"event": "voice-lost", "reason": "hoarse"}
