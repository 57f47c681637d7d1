"""A server on this machine that answers a download as a test says."""

from __future__ import annotations

import contextlib
import hashlib
import socket
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import numpy as np

CONTENT = np.random.default_rng(0).bytes(900_000)
DIGEST = hashlib.sha256(CONTENT).hexdigest()
Answer = Callable[["Handler"], None]


class Handler(BaseHTTPRequestHandler):
    """Answers as the test says and notes what was asked."""

    server: Server

    def do_GET(self) -> None:
        self.server.asked.append(self.headers.get("Range"))
        with contextlib.suppress(OSError):  # the other side may have left
            self.server.answer(self)

    def log_message(self, *_: Any) -> None:
        pass

    def send(self, status: int, body: bytes, **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content_Length": str(len(body)), **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked: list[str | None] = []
        self.answer: Answer = whole
        self.over = threading.Event()  # lets answers that hang end with the test


def start_of(handler: Handler) -> int:
    asked = handler.headers.get("Range")
    return int(asked.removeprefix("bytes=").removesuffix("-")) if asked else 0


def whole(handler: Handler) -> None:
    start = start_of(handler)
    if not start:
        handler.send(200, CONTENT)
        return
    place = f"bytes {start}-{len(CONTENT) - 1}/{len(CONTENT)}"
    handler.send(206, CONTENT[start:], Content_Range=place)


def ignores_range(handler: Handler) -> None:
    handler.send(200, CONTENT)


def cut_after(count: int) -> Answer:
    def answer(handler: Handler) -> None:
        start = start_of(handler)
        body = CONTENT[start : start + count]
        headers = {"Content_Length": str(len(CONTENT) - start)}
        if start:
            headers["Content_Range"] = f"bytes {start}-{len(CONTENT) - 1}/{len(CONTENT)}"
        handler.send(206 if start else 200, body, **headers)
        handler.connection.shutdown(socket.SHUT_RDWR)

    return answer


def stall_after(count: int) -> Answer:
    def answer(handler: Handler) -> None:
        handler.send(200, CONTENT[:count], Content_Length=str(len(CONTENT)))
        handler.server.over.wait(30)

    return answer
