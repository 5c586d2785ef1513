"""earcoach coaches workouts by voice, live or as an audio file.

    import earcoach

    coach = earcoach.Coach("legs.yaml", pace=1.2)
    print(coach.cue_sheet()[0])
    coach.export("legs.mp3")
    coach.play(on_event=print)

The public names and their homes are listed in `__init__.pyi`. They are looked up when they are
first used, so that `import earcoach` is fast however much it leads to.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
