"""A visitor without a browser: it speaks Streamlit's protocol over a WebSocket.

It does what the page in a browser does, and draws nothing: get the HTML and the health check, keep
the cookies, connect, ask for a run of the script and read until the script has finished. A process
that begins to serve is visited once, so that the first person does not wait for its imports.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Self
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException
from websockets.typing import Subprotocol

XSRF = "_streamlit_xsrf"
ASKED_FIRST = ("/_stcore/health", "/_stcore/host-config")


class VisitError(Exception):
    """The server refused, ended the conversation, or its script failed."""


@dataclass
class Cookies:
    """The cookies of one visitor, by name."""

    values: dict[str, str] = field(default_factory=dict)

    def take(self, line: str) -> None:
        """Keep the cookie of a ``Set-Cookie`` header."""
        name, _, value = line.partition(";")[0].partition("=")
        self.values[name.strip()] = value.strip()

    def header(self) -> dict[str, str]:
        """Return the ``Cookie`` header, none without cookies."""
        pairs = "; ".join(f"{name}={value}" for name, value in self.values.items())
        return {"Cookie": pairs} if pairs else {}


@dataclass(frozen=True)
class Answer:
    """What one run of the script sent: how many messages, how many bytes, and the elements."""

    messages: int
    size: int
    elements: tuple[ForwardMsg, ...]

    def holds(self, kind: str) -> bool:
        """Tell whether an element of a kind came, ``plotly_chart`` for example."""
        return any(each.delta.new_element.WhichOneof("type") == kind for each in self.elements)

    def widgets(self, kind: str) -> Iterator[str]:
        """Yield the ids of the elements of a kind, ``number_input`` for example."""
        for message in self.elements:
            element = message.delta.new_element
            if element.WhichOneof("type") == kind:
                yield getattr(element, kind).id


class Visitor:
    """One browser tab at ``url``, an address of the app with its path and query.

    ``async with Visitor(url) as visitor: await visitor.run()`` opens the page. Raises VisitError if
    the server does not answer as Streamlit does. ``cookies``: those of an earlier visit.
    """

    def __init__(self, url: str, cookies: Cookies | None = None) -> None:
        parts = urlsplit(url)
        self.host, self.port = parts.hostname or "localhost", parts.port or 80
        self.path, self.query = parts.path or "/", parts.query
        self.cookies = cookies or Cookies()
        self.session = ""  # known from the first run on
        self._state = ClientState(query_string=self.query, page_name=self.path.strip("/"))
        self._state.context_info.timezone = "UTC"
        self._state.context_info.locale = "en-US"
        self._state.context_info.url = f"http://{self.host}:{self.port}{self.path}"
        self._cached: dict[str, ForwardMsg] = {}

    async def __aenter__(self) -> Self:
        await self._get(f"{self.path}?{self.query}" if self.query else self.path)
        await asyncio.gather(*(self._get(path) for path in ASKED_FIRST))
        with _refusals():
            self._socket: ClientConnection = await connect(
                f"ws://{self.host}:{self.port}/_stcore/stream",
                subprotocols=[Subprotocol("streamlit"), Subprotocol(self.cookies.values[XSRF])],
                additional_headers=self.cookies.header(),
                origin=f"http://{self.host}:{self.port}",  # type: ignore[arg-type]  # a NewType of str
                compression=None,
                max_size=None,
                ping_interval=None,
            )
        for line in self._socket.response.headers.get_all("Set-Cookie"):  # type: ignore[union-attr]
            self.cookies.take(line)
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._socket.close()

    async def run(self, **widget: Any) -> Answer:
        """Ask for a run of the script and read its messages until it has finished.

        ``widget``: a widget that was changed, as the fields of Streamlit's ``WidgetState``: ``id``
        and a value, for example ``double_value``. It keeps this value in later runs.
        """
        if widget:
            states = self._state.widget_states.widgets
            state = next((each for each in states if each.id == widget["id"]), None) or states.add()
            state.CopyFrom(WidgetState(**widget))
        return await self._ask(self._state)

    async def press(self, fragment: str, **widget: object) -> Answer:
        """Press a button, or let a component ask, in a part of the page that runs by itself.

        ``fragment``: the part's id, from its elements' ``delta``. ``widget``: as for `run`, with a
        value that counts once, for example ``trigger_value``.
        """
        asked = ClientState()
        asked.CopyFrom(self._state)
        asked.fragment_id = fragment
        asked.widget_states.widgets.add(**widget)
        return await self._ask(asked)

    async def _ask(self, state: ClientState) -> Answer:
        state.cached_message_hashes[:] = self._cached
        with _refusals():
            await self._socket.send(BackMsg(rerun_script=state).SerializeToString())
            return await self._read()

    async def _read(self) -> Answer:
        count = size = 0
        elements: list[ForwardMsg] = []
        async for data in self._socket:
            assert isinstance(data, bytes)
            message = ForwardMsg.FromString(data)
            count, size = count + 1, size + len(data)
            match message.WhichOneof("type"):
                case "new_session":
                    self.session = message.new_session.initialize.session_id
                    self._state.page_script_hash = message.new_session.page_script_hash
                case "navigation":
                    self._state.page_script_hash = message.navigation.page_script_hash
                case "delta":
                    elements.append(message)
                    if message.metadata.cacheable:
                        self._cached[message.hash] = message
                case "ref_hash":
                    elements.append(self._cached[message.ref_hash])
                case "script_finished":
                    if message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                        _check(message)
                        return Answer(count, size, tuple(elements))
        raise VisitError("the server ended the conversation in the middle of a run")

    async def _get(self, target: str) -> None:
        """Get an address, throw its body away and keep its cookies."""
        lines = [
            f"GET {target} HTTP/1.1",
            f"Host: {self.host}:{self.port}",
            "Connection: close",
            *(f"{name}: {value}" for name, value in self.cookies.header().items()),
        ]
        with _refusals():
            reader, writer = await asyncio.open_connection(self.host, self.port)
            try:
                writer.write("\r\n".join([*lines, "", ""]).encode("latin-1"))
                answer = await reader.read()
            finally:
                writer.close()
        head = answer.partition(b"\r\n\r\n")[0].decode("latin-1").split("\r\n")
        if head[0].split(" ")[1:2] != ["200"]:
            raise VisitError(f"{target}: {head[0] or 'no answer'}")
        for line in head[1:]:
            name, _, value = line.partition(":")
            if name.lower() == "set-cookie":
                self.cookies.take(value)


async def visit(url: str) -> Answer:
    """Open a page once and leave; raises VisitError if it does not open."""
    async with Visitor(url) as visitor:
        return await visitor.run()


def _check(finished: ForwardMsg) -> None:
    if finished.script_finished == ForwardMsg.FINISHED_WITH_COMPILE_ERROR:
        raise VisitError("the script could not be compiled")


@contextmanager
def _refusals() -> Iterator[None]:
    try:
        yield
    except (WebSocketException, OSError) as error:
        raise VisitError(str(error)) from error
