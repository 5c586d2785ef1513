"""Documents of our keys, with noise or without, in any style of YAML."""

import json
from typing import Any

import yaml
from hypothesis import strategies as st

from earcoach.routine import keys
from earcoach.routine.fields import Field
from earcoach.routine.model import Position, Timing

GOOD: dict[str, list[Any]] = {
    "title": ["Legs", "Kraft 🏋"],
    "summary": ["For runners."],
    "name": ["Squat", "no", "1:30"],
    "sets": [1, 3, "2-3"],
    "reps": [12, "12-15", "max"],
    "hold": ["30s", "20-30s"],
    "work": ["40s", "1:30"],
    "sides": ["both", "each leg", "alternating"],
    "rest": ["45s", "0s", "1:30"],
    "beat": ["2s", "0.5s"],
    "tempo": ["3-1-1-0", "30X1", 3110],
    "switch": ["6s", "0s"],
    "get_ready": ["5s"],
    "equipment": ["mat", ["mat", "band"], []],
    "position": [str(position) for position in Position],
    "setup": ["Lie down."],
    "cues": ["Slowly.", ["Slowly.", "Breathe."]],
    "say": ["squot"],
    "type": [str(timing) for timing in Timing],
    "rounds": [2, "2-3"],
    "rest_between_rounds": ["1 min"],
    "every": ["1 min", "90s"],
    "cap": ["10 min"],
}  # fmt: skip
DOSES = ["3 x 12", "2-3 x 8-10 each leg, rest 20s", "30s hold", 12, "max"]
LONG = (keys.NAME, keys.SETS, keys.REPS)
TIMES = (keys.HOLD, keys.WORK)
KEYS = sorted({*GOOD, "defaults", "sections", "exercises", "without", "<<", "Squat", "get ready"})
noise = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from([v for values in GOOD.values() for v in values if isinstance(v, str)]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(KEYS) | st.text(max_size=4), inner, max_size=4)
    ),
    max_leaves=6,
)
Strategy = st.SearchStrategy[Any]


class Documents:
    """Strategies of documents whose values are good, but for one in `per_noise`."""

    def __init__(self, per_noise: int) -> None:
        self.per_noise = per_noise

    def mostly(self, good: Strategy) -> Strategy:
        """This, or now and then anything."""
        if not self.per_noise:
            return good
        return st.integers(1, self.per_noise).flatmap(lambda n: noise if n == 7 else good)

    def some(self, *fields: Field[Any]) -> dict[str, Strategy]:
        """For each of these keys its values."""
        return {
            field.key: self.mostly(st.sampled_from(GOOD[field.key]))
            for field in fields
            if field.key in GOOD
        }

    def exercises(self) -> Strategy:
        """Exercises in the short form and in the long, breaks and alternatives."""
        usual = self.some(*(x for x in keys.EXERCISE if x not in (*LONG, *TIMES)))
        short = st.fixed_dictionaries(
            {"Lunge": self.mostly(st.sampled_from(DOSES))}, optional=usual
        )
        long = st.fixed_dictionaries(self.some(*LONG), optional=usual)
        pause = st.fixed_dictionaries(self.some(keys.REST))  # a mistake where it comes first
        without = st.fixed_dictionaries({"mat": self.mostly(short)})
        other = st.builds(lambda e, w: {**e, "equipment": "mat", "without": w}, short, without)
        return self.mostly(st.one_of(short, short, long, other, pause))

    def sections(self) -> Strategy:
        """Sections of every type with what belongs to it."""
        own = self.some(*keys.SECTION)
        kinds = [
            st.fixed_dictionaries({}),
            st.fixed_dictionaries({"type": st.just("circuit")}, optional={"rounds": own["rounds"]}),
            st.fixed_dictionaries({"type": st.just("intervals"), "work": own["work"]}),
            st.fixed_dictionaries({"type": st.just("emom")}, optional={"every": own["every"]}),
            st.fixed_dictionaries(
                {"type": st.sampled_from(["amrap", "for time"]), "cap": own["cap"]}
            ),
        ]
        items = self.mostly(st.lists(self.exercises(), min_size=1, max_size=3))
        usual = self.some(*keys.DEFAULTS, keys.EQUIPMENT, keys.SETUP)
        head = st.fixed_dictionaries({"name": own["name"], "exercises": items}, optional=usual)
        return self.mostly(st.builds(lambda one, two: {**one, **two}, head, st.one_of(kinds)))

    def routines(self) -> Strategy:
        """Whole documents."""
        usual = st.fixed_dictionaries({}, optional=self.some(*keys.DEFAULTS))
        parts = st.lists(self.sections(), min_size=1, max_size=3)
        body = {"sections": self.mostly(parts), "defaults": self.mostly(usual)}
        head = self.some(keys.TITLE, keys.SUMMARY, keys.EQUIPMENT)
        return self.mostly(st.fixed_dictionaries(head | body))


class PlainDumper(yaml.SafeDumper):
    """Writes equal values out, without aliases."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def as_yaml(tree: Any, style: str) -> str:
    if style == "json":
        return json.dumps(tree, ensure_ascii=False)
    return str(
        yaml.dump(tree, Dumper=PlainDumper, sort_keys=False, allow_unicode=style == "unicode")
    )


styles = st.sampled_from(["json", "escaped", "unicode"])
