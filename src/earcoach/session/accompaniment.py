"""The music of a performance: it goes on in its own time, whatever the athlete does to the rest.

Its gain never jumps. Where the plan changes under it, it is led to its new gain steadily; where
nothing changes, it has the gain that it has in an export.
"""

from collections.abc import Callable

from earcoach.audio.clip import Samples
from earcoach.audio.music import ducking
from earcoach.audio.music.backing import backed, gains_of, in_the_middle
from earcoach.audio.music.ducking import Counts
from earcoach.timeline.heard import Heard
from earcoach.units import frames_of_ms

MusicFrom = Callable[[int, int], Samples | None]
"""Gives the music from a frame on, n frames, or None when it is not at hand."""

FADE_AWAY = ducking.WHOLE // frames_of_ms(250)
"""How fast music goes at a pause."""


class Accompaniment:
    """Music under a voice, block after block."""

    def __init__(self, music: MusicFrom, is_playing: Callable[[], bool]) -> None:
        """Begin with the first frame of the music, from silence; in a pause it goes."""
        self._music, self._is_playing = music, is_playing
        self._position = 0
        self._fade = 0
        self._duck: int | None = None

    def under(self, voice: Samples, heard: Heard, start: int) -> Samples:
        """The next block of a voice, shape (frames,), with music: shape (frames, 2)."""
        frames = len(voice)
        duck, fade = self._led_duck(heard, start, frames), self._led_fade(heard, start, frames)
        music = self._music(self._position, frames) if fade.any() else None
        if music is None:  # there is a pause; or it comes late, and will come back gently
            self._fade = 0
            return in_the_middle(voice)
        self._position += frames
        return backed(voice, music, gains_of(duck, fade))

    def _led_duck(self, heard: Heard, start: int, frames: int) -> Counts:
        wanted = ducking.duck_of(heard, start, frames)
        if self._duck is not None:
            wanted = ducking.slewed(wanted, self._duck, down=ducking.FALL, up=1)
        self._duck = int(wanted[-1]) if frames else self._duck
        return wanted

    def _led_fade(self, heard: Heard, start: int, frames: int) -> Counts:
        wanted = ducking.fade_of(heard, start, frames) * self._is_playing()
        led = ducking.slewed(wanted, self._fade, down=FADE_AWAY, up=ducking.FADE_IN)
        self._fade = int(led[-1]) if frames else self._fade
        return led
