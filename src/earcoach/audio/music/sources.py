"""Reading music files as streams, each by the library that reads it best."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain
from os import SEEK_CUR
from pathlib import Path
from typing import Any

import numpy as np

from earcoach.audio.clip import Samples, clip_of_pcm
from earcoach.audio.music.stereo import in_pieces
from earcoach.errors import EarcoachError
from earcoach.extras import how_to_install
from earcoach.units import SAMPLE_RATE_HZ

LEAST_HZ, MOST_HZ = 4_000, 768_000


class Unreadable(EarcoachError):
    """A music file that cannot be read, from its start or from somewhere on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MusicFile:
    """A music file being read."""

    rate_hz: int
    """Frames per second."""
    frames: int
    """How many it says it has; 0 when it does not say."""
    blocks: Iterator[Samples]
    """Seconds of it or more, shape (frames, channels). The next one may raise Unreadable."""
    skip: Callable[[int], object]
    """Leaves out about n frames before the next block."""


def open_source(path: Path) -> MusicFile:
    """Begin to read a music file. Raises Unreadable."""
    try:
        path.open("rb").close()  # here the reason is told when it cannot be; not by every library
        str(path).encode()
    except OSError as error:
        raise Unreadable(f"{error.strerror}") from None
    except UnicodeEncodeError:
        raise Unreadable("its name is not text") from None
    source = _OPENERS.get(path.suffix.lower(), _open_sndfile)(path)
    if not LEAST_HZ <= source.rate_hz <= MOST_HZ:
        raise Unreadable(f"it has {source.rate_hz} samples a second")
    return source


def _open_mp3(path: Path) -> MusicFile:
    """An MP3 file by miniaudio: unlike libsndfile it prints nothing, and gets past damage."""
    try:
        import miniaudio
    except ImportError:  # it has no wheel for every machine
        return _open_sndfile(path)
    try:
        info = miniaudio.mp3_get_file_info(str(path))
        stream = miniaudio.mp3_stream_file(str(path), info.sample_rate)
    except miniaudio.MiniaudioError:
        raise Unreadable("it is not an MP3 file that can be played") from None
    blocks = (_floats(pcm, info.nchannels) for pcm in stream)
    return MusicFile(
        rate_hz=info.sample_rate, frames=info.num_frames, blocks=blocks, skip=_decoding_past(blocks)
    )


def _floats(pcm: Any, channels: int) -> Samples:
    return clip_of_pcm(np.frombuffer(pcm, dtype=np.int16)).samples.reshape(-1, channels)


def _decoding_past(blocks: Iterator[Samples]) -> Callable[[int], None]:
    """Skips by decoding and throwing away."""

    def skip(frames: int) -> None:
        while frames > 0 and len(block := next(blocks, ())):
            frames -= len(block)

    return skip


def _open_sndfile(path: Path) -> MusicFile:
    """A file by libsndfile: WAV, FLAC, Vorbis, Opus."""
    import soundfile

    try:
        file = soundfile.SoundFile(path)
    except (soundfile.SoundFileError, OSError):
        raise Unreadable("it is damaged, or not music") from None

    def blocks() -> Iterator[Samples]:
        try:
            while len(block := file.read(file.samplerate, dtype="float32", always_2d=True)):
                yield block
        except soundfile.SoundFileError:
            raise Unreadable("it is damaged") from None

    def skip(frames: int) -> None:
        try:
            file.seek(min(frames, file.frames - file.tell()), SEEK_CUR)
        except soundfile.SoundFileError:
            raise Unreadable("it is damaged") from None

    return MusicFile(rate_hz=file.samplerate, frames=file.frames, blocks=blocks(), skip=skip)


def _open_av(path: Path) -> MusicFile:
    """A file by PyAV, which reads nearly everything; it resamples by itself."""
    try:
        import av
    except ImportError:
        cure = how_to_install("m4a")
        raise Unreadable(f"it needs PyAV: {cure}", cure=cure) from None
    try:
        container = av.open(str(path))
        stream = container.streams.audio[0]
    except (av.FFmpegError, OSError, IndexError):
        raise Unreadable("it is damaged, or not music") from None

    blocks = in_pieces(_av_blocks(av, container, stream), SAMPLE_RATE_HZ)
    return MusicFile(
        rate_hz=SAMPLE_RATE_HZ,
        frames=_frames_in(container.duration),
        blocks=blocks,
        skip=_decoding_past(blocks),
    )


def _frames_in(microseconds: int | None) -> int:
    return (microseconds or 0) * SAMPLE_RATE_HZ // 1_000_000


def _av_blocks(av: Any, container: Any, stream: Any) -> Iterator[Samples]:
    resampler = av.AudioResampler(format="flt", layout="stereo", rate=SAMPLE_RATE_HZ)
    try:
        for frame in chain(container.decode(stream), [None]):  # None: what it still holds
            for resampled in resampler.resample(frame):
                yield resampled.to_ndarray().reshape(-1, 2)
    except (av.FFmpegError, OSError):
        raise Unreadable("it is damaged") from None


_OPENERS: dict[str, Callable[[Path], MusicFile]] = {
    ".mp3": _open_mp3,
    ".m4a": _open_av,
    ".m4b": _open_av,
}
