"""The computer's clocks, for whoever assembles a session; everything below is told the time."""

import time
from datetime import datetime


def local_time() -> datetime:
    """The local time, with its offset."""
    return datetime.now().astimezone()


def awake_or_not_s() -> float:
    """Seconds that also pass while the computer sleeps, where the system counts them."""
    if hasattr(time, "CLOCK_BOOTTIME"):
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    return datetime.now().timestamp()
