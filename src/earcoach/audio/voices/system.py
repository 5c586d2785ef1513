"""The computer's own voices through pyttsx3: SAPI5, the voices of macOS, or eSpeak NG.

pyttsx3 hangs, returns nothing or cuts the text in the wild, so it only ever runs in a process of
its own, speaks one phrase at a time into a file, and its sound is looked at.
"""

import contextlib
import ctypes
import os
import platform
import sys
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from earcoach.audio.voices.engine import Speech
from earcoach.errors import NoVoice, UsageError
from earcoach.extras import how_to_install
from earcoach.suggest import nearest


class SystemEngine:
    """Speaks with a voice of this computer: one that is named, or the best for a language."""

    def __init__(
        self, variant: str = "", language: str = "en", *, driver: str | None = None
    ) -> None:
        """Find the voice, with pyttsx3's driver for this system or another of its drivers.

        Raises NoVoice when pyttsx3 does not work here, UsageError for an unknown name.
        """
        self._pyttsx3 = _started(driver)
        self._voice = self._found(variant) if variant else self._default(language)
        self._rate = float(self._pyttsx3.getProperty("rate"))
        self.language = _language(self._voice) if self._voice else ""
        voice = self._voice.id if self._voice else "default"
        self.identity = f"pyttsx3 {version('pyttsx3')} {sys.platform} {_library_version()} {voice}"

    def voices(self) -> list[tuple[str, str]]:
        """All voices of this computer: name and language."""
        return [(label(voice), _language(voice)) for voice in self._all()]

    def synthesize(self, text: str, speed: float) -> Speech:
        """Speak a text. Raises NoVoice when there is no sound in what pyttsx3 wrote."""
        with TemporaryDirectory(prefix="earcoach-") as folder:
            path = Path(folder) / "phrase.wav"
            if self._voice is not None:
                self._pyttsx3.setProperty("voice", self._voice.id)
            self._pyttsx3.setProperty("rate", round(self._rate * speed))  # a new voice resets it
            self._pyttsx3.save_to_file(text, str(path))
            self._pyttsx3.runAndWait()
            return _speech(path)

    def _all(self) -> list[Any]:
        return list(self._pyttsx3.getProperty("voices") or [])

    def _found(self, wanted: str) -> Any:
        """The voice with this name or identifier, else the first one of this language."""
        voices, folded = self._all(), wanted.casefold()
        for names in (_names, lambda voice: {_language(voice).casefold()}):
            for voice in voices:
                if folded in names(voice):
                    return voice
        close = nearest(wanted, [label(voice) for voice in voices])
        cure = f"did you mean `system:{close}`?" if close else "`earcoach voices` lists them"
        raise UsageError(f"this computer has no voice `{wanted}`", cure=cure)

    def _default(self, language: str) -> Any:
        """The computer's own choice if it speaks the language, else the first voice that does."""
        default = self._pyttsx3.getProperty("voice")
        fitting = [voice for voice in self._all() if _speaks(voice, language)]
        chosen = [voice for voice in fitting if voice.id == default]
        plain = [voice for voice in fitting if _language(voice) in (language, *_usual(language))]
        return next(iter([*chosen, *plain, *fitting]), None)


def label(voice: Any) -> str:
    """What a voice is called: eSpeak's identifiers are short, those of others are not."""
    identifier, name = str(voice.id), str(voice.name or "")
    return identifier.rpartition("/")[2] if "/" in identifier or not name else name


def _names(voice: Any) -> set[str]:
    return {str(name).casefold() for name in (voice.id, voice.name, label(voice))}


def _language(voice: Any) -> str:
    """The code of a voice's language; drivers give it as text, bytes, or `en_US`."""
    codes = [c.decode("utf-8", "ignore") if isinstance(c, bytes) else str(c)
             for c in voice.languages or []]  # fmt: skip
    return codes[0].strip("\0\x05 ").replace("_", "-") if codes else ""


def _speaks(voice: Any, language: str) -> bool:
    return _language(voice).casefold().split("-")[0] == language


def _usual(language: str) -> tuple[str, ...]:
    return ("en-us", "en-US") if language == "en" else ()


def _started(driver: str | None) -> Any:
    try:
        with _espeak_at_hand():
            import pyttsx3

            engine = pyttsx3.init(driver)
            _let_espeak_finish()
            return engine
    except ImportError:
        raise NoVoice("pyttsx3 is not installed") from None
    except (RuntimeError, OSError) as error:
        raise NoVoice(
            str(error).splitlines()[0],
            cure=f"on Linux apt install libespeak-ng1, or {how_to_install('espeak')}",
        ) from None


def _let_espeak_finish() -> None:
    """Keep pyttsx3 from stopping eSpeak at the end of its queue, before the phrase is begun.

    On a busy computer eSpeak has not taken the new rate by then, and would forget it.
    """
    if "pyttsx3.drivers.espeak" in sys.modules:
        from pyttsx3.drivers.espeak import EspeakDriver

        EspeakDriver.stop = lambda driver: None


@contextlib.contextmanager
def _espeak_at_hand() -> Iterator[None]:
    """Have pyttsx3 find the eSpeak of the extra, if it is installed, and not only the system's.

    It has a fixed list of paths and no other way; the data's place must be known before.
    """
    try:
        import espeakng_loader
    except ImportError:
        yield
        return
    library, load = espeakng_loader.get_library_path(), ctypes.cdll.LoadLibrary
    os.putenv("ESPEAK_DATA_PATH", espeakng_loader.get_data_path())  # where C code looks
    ctypes.cdll.LoadLibrary = lambda name: load(  # type: ignore[method-assign]
        library if "espeak" in str(name) else name
    )
    try:
        yield
    finally:
        ctypes.cdll.LoadLibrary = load  # type: ignore[method-assign]


def _library_version() -> str:
    """Which eSpeak speaks, where one does; voices of the system have their version in theirs."""
    espeak = sys.modules.get("pyttsx3.drivers._espeak")
    if espeak is None:
        return platform.release()
    espeak.dll.espeak_Info.restype = ctypes.c_char_p
    return f"{espeak.dll._name} {espeak.dll.espeak_Info(None).decode()}"


def _speech(path: Path) -> Speech:
    import numpy as np
    import soundfile

    try:
        samples, rate_hz = soundfile.read(path, dtype="float32", always_2d=True)
    except soundfile.LibsndfileError:
        raise NoVoice("it returned no sound") from None
    return Speech(samples.mean(axis=1, dtype=np.float32), rate_hz)
