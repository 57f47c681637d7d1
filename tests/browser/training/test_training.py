"""A training in a real browser: its curves grow, it pauses, and its epochs are played again."""

from __future__ import annotations

from tests.browser.conftest import Tab
from tests.browser.pages import query, visit
from tests.browser.server import Server
from visualizer.words.text import text

_BOARD = """[...document.querySelectorAll('*')]
  .map((part) => part.shadowRoot?.querySelector('.board')).find(Boolean)"""
_EPOCHS = f"(least) => Number({_BOARD}?.dataset.epochs ?? 0) >= least"


def test_it_trains_pauses_and_plays_its_epochs_again(server: Server, tab: Tab) -> None:
    page = visit(tab(), f"{server.url}/training?lang=en&train_epochs=200")
    page.get_by_role("button", name=text("train.go"), exact=True).click()
    page.wait_for_function(_EPOCHS, arg=3)
    page.get_by_role("button", name=text("train.pause"), exact=True).click()
    page.get_by_role("button", name=text("train.go_on"), exact=True).wait_for()
    slider = page.get_by_label(text("train.board.scrub"))
    numbers = page.locator(".board .numbers")
    last = numbers.inner_text()
    slider.focus()
    page.keyboard.press("Home")
    page.wait_for_function(f"(last) => {_BOARD}.querySelector('.numbers').innerText !== last",
                           arg=last)  # fmt: skip
    assert slider.get_attribute("aria-valuetext") == "Epoch 0 of 200"
    page.keyboard.press("ArrowRight")
    assert slider.get_attribute("aria-valuetext") == "Epoch 1 of 200"
    page.keyboard.press(" ")
    page.get_by_role("button", name=text("train.board.play")).wait_for(state="detached")
    page.wait_for_function(f"() => Number({_BOARD}.querySelector('input').value) > 1")
    # A mistake that is clicked becomes the picture whose maps are drawn.
    page.locator(".board .wrong canvas").click(position={"x": 20, "y": 20})
    page.wait_for_url("**train_picture=**")
    assert int(query(page)["train_picture"]) > 0


def test_a_pair_stands_side_by_side_and_below_one_another_on_a_phone(
    server: Server, tab: Tab
) -> None:
    page = visit(tab(), f"{server.url}/training?lang=ko&train_claim=data")
    page.get_by_role("button", name=text("train.epoch", "ko")).click()
    page.wait_for_function(_EPOCHS, arg=2)
    page.get_by_text(text("train.verdict.early", "ko")).wait_for()
    first, second = page.locator(".board .run").all()
    left, right = first.bounding_box(), second.bounding_box()
    assert left
    assert right
    assert left["y"] == right["y"]
    page.set_viewport_size({"width": 390, "height": 844})
    page.wait_for_function("document.documentElement.scrollWidth - innerWidth <= 1")
    page.wait_for_function(f"""() => {{
      const [one, other] = {_BOARD}.querySelectorAll('.run');
      return other.getBoundingClientRect().top >= one.getBoundingClientRect().bottom; }}""")
