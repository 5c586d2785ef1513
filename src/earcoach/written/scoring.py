"""A reading as the JSON that is scored: written and suggested values, and none that are assumed."""

from typing import Any

from earcoach.written.reading import Reading


def as_json(reading: Reading) -> dict[str, Any]:
    """The sections and exercises of a reading, as the corpus of written workouts has them."""
    raise NotImplementedError
