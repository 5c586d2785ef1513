"""All threads of a live session share one heap."""

import platform
import subprocess
import sys

import pytest

THREADS = """\
import ctypes, sys, threading
from earcoach.cli.heap import share_heap
if sys.argv[1:]:
    share_heap()
kept = []
def use():
    kept.append([bytes(10_000) for _ in range(50)])
    ready.wait()
ready = threading.Barrier(5)
threads = [threading.Thread(target=use) for _ in range(4)]
for thread in threads:
    thread.start()
ready.wait()
libc = ctypes.CDLL(None)
libc.fopen.restype = ctypes.c_void_p
file = libc.fopen(b"/dev/stdout", b"w")
libc.malloc_info(0, ctypes.c_void_p(file))
libc.fflush(ctypes.c_void_p(file))
"""


def heaps(*arguments: str) -> int:
    command = [sys.executable, "-c", THREADS, *arguments]
    return subprocess.run(command, check=True, capture_output=True).stdout.count(b"<heap nr=")


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="only glibc has several heaps")
def test_threads_share_a_heap() -> None:
    assert heaps() > 1
    assert heaps("share") == 1
