"""What is installed on request: the packages behind each extra, and how to get them.

The command is the one of the documentation; the packages are named too, as it works only where
the source of earcoach is at hand.
"""

EXTRAS = {
    "m4a": ("av",),
    "simpleaudio": ("simpleaudio",),
    "espeak": ("espeakng-loader",),
    "piper": ("piper-tts",),
    "reading": ("openpyxl", "pypdf", "trafilatura", "lxml-html-clean"),
    "serve": ("segno", "starlette", "uvicorn"),
    "media-keys": ("dbus-fast",),
}
"""The packages of each extra that a user may miss."""


def how_to_install(extra: str) -> str:
    """A command that brings what is missing into the environment that earcoach is in."""
    packages = " ".join(EXTRAS[extra])
    return f"python -m pip install '.[{extra}]' in earcoach's folder, or elsewhere {packages}"
