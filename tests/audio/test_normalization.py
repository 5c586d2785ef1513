"""Text as it is spoken: what people write in workouts, in words that voices read right."""

from pathlib import Path

import pytest
import soundfile
from hypothesis import example, given, strategies as st
from program import run

from earcoach import InvalidRoutine, loads
from earcoach.audio.voices.lexicon import LEXICON, pronounced
from earcoach.audio.voices.normalization.text import RULES, ReadingAloud, respelled, spoken


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("30s", "30 seconds"),
        ("1s", "1 second"),
        ("30 sec", "30 seconds"),
        ("2 min", "2 minutes"),
        ("1 min", "1 minute"),
        ("1h", "1 hour"),
        ("3x12", "3 times 12"),
        ("3 x 12", "3 times 12"),
        ("3×12", "3 times 12"),
        ("3 x 30s", "3 times 30 seconds"),
        ("12-15", "12 to 15"),
        ("12 – 15 reps", "12 to 15 reps"),
        ("20-30s", "20 to 30 seconds"),
        ("90/90", "90 90"),
        ("90/90 stretch", "90 90 stretch"),
        ("1/2 kneeling press", "half kneeling press"),
        ("3/4 sit-up", "three quarter sit-up"),
        ("½ squat", "half squat"),
        ("11/2", "11 2"),
        ("1:30", "1 minute 30 seconds"),
        ("2:00", "2 minutes"),
        ("10 kg", "10 kilograms"),
        ("10kg", "10 kilograms"),
        ("2.5 kg", "2.5 kilograms"),
        ("1 kg", "1 kilogram"),
        ("25 lbs", "25 pounds"),
        ("Clam w/ band", "Clam with band"),
        ("Row w/dumbbell", "Row with dumbbell"),
        ("Push & pull", "Push and pull"),
        ("Push&pull", "Push and pull"),
        ("80% effort", "80 percent effort"),
        ("Press + row", "Press plus row"),
        ("10 @ 20 kg", "10 at 20 kilograms"),
        ("Hips at 90°", "Hips at 90 degrees"),
        ("Push-up", "Push-up"),
        ("Step-up, left/right", "Step-up, left right"),
        ("Farmer's carry", "Farmer's carry"),
        ("Do 5s' worth", "Do 5s' worth"),
        ("  two   spaces ", "two spaces"),
        ("snake_case *stars*", "snake case stars"),
        ("Left leg first.", "Left leg first."),
        ("", ""),
    ],
)
def test_signs_and_abbreviations_are_written_out(text: str, said: str) -> None:
    assert spoken(text) == said


def digits(text: str) -> list[str]:
    return [character for character in text if character.isdigit()]


written = st.text() | st.text("0123456789 .,:/-–x×smhkg%+½¼&@_*'w")


@given(written)
@example("1:301:30")
@example("3 ſ")
@example("5 K g")
def test_nothing_cannot_be_said_and_no_digit_is_lost(text: str) -> None:
    halves_aside = text.replace("/", " ")  # 1/2 is said without digits, as it should be
    assert digits(spoken(halves_aside)) == digits(halves_aside)
    spoken(text)


@given(written)
def test_what_is_spoken_is_one_line_without_signs(text: str) -> None:
    said = spoken(text)
    assert said == " ".join(said.split())
    assert not set("&%+=@°/_*") & set(said)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("DB row", "dumbbell row"),
        ("KB swing 16kg", "kettlebell swing 16 kilograms"),
        ("DB/KB swing", "dumbbell kettlebell swing"),
        ("SL RDL", "single-leg Romanian deadlift"),
        ("RDL 3x8-12 @ RPE 8", "Romanian deadlift 3 times 8 to 12 at R P E 8"),
        ("BW squat e/s", "bodyweight squat each side"),
        ("oh no, sl", "oh no, sl"),
        ("10 ea", "10 each"),
        ("10 ea. leg", "10 each leg"),
        ("8-10 reps/side", "8 to 10 reps per side"),
        ("12kg/hand", "12 kilograms per hand"),
        ("Clam w/o band", "Clam without band"),
        ("12 min AMRAP", "12 minutes as many rounds as possible"),
        ("3 x AMRAP", "3 times as many reps as possible"),
        ("10 min EMOM", "10 minutes every minute on the minute"),
        ("L/R", "left and right"),
        ("R leg raise", "right leg raise"),
        ("Vitamin C, plan B", "Vitamin C, plan B"),
        ("Row (L)", "Row, left"),
        ("5RM", "5 rep max"),
        ("25# DB", "25 pounds dumbbell"),
        ("Round #2", "Round number 2"),
        ("IT band stretch", "I T band stretch"),
        ("Warrior I", "Warrior one"),
        ("Warrior II", "Warrior two"),
        ("Reverse Warrior III pose", "Reverse Warrior three pose"),
        ("Can I rest", "Can I rest"),
        ("2 1/2 kg", "2 and a half kilograms"),
        ("2½ min", "2 and a half minutes"),
        ("1/2 min", "half minute"),
        ("Drink 1/2", "Drink a half"),
        ("3-1-1-0", "3, 1, 1, 0"),
        ("21-15-9", "21, 15, 9"),
        ("90-90", "90 90"),
        ("12–15", "12 to 15"),
        ("2.5-5 kg", "2.5 to 5 kilograms"),
        ("60–70%", "60 to 70 percent"),
        ("0:45", "45 seconds"),
        ("30-second hold", "30-second hold"),
        ("400m run", "400 meters run"),
        ("~20 min", "about 20 minutes"),
        ("Squat – slow", "Squat, slow"),
        ("Plank (hard), then rest", "Plank, hard, then rest"),
        ("3rd position plié", "3rd position plié"),
        ("5 reps R, 5 reps L", "5 reps right, 5 reps left"),
        ("ea side", "each side"),
        ("Squat → jump", "Squat, then jump"),
        ("\N{FLEXED BICEPS}\N{EMOJI MODIFIER FITZPATRICK TYPE-4} Push-ups \N{FIRE}", "Push-ups"),
        ("[psoas](/x/)", "psoas, x"),
    ],
)
def test_what_is_written_in_workouts_is_said_in_words(text: str, said: str) -> None:
    assert spoken(text) == said
    assert spoken(said) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("3x12-15 Wdh.", "3 mal 12 bis 15 Wiederholungen"),
        ("KH-Rudern 10 kg", "Kurzhantel-Rudern 10 Kilo"),
        ("1:30, dann 1 min", "1 Minute 30 Sekunden, dann 1 Minute"),
        ("li/re, 8/Seite", "links und rechts, 8 pro Seite"),
        ("80 % & mehr", "80 Prozent und mehr"),
    ],
)
def test_german_has_words_of_its_own(text: str, said: str) -> None:
    assert spoken(text, "de") == said


