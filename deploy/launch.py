"""Start the app on a port, after checking that it is free, and open a browser if there is one.

python -m deploy.launch [--port 8501]
"""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
import threading
import time
import webbrowser
from contextlib import suppress
from typing import NoReturn

from deploy.backend import answers
from deploy.ports import checked_port
from deploy.server import become_server

PATIENCE = 120.0  # seconds
WARMED = ("/", "/convolution")  # opened before anyone comes: what they import, all lessons need


def browser_to_open() -> bool:
    """Tell whether a browser can be opened: there is one, and on Linux a screen."""
    if sys.platform.startswith("linux") and not (
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    ):
        return False
    try:
        webbrowser.get()
    except webbrowser.Error:
        return False
    return True


def main() -> None:
    """Become the server; SystemExit with a sentence if that is not possible."""
    parser = argparse.ArgumentParser(description="Start ConvScope.")
    parser.add_argument("--port", default="8501")
    start(parser.parse_args().port, "run")


def start(given: str, command: str) -> NoReturn:
    """Serve on the port that was asked for; SystemExit with a sentence if it cannot be used.

    ``command``: as for `checked_port`.
    """
    port = checked_port(given, command)
    window = browser_to_open()
    if not window:
        print(f"There is no browser to open here. Open http://localhost:{port} in yours.")
    serve_alone(port, window)


def serve_alone(port: int, window: bool) -> NoReturn:
    """Serve in this process until Ctrl-C; ``window``: whether to open a browser."""
    sys.stdout.flush()
    url = f"http://127.0.0.1:{port}"
    threading.Thread(target=warm, args=(url,), daemon=True).start()
    become_server(f"--server.port={port}", f"--server.headless={'false' if window else 'true'}")


def warm(*urls: str) -> None:
    """Open pages at servers as soon as they answer, so that no person waits for their imports.

    One alone does so while the browser starts. What fails here fails again when a person comes, and
    is told then.
    """
    until = time.monotonic() + PATIENCE
    while not all(answers(url) for url in urls):
        if time.monotonic() > until:
            return
        time.sleep(0.02)
    asyncio.run(_open(urls))


async def _open(urls: tuple[str, ...]) -> None:
    from deploy.visit import VisitError, visit  # imported now, to let the server start first

    with suppress(VisitError):
        for page in WARMED:
            await asyncio.gather(*(visit(f"{url}{page}") for url in urls))


if __name__ == "__main__":
    main()
