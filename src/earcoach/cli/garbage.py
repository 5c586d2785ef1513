"""Looking for garbage: seldom while the program is loaded, and then as usual."""

import gc

MANY_OBJECTS = 50_000
"""So many new ones make Python look for garbage while there is none: what is loaded stays."""
USUAL = gc.get_threshold()


def begin_to_load() -> None:
    """Seldom look for garbage from now on."""
    gc.set_threshold(MANY_OBJECTS)


def end_to_load() -> None:
    """Look for it as usual, but not among what is there by now."""
    gc.freeze()
    gc.set_threshold(*USUAL)
