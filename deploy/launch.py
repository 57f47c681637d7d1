"""Start the app on a port, after checking that it is free, and open a browser if there is one.

python -m deploy.launch [--port 8501]
"""

from __future__ import annotations

import argparse
import os
import sys
import webbrowser
from typing import NoReturn

from deploy.backend import ROOT, streamlit_command
from deploy.ports import checked_port


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
    """Replace this process by the server; SystemExit with a sentence if that is not possible."""
    parser = argparse.ArgumentParser(description="Start ConvScope.")
    parser.add_argument("--port", default="8501")
    port = checked_port(parser.parse_args().port, "run")
    window = browser_to_open()
    if not window:
        print(f"There is no browser to open here. Open http://localhost:{port} in yours.")
    serve_alone(port, window)


def serve_alone(port: int, window: bool) -> NoReturn:
    """Replace this process by one server; ``window``: whether it opens a browser."""
    os.chdir(ROOT)
    headless = "false" if window else "true"
    arguments = streamlit_command(f"--server.port={port}", f"--server.headless={headless}")
    sys.stdout.flush()
    os.execv(arguments[0], arguments)


if __name__ == "__main__":
    main()
