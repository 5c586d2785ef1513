"""earcoach coaches workouts by voice, live or as an audio file.

    import earcoach

    coach = earcoach.Coach("legs.yaml", pace=1.2)
    print(coach.cue_sheet()[0])
    coach.export("legs.mp3")
    coach.play(on_event=print)

The public names and their homes are listed in `__init__.pyi`. They are looked up when they are
first used, so that `import earcoach` is fast however much it leads to.
"""

from functools import cache
from typing import Any


@cache
def _public() -> tuple[Any, Any, list[str]]:
    import lazy_loader  # the program itself asks for none of these names

    return lazy_loader.attach_stub(__name__, __file__)


def __getattr__(name: str) -> Any:
    look_up, _, names = _public()
    return names if name == "__all__" else look_up(name)


def __dir__() -> list[str]:
    _, listed, _ = _public()
    return list(listed())
