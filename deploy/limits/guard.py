"""The limits put before Streamlit's server, and into the runs of its sessions."""

from __future__ import annotations

import asyncio
import resource
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from starlette.datastructures import Headers
from starlette.formparsers import MultiPartParser
from starlette.requests import ClientDisconnect
from streamlit import config
from streamlit.runtime import Runtime
from streamlit.runtime.scriptrunner.script_runner import ScriptRunner
from streamlit.web.server.starlette import starlette_app, starlette_server
from streamlit.web.server.starlette.starlette_websocket import _is_origin_allowed

from deploy.limits.numbers import ENVELOPE, MEGABYTE, REFUSING
from deploy.limits.origin import address
from deploy.limits.sockets import App, Lines, Message, Receive, Send
from deploy.limits.turns import TURNS, Turns
from deploy.limits.uploads import PATH, Keeper, Upload, Uploads, size_of


class Guard:
    """An ASGI app that lets another one serve what keeps to the limits."""

    def __init__(self, app: App, uploads: Uploads) -> None:
        """``app`` is asked for all that is not refused."""
        self._app, self._lines, self._uploads = app, Lines(), uploads

    async def __call__(self, scope: Mapping[str, Any], receive: Receive, send: Send) -> None:
        """Serve a connection, as ASGI says."""
        if scope["type"] == "websocket":
            headers = Headers(raw=scope["headers"])
            if not _is_origin_allowed(headers.get("origin"), headers.get("host")):
                await send({"type": "websocket.close", "code": 1008})  # as Streamlit does
                return
            await self._lines.serve(self._app, scope, receive, send)
            return
        found = PATH.search(scope["path"]) if scope.get("method") == "PUT" else None
        if found is None:
            await self._app(scope, receive, send)
            return
        size = size_of(scope)
        if size is None:
            await _refuse(HTTPStatus.LENGTH_REQUIRED, send)
            return
        upload = Upload(found[1], address(scope), size)
        refused = self._uploads.refuses(upload)
        if refused is not None:
            if refused == HTTPStatus.TOO_MANY_REQUESTS:
                await asyncio.sleep(REFUSING)  # told at once, he would ask again at once
            await _refuse(refused, send)
            return

        async def slowly() -> Message:
            message = await receive()
            if pause := self._uploads.pause(upload, len(message.get("body", b""))):
                await asyncio.sleep(pause)
            return message

        try:
            await self._uploads.serve(upload, self._app(scope, slowly, send))
        except ClientDisconnect:
            pass  # who sent it has left
        except TimeoutError:
            await _refuse(HTTPStatus.REQUEST_TIMEOUT, send)


async def _refuse(status: HTTPStatus, send: Send) -> None:
    said = status.phrase.encode()
    headers = [(b"content-type", b"text/plain"), (b"connection", b"close")]
    await send({"type": "http.response.start", "status": status.value, "headers": headers})
    await send({"type": "http.response.body", "body": said})


def begin() -> None:
    """Put the limits before the server that this process is going to start."""
    _allow_files()
    # Streamlit's own way to add to its server, `App`, does not run a script that is a page, as
    # app.py has to be for whoever starts it with `streamlit run`.
    create = starlette_app.create_starlette_app

    def guarded(runtime: Runtime) -> Guard:
        largest = int(config.get_option("server.maxUploadSize")) * MEGABYTE
        # An upload above this size would be written to a temporary file: none ever is.
        MultiPartParser.spool_max_size = largest + ENVELOPE
        uploads = Uploads(lambda: _keeper(runtime), largest, TURNS.others_are_about)
        return Guard(create(runtime), uploads)  # type: ignore[arg-type]  # Starlette's own types

    # By its name, since that module does not say that it has it.
    setattr(starlette_server, create.__name__, guarded)
    _take_turns(TURNS)


def _keeper(runtime: Runtime) -> Keeper:
    return runtime.uploaded_file_mgr  # type: ignore[return-value]  # the one that holds in memory


def _take_turns(turns: Turns) -> None:
    """Count every session's runs, and let it give way where it sends an element."""
    run, checkpoint = ScriptRunner._run_script, ScriptRunner._maybe_handle_execution_control_request

    def counted(self: ScriptRunner, rerun_data: Any) -> None:
        with turns.run(self._session_id):
            run(self, rerun_data)

    def giving_way(self: ScriptRunner) -> None:
        turns.give_way()
        checkpoint(self)

    ScriptRunner._run_script = counted  # type: ignore[method-assign]
    ScriptRunner._maybe_handle_execution_control_request = giving_way  # type: ignore[method-assign]


def _allow_files() -> None:
    """Raise the number of open connections to what the system allows: often it is 1,024 of them."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = 16_384 if hard == resource.RLIM_INFINITY else min(hard, 16_384)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
