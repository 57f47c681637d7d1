"""Several processes behind one port, with a real nginx: who comes where, who stays where."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Iterator

import pytest

from deploy.ports import port_is_free
from deploy.visit import VisitError, Visitor
from tests.deploy.apart import finish
from tests.deploy.lecture import NGINX, Lecture
from tests.deploy.uploading import upload

pytestmark = pytest.mark.skipif(NGINX is None, reason="there is no nginx")


@pytest.fixture(scope="module")
def lecture() -> Iterator[Lecture]:
    """A lecture that all tests of this module visit."""
    running = Lecture()
    try:
        running.wait_for("ConvScope: http")
        yield running
    finally:
        running.end()


async def _stay(lecture: Lecture, pages: list[str]) -> list[tuple[str, int]]:
    found = []
    for page in pages:
        async with Visitor(lecture.url + page) as visitor:
            first = visitor.cookies.values[lecture.cookie]
            answer = await visitor.run()
            again = await visitor.run()
            assert visitor.cookies.values[lecture.cookie] == first
            found.append((first, min(len(answer.elements), len(again.elements))))
    return found


def test_visitors_are_spread_and_each_stays_where_it_came(lecture: Lecture) -> None:
    found = finish(_stay(lecture, ["/", "/convolution?conv_size=6"] * 10))
    assert {number for number, _ in found} == {"0", "1"}
    assert all(elements > 10 for _, elements in found)


def test_scripts_come_compressed_and_are_kept_but_the_page_is_not(lecture: Lecture) -> None:
    status, headers, page = lecture.get("/convolution?conv_size=6")
    assert status == 200
    assert headers["cache-control"] == "no-cache"
    script = page.decode().split('src=".', 1)[1].split('"', 1)[0]
    status, headers, body = lecture.get(script, **{"Accept-Encoding": "gzip"})
    assert status == 200
    assert headers["content-type"] == "application/javascript"
    assert headers["content-encoding"] == "gzip"
    assert "immutable" in headers["cache-control"]
    assert len(body) < len(lecture.get(script)[2])


def test_the_apps_own_files_and_streamlits_answers_come_through(lecture: Lecture) -> None:
    status, headers, _ = lecture.get("/app/static/fonts/ConvScopeKorean-Regular.woff2")
    assert (status, headers["content-type"]) == (200, "font/woff2")
    assert lecture.get("/_stcore/health")[2] == b"ok"
    assert lecture.get("/convolution/_stcore/health")[0] == 404
    assert lecture.get("/convolution/")[2] == lecture.get("/")[2]  # led to /convolution
    assert lecture.get("/media/none.png")[0] == 404


def test_a_cookie_that_names_no_process_is_replaced(lecture: Lecture) -> None:
    for path in ("/", "/_stcore/health"):
        _, headers, _ = lecture.get(path, Cookie=f"{lecture.cookie}=77")
        assert f"{lecture.cookie}=" in headers["set-cookie"]
        assert (
            lecture.get(path, Cookie=f"{lecture.cookie}=1")[1]
            .get("set-cookie", "")
            .count(lecture.cookie)
            == 0
        )


def test_an_upload_of_forty_megabytes_reaches_the_process_with_the_session(
    lecture: Lecture,
) -> None:
    async def put() -> list[int]:
        statuses = []
        for _ in range(4):
            async with Visitor(lecture.url + "/") as visitor:
                await visitor.run()
                statuses.append(await asyncio.to_thread(upload, visitor, bytes(40_000_000)))
        return statuses

    assert finish(put()) == [204] * 4


def test_visitors_of_a_dead_process_get_the_other_and_it_is_started_again(
    lecture: Lecture,
) -> None:
    async def lose() -> tuple[str, str]:
        async with Visitor(lecture.url + "/") as visitor:
            await visitor.run()
            number = visitor.cookies.values[lecture.cookie]
            os.kill(lecture.process_at(int(number)), signal.SIGKILL)
            with pytest.raises(VisitError):
                await visitor.run()
        # The page in the browser asks again with the cookies that it has.
        async with Visitor(lecture.url + "/", visitor.cookies) as again:
            await again.run()
            return number, again.cookies.values[lecture.cookie]

    before, after = finish(lose())
    assert {before, after} == {"0", "1"}
    lecture.wait_for("has ended and is started again")
    lecture.wait_for("Uvicorn server started", times=3)


def runs(process: int) -> bool:
    """Tell whether a process is there."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def test_ctrl_c_leaves_nothing_behind() -> None:
    lecture = Lecture()
    lecture.wait_for("ConvScope: http")
    children = lecture.children()
    assert len(children) == 3
    lecture.end()
    assert lecture.process.returncode == 0
    assert "ConvScope has ended.\n" in lecture.log
    assert not any(runs(child) for child in children)
    assert port_is_free(lecture.port)
