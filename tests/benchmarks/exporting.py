"""Exports beside what they are made with: an encoder alone, a voice alone, a script."""

import json
import os
import subprocess
import sys
import time
import wave
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from shutil import which

import av
import lameenc
import numpy as np
import soundfile
from measuring import (
    EARCOACH,
    Extent,
    children_s,
    export,
    keep_to_one_core,
    processor_s,
    row,
    run_s,
)

HERE = Path(__file__).parent
Encode = Callable[[bytes, Path], None]


def new_exports(folder: Path, extent: Extent) -> Iterator[str]:
    """MP3 of phrases that were never said before, beside the voice, the encoder, and a script.

    The script is what somebody may write in ten minutes: espeak-ng for each phrase, put where it
    belongs, and ffmpeg.
    """
    for routine in extent.new_routines:
        wav, mp3 = folder / "new.wav", folder / "new.mp3"
        export(routine, wav)
        cues = folder / "cues.json"
        cues.write_text(json.dumps(cues_of(routine)))
        voice_s = run_s([sys.executable, "-c", VOICE, str(cues)])
        encoder_s = run_s([sys.executable, "-c", LAME, str(HERE), str(wav), str(mp3)])
        new_s = min(new_export_s(routine, mp3, folder / f"new{n}") for n in range(extent.tries))
        known_s = min(export(routine, mp3) for _ in range(extent.tries))
        floor = max(voice_s, encoder_s)
        yield row(f"{routine}, phrases new", new_s, floor, "<= 1.2x the longer of voice, encoder")
        if which("espeak-ng"):
            script_s = run_s([sys.executable, "-c", SCRIPT, str(cues), str(folder)])
            yield row(f"{routine}, phrases new, beside a script", new_s, script_s, "< 1x")
        yield row(f"{routine}, phrases known", known_s, encoder_s, "<= 1.1x the encoder")


def new_export_s(routine: str, target: Path, cache: Path) -> float:
    """Seconds that an export takes that has to say everything first."""
    command = [*EARCOACH, "export", routine, "-o", str(target), "--force"]
    return run_s(command, env={**os.environ, "XDG_CACHE_HOME": str(cache)})


def cues_of(routine: str) -> list[tuple[float, str]]:
    """When in a session each phrase is said, in seconds, and the phrase."""
    show = [*EARCOACH, "show", routine, "--json"]
    sheet = json.loads(subprocess.run(show, check=True, capture_output=True).stdout)
    return [(cue["onset_s"], cue["text"]) for cue in sheet["cues"] if cue["text"]]


VOICE = """
import json, sys
from pathlib import Path
from earcoach.audio.voices.neural import NeuralEngine
from earcoach.audio.voices.normalization.text import ReadingAloud
engine, reading = NeuralEngine(), ReadingAloud()
for text in dict.fromkeys(text for _, text in json.loads(Path(sys.argv[1]).read_text())):
    engine.synthesize(reading.spoken(text), 1.0)
"""
LAME = """
import sys, wave
from pathlib import Path
sys.path[:0] = [sys.argv[1], str(Path(sys.argv[1]).parent)]
from exporting import lame_alone
with wave.open(sys.argv[2]) as file:
    lame_alone(file.readframes(file.getnframes()), Path(sys.argv[3]))
"""
SCRIPT = """
import json, subprocess, sys, wave
from pathlib import Path
folder, session = Path(sys.argv[2]), bytearray()
for at_s, text in json.loads(Path(sys.argv[1]).read_text()):
    subprocess.run(["espeak-ng", "-w", str(folder / "phrase.wav"), text], check=True)
    with wave.open(str(folder / "phrase.wav")) as file:
        said, rate = file.readframes(file.getnframes()), file.getframerate()
    session += bytes(max(0, 2 * round(at_s * rate) - len(session))) + said
with wave.open(str(folder / "script.wav"), "wb") as file:
    file.setnchannels(1), file.setsampwidth(2), file.setframerate(rate)
    file.writeframes(session)
files = ["-i", str(folder / "script.wav"), str(folder / "script.mp3")]
subprocess.run(["ffmpeg", "-y", "-v", "error", *files], check=True)
"""


def exports(folder: Path, extent: Extent) -> Iterator[str]:
    """Files of a session of 68 minutes, against the encoder alone on the same samples."""
    keep_to_one_core()
    wav = folder / "session.wav"
    if extent.fills_cache:
        export(extent.routine, wav)
    wav_s = min(export(extent.routine, wav) for _ in range(extent.tries + 1))
    with wave.open(str(wav)) as file:
        pcm, length_s = file.readframes(file.getnframes()), file.getnframes() / 48_000
    for suffix in extent.suffixes:
        alone, most = ENCODERS[suffix]
        target = folder / f"session{suffix}"
        alone_s = min(processor_s(partial(alone, pcm, target)) for _ in range(extent.tries))
        export_s = min(export_processor_s(extent.routine, target) for _ in range(extent.tries))
        name = f"export to {suffix}, whole command, processor"
        yield row(name, export_s, alone_s, f"<= {most}x the encoder alone")
    yield row("export to WAV, whole command, one core", wav_s, None, "")
    yield row("  that is, times real time", length_s / wav_s, 1500.0, ">= 1500", unit="x")


