"""The limits before a real server."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import InvalidStatus
from websockets.typing import Origin

from benchmarks.load import one_process
from deploy.limits.numbers import FILE, UPLOADS_AT_ONCE
from deploy.limits.origin import address
from deploy.visit import Visitor
from tests.deploy.apart import finish
from tests.deploy.uploading import CLOSED, upload


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    """Yield the address of a server of the app, as `make run` starts it."""
    with one_process() as (address_, _):
        yield address_


def test_a_flood_of_questions_is_answered_and_others_too(url: str) -> None:
    async def ask() -> bool:
        async with (
            Visitor(f"{url}/convolution?conv_seed=1") as abuser,
            Visitor(f"{url}/convolution") as reader,
        ):
            page = await abuser.run()
            widget = next(
                each for each in page.widgets("number_input") if each.endswith("conv_seed")
            )
            for number in range(70):
                await abuser.only_ask(id=widget, double_value=float(number))
            first = (await reader.run()).holds("plotly_chart")
            # The last of them is answered, however many were dropped before it.
            last = await abuser.run(id=widget, double_value=999.0)
            # Else it would not hear that the server closes the line.
            reading = asyncio.create_task(abuser.throw_away())
        await reading
        return first and last.messages > 0

    assert finish(ask())


def test_files_beyond_the_limits_are_refused_and_the_session_goes_on(url: str) -> None:
    async def send() -> tuple[list[int], bool]:
        async with Visitor(f"{url}/convolution") as visitor:
            await visitor.run()
            statuses = [
                await asyncio.to_thread(upload, visitor, bytes(2 * FILE)),
                *[
                    await asyncio.to_thread(upload, visitor, bytes(1000))
                    for _ in range(UPLOADS_AT_ONCE + 3)
                ],
            ]
            return statuses, (await visitor.run()).holds("plotly_chart")

    statuses, goes_on = finish(send())
    assert statuses[0] in (413, CLOSED)
    assert statuses[1:UPLOADS_AT_ONCE] == [204] * (UPLOADS_AT_ONCE - 1)
    assert 429 in statuses
    assert goes_on


def test_a_file_of_unknown_length_is_refused(url: str) -> None:
    async def send() -> bytes:
        async with Visitor(f"{url}/convolution") as visitor:
            await visitor.run()
            reader, writer = await asyncio.open_connection(visitor.host, visitor.port)
            lines = (
                f"PUT /_stcore/upload_file/{visitor.session}/file HTTP/1.1",
                f"Host: {visitor.host}",
                "Transfer-Encoding: chunked",
            )
            writer.write("\r\n".join([*lines, "", ""]).encode())
            answer = await reader.readline()
            writer.close()
            return answer

    assert b" 411 " in finish(send())


def test_a_thousand_idle_lines_keep_nobody_out(url: str) -> None:
    async def come() -> bool:
        target = f"{url.replace('http', 'ws')}/_stcore/stream"
        idle = [
            await connect(target, origin=Origin(url), ping_interval=None, compression=None)
            for _ in range(1_000)
        ]
        async with Visitor(f"{url}/pooling") as reader:
            answered = (await reader.run()).messages > 0
        for line in idle:
            line.transport.abort()
        return answered

    assert finish(come())


def test_a_line_from_another_site_is_refused(url: str) -> None:
    async def come() -> int:
        target = f"{url.replace('http', 'ws')}/_stcore/stream"
        with pytest.raises(InvalidStatus) as refused:
            await connect(target, origin=Origin("https://elsewhere.example"))
        return refused.value.response.status_code

    assert finish(come()) == 403


def test_a_proxy_says_who_asks_and_a_household_is_one() -> None:
    def of(host: str) -> str:
        return address({"client": (host, 1)})

    assert of("192.0.2.1") == "192.0.2.1"
    assert of("::ffff:192.0.2.1") == "192.0.2.1"
    assert of("2001:db8:1:2:3:4:5:6") == of("2001:db8:1:2::9") == "2001:db8:1:2::"
    assert of("2001:db8:1:3::9") != of("2001:db8:1:2::9")
    assert of("a socket of the system") == "a socket of the system"
    assert address({}) == ""
