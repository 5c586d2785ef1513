"""One's own defaults: the command line wins, then the routine, then `config.yaml`."""

from pathlib import Path

import pytest
from program import run

from earcoach import Coach, Coaching, Counting, InvalidRoutine, Level, Settings, UsageError
from earcoach.defaults import read_defaults
from earcoach.paths import user_folder

ROUTINE = """\
title: Legs
defaults: {counting: silent}
sections:
  - name: Strength
    coaching: minimal
    exercises:
      - Squat: 2 x 10-20
      - Clamshell: 2 x 12 each leg
        equipment: loop band
        without:
          loop band: {Side leg raise: 2 x 12 each leg}
  - name: Core
    exercises:
      - Plank: 1 x 30s hold
        equipment: mat
"""


@pytest.fixture
def legs(tmp_path: Path, shared_cache: Path) -> Path:
    path = tmp_path / "legs.yaml"
    path.write_text(ROUTINE, encoding="utf-8")
    return path


def config(text: str) -> Path:
    path = user_folder("config.yaml")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def doses(coach: Coach) -> dict[str, tuple[Coaching, Counting]]:
    works = [exercise for section in coach.routine.sections for exercise in section.exercises]
    return {work.name: (work.coaching, work.counting) for work in works}


def test_the_file_counts_where_neither_the_call_nor_the_routine_says_otherwise(legs: Path) -> None:
    config("pace: 1.2\nlevel: low\ncoaching: full\ncounting: down\nmusic level: -12\n")
    coach = Coach(legs, level="high")
    settings = coach.settings
    assert (float(settings.pace), settings.level, settings.music_level) == (1.2, Level.HIGH, -12)
    assert doses(coach) == {
        "Squat": (Coaching.MINIMAL, Counting.SILENT),
        "Clamshell": (Coaching.MINIMAL, Counting.SILENT),
        "Plank": (Coaching.FULL, Counting.SILENT),
    }


def test_a_routine_speaks_its_own_language_and_others_that_of_the_file(
    legs: Path, tmp_path: Path
) -> None:
    config("language: de\n")
    english = tmp_path / "english.yaml"
    english.write_text(f"language: en\n{ROUTINE}", encoding="utf-8")
    assert Coach(legs).words.language.code == "de"
    assert Coach(english).words.language.code == "en"
    assert Coach(legs, language="en").words.language.code == "en"


@pytest.mark.parametrize(
    ("text", "without", "left_out"),
    [
        ("without: [rower, Loop Band]\n", ("loop band",), ()),
        ("have: [loop band]\n", ("mat",), ("Plank",)),
        ("have: [mat, loop band, rower]\n", (), ()),
        ("without: rower\n", (), ()),
        ("without: [Mini Bands]\n", ("loop band",), ()),
        ("have: [yoga mat, 2 mini bands]\n", (), ()),
        ("have: [Gymnastikmatte, Minibänder]\n", (), ()),
    ],
)
def test_equipment_is_looked_up_in_what_the_routine_needs(
    legs: Path, text: str, without: tuple[str, ...], left_out: tuple[str, ...]
) -> None:
    config(text)
    coach = Coach(legs)
    assert (coach.settings.without, coach.plan.left_out) == (without, left_out)


def test_the_command_line_can_have_it_all(legs: Path) -> None:
    config("without: [mat, loop band]\nmusic: songs\n")
    coach = Coach(legs, without="none", music="none")
    assert (coach.plan.left_out, coach.settings.without, coach.settings.music) == ((), (), None)
    assert Coach(legs, without="mat").settings.without == ("mat",)


def test_what_leaves_nothing_to_do_says_how_to_do_it_anyway(legs: Path) -> None:
    config("without: mat\n")
    with pytest.raises(UsageError) as caught:
        Coach(legs, only="Core")
    assert caught.value.cure is not None
    assert "--without none" in caught.value.cure


def test_a_session_remembers_what_the_file_said_when_it_began(legs: Path) -> None:
    path = config("pace: 0.9\ncoaching: full\nlanguage: de\nwithout: mat\n")
    begun = Coach(legs)
    path.write_text("coaching: minimal\n", encoding="utf-8")
    resumed = Coach(legs, settings=Settings.read(begun.settings.written()))
    assert resumed.settings == begun.settings
    assert resumed.plan == begun.plan
    assert Coach(legs).plan != begun.plan


