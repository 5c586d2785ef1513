"""Locks on files that die with the process that holds them, however it dies."""

import sys

if sys.platform == "win32":

    def locked(handle: int, *, wait: bool) -> bool:
        """Nothing to do: what a program has open cannot be deleted there."""
        return True
else:
    import fcntl

    def locked(handle: int, *, wait: bool) -> bool:
        """Lock an open file for as long as it is open; False when another process holds it."""
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            return False
        return True
