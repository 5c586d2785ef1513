"""The benchmarks: every figure beside the floor it is compared with, measured in the same run.

    python tests/benchmarks/run.py [--shortest] [start_up live answers exports long_ones music]

Needs PulseAudio (for a sound device that is always there) and some minutes. `--shortest` shows in
seconds that everything runs, with what the caller's cache has of the voice; its figures mean
nothing. Nothing here is a test: the exit code does not depend on speed.
"""

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
import wave
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from subprocess import DEVNULL, PIPE

import av
import lameenc
import numpy as np
import soundfile

sys.path.insert(0, str(Path(__file__).parent.parent))

from nullsink import NullSink

HERE = Path(__file__).parent
EARCOACH = [sys.executable, "-m", "earcoach"]
Encode = Callable[[bytes, Path], None]


@dataclass(frozen=True, kw_only=True)
class Extent:
    """How much is measured; the defaults are what the targets are for."""

    routine: str = "runners-glutes-and-legs"
    """What is started and exported, of 68 minutes."""
    runs: int = 9
    """How often a start is measured."""
    tries: int = 2
    """How often an export is measured."""
    suffixes: tuple[str, ...] = (".mp3", ".html", ".opus", ".m4a", ".flac", ".ogg")
    """The formats that are measured, beside WAV."""
    settling_s: float = 5.0
    """How long a live session plays before it is watched, in seconds; a start costs more."""
    live_s: float = 60.0
    """How long a live session is watched, in seconds."""
    busy_reps: int = 25
    """Reps of 2 s of the session that is played beside busy loops."""
    busy_loops: int = 2
    """How many of them there are."""
    answers: int = 20
    """How many keys are pressed."""
    short_sets: int = 9
    """Sets of about a minute of the short one of two long exports."""
    long_sets: int = 545
    """Sets of about a minute of the long one."""
    moves: int = 50
    """Exercises of a session that is shown."""
    sets_of_each: int = 200
    """Sets of each of them."""
    music_s: int = 600
    """The length of a piece of music, in seconds; the long one is 18 times that."""


SHORTEST = Extent(
    routine="tiny.yaml",
    runs=1,
    tries=1,
    suffixes=(".mp3",),
    settling_s=0.5,
    live_s=0.5,
    busy_reps=1,
    busy_loops=0,
    answers=1,
    short_sets=1,
    long_sets=2,
    moves=1,
    sets_of_each=2,
    music_s=2,
)
TINY = "title: Go\nexercises:\n  - Hop: 1 x 2, beat 500ms\n"

BARE = """
import sys, time, sounddevice
stream = sounddevice.RawOutputStream(samplerate=48000, channels=1, dtype="int16", latency=0.1)
stream.start()
print("first", time.time(), file=sys.stderr)
stream.write(bytes(9600))
stream.abort()
"""


def main() -> None:
    """Measure everything, or the parts that are named, and print it as it comes."""
    names = [word for word in sys.argv[1:] if word != "--shortest"]
    parts = [part for part in PARTS if part.__name__ in (names or part.__name__)]
    extent = SHORTEST if "--shortest" in sys.argv else Extent()
    print(f"{'figure':<58}{'value':>10}{'floor':>10}{'ratio':>8}  target")
    with tempfile.TemporaryDirectory() as folder:
        if extent is not SHORTEST:
            os.environ["XDG_CACHE_HOME"] = str(Path(folder, "warm"))
        os.environ["XDG_STATE_HOME"] = str(Path(folder, "state"))
        os.chdir(folder)
        Path("tiny.yaml").write_text(TINY)
        for line in chain.from_iterable(part(Path(folder), extent) for part in parts):
            print(line, flush=True)


def row(name: str, value: float, floor: float | None, target: str, *, unit: str = "s") -> str:
    """One figure: value, floor and their ratio."""
    beside = f"{floor:>8.3f} {unit}{value / floor:>7.2f}x" if floor else " " * 18
    return f"{name:<58}{value:>8.3f} {unit}{beside}  {target}"


