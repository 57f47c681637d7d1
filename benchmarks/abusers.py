"""One who asks too much of a server, each kind in a way of its own; see abuse.py.

python -m benchmarks.abusers reruns http://localhost:8501      until it is ended

It is a process of its own with the lowest priority, so that what it takes of this machine's cores
for itself does not count as what it does to the server.
"""

from __future__ import annotations

import asyncio
import os
import sys
from collections import Counter
from collections.abc import Awaitable, Callable
from itertools import count

from websockets.asyncio.client import connect
from websockets.exceptions import WebSocketException
from websockets.typing import Origin

from deploy.visit import XSRF, VisitError, Visitor
from tests.deploy.uploading import HEAD, TAIL

LARGE = "/convolution?conv_size=32&conv_channels=3&conv_filters=4&conv_seed={}"
ADDRESS = 500_000  # characters, in 990 parameters: just below what Streamlit takes
FILE = 45 << 20  # bytes, just below what a page's usual place takes
SOCKETS = 1_000


async def reruns(url: str) -> None:
    """Ask for one run after the other, each with other numbers, without waiting for an answer."""
    await _flood(url, lambda visitor, number: None)


async def examples(url: str) -> None:
    """Ask for the largest example, and for another one as soon as it has come."""
    async with Visitor(url + LARGE.format(1)) as visitor:
        answer = await visitor.run()
        widget = next(each for each in answer.widgets("number_input") if each.endswith("conv_seed"))
        for number in count():
            await visitor.run(id=widget, double_value=float(number % 1000))


async def addresses(url: str) -> None:
    """Do the same with half a million characters in the address line."""

    def look(visitor: Visitor, number: int) -> None:
        each = ADDRESS // 990 - len("&conv_000=")
        parts = (f"conv_{part:03d}={'9' * each}" for part in range(990))
        visitor.look_at(f"conv_seed={number}&{'&'.join(parts)}")

    await _flood(url, look)


async def _flood(url: str, before: Callable[[Visitor, int], None]) -> None:
    async with Visitor(url + LARGE.format(1)) as visitor:
        answer = await visitor.run()
        widget = next(each for each in answer.widgets("number_input") if each.endswith("conv_seed"))
        reading = asyncio.create_task(visitor.throw_away())
        for number in count():
            before(visitor, number)
            await visitor.only_ask(id=widget, double_value=float(number % 1000))
            if reading.done():
                raise VisitError("the server has closed the line")


async def uploads(url: str) -> None:
    """Put one large file after the other into one session, four at a time."""
    async with Visitor(f"{url}/convolution") as visitor:
        await visitor.run()
        statuses: Counter[str] = Counter()
        await asyncio.gather(*(_put(visitor, worker, statuses) for worker in range(4)))


async def _put(visitor: Visitor, worker: int, statuses: Counter[str]) -> None:
    body = HEAD + bytes(FILE) + TAIL
    for number in count():
        lines = [
            f"PUT /_stcore/upload_file/{visitor.session}/{worker}-{number} HTTP/1.1",
            f"Host: {visitor.host}:{visitor.port}",
            "Connection: close",
            f"Content-Length: {len(body)}",
            "Content-Type: multipart/form-data; boundary=part",
            f"X-Xsrftoken: {visitor.cookies.values[XSRF]}",
            *(f"{name}: {value}" for name, value in visitor.cookies.header().items()),
        ]
        reader, writer = await asyncio.open_connection(visitor.host, visitor.port)
        try:
            writer.write("\r\n".join([*lines, "", ""]).encode() + body)
            await writer.drain()
            answer = (await reader.read(64)).split()
            statuses[answer[1].decode() if answer else "none"] += 1
        except OSError:
            statuses["reset"] += 1
        finally:
            writer.close()


async def sockets(url: str) -> None:
    """Open a thousand lines and ask for nothing, and open anew what is closed."""
    address = url.replace("http://", "ws://") + "/_stcore/stream"
    await asyncio.gather(*(_idle(address, url) for _ in range(SOCKETS)))


async def _idle(address: str, url: str) -> None:
    while True:
        try:
            line = await connect(
                address, origin=Origin(url), compression=None, ping_interval=None, open_timeout=60
            )
            await line.wait_closed()
        except (OSError, WebSocketException):
            await asyncio.sleep(1)


KINDS: dict[str, Callable[[str], Awaitable[None]]] = {
    "reruns": reruns,
    "examples": examples,
    "uploads": uploads,
    "addresses": addresses,
    "sockets": sockets,
}


if __name__ == "__main__":
    os.nice(19)
    asyncio.run(KINDS[sys.argv[1]](sys.argv[2]))  # type: ignore[arg-type]  # coroutines all