def test_without_own_settings_the_file_does_not_count(legs: Path, tmp_path: Path) -> None:
    config("pace: 0.9\n")
    assert Coach(legs, config=None).settings == Settings()
    other = tmp_path / "other"
    other.mkdir()
    (other / "config.yaml").write_text("pace: 1.5\nmusic: songs\n", encoding="utf-8")
    settings = Coach(legs, config=other).settings
    assert (float(settings.pace), settings.music) == (1.5, other / "songs")


def test_the_device_is_that_of_the_file(legs: Path) -> None:
    config("device: no such thing\n")
    with pytest.raises(UsageError, match="no sound device is named `no such thing`"):
        Coach(legs).play()


def test_mistakes_are_shown_at_their_places(legs: Path) -> None:
    path = config("pase: 1.2\nlevel: lo\nhave: {mat: 1}\n")
    with pytest.raises(InvalidRoutine) as caught:
        Coach(legs)
    assert caught.value.message == (
        f"""\
R301 unknown key `pase`
 --> {path}:1:1
  |
1 | pase: 1.2
  | ^^^^
  = help: did you mean `pace`?

C101 there is no level `lo`
 --> {path}:2:8
  |
2 | level: lo
  |        ^^
  = help: did you mean `low`?

R303 a text is needed here, not a list or a mapping
 --> {path}:3:7
  |
3 | have: {{mat: 1}}
  |       ^"""
    )


# -- the command -----------------------------------------------------------------------------------


def test_config_sets_shows_and_forgets_and_leaves_the_rest_as_it_is() -> None:
    path = config("# mine\npace: 1.1   # slow\nhave:\n  - mat\n  - rower\n\n# level: low\n")
    assert run("config", "set", "pace", "1.2").stdout == "pace: 1.2\n"
    assert run("config", "set", "have", "mat", "loop band").stdout == "have: mat, loop band\n"
    assert run("config", "set", "level", "high").returncode == 0
    assert run("config", "set", "music-level", "-10").stdout == "music-level: -10\n"
    assert path.read_text(encoding="utf-8") == (
        "# mine\npace: 1.2\nhave: [mat, loop band]\n\nlevel: high\nmusic-level: -10\n"
    )
    assert "loop band" in run("config").stdout
    assert run("config", "unset", "have").stdout == "have: not set\n"
    assert "mini band]\n\nlevel: high" in path.read_text(encoding="utf-8")
    assert run("config").stdout.count("loop band") == 0
    assert run("config", "check").stdout == f"{path}: ok\n"


def test_music_is_looked_for_from_where_it_is_set(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    for name in ("song.mp3", "home/song.mp3"):
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).touch()
    assert run("config", "set", "music", "song.mp3").stdout == f"music: {tmp_path / 'song.mp3'}\n"
    assert read_defaults().settings.music == tmp_path / "song.mp3"
    assert run("config", "set", "music", "none").stdout == "music: not set\n"
    assert read_defaults().settings.music is None
    told = run("config", "set", "music", "~/song.mp3").stdout
    assert told == f"music: {tmp_path / 'home' / 'song.mp3'}\n"


def test_a_new_file_explains_itself_and_sets_only_what_was_asked_for() -> None:
    assert run("config", "check").returncode == 0
    assert run("config", "set", "voice", "neural").returncode == 0
    text = user_folder("config.yaml").read_text(encoding="utf-8")
    assert "\n# How fast: 0.5 to 2.0" in text
    assert [line for line in text.splitlines() if line[:1] not in ("", "#")] == ["voice: neural"]


