"""Time and level in the units the whole program counts in.

Sound is counted in frames at 48 kHz, so that a millisecond is exactly 48 frames and whole
milliseconds (what a routine prescribes) convert without rounding.
"""

SAMPLE_RATE_HZ = 48_000
FRAMES_PER_MS = SAMPLE_RATE_HZ // 1000

SPEECH_LUFS = -16.0
"""How loud speech is by default: what podcasts and phones expect."""
MUSIC_DB = -8.0
"""How loud music is against speech by default."""
STEREO = 2
"""How many channels a session with music has."""


def frames_of_ms(ms: int) -> int:
    """Frames in a whole number of milliseconds; exact."""
    return ms * FRAMES_PER_MS


def seconds_of_frames(frames: int) -> float:
    """Seconds in a number of frames, for people and for JSON only."""
    return frames / SAMPLE_RATE_HZ


def gain_of_db(gain_db: float) -> float:
    """Linear gain for a gain in decibels."""
    return float(10.0 ** (gain_db / 20.0))


def format_clock(seconds: float) -> str:
    """Seconds as `m:ss`, or `h:mm:ss` from an hour on."""
    minutes, second = divmod(round(seconds), 60)
    hours, minute = divmod(minutes, 60)
    return f"{hours}:{minute:02}:{second:02}" if hours else f"{minute}:{second:02}"
