"""The time from the address to the drawn stage in a new Chromium, in seconds.

python -m benchmarks.painted http://localhost:8501/convolution
"""

from __future__ import annotations

import sys
import time

from playwright.sync_api import TimeoutError, sync_playwright

from benchmarks.cases import ready
from tests.browser.chromium import FLAGS, executable


def main() -> None:
    """Open the address that is given and print how long it took; an empty cache, one visit."""
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=executable(), args=list(FLAGS))
        page = browser.new_page(viewport={"width": 1400, "height": 1000})
        started = time.perf_counter()
        try:
            ready(page, sys.argv[1], "conv")
            print(time.perf_counter() - started)
        except TimeoutError:
            print("inf")  # not within a minute
        browser.close()


if __name__ == "__main__":
    main()