def export_processor_s(routine: str, target: Path) -> float:
    """Seconds of processor time that an export takes."""
    before = children_s()
    export(routine, target)
    return children_s() - before


def seconds_of(pcm: bytes) -> Iterator[np.ndarray]:
    """16-bit samples, a second at a time, as the export encodes them."""
    samples = np.frombuffer(pcm, dtype="<i2")
    return (samples[start : start + 48_000] for start in range(0, len(samples), 48_000))


def lame_alone(pcm: bytes, target: Path) -> None:
    """LAME, set as the export sets it."""
    encoder = lameenc.Encoder()
    encoder.set_bit_rate(64)
    encoder.set_in_sample_rate(48_000)
    encoder.set_channels(1)
    encoder.set_quality(5)
    encoder.silence()
    with target.open("wb") as file:
        for block in seconds_of(pcm):
            file.write(encoder.encode(block.tobytes()))
        file.write(encoder.flush())


def sndfile_alone(container: str, subtype: str, level: float | None = None) -> Encode:
    """libsndfile, set as the export sets it."""

    def encode(pcm: bytes, target: Path) -> None:
        form = {"format": container, "subtype": subtype, "compression_level": level}
        with soundfile.SoundFile(target, "w", 48_000, 1, **form) as file:
            for block in seconds_of(pcm):
                file.write(block)

    return encode


def aac_alone(pcm: bytes, target: Path) -> None:
    """FFmpeg's AAC through PyAV, set as the export sets it."""
    with av.open(str(target), "w", format="ipod") as container:
        stream = container.add_stream("aac", rate=48_000, layout="mono")
        stream.bit_rate = 64_000
        for number, block in enumerate(seconds_of(pcm)):
            frame = av.AudioFrame.from_ndarray(block.reshape(1, -1), format="s16", layout="mono")
            frame.sample_rate, frame.pts = 48_000, 48_000 * number
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))


ENCODERS: dict[str, tuple[Encode, float]] = {
    ".mp3": (lame_alone, 1.25),
    ".html": (lame_alone, 1.25),
    ".opus": (sndfile_alone("OGG", "OPUS", (256 - 64) / 250), 1.25),
    ".m4a": (aac_alone, 1.25),
    ".flac": (sndfile_alone("FLAC", "PCM_16"), 2),
    ".ogg": (sndfile_alone("OGG", "VORBIS"), 2),
}
"""An encoder alone for each format, and how many times its time an export may take."""


def long_ones(folder: Path, extent: Extent) -> Iterator[str]:
    """Memory of long exports, and a session of 10,000 sets at a glance."""
    short, long_ = folder / "short.yaml", folder / "long.yaml"
    short.write_text(squats(extent.short_sets))
    long_.write_text(squats(extent.long_sets))
    if extent.fills_cache:
        export(str(short), folder / "x.wav")
        export(str(long_), folder / "x.wav")
    for suffix in (".wav", *extent.suffixes):
        short_mb, long_mb = (peak_mb(path, folder / f"x{suffix}") for path in (short, long_))
        (folder / f"x{suffix}").unlink()
        name = f"peak memory, {suffix}, 10 hours, against 10 minutes"
        yield row(name, long_mb, short_mb, "<= 10 MB above the short one", unit="M")
    big = folder / "big.yaml"
    moves = "".join(
        f"  - Move number {n}: {extent.sets_of_each} x 8, rest 20s\n" for n in range(extent.moves)
    )
    big.write_text(f"title: Big\nexercises:\n{moves}")
    show = [*EARCOACH, "show", str(big)]
    if extent.fills_cache:
        subprocess.run(show, check=True, capture_output=True)
    begun = time.perf_counter()
    subprocess.run(show, check=True, capture_output=True)
    yield row("show, 10,000 sets", time.perf_counter() - begun, None, "<= 2 s")


def squats(sets: int) -> str:
    """A routine of about a minute for each set."""
    return f"title: T\nexercises:\n  - Squat: {sets} x 12, rest 30s\n"


def peak_mb(routine: Path, target: Path) -> float:
    """The most memory that an export takes, in MB."""
    measure = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True,"
        " capture_output=True); print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    command = [*EARCOACH, "export", str(routine), "-o", str(target), "--force"]
    done = subprocess.run(
        [sys.executable, "-c", measure, *command], check=True, capture_output=True, text=True
    )
    unit = 1 if sys.platform == "darwin" else 1024
    return int(done.stdout) * unit / 1e6