def test_a_language_that_is_not_known_is_left_to_its_voice() -> None:
    assert spoken("3x12   RDL", "fi") == "3x12 RDL"


@pytest.mark.parametrize("language", RULES)
@given(text=written)
def test_every_language_says_every_number(language: str, text: str) -> None:
    halves_aside = text.replace("/", " ")
    assert digits(spoken(halves_aside, language)) == digits(halves_aside)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Psoas march", "so-as march"),
        ("The PSOAS, psoas", "The so-as, so-as"),
        ("Iliopsoas", "Iliopsoas"),
        ("Kot Ma squat", "koh ma squat"),
        ("Kot stand", "K stand"),
    ],
)
def test_users_say_how_their_words_are_said(text: str, said: str) -> None:
    assert respelled(text, {"psoas": "SO-as", "kot": "K", "kot ma": "KOH MA"}) == said


def test_a_respelling_is_read_like_any_text() -> None:
    assert ReadingAloud(say_as={"rdl": "R D L w/ a band"}).spoken("SL RDL") == (
        "single-leg R D L with a band"
    )


def test_words_are_pronounced_whole_and_in_any_case() -> None:
    sound = LEXICON["psoas"]
    assert pronounced("Psoas, not psoass.") == f"[Psoas](/{sound}/), not psoass."


def test_the_lexicon_is_in_sounds_that_the_voice_has_and_changes_what_it_says() -> None:
    from hibari import Hibari

    voice = Hibari()
    for word, sound in LEXICON.items():
        assert set(sound) <= {*voice.vocab, " "}, word
        assert voice.phonemize(pronounced(word)) != voice.phonemize(word), word


ROUTINE = "title: T\n{}exercises:\n  - Kot stand: 1 x 1\n"


def test_words_of_a_routine_and_of_the_command_line_are_heard(
    tmp_path: Path, shared_cache: Path
) -> None:
    """The command line has the last word; both are the same sound."""
    lexicons = {"plain": "", "own": "lexicon: {kot: cut}\n", "other": "lexicon: {KOT: x}\n"}
    heard = {}
    for name, lexicon in lexicons.items():
        routine, target = tmp_path / f"{name}.yaml", tmp_path / f"{name}.wav"
        routine.write_text(ROUTINE.format(lexicon))
        said = ["--say-as", "Kot = CUT"] if name == "other" else []
        assert run("export", routine, "-o", target, *said).returncode == 0
        heard[name] = soundfile.read(target, dtype="int16")[0].tobytes()
    assert heard["plain"] != heard["own"] == heard["other"]


def test_mistakes_in_a_lexicon_are_told_at_their_place() -> None:
    lexicon = 'lexicon: {kot: cut, kot: x, "": y, pallof: [1]}\n'
    with pytest.raises(InvalidRoutine) as caught:
        loads(ROUTINE.format(lexicon))
    found = [(d.code, d.message, d.place.column) for d in caught.value.diagnostics]
    assert found == [
        ("R102", "`kot` is already set in line 2", 21),
        ("R302", "a text is missing here", 29),
        ("R303", "a text is needed here, not a list or a mapping", 44),
    ]
