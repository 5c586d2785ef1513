"""What is installed on request: the packages behind each extra, and how to get them.

The packages are named, and not the extra: that works from everywhere, also where the source of
earcoach is not at hand.
"""

EXTRAS = {
    "m4a": ("av",),
    "simpleaudio": ("simpleaudio",),
    "espeak": ("espeakng-loader",),
    "piper": ("piper-tts",),
    "reading": ("openpyxl", "pypdf", "trafilatura", "lxml-html-clean"),
    "media-keys": ("dbus-fast",),
}
"""The packages of each extra that a user may miss."""


def how_to_install(extra: str) -> str:
    """A command that brings what is missing into the environment that earcoach is in."""
    return f"python -m pip install {' '.join(EXTRAS[extra])}"
