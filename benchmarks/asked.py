"""What the benchmarks of the player are asked for, and the browser and server they run with."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence

from playwright.sync_api import Browser, sync_playwright

from benchmarks.cases import WINDOWS
from tests.browser.chromium import FLAGS, executable
from tests.browser.server import Server


def run(
    measure: Callable[[Browser, argparse.Namespace, str], None],
    what: str | None,
    arguments: Sequence[str] | None,
) -> None:
    """Call ``measure`` with a browser, what the command line asks for, and the server's address."""
    parser = argparse.ArgumentParser(description=what)
    parser.add_argument("--busy", action="store_true", help="once more while one core is busy")
    parser.add_argument("--before", help="the address of a server of another version")
    parser.add_argument("--server", help="the address of a server of this version")
    parser.add_argument("--turns", type=int, default=3)
    parser.add_argument("--only", default="", help="cases whose name has this in it")
    parser.add_argument("--window", choices=WINDOWS, action="append")
    asked = parser.parse_args(arguments)
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=executable(), args=list(FLAGS))
        if asked.server:
            measure(browser, asked, asked.server)
        else:
            with Server() as server:
                measure(browser, asked, server.url)
        browser.close()
