"""Voices in trouble: a pyttsx3 driver that does what drivers do in the wild, and plug-ins.

Every function makes an engine as an entry point of `earcoach.voices` does, in a worker's process.
A variant names a file: then there is trouble only until the file is there.
"""

import os
import sys
import threading
import time
import types
import wave
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from humming import HummingEngine

from earcoach.audio.voices.engine import Engine
from earcoach.audio.voices.system import SystemEngine

RATE_HZ = 22_050
NAME = "troubled"


class Driver:
    """As much of a pyttsx3 driver as speaking into files needs."""

    def __init__(self, proxy: Any, trouble: str, cured: Path | None) -> None:
        self._proxy, self._trouble, self._cured = proxy, trouble, cured
        self._properties: dict[str, Any] = {"rate": 200, "voice": "test/anna"}

    def getProperty(self, name: str) -> Any:
        if name == "voices":
            from pyttsx3.voice import Voice

            return [
                Voice(id="test/anna", name="Anna", languages=["en_US"]),
                Voice(id="com.example.petra", name="Petra", languages=[b"\x05de"]),
            ]
        return self._properties[name]

    def setProperty(self, name: str, value: Any) -> None:
        self._properties[name] = value

    def save_to_file(self, text: str, path: str) -> None:
        if self._cured is not None:
            if self._cured.exists():
                return self._write(path, _hum(text, self._properties))
            self._cured.touch()
        sound = _hum(text, self._properties)
        match self._trouble:
            case "hangs":
                threading.Event().wait()
            case "crashes":
                os.abort()
            case "raises":
                raise RuntimeError("no such luck")
            case "slow":
                time.sleep(0.3)
                self._write(path, sound)
            case "empty":
                Path(path).touch()
            case "text":
                Path(path).write_text("Halfway")
            case "silent":
                self._write(path, 0 * sound)
            case "cut":
                self._write(path, sound[: len(sound) // 2])
            case "short":
                self._write(path, np.concatenate([sound[:4000], np.zeros(2000)]))
            case "none":
                self._write(path, sound)
        return None

    def _write(self, path: str, sound: Any) -> None:
        print("Audio saved to", path)  # as eSpeak's driver does
        with wave.open(path, "wb") as file:
            file.setparams((1, 2, RATE_HZ, 0, "NONE", ""))
            file.writeframes((sound * 32767).astype("<i2").tobytes())

    def startLoop(self) -> None:
        self._proxy.setBusy(False)

    def endLoop(self) -> None: ...

    def stop(self) -> None: ...

    def destroy(self) -> None: ...


def _hum(text: str, properties: dict[str, Any]) -> Any:
    """A hum for each letter, with silence around; Petra hums lower than Anna."""
    count = int(RATE_HZ * 0.06 * len(text) * 200 / properties["rate"])
    pitch_hz = 200 if properties["voice"] == "test/anna" else 100
    hum = 0.3 * np.sin(2 * np.pi * pitch_hz * np.arange(count) / RATE_HZ)
    return np.concatenate([np.zeros(2000), hum, np.zeros(2000)])


def _engine(trouble: str, cured: str = "", voice: str = "") -> Engine:
    module: Any = types.ModuleType(f"pyttsx3.drivers.{NAME}")
    file = Path(cured) if cured else None
    module.buildDriver = lambda proxy: Driver(proxy, trouble, file)
    sys.modules[module.__name__] = module
    return SystemEngine(voice, driver=NAME)


def _troubled(trouble: str) -> Callable[[str, str], Engine]:
    """A plug-in with a trouble; a variant is the file that ends it."""
    return lambda variant, language: _engine(trouble, variant)


hangs = _troubled("hangs")
crashes = _troubled("crashes")
raises = _troubled("raises")
nothing = _troubled("nothing")
empty = _troubled("empty")
text = _troubled("text")
silent = _troubled("silent")
cut = _troubled("cut")
short = _troubled("short")
slow = _troubled("slow")


def well(variant: str, language: str) -> Engine:
    """No trouble: the variant is a voice's name."""
    return _engine("none", voice=variant)


def no_espeak(variant: str, language: str) -> Engine:
    """The system's voice on a computer without the eSpeak of the extra."""
    sys.modules["espeakng_loader"] = None  # type: ignore[assignment]
    return SystemEngine(variant, language)


def busy_espeak(variant: str, language: str) -> Engine:
    """eSpeak on a computer so busy that it takes a new rate only when the phrase is begun."""
    from pyttsx3.drivers import _espeak

    made = SystemEngine(variant, language, driver="espeak")
    take, speak = _espeak.SetParameter, _espeak.Synth
    waiting: list[tuple[int, ...]] = []

    def begin(*args: Any, **options: Any) -> Any:
        while waiting:
            take(*waiting.pop(0))
        return speak(*args, **options)

    _espeak.IsPlaying, _espeak.Cancel = waiting.__len__, waiting.clear
    _espeak.SetParameter = lambda *args: waiting.append(args)
    _espeak.Synth = begin
    return made


def humming(variant: str, language: str) -> Engine:
    """A plug-in that works."""
    return HummingEngine()


def german(variant: str, language: str) -> Engine:
    """A plug-in that speaks German whatever it is asked for."""
    engine = HummingEngine()
    engine.language = "de_DE"  # type: ignore[attr-defined]
    return engine


def exploding(variant: str, language: str) -> Engine:
    """A plug-in that cannot even begin."""
    raise LookupError("there is no model")


def telling(variant: str, language: str) -> Engine:
    """Has a variable of its process's environment as its identity."""
    engine = HummingEngine()
    engine.identity = os.environ.get(variant, "")
    return engine
