"""Sentences that lead into a pose: `step your right foot back into a low lunge, 5 breaths`."""

import re

from earcoach.written.names import begins_with_movement, words_in
from earcoach.written.parts import Tongue

_UP_TO_DOSE = re.compile(r"[,.;:\u2013\u2014]|\s(?:for|on)\s")
"""What may follow the name of a pose in a sentence."""


def entered_pose(text: str, tongue: Tongue) -> str:
    """A sentence from the pose on that it asks to take: `step back into a low lunge, 5 breaths`."""
    prose = tongue.prose
    if prose.entering.isdisjoint(words_in(text)[:1]):
        return text
    into = "|".join(map(re.escape, prose.entering_into))
    opens = rf"[^,.;:]{{3,60}}?\s(?:{into})\s+(?:(?:a|an|the|your)\s+)?"
    match = re.match(opens, text, re.IGNORECASE)
    rest = text[match.end() :] if match else ""
    pose = _UP_TO_DOSE.split(rest)[0]
    return rest if begins_with_movement(pose, prose) else text
