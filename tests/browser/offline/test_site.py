"""A tour's folder, opened from a disk: one walks through it, and it shows what it tells of."""

from __future__ import annotations

from pathlib import Path

from tests.browser.conftest import Tab
from tests.browser.stage import Stage
from visualizer.offline.site import write
from visualizer.tours import folder


def test_one_walks_from_the_contents_through_steps_in_either_language(
    tab: Tab, tmp_path: Path
) -> None:
    tour = folder.find(folder.LECTURE)
    assert tour is not None
    write(tour, tmp_path)
    page = tab(offline=True)
    page.goto((tmp_path / "index.html").as_uri())
    page.get_by_text("합성곱이 하는 일").click()
    stage = Stage(page, "conv").on_step(1, 9)
    stage.wait_lit("output", 1)
    page.locator("#show").click()
    stage.on_step(9, 9)
    page.get_by_text("English").click()
    Stage(page, "conv")
    page.get_by_role("link", name="Next").click()
    page.get_by_role("heading", name="2. Stride").wait_for()
    Stage(page, "conv").wait_lit("input", 3)
    page.get_by_role("link", name="Contents").click()
    page.get_by_role("heading", name="10. AlexNet").wait_for()
