"""Where the Chromium for the browser tests is, and how it is started.

``python -m tests.browser.chromium`` prints it; exit status 1 and a sentence if there is none.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--use-fake-device-for-media-stream",  # a camera that shows moving shapes
)
COMMANDS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC_APPS = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)


def executable() -> str | None:
    """Return the Chromium to use, None if there is none.

    First what CHROMIUM names, then one on the PATH, a Mac's applications, and playwright's own.
    """
    named = os.environ.get("CHROMIUM")
    if named:
        return shutil.which(named)
    for candidate in (*COMMANDS, *MAC_APPS):
        found = shutil.which(candidate)
        if found:
            return found
    return _downloaded()


def _downloaded() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = Path(playwright.chromium.executable_path)
    return str(path) if path.is_file() else None


if __name__ == "__main__":
    found_here = executable()
    if found_here is None:
        sys.exit("There is no Chromium; `make test` gets one.")
    print(found_here)