def start_up(folder: Path, extent: Extent) -> Iterator[str]:
    """From process start to the first frame handed to the device, and to the first sound."""
    start = [sys.executable, str(HERE / "first_frame.py"), extent.routine]
    with NullSink(folder) as sink:
        times_of(start, sink.env)  # fills the cache
        bare = median(
            [times_of([sys.executable, "-c", BARE], sink.env) for _ in range(extent.runs)]
        )
        warm = median([times_of(start, sink.env) for _ in range(extent.runs)])
        cold = median(
            [
                times_of(start, {**sink.env, "XDG_CACHE_HOME": str(folder / f"cold{n}")})
                for n in range((extent.runs + 1) // 2)
            ]
        )
    floor = bare["first"]
    yield row("start, warm cache: first frame", warm["first"], floor, "<= 2.5x a bare process")
    yield row("start, warm cache: first sound", warm["sound"], floor, "")
    yield row("start, cold cache: first frame", cold["first"], floor, "<= 1.2 s")
    yield row("start, cold cache: first sound", cold["sound"], floor, "")


def times_of(command: list[str], env: dict[str, str]) -> dict[str, float]:
    """Seconds from the start of a process to the moments that it reports on stderr."""
    begun = time.time()
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    lines = (line.split() for line in done.stderr.splitlines())
    return {words[0]: float(words[1]) - begun for words in lines if len(words) == 2}


def median(runs: list[dict[str, float]]) -> dict[str, float]:
    """The median of each moment."""
    return {name: statistics.median(run[name] for run in runs) for name in runs[0]}


def live(folder: Path, extent: Extent) -> Iterator[str]:
    """What a live session costs, and whether two busy cores make it drop out."""
    export(extent.routine, folder / "session.wav")  # fills the cache
    with NullSink(folder) as sink:
        process = subprocess.Popen(
            [*EARCOACH, "start", extent.routine, "--plain"],
            env=sink.env,
            stdin=PIPE,
            stdout=DEVNULL,
        )
        time.sleep(extent.settling_s)
        before, begun = cpu_s(process.pid), time.perf_counter()
        time.sleep(extent.live_s)
        share = (cpu_s(process.pid) - before) / (time.perf_counter() - begun)
        most_mb = status_mb(process.pid, "VmHWM")
        process.terminate()
        process.wait()
        yield row("live, warm cache: CPU of one core", 100 * share, None, "<= 2 %", unit="%")
        yield row("live, warm cache: peak memory", most_mb, None, "<= 120 MB", unit="M")
        missing = missing_frames(folder, sink, extent)
        yield row("live, two busy loops, a minute: missing frames", missing, None, "0", unit="f")


def answers(folder: Path, extent: Extent) -> Iterator[str]:
    """From a key to the sound that answers it, as recorded; the floor has nothing but the device.

    Both include the device's latency and the recorder's.
    """
    routine = folder / "hold.yaml"
    routine.write_text("title: Hold\nexercises:\n  - Plank: 1 x 3 min hold\n")
    session = [*EARCOACH, "start", str(routine), "--json", "--no-keep-alive"]
    with NullSink(folder) as sink:
        nothing_else = [sys.executable, str(HERE / "bare_answer.py")]
        bare = answer_times(sink, nothing_else, until="ready", number=extent.answers)
        ours = answer_times(sink, session, until='"role": "go"', number=extent.answers)
    floor, most = statistics.median(bare), max(ours)
    yield row("from a key to its sound: median", statistics.median(ours), floor, "<= floor + 0.15")
    yield row("from a key to its sound: longest", most, max(bare), "")


def answer_times(sink: NullSink, command: list[str], *, until: str, number: int) -> list[float]:
    """Seconds from a line on a program's stdin to the next sound, so often in silence."""
    times = []
    with (
        sink.recording() as recording,
        subprocess.Popen(
            command, env=sink.env, stdin=PIPE, stdout=PIPE, stderr=DEVNULL, text=True
        ) as process,
    ):
        assert process.stdin is not None and process.stdout is not None
        next(line for line in process.stdout if until in line)
        for _ in range(number):
            recording.wait_for_silence()
            asked_at = recording.frames
            process.stdin.write("where\n")
            process.stdin.flush()
            times.append((recording.wait_for_sound(start=asked_at) - asked_at) / 48_000)
        process.kill()
    return times


def cpu_s(pid: int) -> float:
    """Seconds of processor time that a process has taken."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def status_mb(pid: int, key: str) -> float:
    """A figure of a process's memory, in MB."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(key)) * 1024 / 1e6


def missing_frames(folder: Path, sink: NullSink, extent: Extent) -> int:
    """Frames of a session that a recording lacks, while two loops keep both cores busy."""
    routine, wav = folder / "busy.yaml", folder / "busy.wav"
    routine.write_text(f"title: Busy\nexercises:\n  - Squat: 1 x {extent.busy_reps}, beat 2s\n")
    export(str(routine), wav)
    with wave.open(str(wav)) as file:
        wanted = np.frombuffer(file.readframes(file.getnframes()), dtype="<i2")
    loops = [
        subprocess.Popen([sys.executable, "-c", "while True: pass"])
        for _ in range(extent.busy_loops)
    ]
    try:
        command = [*EARCOACH, "start", str(routine), "--no-keep-alive"]
        heard = sink.record(command, timeout_s=180).samples
    finally:
        for loop in loops:
            loop.kill()
    sounding = np.flatnonzero(heard)
    length = int(sounding[-1] - sounding[0]) if len(sounding) else 0
    expected = np.flatnonzero(wanted)
    late = length - int(expected[-1] - expected[0])
    # a drop-out makes the recording longer; equal length and equal samples mean there was none
    same = np.array_equal(np.trim_zeros(heard), np.trim_zeros(wanted))
    return 0 if same else max(1, abs(late))


def exports(folder: Path, extent: Extent) -> Iterator[str]:
    """Files of a session of 68 minutes, against the encoder alone on the same samples."""
    keep_to_one_core()
    wav = folder / "session.wav"
    export(extent.routine, wav)  # fills the cache
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


def processor_s(work: Callable[[], None]) -> float:
    """Seconds of processor time that something takes; other programs do not count."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


def export_processor_s(routine: str, target: Path) -> float:
    """Seconds of processor time that an export takes."""
    before = children_s()
    export(routine, target)
    return children_s() - before


def children_s() -> float:
    """Seconds of processor time that all ended children have taken."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def export(routine: str, target: Path) -> float:
    """Seconds that an export takes."""
    command = [*EARCOACH, "export", routine, "-o", str(target), "--force"]
    begun = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - begun


def keep_to_one_core() -> None:
    """Measure from here on with one core, where the system can."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {0})


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
    subprocess.run(show, check=True, capture_output=True)  # fills the cache
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


READ_MUSIC = """
import sys, time
from pathlib import Path
from earcoach.audio.music.playlist import Music
from earcoach.audio.music.selection import select_music
begun = time.perf_counter()
music = Music(select_music(Path(sys.argv[1])))
music.samples(0, 48_000)
print(time.perf_counter() - begun)
for second in range(int(sys.argv[2])):
    music.samples(second * 48_000, 48_000)
print(time.perf_counter() - begun)
lines = Path("/proc/self/status").read_text().splitlines()
print(next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) * 1024 / 1e6)
"""
DECODE = """
import sys, time, miniaudio
begun = time.perf_counter()
for block in miniaudio.mp3_stream_file(sys.argv[1], 44_100):
    pass
