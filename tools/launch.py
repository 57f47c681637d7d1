"""Start the app on a port, after checking that it is free, and open a browser if there is one.

python tools/launch.py [--port 8501]
"""

from __future__ import annotations

import argparse
import os
import socket
import sys
import webbrowser
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def port_is_free(port: int) -> bool:
    """Tell whether no program answers on ``port`` of this machine."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.settimeout(1)
        return probe.connect_ex(("127.0.0.1", port)) != 0


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
    given = parser.parse_args().port
    if not given.isdecimal() or not 1 <= int(given) <= 65535:
        raise SystemExit(f"A port is a number from 1 to 65535, not {given}.")
    port = int(given)
    if not port_is_free(port):
        raise SystemExit(
            f"Port {port} is busy: something answers there already, perhaps another ConvScope. "
            f"Close it or choose another port: make run PORT={port + 1 if port < 65535 else 8501}"
        )
    window = browser_to_open()
    if not window:
        print(f"There is no browser to open here. Open http://localhost:{port} in yours.")
    os.chdir(ROOT)
    arguments = [
        *("-m", "streamlit", "run", "app.py", f"--server.port={port}"),
        f"--server.headless={'false' if window else 'true'}",
        "--browser.serverAddress=localhost",  # else Streamlit asks another host for our address
    ]
    sys.stdout.flush()
    os.execv(sys.executable, [sys.executable, *arguments])


if __name__ == "__main__":
    main()
