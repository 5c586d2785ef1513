"""The command about voices: which there are, and how one sounds."""

from typing import Annotated

import typer

from earcoach.audio.voices.registry import list_voices
from earcoach.cli.commands.start import DeviceOption
from earcoach.cli.display.tables import print_table
from earcoach.devices.player import Player
from earcoach.errors import UsageError


def register(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command("voices", epilog='Example: earcoach voices --say "Left leg first." neural')(voices)


def voices(
    name: Annotated[
        str | None, typer.Argument(metavar="[NAME]", help="Whom to hear, with --say.")
    ] = None,
    *,
    say: Annotated[
        str | None, typer.Option("--say", metavar="TEXT", help="Hear a voice say this.")
    ] = None,
    language: Annotated[
        str | None, typer.Option(metavar="CODE", help="Only voices of a language, such as de.")
    ] = None,
    device: DeviceOption = None,
) -> None:
    """List the voices that can be chosen with --voice, or hear one."""
    if say is not None:
        _say(say, name, language or "en", device)
    elif name is not None:
        raise UsageError("what is it to say?", cure=f'earcoach voices --say "Halfway" {name}')
    else:
        _list(language)


def _list(language: str | None) -> None:
    rows = [
        (
            voice.name,
            voice.language,
            f"not usable: {voice.trouble}" if voice.trouble else voice.description,
        )
        for voice in list_voices()
        if language is None or voice.language.casefold().split("-")[0] == language.casefold()
    ]
    print_table(("name", "language", "voice"), rows)


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
