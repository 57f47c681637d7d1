"""What a real server answers to whoever is no reader: alone, as `make run`, and behind nginx."""

from __future__ import annotations

import asyncio
import http.client
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.typing import Subprotocol

from deploy.visit import XSRF, Visitor
from tests.browser.server import Server
from tests.deploy.apart import finish
from tests.deploy.lecture import NGINX, Lecture

FOREIGN = "https://elsewhere.example"
PATIENCE = 60


@dataclass(frozen=True)
class Door:
    """An address where the app answers; ``fronted``: nginx does; ``log``: what was said so far."""

    url: str
    fronted: bool
    log: Sequence[str]

    @property
    def host(self) -> str:
        """The host and the port, as a ``Host`` header says them."""
        return urlsplit(self.url).netloc

    def ask(
        self, path: str, method: str = "GET", body: bytes = b"", **headers: str
    ) -> tuple[int, dict[str, str], bytes]:
        """Return status, headers by lower-case names, body; the path goes out as it is written."""
        connection = http.client.HTTPConnection(self.host, timeout=PATIENCE)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        try:
            connection.request(method, path, body or None, named)
            answer = connection.getresponse()
            said = {name.lower(): value for name, value in answer.getheaders()}
            return answer.status, said, answer.read()
        finally:
            connection.close()


@pytest.fixture(scope="module", params=["alone", "nginx"])
def door(request: pytest.FixtureRequest) -> Iterator[Door]:
    """Each way in, with one process behind it."""
    if request.param == "alone":
        with Server() as server:
            yield Door(server.url, fronted=False, log=server.log)
        return
    if NGINX is None:
        pytest.skip("there is no nginx")
    lecture = Lecture(1)
    try:
        lecture.wait_for("ConvScope: http")
        yield Door(lecture.url, fronted=True, log=lecture.log)
    finally:
        lecture.end()


def opened(door: Door, origin: str | None, sent: bytes | str = b"") -> int:
    """Open a WebSocket from a page of ``origin``; return the status, or the code of its end.

    101 means that it was opened and stays open. ``sent``: a message to send first.
    """

    async def come() -> int:
        socket = await connect(
            f"ws://{door.host}/_stcore/stream",
            subprotocols=[Subprotocol("streamlit")],
            origin=origin,  # type: ignore[arg-type]  # a NewType of str
        )
        async with socket:
            if sent:
                await socket.send(sent)
                async for _ in socket:
                    pass
                return socket.close_code or 0
            return 101

    try:
        return finish(come())
    except InvalidStatus as refused:
        return refused.response.status_code
    except ConnectionClosed as closed:
        return closed.rcvd.code if closed.rcvd else 0


@pytest.mark.parametrize("origin", [FOREIGN, "null", "http://localhost.elsewhere.example"])
def test_a_page_of_another_site_opens_no_session(door: Door, origin: str) -> None:
    assert opened(door, door.url) == 101
    assert opened(door, door.url.replace("http:", "https:")) == 101  # TLS ended in front
    assert opened(door, None) == 101  # no browser, which always says where a page comes from
    assert opened(door, origin) == 403
    # Streamlit itself, which would ask another host for this machine's address, is not asked.
    assert not any("disallowed Origin" in line for line in door.log)


@pytest.mark.parametrize("sent", [b"\xff" * 64, "text"])
def test_who_speaks_another_language_is_put_out_and_others_go_on(
    door: Door, sent: bytes | str
) -> None:
    assert opened(door, door.url, sent) not in (101, 1001)
    assert opened(door, door.url) == 101


def test_another_site_may_read_no_answer(door: Door) -> None:
    for path in ("/_stcore/health", "/_stcore/host-config", "/", "/media/none"):
        assert "access-control-allow-origin" not in door.ask(path, Origin=FOREIGN)[1]
    # Fonts are for everybody: a frame without an origin asks for them from nowhere.
    assert (
        door.ask("/app/static/fonts/ConvScopeKorean-Bold.woff2")[1]["access-control-allow-origin"]
        == "*"
    )


FILE = (
    b'--part\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\n\r\n'
    b"some\r\n--part--\r\n"
)


