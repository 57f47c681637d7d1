"""Three processes behind the compose file's nginx, as a browser and a whole class see them."""

from __future__ import annotations

import asyncio
import urllib.error
import urllib.request
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from deploy.visit import Visitor
from tests.browser.conftest import Tab
from tests.browser.deploy.front import COURSE, Front, fronted
from tests.deploy.apart import finish
from tests.deploy.proxy import nginx_here

pytestmark = pytest.mark.skipif(nginx_here() is None, reason="there is no nginx")
CLASS = 100


@pytest.fixture(scope="module")
def front(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Front]:
    """What the compose file would start, for both tests of this module."""
    with fronted(tmp_path_factory.mktemp("front")) as running:
        yield running


def asked(request: urllib.request.Request | str) -> tuple[int, dict[str, str]]:
    """Return the status and the headers by their lower-case names."""
    try:
        answer = urllib.request.urlopen(request, timeout=60)
    except urllib.error.HTTPError as error:
        answer = error
    with answer:
        return answer.status, {name.lower(): value for name, value in answer.headers.items()}


def test_a_class_behind_one_address_comes_in_and_its_uploads_have_a_limit(front: Front) -> None:
    async def come() -> set[str]:
        """All at once, none leaves before the last has come."""
        visitors = [Visitor(f"{front.url}/convolution") for _ in range(CLASS)]
        await asyncio.gather(*(each.__aenter__() for each in visitors))
        await asyncio.gather(*(each.__aexit__() for each in visitors))
        return {each.cookies.values["convscope"] for each in visitors}

    assert finish(come()) == {"0", "1", "2"}
    place, large = "/_stcore/upload_file/none/none", {"Content-Length": "70000000"}
    refused, headers = asked(urllib.request.Request(front.url + place, b"", large, method="PUT"))
    assert refused == 413
    assert headers["x-content-type-options"] == "nosniff"
    embedded = ("/convolution?embed=true", f"'self' {COURSE}")
    for path, framed_by in (("/convolution", "'self'"), embedded):
        status, headers = asked(front.url + path)
        assert status == 200
        assert headers["content-security-policy"].endswith(f"frame-ancestors {framed_by}")
        assert headers["referrer-policy"] == "same-origin"
        assert "camera=(self)" in headers["permissions-policy"]


def test_the_pages_open_in_a_browser_that_keeps_to_the_policy(front: Front, tab: Tab) -> None:
    """A refusal would stand in the console, and an error there fails the test.

    Playwright cannot wait for a function here: it would be evaluated, which the policy forbids.
    """
    page = tab()
    sockets: list[str] = []
    page.on("websocket", lambda socket: sockets.append(socket.url))
    numbers = set()
    for path in ("/convolution", "/alexnet", "/training"):
        page.goto(front.url + path)
        expect(page.get_by_test_id("stMain").locator("h1")).to_be_visible()
        expect(page.locator("[data-test-script-state=notRunning]")).to_be_visible()
        expect(page.get_by_test_id("stSkeleton")).to_have_count(0)
        (cookie,) = (each for each in page.context.cookies() if each["name"] == "convscope")
        numbers.add(cookie["value"])
    assert len(numbers) == 1
    assert len(sockets) >= 3
    assert all(
        url.startswith(f"{front.url.replace('http', 'ws', 1)}/_stcore/stream") for url in sockets
    )
