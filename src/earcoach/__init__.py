"""earcoach coaches workouts by voice, live or as an audio file.

    routine = load("legs.yaml")
    plan = make_plan(routine)
    sounds = Sounds(open_voice(), default_tones())
    timeline = schedule(plan, sounds, words=words_of(routine))
    mixer = Mixer(timeline, sounds)
    export(mixer, Path("legs.mp3"))

The public names and their homes are listed in `__init__.pyi`. They are looked up when they are
first used, so that `import earcoach` is fast however much it leads to.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