@pytest.mark.parametrize(
    ("words", "message", "cure"),
    [
        (("set", "level", "hi"), "there is no level `hi`", "did you mean `high`?"),
        (("set", "level", "top"), "there is no level `top`", "known: `low`, `middle`, `high`"),
        (("set", "levle", "low"), "there is no option `levle`", "did you mean `level`?"),
        (("set", "coaching", "ful"), "there is no coaching `ful`", "did you mean `full`?"),
        (("set", "counting", "up"), "there is no counting `up`",
         "known: `every`, `last-five`, `down`, `silent`"),
        (("set", "language", "german"), "the coach does not speak `german`",
         "known: `en` (English), `de` (German)"),
        (("set", "voice", "nueral"), "there is no voice `nueral`", "did you mean `neural`?"),
        (("set", "pace", "fast"), "`fast` is not a pace", "a number from 0.5 to 2.0"),
        (("set", "pace", "1", "2"), "`pace` takes one value",
         "put one with spaces in it into quotes"),
        (("set", "loudness", "x"), "loudness `x` is not a number", "choose -30 to -14"),
        (("set", "speech-speed", "9"), "speech speed 9 is out of range", "choose 0.5 to 2"),
        (("set", "music", "/no.mp3"), "there is no music `/no.mp3`", "name a file or a folder"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_not_set(words: tuple[str, ...], message: str, cure: str) -> None:
    done = run("config", *words)
    assert (done.returncode, done.stderr) == (2, f"error: {message}\n  help: {cure}\n")
    assert not user_folder("config.yaml").exists()


def test_equipment_that_nobody_knows_is_kept_and_a_near_name_is_told() -> None:
    done = run("config", "set", "have", "Mini bnad", "2 kettlebells", "red unicorn")
    assert (done.returncode, done.stdout) == (0, "have: Mini bnad, 2 kettlebells, red unicorn\n")
    assert done.stderr == "`Mini bnad` is kept as it is: did you mean `mini band`?\n"


def test_an_unknown_name_is_answered_with_all_of_them() -> None:
    done = run("config", "unset", "whatever")
    assert (done.returncode, "`speech-speed`" in done.stderr) == (2, True)


def test_what_may_be_chosen_is_shown() -> None:
    shown = " ".join(run("config").stdout.split())
    assert "ranges such as 12-15: low, middle, high." in shown
    assert "does not set it: minimal, standard, full." in shown


def test_music_that_is_gone_is_told_by_the_check() -> None:
    config("music: gone.mp3\n")
    done = run("config", "check")
    assert (done.returncode, done.stdout) == (2, "")
    assert "there is no music" in done.stderr


def test_a_file_with_several_mistakes_is_mended_one_after_the_other() -> None:
    path = config("pace: quick\nlevel: lo\nspeechspeed: 1\nspeech-speed: 1\nspeech_speed: 2\n")
    done = run("config", "set", "pace", "1.1")
    assert (done.returncode, done.stdout) == (0, "pace: 1.1\n")
    assert "still to be mended" in done.stderr
    for told in ("C101 there is no level `lo`", "did you mean `speech-speed`?", "R102"):
        assert told in done.stderr
    wrong = run("config", "set", "level", "hi")
    assert (wrong.returncode, "there is no level `hi`" in wrong.stderr) == (2, True)
    assert "speech" not in wrong.stderr
    assert run("config", "unset", "level").returncode == 0
    assert run("config", "unset", "speechspeed").stdout == "speechspeed: not set\n"
    done = run("config", "set", "speech-speed", "1.2")
    assert (done.stdout, done.stderr) == ("speech-speed: 1.2\n", "")
    assert path.read_text(encoding="utf-8") == ("pace: 1.1\n# level: middle\nspeech-speed: 1.2\n")


def test_what_breaks_off_is_mended_by_its_own_key_and_by_no_other() -> None:
    path = config("pace: 2\nhave: [mat\n")
    assert run("config", "set", "pace", "1").returncode == 3
    assert run("config", "set", "have", "mat", "rower").returncode == 0
    assert path.read_text(encoding="utf-8") == "pace: 2\nhave: [mat, rower]\n"


def test_a_mistake_in_the_file_is_told_by_every_command(legs: Path) -> None:
    config("pace: quick\n")
    for words in (("list",), ("show", legs), ("config", "check"), ("config",)):
        done = run(*words)
        assert done.returncode == 3
        assert "C101 `quick` is not a pace" in done.stderr
