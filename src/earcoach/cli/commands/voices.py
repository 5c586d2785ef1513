"""The command about voices: which there are, and how one sounds."""

from collections.abc import Sequence
from functools import partial
from typing import Annotated

import typer

from earcoach.audio.voices.registry import ListedVoice, list_voices
from earcoach.cli import completing
from earcoach.cli.commands.start import DeviceOption
from earcoach.cli.display.tables import print_table
from earcoach.cli.messages import notice
from earcoach.devices.player import Player
from earcoach.errors import UsageError
from earcoach.language.names import main_code, name_of
from earcoach.language.registry import LANGUAGES


def register(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command("voices", epilog='Example: earcoach voices --say "Left leg first." neural')(voices)


def voices(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="[NAME]", help="Whom to hear, with --say.", autocompletion=completing.voices
        ),
    ] = None,
    *,
    say: Annotated[
        str | None, typer.Option("--say", metavar="TEXT", help="Hear a voice say this.")
    ] = None,
    language: Annotated[
        str | None, typer.Option(metavar="CODE", help="Only voices of a language, such as de.")
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="Voices of all languages.")] = False,
    device: DeviceOption = None,
) -> None:
    """List the voices that can be chosen, or hear one."""
    if say is not None:
        _say(say, name, language or "en", device)
    elif name is not None:
        raise UsageError("what is it to say?", cure=f'earcoach voices --say "Halfway" {name}')
    else:
        _list(language, every=every)


def _list(language: str | None, *, every: bool) -> None:
    """By language, and without `every` only those that the coach speaks."""
    found = list_voices()
    codes = [language.casefold()] if language else ["", *LANGUAGES]
    if every and not language:
        codes = ["", *sorted({main_code(voice.language) for voice in found} - {""}, key=name_of)]
    shown = [voice for voice in found if main_code(voice.language) in codes]
    if not shown:
        notice(f"no voice speaks `{language}` here: `earcoach voices --all` lists those there are")
        return
    print_table(("name", "language", "voice"), map(_row, sorted(shown, key=partial(_place, codes))))
    others = {main_code(voice.language) for voice in found} - {*codes, ""}
    if others and not language:
        notice(f"{len(others)} more languages: `earcoach voices --all`, or `--language fr`")


def _place(codes: Sequence[str], voice: ListedVoice) -> int:
    """Kinds of voices come before the voices of a kind, which stand by their languages."""
    return codes.index(main_code(voice.language)) + 1 if ":" in voice.name else 0


def _row(voice: ListedVoice) -> tuple[str, ...]:
    region = voice.language.replace("_", "-").partition("-")[2]
    language = voice.language and name_of(voice.language) + (f" ({region})" if region else "")
    told = f"not usable: {voice.trouble}" if voice.trouble else voice.description
    return voice.name, language, told


def _say(text: str, name: str | None, language: str, device: str | None) -> None:
    """Play a text through the live device. Raises NoVoice, and NoSoundDevice without one."""
    from earcoach.audio.voices.opening import open_one_voice  # with numpy, which takes its time

    speaker = open_one_voice(name or "neural", language=language)
    clip = speaker.clip(text)  # before the device is opened, for it may take its time
    player = Player(device)
    try:
        player.play(clip.samples)
        player.drain()
    finally:
        player.close()
