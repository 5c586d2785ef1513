"""No client can starve another: not by long work, by much of it, by hoarding, or by being slow."""

import asyncio
import json
import socket
import threading
from contextlib import ExitStack, closing

import pytest
from serving import HOLD, Server

from earcoach.serve.answers import Refused
from earcoach.serve.queue import MOST_WAITING, FairQueue
from earcoach.serve.running import MOST_OF_ONE
from earcoach.serve.shelf import Shelf


@pytest.mark.parametrize("at_once", [2, 3])
def test_work_that_never_ends_leaves_a_thread_for_others(at_once: int) -> None:
    over = threading.Event()

    async def all_of_it() -> list[str]:
        queue = FairQueue(at_once=at_once, name="test")
        endless = [asyncio.create_task(queue.run("hoarder", over.wait)) for _ in range(9)]
        told = [await queue.run("other", lambda n=n: f"done {n}") for n in range(3)]
        over.set()
        await asyncio.gather(*endless)
        return told

    assert asyncio.run(all_of_it()) == ["done 0", "done 1", "done 2"]


def test_each_has_its_turn_however_much_one_asks_for() -> None:
    async def all_of_it() -> list[str]:
        queue, order = FairQueue(at_once=2, name="test"), list[str]()
        asked = ["hoarder"] * 20 + ["other"]
        await asyncio.gather(*(queue.run(who, lambda who=who: order.append(who)) for who in asked))
        return order

    assert asyncio.run(all_of_it()).index("other") <= 2


def test_who_asks_for_too_much_is_told_and_nobody_else_is() -> None:
    over = threading.Event()

    async def all_of_it() -> str:
        queue = FairQueue(at_once=2, name="test")
        endless = [
            asyncio.create_task(queue.run("hoarder", over.wait)) for _ in range(MOST_WAITING + 1)
        ]
        await asyncio.sleep(0)
        with pytest.raises(Refused, match="too much is asked for at once"):
            await queue.run("hoarder", over.wait)
        told = await queue.run("other", lambda: "done")
        over.set()
        await asyncio.gather(*endless)
        return told

    assert asyncio.run(all_of_it()) == "done"


def test_work_of_those_who_have_gone_is_not_done() -> None:
    over, done = threading.Event(), list[int]()

    async def all_of_it() -> None:
        queue = FairQueue(at_once=2, name="test")
        first = asyncio.create_task(queue.run("one", over.wait))
        gone = [asyncio.create_task(queue.run("one", lambda n=n: done.append(n))) for n in range(5)]
        await asyncio.sleep(0)
        for task in gone:
            task.cancel()
        over.set()
        await first
        await queue.run("one", lambda: done.append(99))

    asyncio.run(all_of_it())
    assert done == [99]


def test_a_hoarder_pushes_out_its_own_things() -> None:
    shelf = Shelf[str](most=4)
    for name in ("a", "b"):
        shelf.put(name, name, owner="other")
    for number in range(50):
        shelf.put(str(number), "x", owner="hoarder")
    assert shelf.get("a", owner="other") and shelf.get("b", owner="other")
    assert shelf.get("49", owner="hoarder") and not shelf.get("40", owner="hoarder")


def test_what_weighs_most_goes_and_the_newest_stays() -> None:
    shelf = Shelf[str](most=10, weight=len)
    shelf.put("old", "12345", owner="one")
    shelf.put("new", "123456789012345", owner="two")
    assert shelf.get("new", owner="two") and not shelf.get("old", owner="one")


def test_one_client_does_not_open_all_connections(server: Server) -> None:
    """What is too many is closed at once, and what is there goes on."""
    host, port = server.host.split(":")
    session = server.session(HOLD)["id"]
    with ExitStack() as stack:
        opened = [
            stack.enter_context(closing(socket.create_connection((host, int(port)), timeout=60)))
            for _ in range(MOST_OF_ONE + 20)
        ]
        assert opened[-1].recv(1) == b""
        first = opened[0]
        first.sendall(f"GET /api/routines HTTP/1.1\r\nHost: {server.host}\r\n\r\n".encode())
        assert first.recv(12) == b"HTTP/1.1 200"
    assert server.ask(f"/api/sessions/{session}/0/sound.mp3").status == 200


def test_who_does_not_read_holds_nobody_up(server: Server) -> None:
    """Fifty ask for sound, and take none of it."""
    session = server.session(HOLD, pace=0.9)["id"]
    server.lengths(session)
    host, port = server.host.split(":")
    path = f"/api/sessions/{session}/0/sound.mp3"
    with ExitStack() as stack:
        for _ in range(50):
            raw = stack.enter_context(closing(socket.create_connection((host, int(port)))))
            raw.sendall(f"GET {path} HTTP/1.1\r\nHost: {server.host}\r\n\r\n".encode())
        assert len(server.ask(path).body) > 100_000
        assert server.ask("/api/texts", "Squat 3 x 12\n").status == 200
        asked = json.dumps({"document": HOLD, "settings": {"pace": 0.6}})
        assert server.ask("/api/sessions", asked).status == 200
