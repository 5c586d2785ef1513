"""Where an excerpt is found in a recording, bit for bit; and if it is not, how much of it is."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Final, TypeAlias

import numpy as np
import numpy.typing as npt

Samples: TypeAlias = npt.NDArray[np.int16]

_KEY_FRAMES: Final = 64


def find_in(samples: Samples, excerpt: Samples) -> int:
    """The frame at which `excerpt` is found in `samples`, bit for bit (the first, if many).

    When it is not there, the AssertionError tells how much of it is, and where.
    """
    for name, array in (("samples", samples), ("excerpt", excerpt)):
        if array.ndim != 1 or array.dtype != np.int16:
            raise ValueError(f"{name} must be mono int16, not {array.dtype} {array.shape}")
    if not excerpt.any():
        raise ValueError("an empty or silent excerpt would be found anywhere")
    frame = next(_hits(samples.tobytes(), excerpt.tobytes()), None)
    if frame is None:
        raise AssertionError(_why_not_found(samples, excerpt))
    return frame


def places(samples: Samples, excerpt: Samples) -> list[int]:
    """All frames at which `excerpt` is found in `samples`, bit for bit."""
    return list(_hits(samples.tobytes(), excerpt.tobytes()))


def _hits(sound: bytes, part: bytes) -> Iterator[int]:
    """The frames at which `part` occurs. bytes.find is linear in time, however long they are."""
    at = sound.find(part)
    while at >= 0:
        if at % 2 == 0:  # else it begins in the middle of a sample
            yield at // 2
        at = sound.find(part, at + 1)


def _why_not_found(samples: Samples, excerpt: Samples) -> str:
    message = (
        f"the excerpt ({len(excerpt)} frames, peak {_peak(excerpt)}) is not in the recording "
        f"({len(samples)} frames, peak {_peak(samples)})"
    )
    shift = max(
        _shifts(samples, excerpt),
        key=lambda shift: np.count_nonzero(_equal(samples, excerpt, shift)),
        default=None,
    )
    if shift is None:
        return f"{message}: not even a short stretch of it"
    equal = _equal(samples, excerpt, shift)
    first = int(np.argmin(equal))
    return (
        f"{message}: best match at frame {shift}, {np.count_nonzero(equal)} frames equal, "
        f"the first other one is frame {first} of the excerpt: "
        f"{excerpt[first]} became {_at(samples, shift + first)}"
    )


def _shifts(samples: Samples, excerpt: Samples) -> set[int]:
    """Some places where a short stretch of the excerpt is found, as the frame of its start."""
    sound = samples.tobytes()
    loud = np.flatnonzero(excerpt)
    shifts: set[int] = set()
    for start in loud[:: max(1, len(loud) // 16)].tolist():
        key = excerpt[start : start + _KEY_FRAMES].tobytes()
        shifts.update(frame - start for frame in islice(_hits(sound, key), 4))
    return shifts


def _equal(samples: Samples, excerpt: Samples, shift: int) -> npt.NDArray[np.bool_]:
    """For each frame of the excerpt, whether it is the same in the samples `shift` frames on."""
    begin = max(0, -shift)
    end = min(len(excerpt), len(samples) - shift)
    equal = np.zeros(len(excerpt), dtype=np.bool_)
    equal[begin:end] = excerpt[begin:end] == samples[begin + shift : end + shift]
    return equal


def _at(samples: Samples, frame: int) -> str:
    return str(samples[frame]) if 0 <= frame < len(samples) else "nothing (not recorded)"


def _peak(samples: Samples) -> int:
    return int(np.abs(samples.astype(np.int32)).max(initial=0))
