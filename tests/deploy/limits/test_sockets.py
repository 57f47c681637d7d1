"""How many lines are open, and who makes room for whom."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any

import pytest

from deploy.limits import sockets
from deploy.limits.bucket import Bucket
from deploy.limits.numbers import BYTES, BYTES_AT_ONCE, MESSAGES, MESSAGES_AT_ONCE
from deploy.limits.sockets import TRY_AGAIN_LATER, Lines, Message, Receive, Send
from tests.deploy.apart import finish


class Browser:
    """One line, as a server and an app see it."""

    def __init__(self, lines: Lines, host: str = "192.0.2.1") -> None:
        """Open a line from ``host``."""
        self.asks: asyncio.Queue[Message] = asyncio.Queue()
        self.asks.put_nowait({"type": "websocket.connect"})
        self.heard: list[Message] = []  # by the app
        self.sent: list[Message] = []  # to the browser
        scope = {"type": "websocket", "client": (host, 1234), "subprotocols": ["streamlit", "x"]}
        self.task = asyncio.create_task(lines.serve(self._app, scope, self.asks.get, self._send))

    @property
    def is_open(self) -> bool:
        """Whether it is."""
        return not any(each["type"] == "websocket.close" for each in self.sent)

    async def ask(self, data: bytes = b"x") -> None:
        """Send the server a message, and wait until the app has it."""
        count = len(self.heard)
        await self.asks.put({"type": "websocket.receive", "bytes": data})
        while len(self.heard) == count:
            await asyncio.sleep(0)

    async def leave(self) -> None:
        """Close the line."""
        await self.asks.put({"type": "websocket.disconnect"})
        await self.task

    async def _send(self, message: Message) -> None:
        self.sent.append(message)
        if message["type"] == "websocket.close":  # as uvicorn does
            await self.asks.put({"type": "websocket.disconnect"})

    async def _app(self, scope: Mapping[str, Any], receive: Receive, send: Send) -> None:
        assert (await receive())["type"] == "websocket.connect"
        await send({"type": "websocket.accept", "subprotocol": "streamlit"})
        while (message := await receive())["type"] != "websocket.disconnect":
            self.heard.append(message)
        await send({"type": "websocket.send", "bytes": b"too late"})


@asynccontextmanager
async def opened(count: int, *, asking: bool = True) -> AsyncIterator[tuple[Lines, list[Browser]]]:
    """Open ``count`` lines, each of which asks for something."""
    lines, browsers = Lines(), []
    for _ in range(count):
        browsers.append(Browser(lines))
        await asyncio.sleep(0)
        if asking:
            await browsers[-1].ask()
    yield lines, browsers
    for browser in browsers:
        await browser.leave()


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sockets, "LINES_OF_ADDRESS", 5)
    monkeypatch.setattr(sockets, "LINES", 8)
    monkeypatch.setattr(sockets, "SILENT_LINES", 3)


def test_the_line_that_was_still_for_longest_makes_room_for_a_new_one() -> None:
    async def come() -> None:
        async with opened(5) as (lines, browsers):
            await browsers[0].ask()
            browsers.append(Browser(lines))
            await browsers[-1].ask()
            await asyncio.sleep(0)
            assert [browser.is_open for browser in browsers] == [True, False, *[True] * 4]
            assert browsers[1].sent == [
                {"type": "websocket.accept", "subprotocol": "streamlit"},
                {"type": "websocket.close", "code": TRY_AGAIN_LATER},
            ]
            assert len(lines) == 5
        assert len(lines) == 0

    finish(come())


def test_lines_that_ask_for_nothing_make_room_for_each_other_alone() -> None:
    async def come() -> None:
        async with opened(1) as (lines, browsers):
            silent = [Browser(lines) for _ in range(6)]
            for _ in range(3):
                await asyncio.sleep(0)
            assert [each.is_open for each in silent] == [False] * 3 + [True] * 3
            assert browsers[0].is_open
            browsers.extend(silent)

    finish(come())


def test_the_address_with_most_lines_makes_room_for_another() -> None:
    async def come() -> None:
        async with opened(5) as (lines, browsers):
            others = [Browser(lines, f"198.51.100.{number}") for number in range(4)]
            for other in others:
                await other.ask()
            await asyncio.sleep(0)
            assert [each.is_open for each in browsers] == [False] + [True] * 4
            assert all(each.is_open for each in others)
            browsers.extend(others)

    finish(come())


def test_a_line_that_asks_for_nothing_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sockets, "SILENCE", 0.0)

    async def come() -> None:
        silent = Browser(Lines())
        await silent.task
        assert not silent.is_open
        assert silent.heard == []

    finish(come())


def test_what_comes_too_fast_waits_and_is_not_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    waits: list[float] = []

    async def come() -> None:
        async with opened(1) as (_, (browser,)):
            sleep = asyncio.sleep

            async def waiting(seconds: float) -> None:
                waits.append(seconds)
                await sleep(0)

            monkeypatch.setattr(asyncio, "sleep", waiting)
            for _ in range(MESSAGES_AT_ONCE + 10):
                await browser.asks.put({"type": "websocket.receive", "bytes": b"x"})
            while len(browser.heard) < MESSAGES_AT_ONCE + 11:
                await sleep(0)
            waits[:] = [each for each in waits if each]
            assert len(waits) >= 10
            assert max(waits) == pytest.approx(11 / MESSAGES, rel=0.2)
            waits.clear()
            await browser.asks.put({"type": "websocket.receive", "bytes": bytes(3 * BYTES_AT_ONCE)})
            while len(browser.heard) < MESSAGES_AT_ONCE + 12:
                await sleep(0)
            assert max(waits) == pytest.approx(2 * BYTES_AT_ONCE / BYTES, rel=0.1)
            monkeypatch.undo()

    finish(come())


def test_a_line_that_has_asked_is_not_ended_for_one_that_has_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def come() -> None:
        lines = Lines()
        go_on = asyncio.Event()

        async def waits(_: str) -> bool:
            await go_on.wait()
            return True

        monkeypatch.setattr(lines, "_may_begin", waits)
        early = Browser(lines)
        await early.asks.put({"type": "websocket.receive", "bytes": b"x"})
        silent = []
        for _ in range(5):
            await asyncio.sleep(0)
            silent.append(Browser(lines))
        for _ in range(5):
            await asyncio.sleep(0)
        go_on.set()
        while not early.heard:
            await asyncio.sleep(0)
        assert early.is_open
        assert [each.is_open for each in silent] == [False, False, True, True, True]
        for each in (early, *silent):
            await each.leave()

    finish(come())


def test_an_address_that_begins_too_many_at_once_waits_and_then_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def come() -> None:
        lines = Lines()
        bucket = Bucket(1, 1.0, lambda: 0.0)
        lines._began["192.0.2.1"] = bucket
        bucket.take(100)
        monkeypatch.setattr(sockets, "PATIENCE_TO_BEGIN", 0.0)
        refused, other = Browser(lines), Browser(lines, "198.51.100.1")
        await refused.asks.put({"type": "websocket.receive", "bytes": b"x"})
        await refused.task
        assert not refused.is_open
        assert refused.heard == []
        await other.ask()
        assert other.is_open
        await other.leave()

    finish(come())
