"""One Streamlit server of the app, in this process.

python -m deploy.server [options of `streamlit run`]
"""

from __future__ import annotations

import os
import socket
import sys
from pathlib import Path
from typing import NoReturn

from deploy.ports import METRICS_PORT

ROOT = Path(__file__).resolve().parents[1]


def become_server(*options: str) -> NoReturn:
    """Serve in this process until a signal ends it."""
    from streamlit.web import cli

    from deploy import forgetting, logs
    from deploy.limits import guard

    os.chdir(ROOT)
    forgetting.begin()
    send_at_once()
    ask_nobody()
    guard.begin()
    logs.begin()
    if os.environ.get(METRICS_PORT):
        from deploy import metrics  # brings NumPy, the engine and Prometheus' client along

        metrics.begin()
    # Without an address of its own, Streamlit asks another host for it.
    cli.main(
        ["run", "app.py", "--browser.serverAddress=localhost", *options], prog_name="streamlit"
    )
    raise SystemExit  # for the type checker: Streamlit does so itself


def send_at_once() -> None:
    """Let the server send what it has without waiting for the receipt of what it sent before.

    asyncio sees to that where a socket names its protocol, and Streamlit's does not. With both ends
    waiting (Nagle's algorithm here, delayed receipts there) every file after a connection's first
    and the messages of a run came 40 ms late. Connections inherit it from the socket that listens.
    """
    from streamlit.web.server.starlette import starlette_server

    bind = starlette_server._bind_socket

    def bound(address: str, port: int, backlog: int) -> socket.socket:
        listening = bind(address, port, backlog)
        listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return listening

    starlette_server._bind_socket = bound


def ask_nobody() -> None:
    """Keep Streamlit from asking another host for this machine's address.

    It would do so of each WebSocket that a page of another site opens, and serve nobody until that
    host has answered or is given up. Who is let in stays the same: our own pages.
    """
    from streamlit import net_util

    def unknown() -> None:
        return None

    net_util.get_external_ip = unknown


if __name__ == "__main__":
    become_server(*sys.argv[1:])
