"""The label before a name, which is never said: `A1.` and `1a)` of a superset, `2.` of a list."""

import re
from dataclasses import dataclass

from earcoach.routine.diagnostics import Place, Report

_STOP = r"(?:\s?[.):]|\s[-\u2013\u2014])\s+(?=\S)"
_TURN = re.compile(
    rf"(?P<label>(?P<letter>[A-Ka-k])\d|(?P<number>\d)[A-Ka-k]){_STOP}"
    r"|(?P<bare>(?P<capital>[A-K])\d|(?P<first>\d)[abc])\s+(?=\S)"
)
"""Of an exercise that takes turns with others: `A1.`, `1a)`, and without a sign `A1`, `1a`."""
_LISTED = re.compile(r"(?P<label>(?:\d{1,2}|[A-Ka-k])[.):])\s+(?=\S)")
"""Of an exercise in a list. A letter with a hyphen is a name (`A-skip`), one far down the alphabet
is a side or a shape (`R. lunge`, `T. raise`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """A name, and the label that stood before it."""

    name: str
    """What is said."""
    label: str = ""
    """The label without the sign after it, empty where there is none."""
    group: str = ""
    """The letter, or number, of the superset that it belongs to; empty where it takes no turns."""


def labelled(name: str) -> Labelled:
    """A name as written, with its label apart."""
    turn = _TURN.match(name)
    if turn:
        group = turn["letter"] or turn["number"] or turn["capital"] or turn["first"]
        label = turn["label"] or turn["bare"]
        return Labelled(name=name[turn.end() :], label=label, group=group.upper())
    listed = _LISTED.match(name)
    if listed:
        return Labelled(name=name[listed.end() :], label=listed["label"])
    return Labelled(name=name)


def without_label(name: str, place: Place, report: Report) -> str:
    """The name that is said; that a list is numbered is noted once, as nobody hears it."""
    found = labelled(name)
    noted = any(advice.code == "R406" for advice in report.advice)
    if found.label and not found.group and not noted:
        message = f"`{found.label}` before a name is not said"
        cure = "leave it out; exercises that take turns have labels like `A1.` and `A2.`"
        report.advise("R406", message, place, cure=cure)
    return found.name
