"""The real server in a process of its own, asked over real connections."""

import http.client
import json
import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from plugged import python_path, write
from program import PROGRAM, TIMEOUT_S, started

OWN = {"X-Earcoach": "1"}
"""What the page itself sends with every change."""

HOLD = """\
title: Hold
exercises:
  - Plank: 1 x 8s hold
  - Squat: 1 x 4, beat 1s
"""


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


@dataclass(frozen=True)
class Server:
    address: str
    folder: Path
    pid: int

    @property
    def host(self) -> str:
        return urlsplit(self.address).netloc

    def connection(self) -> http.client.HTTPConnection:
        return http.client.HTTPConnection(self.host, timeout=60)

    def ask(
        self,
        path: str,
        body: bytes | str | None = None,
        *,
        method: str | None = None,
        headers: dict[str, str] | None = None,
    ) -> Answer:
        """Ask once; with a body it is a POST of the page itself."""
        sent = (OWN if body is not None else {}) if headers is None else headers
        data = body.encode() if isinstance(body, str) else body
        connection = self.connection()
        try:
            connection.request(method or ("GET" if body is None else "POST"), path, data, sent)
            answer = connection.getresponse()
            told = {name.lower(): value for name, value in answer.getheaders()}
            return Answer(answer.status, told, answer.read())
        finally:
            connection.close()

    def session(self, document: str, **settings: object) -> Any:
        """A session of a routine."""
        asked = json.dumps({"document": document, "settings": settings})
        answer = self.ask("/api/sessions", asked)
        assert answer.status == 200, answer.body
        return answer.json

    def lengths(self, session: str) -> list[float]:
        """The lengths of all its phases, as they are planned."""
        lines = self.ask(f"/api/sessions/{session}/lengths").body.splitlines()
        return [planned for line in lines for planned, _ in json.loads(line)["lengths"]]


@contextmanager
def served(
    folder: Path,
    *args: str,
    config: str = "voice: humming\n",
    program: tuple[str, ...] = PROGRAM,
    **env: str,
) -> Iterator[Server]:
    """The server at any port that is free, with folders of its own and a voice that hums."""
    names = ("CONFIG", "STATE", "DATA", "CACHE")
    env = {f"XDG_{name}_HOME": str(folder / name.lower()) for name in names} | env
    env |= {"HOME": str(folder), "PYTHONPATH": python_path(folder)}
    write(folder / "config" / "earcoach" / "config.yaml", config)
    with started("serve", "--port", "0", *args, program=program, **env) as process:
        assert process.stdout is not None
        yield Server(process.stdout.readline().strip(), folder, process.pid)
        if os.name == "posix":  # ended as by people: what was killed has counted no lines
            process.send_signal(signal.SIGINT)
            process.wait(TIMEOUT_S)
