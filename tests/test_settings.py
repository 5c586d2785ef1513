"""Settings: whatever stands for them, and back from what a session remembers of them."""

from fractions import Fraction
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest
from hypothesis import given, strategies as st

from earcoach import Coaching, Counting, EarcoachError, Level, Settings, UsageError
from earcoach.settings import USUAL, SettingKeywords, options

NAMES = st.lists(st.text(min_size=1), max_size=3).map(tuple)
SOUNDS = st.text(min_size=1).filter(lambda text: text.strip() == text and "=" not in text)

ANY = st.builds(
    Settings,
    pace=st.fractions(Fraction(1, 2), 2, max_denominator=10_000),
    pace_holds=st.booleans(),
    voice=st.sampled_from([None, "neural", "system", "system:en-us"]),
    speech_speed=st.floats(0.5, 2.0),
    loudness=st.floats(-30, -14),
    without=NAMES,
    only=NAMES,
    skip=NAMES,
    say_as=st.dictionaries(SOUNDS, SOUNDS, max_size=3),
    level=st.sampled_from(Level),
    coaching=st.sampled_from([None, *Coaching]),
    counting=st.sampled_from([None, *Counting]),
    language=st.sampled_from([None, "en", "de"]),
    music=st.one_of(st.none(), st.text("ab/. =", min_size=1).map(Path)),
    music_level=st.floats(-40, 0),
)


@given(ANY)
def test_what_is_written_down_is_read_back(settings: Settings) -> None:
    assert Settings.read(settings.written()) == settings


def test_only_what_is_not_usual_is_written_down() -> None:
    assert USUAL.written() == ()
    changed = Settings(pace=Fraction("1.2"), level=Level.LOW, without=("mat", "band"))
    assert changed.written() == ("pace=1.2", "without=mat", "without=band", "level=low")


STANDING_FOR: list[tuple[str, Any, Any]] = [
    ("pace", 1.2, Fraction(6, 5)),
    ("pace", "1.2", Fraction(6, 5)),
    ("pace", 2, Fraction(2)),
    ("speech_speed", "1.5", 1.5),
    ("loudness", -20, -20.0),
    ("without", "mat", ("mat",)),
    ("without", ["mat", "band"], ("mat", "band")),
    ("without", None, ()),
    ("say_as", {"psoas": "SO-as"}, (("psoas", "SO-as"),)),
    ("say_as", ["psoas=SO-as", "kot=K"], (("psoas", "SO-as"), ("kot", "K"))),
    ("say_as", "psoas = SO-as", (("psoas", "SO-as"),)),
    ("level", "low", Level.LOW),
    ("coaching", None, None),
    ("language", "DE", "de"),
    ("music", "songs", Path("songs")),
]


@pytest.mark.parametrize(("name", "given_", "meant"), STANDING_FOR)
def test_what_stands_for_a_setting(name: str, given_: object, meant: object) -> None:
    assert getattr(USUAL.changed({name: given_}), name) == meant


WRONG: list[tuple[str, Any, str, str | None]] = [
    ("pace", 3, "pace 3 is out of range", "choose a pace from 0.5 to 2.0"),
    ("pace", "fast", "`fast` is not a pace", "a number from 0.5 to 2.0"),
    ("pace", "1e99999999", "pace 1e99999999 is out of range", "choose a pace from 0.5 to 2.0"),
    ("pace_holds", "maybe", "pace holds `maybe` is neither True nor False", None),
    ("voice", "nueral", "there is no voice `nueral`", "did you mean `neural`?"),
    ("voice", 7, "voice `7` is not a text", None),
    ("without", 3, "without `3` is not a text", None),
    ("only", ["Core", 5], "only `5` is not a text", None),
    ("skip", b"Core", "skip `b'Core'` is not a text", None),
    ("speech_speed", 2.01, "speech speed 2.01 is out of range", "choose 0.5 to 2"),
    ("speech_speed", float("nan"), "speech speed nan is out of range", "choose 0.5 to 2"),
    ("speech_speed", "quick", "speech speed `quick` is not a number", "choose 0.5 to 2"),
    ("loudness", 10**400, f"loudness `{10**400}` is not a number", "choose -30 to -14"),
    ("loudness", -5, "loudness -5 is out of range", "choose -30 to -14"),
    ("say_as", "psoas", "say as `psoas` says nothing", "write WORD=SOUND: psoas=SO-as"),
    ("say_as", 3, "say as `3` is not a text", None),
    ("say_as", [("psoas",)], "say as `('psoas',)` is not a text", None),
    ("say_as", {"psoas": 3}, "say as `('psoas', 3)` is not a text", None),
    ("level", None, "there is no level `None`", "known: `low`, `middle`, `high`"),
    ("level", "lo", "there is no level `lo`", "did you mean `low`?"),
    ("coaching", "none", "there is no coaching `none`", "known: `minimal`, `standard`, `full`"),
    ("language", "xx", "the coach does not speak `xx`", "known: `en` (English), `de` (German)"),
    ("language", 4, "language `4` is not a text", None),
    ("music", 3, "music `3` is not a path", None),
    ("music_level", 3, "music level 3 is out of range", "choose -40 to 0"),
    ("paec", 1, "there is no option `paec`", "did you mean `pace`?"),
]


@pytest.mark.parametrize(("name", "given_", "message", "cure"), WRONG)
def test_a_wrong_setting_is_named(
    name: str, given_: object, message: str, cure: str | None
) -> None:
    with pytest.raises(UsageError) as caught:
        USUAL.changed({name: given_})
    assert (caught.value.message, caught.value.cure) == (message, cure)


@pytest.mark.parametrize("line", ["bogus=1", "level=zz", "speech_speed=x"])
def test_what_another_version_wrote_is_no_traceback(line: str) -> None:
    with pytest.raises(EarcoachError, match="another version"):
        Settings.read([line])


def test_every_setting_can_be_given_by_its_keyword() -> None:
    assert list(get_type_hints(SettingKeywords)) == list(options())
    for name, kind in get_type_hints(Settings).items():
        wider = get_type_hints(SettingKeywords)[name]
        assert {kind, *get_args(kind)} & {wider, *get_args(wider)}, name
