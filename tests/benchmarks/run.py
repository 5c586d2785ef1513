"""The benchmarks: every figure beside the floor it is compared with, measured in the same run.

    python tests/benchmarks/run.py [--shortest] [PART ...]

The parts are start_up, live, answers, new_exports, exports, long_ones, music, texts.

Needs PulseAudio (for a sound device that is always there) and some minutes. `--shortest` shows in
seconds that everything runs, with what the caller's cache has of the voice; its figures mean
nothing. Nothing here is a test: the exit code does not depend on speed.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
import wave
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from subprocess import DEVNULL, PIPE

import numpy as np

sys.path.insert(0, str(Path(__file__).parent.parent))

from exporting import exports, long_ones, new_exports
from measuring import EARCOACH, SHORTEST, TINY, Extent, cpu_s, export, figures, row, status_mb
from nullsink import NullSink
from texts import texts

HERE = Path(__file__).parent
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


def start_up(folder: Path, extent: Extent) -> Iterator[str]:
    """From process start to the first frame handed to the device, to the first sound and word."""
    start = [sys.executable, str(HERE / "first_frame.py"), extent.routine]
    at_once = [*start, "--preroll", "0"]
    with NullSink(folder) as sink:
        if extent.fills_cache:
            times_of(start, sink.env)

        def median_of(command: list[str], *, cold: str = "") -> dict[str, float]:
            colds = ({"XDG_CACHE_HOME": str(folder / f"{cold}{n}")} for n in range(extent.runs))
            return median(
                [
                    times_of(command, sink.env | (next(colds) if cold else {}))
                    for _ in range(extent.runs)
                ]
            )

        floor = median_of([sys.executable, "-c", BARE])["first"]
        warm, cold = median_of(start), median_of(start, cold="cold")
        warm_at_once, cold_at_once = median_of(at_once), median_of(at_once, cold="cold_at_once")
    yield row("start, warm cache: first frame", warm["first"], floor, "<= 2.5x a bare process")
    yield row("start, warm cache, no preroll: first sound", warm_at_once["sound"], floor, "<= 2x")
    sound = warm["sound"]
    yield row("start, warm cache: first sound", sound, floor, "")
    yield row("start, warm cache: first word", warm["word"], floor, "")
    yield row("start, cold cache: first frame", cold["first"], floor, "<= 1.2 s")
    yield row("start, cold cache: first sound, beside warm", cold["sound"], sound, "<= 1.1x")
    yield row("start, cold cache: first word, beside warm", cold["word"], warm["word"], "<= 1.5 s")
    at_once_s = cold_at_once["word"]
    yield row("start, cold cache, no preroll: first word", at_once_s, warm_at_once["word"], "")


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
    if extent.fills_cache:
        export(extent.routine, folder / "session.wav")
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


PARTS = (start_up, live, answers, new_exports, exports, long_ones, music, texts)

if __name__ == "__main__":
    main()
