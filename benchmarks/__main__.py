"""Run all benchmarks: ``make bench``. docs/speed.md says what came out, and what it means."""

from __future__ import annotations

from playwright.sync_api import sync_playwright

from benchmarks import alexnet_page, engine, learning, pages, playing, pointing
from benchmarks.player import play, play_usual
from tests.browser.chromium import FLAGS, executable
from tests.browser.server import Server


def main() -> None:
    """Print what a page costs, how it plays and answers a pointer, AlexNet, engine and learning."""
    pages.main()
    playing.main([])
    pointing.main([])
    beside_the_usual_way()
    alexnet_page.main()
    engine.main()
    learning.main()


def beside_the_usual_way() -> None:
    """Print the player's speed beside that of heatmaps redrawn in every frame."""
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
        browser.close()


if __name__ == "__main__":
    main()
