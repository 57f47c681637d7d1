"""The open lines (WebSockets) of a process: how many there are, and how fast each is read.

Who comes when all places are taken gets the place of the line that has been still for the longest
time. A page whose line is closed connects again by itself and is as before, so even a reader whose
page was taken for an abuser's loses nothing; nobody new is kept out by lines that nobody uses.
"""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Awaitable, Callable, Iterable, Mapping, MutableMapping, Sequence
from contextlib import suppress
from typing import Any, Final

from starlette.websockets import WebSocketDisconnected

from deploy.limits.bucket import Bucket
from deploy.limits.numbers import (
    BYTES,
    BYTES_AT_ONCE,
    LINES,
    LINES_OF_ADDRESS,
    MESSAGES,
    MESSAGES_AT_ONCE,
    PATIENCE_TO_BEGIN,
    SESSIONS,
    SESSIONS_AT_ONCE,
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
    """An open line. ``heard``: the moment when it last asked for something, or was opened."""

    def __init__(self, origin: str, receive: Receive, send: Send) -> None:
        """``origin``: the address that counts; the others as ASGI gives them to an app."""
        self.origin, self._receive, self._send = origin, receive, send
        self.heard = time.monotonic()
        self._replayed: deque[Message] = deque()
        self._messages = Bucket(MESSAGES_AT_ONCE, MESSAGES)
        self._bytes = Bucket(BYTES_AT_ONCE, BYTES)
        self.closed = False  # by us

    async def first(self, protocols: Sequence[str]) -> bool:
        """Accept the line, and wait until it asks for something; tells whether it does.

        Only then does the app learn of it: Streamlit makes a session for each that is opened.
        """
        connect = await self._receive()
        # The first is the protocol; Streamlit has its secrets in the others.
        chosen = protocols[0] if protocols else None
        await self._send({"type": "websocket.accept", "subprotocol": chosen})
        message = await self.receive()
        self._replayed.extend((connect, message))
        return bool(message["type"] == "websocket.receive")

    async def receive(self) -> Message:
        """Return the next message, later if they come too fast.

        Meanwhile uvicorn stops reading from the connection, so that the rest waits at the sender's.
        """
        if self._replayed:
            return self._replayed.popleft()
        message = await self._receive()
        if message["type"] == "websocket.receive":
            self.heard = time.monotonic()
            size = len(message.get("bytes") or b"")
            if wait := max(self._messages.take(), self._bytes.take(size)):
                await asyncio.sleep(wait)
        return message

    async def send(self, message: Message) -> None:
        """Send a message; what comes after the end is dropped."""
        if not self.closed and message["type"] != "websocket.accept":  # we have already
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
        self._began: dict[str, Bucket] = {}  # by address
        self._silent: list[Line] = []
        self._open: list[Line] = []
        self._closing: set[asyncio.Task[None]] = set()

    def __len__(self) -> int:
        """Return how many have asked for something."""
        return len(self._open)

    async def serve(self, app: App, scope: Mapping[str, Any], receive: Receive, send: Send) -> None:
        """Let ``app`` serve a line that was opened, as long as it is open."""
        line = Line(address(scope), receive, send)
        self._silent.append(line)
        if len(self._silent) > SILENT_LINES:
            self._end(self._silent[0])
        timer = asyncio.get_running_loop().call_later(SILENCE, self._end, line)
        try:
            asks = await line.first(scope["subprotocols"])
            timer.cancel()
            if not asks or not self._drop(line):  # it left, or was ended to make room
                return
            if not await self._may_begin(line.origin):
                await line.close()
                return
            self._open.append(line)
            self._make_room(line.origin)
            await app(scope, line.receive, line.send)
        except WebSocketDisconnected:
            pass  # the browser left while something was on its way to it: nobody's fault
        finally:
            timer.cancel()
            self._drop(line)

    async def _may_begin(self, origin: str) -> bool:
        """Wait until an address may begin one more session; tells whether it may at all.

        Who comes too fast is not refused at once, since he would come again at once.
        """
        if len(self._began) > _KEPT:
            self._began = {name: each for name, each in self._began.items() if not each.is_full}
        bucket = self._began.setdefault(origin, Bucket(SESSIONS_AT_ONCE, SESSIONS))
        if bucket.wait > PATIENCE_TO_BEGIN:
            await asyncio.sleep(PATIENCE_TO_BEGIN)
            return False
        if wait := bucket.take():
            await asyncio.sleep(wait)
        return True

    def _make_room(self, origin: str) -> None:
        """Close the line that has been still for longest, if there are too many."""
        own = [line for line in self._open if line.origin == origin]
        if len(own) > LINES_OF_ADDRESS:
            self._end(_stillest(own))
        elif len(self._open) > LINES:
            crowded = _most([line.origin for line in self._open])
            self._end(_stillest(line for line in self._open if line.origin == crowded))

    def _end(self, line: Line) -> None:
        if not self._drop(line):
            return
        # Apart from the one who comes: an end may have to wait for a reader that takes nothing.
        task = asyncio.create_task(line.close())
        self._closing.add(task)
        task.add_done_callback(self._closing.discard)

    def _drop(self, line: Line) -> bool:
        """Forget a line; tells whether it was known."""
        for lines in (self._silent, self._open):
            if line in lines:
                lines.remove(line)
                return True
        return False


def _stillest(lines: Iterable[Line]) -> Line:
    return min(lines, key=lambda line: line.heard)


def _most(origins: list[str]) -> str:
    return max(set(origins), key=origins.count)
