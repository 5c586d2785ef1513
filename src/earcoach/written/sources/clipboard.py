"""The text that was copied last, by pyperclip."""

import subprocess
import sys

from earcoach.errors import EarcoachError
from earcoach.written.sources.original import Original

LIMIT_S = 10.0
PASTE = "import pyperclip, sys; sys.stdout.buffer.write(pyperclip.paste().encode())"


def copied() -> Original:
    """What the clipboard has. Raises EarcoachError when there is none, or nothing in it.

    It is asked in a process of its own, for some clipboards never answer.
    """
    try:
        done = subprocess.run(
            [sys.executable, "-P", "-c", PASTE], capture_output=True, timeout=LIMIT_S, check=False
        )
    except subprocess.TimeoutExpired:
        raise EarcoachError(f"the clipboard does not answer for {LIMIT_S:.0f} s") from None
    if done.returncode:
        raise EarcoachError(
            "there is no clipboard here that can be read",
            cure="on Linux install wl-clipboard or xclip; or save the text as a file",
        )
    if not done.stdout.strip():
        raise EarcoachError("the clipboard has no text in it", cure="copy the workout again")
    return Original(data=done.stdout, name="clipboard", charset="utf-8")
