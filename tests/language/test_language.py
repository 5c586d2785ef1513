"""Every text in one place per language, and replaced by who wants other words."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import rough_phrase, rough_tone
from heard import Lengths, timeline_in
from program import run

import earcoach
from earcoach import InvalidRoutine, UsageError, loads
from earcoach.language.model import Language
from earcoach.language.registry import LANGUAGES
from earcoach.language.templates import BadTemplate, check_template, fields_of
from earcoach.language.texts import LIMBS
from earcoach.language.words import words_in
from earcoach.plan.planning import make_plan
from earcoach.routine.loading import load_wording
from earcoach.routine.wording import words_of
from earcoach.timeline.cuesheet import cue_sheet

ENGLISH = LANGUAGES["en"]
OTHERS = [language for language in LANGUAGES.values() if language is not ENGLISH]
ROUTINE = """
title: Beine
language: de
exercises:
  - Ausfallschritt: 2 x 8 each leg, rest 20s
  - Plank: 1 x 60s hold
"""


def said(text: str, language: str | None = None, **own: dict[str, str]) -> list[str]:
    """All phrases of a routine in the order in which they are heard, but the numbers."""
    routine = loads(text)
    replaced = {code: tuple((k, (v,)) for k, v in texts.items()) for code, texts in own.items()}
    words = words_of(routine, language=language, own=replaced)
    timeline = timeline_in(make_plan(routine), Lengths(rough_phrase, rough_tone), words=words)
    phrases = re.findall(r'"(.*)"$', "\n".join(cue_sheet(timeline)), re.MULTILINE)
    return [phrase for phrase in phrases if not phrase.isdigit()]


# -- languages ---------------------------------------------------------------------------------


@pytest.mark.parametrize("language", OTHERS, ids=lambda language: language.name)
def test_a_language_has_all_texts_and_no_fields_of_its_own(language: Language) -> None:
    assert (set(language.texts), set(language.counted), set(language.choices)) == (
        set(ENGLISH.texts),
        set(ENGLISH.counted),
        set(ENGLISH.choices),
    )
    assert {name: fields_of([text]) for name, text in language.labels.items()} == {
        name: fields_of([text]) for name, text in ENGLISH.labels.items()
    }
    for name in ENGLISH.names:
        assert set(language.fields(name)) <= set(ENGLISH.fields(name)), name


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=lambda language: language.name)
def test_a_language_names_every_side_and_never_says_the_same_twice(language: Language) -> None:
    for limb in LIMBS:
        sides = {language.texts[f"{side}_{limb}"] for side in ("left", "right")}
        assert len(sides) == 2
    for texts in language.choices.values():
        assert len(set(texts)) == len(texts) > 1
    assert {len(forms) for forms in language.counted.values()} == {language.forms}


def texts_asked_for() -> Iterator[str]:
    """The names of texts that the program asks for, as far as they are written out."""
    for path in Path(earcoach.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args:
                name = node.args[0]
                if (
                    node.func.attr in ("say", "choose", "label")
                    and isinstance(name, ast.Constant)
                    and name.value
                ):
                    yield name.value


def test_every_text_that_is_asked_for_is_there() -> None:
    assert len(set(texts_asked_for())) > 20
    assert set(texts_asked_for()) <= {*ENGLISH.names, *ENGLISH.labels}


def test_a_session_is_german_from_its_first_word_to_its_last() -> None:
    assert said(ROUTINE) == [
        "Beine. Etwa 4 Minuten.",
        "Training.",
        "Ausfallschritt, 2 Sätze mit je 8 pro Bein.",
        "Zuerst das linke Bein.",
        "Drei", "Zwei", "Eins", "Noch eine",
        "Seitenwechsel: jetzt das rechte Bein.",
        "Drei", "Zwei", "Eins", "Noch eine",
        "Pause.", "Gleich Satz 2 von 2.", "Das linke Bein.", "10 Sekunden",
        "Drei", "Zwei", "Eins", "Noch eine",
        "Das rechte Bein.",
        "Drei", "Zwei", "Eins", "Noch eine",
        "Pause.", "Als Nächstes: Plank, 1 Minute.", "10 Sekunden",
        "Drei", "Zwei", "Eins",
        "Halbzeit", "10 Sekunden", "Drei", "Zwei", "Eins",
        "Gut gemacht. Beine ist geschafft.",
    ]  # fmt: skip


def test_the_athlete_chooses_the_language() -> None:
    assert said(ROUTINE, "en")[-1] == "Well done. Beine is complete."
    assert (
        said(ROUTINE.replace("language: de", ""), "DE")[-1] == "Gut gemacht. Beine ist geschafft."
    )


def test_an_unknown_language_is_a_usage_error() -> None:
    with pytest.raises(UsageError, match="`fr`"):
        words_in("fr")


@pytest.mark.parametrize(
    ("code", "texts"),
    [
        ("en", ["0 minutes", "1 minute", "2 minutes"]),
        ("de", ["0 Minuten", "1 Minute", "2 Minuten"]),
    ],
)
def test_a_number_takes_its_form(code: str, texts: list[str]) -> None:
    assert [words_in(code).count("minutes", number) for number in range(3)] == texts


@pytest.mark.parametrize(
    ("text", "offset", "message"),
    [
        ("Set {number", 4, "the brace `{` has no partner"),
        ("Set number}", 10, "the brace `}` has no partner"),
        ("{{number}}", 0, "the brace `{` has no partner"),
        ("{number.real}", 0, "there is no field `{number.real}` here"),
        ("{number:>9}", 0, "there is no field `{number:>9}` here"),
        ("{number!r}", 0, "there is no field `{number!r}` here"),
        ("{0} of {}", 0, "there is no field `{0}` here"),
    ],
)
def test_a_template_has_known_fields_and_nothing_else_in_braces(
    text: str, offset: int, message: str
) -> None:
    with pytest.raises(BadTemplate) as caught:
        check_template(text, ("number", "total"))
    assert (caught.value.offset, caught.value.message) == (offset, message)


def test_a_name_that_ends_a_sentence_gets_no_full_stop() -> None:
    assert words_in().say("name", name="Go!") == "Go!"


# -- texts of one's own ------------------------------------------------------------------------

OWN = {"rest": "Ruh dich aus."}


def test_a_routine_replaces_texts() -> None:
    phrases = said(f"{ROUTINE}wording: {{rest: Ruhe., next_set: 'Nun {{number}}/{{total}}.'}}")
    assert {"Ruhe.", "Nun 2/2."} <= set(phrases)


def test_an_athlete_replaces_texts_in_a_language() -> None:
    assert "Ruh dich aus." in said(ROUTINE, de=OWN)
    assert "Pause." in said(ROUTINE, en=OWN)


def test_the_routine_is_nearer_than_the_athletes_own_texts() -> None:
    assert "Ruhe." in said(f"{ROUTINE}wording: {{rest: Ruhe.}}", de=OWN)
    assert "Ruh dich aus." in said(f"{ROUTINE}wording: {{side: Ruhe.}}", de=OWN)


def test_a_routines_texts_are_for_the_language_it_is_written_in() -> None:
    assert "Rest." in said(f"{ROUTINE}wording: {{rest: Ruhe.}}", "en")


def test_one_text_may_do_for_all_numbers() -> None:
    text = f"{ROUTINE}wording: {{minutes: '{{count}} min'}}"
    assert "Als Nächstes: Plank, 1 min." in said(text)


def test_the_athletes_file_is_read_and_its_mistakes_are_shown(tmp_path: Path) -> None:
    path = tmp_path / "wording.yaml"
    assert load_wording(tmp_path) == load_wording(None) == {}
    path.write_text("en:\n  rest: Breathe.\n", encoding="utf-8")
    assert load_wording(tmp_path) == {"en": (("rest", ("Breathe.",)),), "de": ()}
    path.write_text("en:\n  next_set: Set {numbr}.\n", encoding="utf-8")
    with pytest.raises(InvalidRoutine) as caught:
        load_wording(tmp_path)
    assert str(caught.value) == (
        "R210 there is no field `{numbr}` here\n"
        f" --> {path}:2:17\n"
        "  |\n"
        "2 |   next_set: Set {numbr}.\n"
        "  |                 ^^^^^^^\n"
        "  = help: did you mean `number`?"
    )


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_listed_texts_are_a_file_of_ones_own(code: str, hums: None, own_folders: Path) -> None:
    listed = run("wording", code)
    assert listed.returncode == 0
    own = own_folders / "config" / "earcoach" / "wording.yaml"
    lines = [f"  {line}\n" for line in listed.stdout.splitlines()]
    own.write_text(f"{code}:\n{''.join(lines)}", encoding="utf-8")
    assert dict(load_wording()[code]) == dict(words_in(code).templates())
    shown = run("show", "runners-mini-band", "--language", code, "--coaching", "minimal")
    assert shown.returncode == 0
    mixed = code != "en"  # the routine is in English, and that is all there is to tell
    assert len(shown.stderr.splitlines()) == ("you will hear both" in shown.stderr) == mixed


def test_mistakes_in_the_athletes_file_are_exit_code_3(own_folders: Path) -> None:
    own = own_folders / "config" / "earcoach" / "wording.yaml"
    own.parent.mkdir(parents=True)
    own.write_text("en: {rst: Breathe.}\n", encoding="utf-8")
    shown = run("show", "runners-mini-band")
    assert shown.returncode == 3
    assert "unknown key `rst`" in shown.stderr
