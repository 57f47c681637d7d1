"""Run all benchmarks: ``make bench``."""

from __future__ import annotations

from playwright.sync_api import sync_playwright

from benchmarks import alexnet_page, engine
from benchmarks.player import play, play_usual, repaint
from tests.browser.chromium import FLAGS, executable
from tests.browser.server import Server


def main() -> None:
    """Print the player's speed beside the usual way's, then the AlexNet page, then the engine."""
    with Server() as server, sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=executable(), args=list(FLAGS))
        print(f"{'input':>6} {'ours':>22} {'usual way':>22} {'ratio':>7}")
        for size in (8, 16, 28, 32):
            ours, frame = play(browser, f"{server.url}/convolution?conv_size={size}")
            usual, slow = play_usual(browser, size)
            print(
                f"{size:>3}×{size:<2} {ours:>8.1f} /s {frame:>6.1f} ms {usual:>9.1f} /s"
                f" {slow:>6.1f} ms {ours / usual:>6.1f}×",
                flush=True,
            )
        pooled, frame = play(browser, f"{server.url}/pooling?pool_size=32", "pool")
        print(f"pooling 32×32, 2×2 windows: {pooled:.1f} /s {frame:.1f} ms")
        change = repaint(browser, f"{server.url}/convolution?conv_size=8")
        print(f"kernel size changed at 8×8: new picture after {change:.0f} ms (median)")
        browser.close()
    alexnet_page.main()
    engine.main()


if __name__ == "__main__":
    main()
