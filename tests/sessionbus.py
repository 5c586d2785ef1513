"""A private session bus for tests, and a client on it such as a desktop's media controls are.

`SessionBus` starts a dbus-daemon of its own with an address of its own: nothing of the real
desktop is seen or changed, and no service is started by a message. It needs Linux and the program
`dbus-daemon` (apt: dbus); a test calls `require_dbus()` first.
"""

import asyncio
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import AsyncIterator, Callable
from contextlib import ExitStack, asynccontextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pytest
from dbus_fast import Message, MessageType, Variant
from dbus_fast.aio import MessageBus

TIMEOUT_S = 20.0

CONFIG = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={socket}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""


def require_dbus() -> None:
    """Skip the test when there is no D-Bus here; on CI (CI=true, Linux) fail it instead."""
    if shutil.which("dbus-daemon") is not None:
        return
    message = "needs dbus-daemon"
    if os.environ.get("CI") == "true" and sys.platform == "linux":
        pytest.fail(message)  # a skip would go unnoticed there
    pytest.skip(message)


class SessionBus:
    """A session bus, as a context manager."""

    def __init__(self) -> None:
        self.address = ""
        self._cleanup = ExitStack()
        self._process: subprocess.Popen[str] | None = None

    def __enter__(self) -> Self:
        with ExitStack() as stack:
            # Not inside the pytest folder: a socket's path may be about 100 characters long only.
            folder = Path(tempfile.mkdtemp(prefix="sessionbus-", dir="/tmp"))
            stack.callback(shutil.rmtree, folder, ignore_errors=True)
            config = folder / "bus.conf"
            config.write_text(CONFIG.format(socket=folder / "bus"))
            log = folder / "log"
            with log.open("w") as log_file:
                self._process = subprocess.Popen(
                    ["dbus-daemon", f"--config-file={config}", "--print-address", "--nofork"],
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.PIPE,
                    stderr=log_file,
                    text=True,
                    start_new_session=True,
                )
            stack.callback(self.kill)
            assert self._process.stdout is not None
            self.address = self._process.stdout.readline().strip()
            assert self.address, log.read_text()
            self._cleanup = stack.pop_all()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._cleanup.close()

    def kill(self) -> None:
        """Kill the bus as a crash would."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None


class Desktop:
    """A client on a bus: calls, and hears signals."""

    def __init__(self, bus: MessageBus) -> None:
        self._bus = bus
        self._heard: asyncio.Queue[Message] = asyncio.Queue()
        bus.add_message_handler(self._hear)

    def _hear(self, message: Message) -> None:
        if message.message_type is MessageType.SIGNAL:
            self._heard.put_nowait(message)

    async def call(
        self, to: tuple[str, str, str], member: str, signature: str = "", *body: Any
    ) -> Any:
        """Call a member of (bus name, path, interface); the first value of the answer."""
        name, path, interface = to
        message = Message(name, path, interface, member, signature=signature, body=list(body))
        async with asyncio.timeout(TIMEOUT_S):
            reply = await self._bus.call(message)
        assert reply is not None
        assert reply.message_type is MessageType.METHOD_RETURN, reply.body
        return reply.body[0] if reply.body else None

    async def get(self, of: tuple[str, str, str], name: str) -> Any:
        """A property, plain."""
        to = (of[0], of[1], "org.freedesktop.DBus.Properties")
        return plain(await self.call(to, "Get", "ss", of[2], name))

    async def set(self, of: tuple[str, str, str], name: str, value: Variant) -> None:
        """Set a property."""
        to = (of[0], of[1], "org.freedesktop.DBus.Properties")
        await self.call(to, "Set", "ssv", of[2], name, value)

    async def signal(self, member: str, wanted: Callable[[list[Any]], bool]) -> list[Any]:
        """Wait for a signal; its body, plain. Those before it are dropped."""
        async with asyncio.timeout(TIMEOUT_S):
            while True:
                message = await self._heard.get()
                body: list[Any] = plain(message.body)
                if message.member == member and wanted(body):
                    return body

    async def appeared(self, name: str) -> None:
        """Wait until somebody takes a name on the bus."""
        await self.signal("NameOwnerChanged", lambda body: body[0] == name and body[2] != "")

    async def vanished(self, name: str) -> None:
        """Wait until nobody has a name on the bus any more."""
        await self.signal("NameOwnerChanged", lambda body: body[0] == name and body[2] == "")


@asynccontextmanager
async def desktop(address: str) -> AsyncIterator[Desktop]:
    """A client that hears all signals on a bus."""
    bus = await MessageBus(bus_address=address).connect()
    try:
        client = Desktop(bus)
        daemon = ("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus")
        await client.call(daemon, "AddMatch", "s", "type='signal'")
        yield client
    finally:
        bus.disconnect()
        with suppress(EOFError, OSError):  # a test may have killed the bus
            await bus.wait_for_disconnect()


def plain(value: Any) -> Any:
    """A value without its variants."""
    if isinstance(value, Variant):
        return plain(value.value)
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    return value