print(time.perf_counter() - begun)
"""


def music(folder: Path, extent: Extent) -> Iterator[str]:
    """Music that is read as a stream: three hours of MP3, against ten minutes and the decoder."""
    short, long_ = folder / "short.mp3", folder / "long.mp3"
    noise = ["-f", "lavfi", "-i", f"anoisesrc=r=44100:c=pink:a=0.3:d={extent.music_s}", "-ac", "2"]
    encode = ["ffmpeg", "-v", "error", *noise, "-b:a", "128k", "-write_xing", "0", str(short)]
    subprocess.run(encode, check=True)
    with long_.open("wb") as file:
        for _ in range(18):
            file.write(short.read_bytes())
    _, _, short_mb = figures(READ_MUSIC, short, extent.music_s)
    first_s, all_s, long_mb = figures(READ_MUSIC, long_, 18 * extent.music_s)
    (decoder_s,) = figures(DECODE, long_)
    target = "<= 10 MB above the short one"
    yield row("music, three hours of MP3: peak memory", long_mb, short_mb, target, unit="M")
    yield row("music, three hours of MP3: read and levelled", all_s, decoder_s, "the decoder alone")
    yield row("music, three hours of MP3: until the first second", first_s, None, "")


def figures(script: str, *arguments: object) -> list[float]:
    """The figures that a script prints."""
    command = [sys.executable, "-c", script, *map(str, arguments)]
    done = subprocess.run(command, check=True, stdout=PIPE, text=True)
    return [float(word) for word in done.stdout.split()]


PARTS = (start_up, live, answers, exports, long_ones, music)

if __name__ == "__main__":
    main()
