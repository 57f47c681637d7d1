"""The open lines (WebSockets) of a process: how many there are, and how fast each is read.

Who comes when all places are taken gets the place of the line that has been still for the longest
time. A page whose line is closed connects again by itself and is as before, so even a reader whose
page was taken for an abuser's loses nothing; nobody new is kept out by lines that nobody uses.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Iterable, Mapping, MutableMapping
from contextlib import suppress
from typing import Any, Final

from deploy.limits.bucket import Bucket
from deploy.limits.numbers import (
    BYTES,
    BYTES_AT_ONCE,
    LINES,
    LINES_OF_ADDRESS,
    MESSAGES,
    MESSAGES_AT_ONCE,
    OPENED,
    OPENED_AT_ONCE,
    PATIENCE_TO_OPEN,
    SILENCE,
    SILENT_LINES,
)
from deploy.limits.origin import address

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Mapping[str, Any], Receive, Send], Awaitable[None]]

TRY_AGAIN_LATER: Final = 1013  # of RFC 6455's registry of codes that close a line
_KEPT: Final = 500  # addresses that are remembered before those whose bucket is full are forgotten


class Line:
    """An open line. ``heard``: when it last asked for something, None if it never did."""

    def __init__(self, origin: str, receive: Receive, send: Send) -> None:
        """``origin``: the address that counts; the others as ASGI gives them to an app."""
        self.origin, self._receive, self._send = origin, receive, send
        self.opened, self.heard = time.monotonic(), None  # type: float, float | None
        self._messages = Bucket(MESSAGES_AT_ONCE, MESSAGES)
        self._bytes = Bucket(BYTES_AT_ONCE, BYTES)
        self.closed = False  # by us

    @property
    def still_since(self) -> float:
        """The moment since which nothing has been asked."""
        return self.opened if self.heard is None else self.heard

    async def receive(self) -> Message:
        """Return the next message, later if they come too fast.

        Meanwhile uvicorn stops reading from the connection, so that the rest waits at the sender's.
        """
        message = await self._receive()
        if message["type"] == "websocket.receive":
            self.heard = time.monotonic()
            size = len(message.get("bytes") or b"")
            if wait := max(self._messages.take(), self._bytes.take(size)):
                await asyncio.sleep(wait)
        return message

    async def send(self, message: Message) -> None:
        """Send a message; what comes after the end is dropped."""
        if not self.closed:
            await self._send(message)

    async def close(self) -> None:
        """End the line, as if its reader had left."""
        self.closed = True
        with suppress(OSError):  # gone by itself meanwhile
            await self._send({"type": "websocket.close", "code": TRY_AGAIN_LATER})


class Lines:
    """All open lines of a process."""

    def __init__(self) -> None:
        """Begin with none."""
        self._opened: dict[str, Bucket] = {}  # by address
        self._open: list[Line] = []
        self._closing: set[asyncio.Task[None]] = set()

    def __len__(self) -> int:
        """Return how many are open."""
        return len(self._open)

    async def serve(self, app: App, scope: Mapping[str, Any], receive: Receive, send: Send) -> None:
        """Let ``app`` serve a line that was opened, as long as it is open."""
        origin = address(scope)
        if not await self._may_open(origin):
            await send({"type": "websocket.close", "code": TRY_AGAIN_LATER})
            return
        line = Line(origin, receive, send)
        self._open.append(line)
        self._make_room(line.origin)
        timer = asyncio.get_running_loop().call_later(SILENCE, self._end_if_silent, line)
        try:
            await app(scope, line.receive, line.send)
        except RuntimeError:
            if not line.closed:  # else Starlette says that it was not told of the end
                raise
        finally:
            timer.cancel()
            if line in self._open:
                self._open.remove(line)

    async def _may_open(self, origin: str) -> bool:
        """Wait until an address may open one more line; tells whether it may at all.

        Who comes too fast is not refused at once, since he would come again at once.
        """
        if len(self._opened) > _KEPT:
            self._opened = {name: each for name, each in self._opened.items() if not each.is_full}
        bucket = self._opened.setdefault(origin, Bucket(OPENED_AT_ONCE, OPENED))
        if bucket.wait > PATIENCE_TO_OPEN:
            await asyncio.sleep(PATIENCE_TO_OPEN)
            return False
        if wait := bucket.take():
            await asyncio.sleep(wait)
        return True

    def _make_room(self, origin: str) -> None:
        """Close lines that have long been still, until all numbers hold."""
        own = [line for line in self._open if line.origin == origin]
        silent = [line for line in own if line.heard is None]
        if len(silent) > SILENT_LINES:
            self._end(silent[0])
        elif len(own) > LINES_OF_ADDRESS:
            self._end(_stillest(own))
        elif len(self._open) > LINES:
            crowded = _most([line.origin for line in self._open])
            self._end(_stillest(line for line in self._open if line.origin == crowded))

    def _end_if_silent(self, line: Line) -> None:
        if line.heard is None:
            self._end(line)

    def _end(self, line: Line) -> None:
        if line not in self._open:
            return
        self._open.remove(line)
        # Apart from the one who comes: an end may have to wait for a reader that takes nothing.
        task = asyncio.create_task(line.close())
        self._closing.add(task)
        task.add_done_callback(self._closing.discard)


def _stillest(lines: Iterable[Line]) -> Line:
    return min(lines, key=lambda line: line.still_since)


def _most(origins: list[str]) -> str:
    return max(set(origins), key=origins.count)