def test_an_upload_needs_the_session_and_the_token_of_its_page(door: Door) -> None:
    async def put() -> dict[str, int]:
        async with Visitor(door.url + "/") as visitor, Visitor(door.url + "/") as other:
            await visitor.run()
            await other.run()
            assert visitor.session != other.session
            assert uuid.UUID(visitor.session).version == 4  # 122 bits that nobody guesses
            token, cookies = visitor.cookies.values[XSRF], visitor.cookies.header()["Cookie"]
            place = f"/_stcore/upload_file/{visitor.session}/file"
            kind = {"Content_Type": "multipart/form-data; boundary=part"}
            mine = {**kind, "Cookie": cookies, "X_Xsrftoken": token}
            asked: dict[str, tuple[str, str, dict[str, str]]] = {
                "without a token": ("PUT", place, {**kind, "Cookie": cookies}),
                "without a cookie": ("PUT", place, {**kind, "X_Xsrftoken": token}),
                "with another's token": (
                    "PUT", place, {**mine, "X_Xsrftoken": other.cookies.values[XSRF]},
                ),
                "taken away without a token": ("DELETE", place, {"Cookie": cookies}),
                "into no session": ("PUT", f"/_stcore/upload_file/{uuid.uuid4()}/file", mine),
                "as it should be": ("PUT", place, mine),
            }  # fmt: skip
            statuses = {
                name: (await asyncio.to_thread(door.ask, to, method, FILE, **headers))[0]
                for name, (method, to, headers) in asked.items()
            }
            # An uploaded file cannot be asked for: its address is answered by the page.
            assert b"<!DOCTYPE html>" in (await asyncio.to_thread(door.ask, place))[2]
            return statuses

    assert finish(put()) == {
        "without a token": 403,
        "without a cookie": 403,
        "with another's token": 403,
        "taken away without a token": 403,
        "into no session": 400,
        "as it should be": 204,
    }


BEFORE = ("/app/static/", "/static/", "/media/", "/component/", "/", "/_stcore/bidi-components/")
STEPS = ("../", "..%2f", "%2e%2e/", "%2e%2e%2f", "..%5c", "..;/", "//")
WANTED = ("etc/passwd", ".streamlit/config.toml", "app.py", "deploy/server.py")
OURS = (b"root:x:0:0", b"maxUploadSize", b"import")


def test_no_path_leads_out_of_the_folders_that_are_handed_out(door: Door) -> None:
    for before in BEFORE:
        for step in STEPS:
            for wanted in WANTED:
                for far in (1, 3, 9):
                    path = before + step * far + wanted
                    status, _, body = door.ask(path)
                    told = body if b"<!DOCTYPE html>" not in body else b""
                    assert not any(ours in told for ours in OURS), (status, path)


# Of Streamlit's routes these are no reader's: docs/security.md says what each gives away.
NOT_FOR_READERS = (
    ("GET", "/_stcore/metrics"),
    ("GET", "/_stcore/metrics?families=cache_memory_bytes"),
    ("GET", "/_stcore/script-health-check"),
    ("GET", "/_stcore/agent/openapi.json"),
    ("POST", "/_stcore/agent/interact"),
    ("POST", "/_stcore/agent/mcp"),
    ("GET", "/_stcore/bidi-components/any/file.js"),
    ("GET", "/component/any/index.html"),
    ("GET", "/auth/login"),
    ("GET", "/auth/logout"),
    ("GET", "/oauth2callback"),
)


def test_what_no_reader_needs_is_closed_or_says_nothing_about_anybody(door: Door) -> None:
    answers = {f"{method} {path}": door.ask(path, method) for method, path in NOT_FOR_READERS}
    if door.fronted:
        assert {status for status, _, _ in answers.values()} == {404}
        return
    said = answers["GET /_stcore/metrics"][2].decode().splitlines()
    families = {line.split(" ")[2] for line in said if line.startswith("# TYPE")}
    assert families <= {
        "session_events",
        "session_duration_seconds",
        "active_sessions",
        "cache_memory_bytes",
    }
    assert answers["POST /_stcore/agent/interact"][0] == 403
    assert answers["POST /_stcore/agent/mcp"][0] == 400
    for path in ("/auth/login", "/auth/logout", "/oauth2callback"):
        status, headers, _ = answers[f"GET {path}"]
        assert (status, headers["location"]) == (302, "/")
