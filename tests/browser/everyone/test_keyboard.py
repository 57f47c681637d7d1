"""Keys alone reach everything on every page, show where they are, and work it.

What single keys do to the stage is tested in ``player/`` and with the lessons.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Tab
from tests.browser.pages import path, query, settled, visit
from tests.browser.server import Server
from visualizer.lessons.registry import PAGES
from visualizer.words.text import text

# Everything that keys must reach: of radio buttons and tabs one each, the others are the arrows'.
LIST = """() => {
  const found = [];
  const look = (root) => root.querySelectorAll("*").forEach((node) => {
    if (node.shadowRoot) look(node.shadowRoot);
    if (!node.matches("a[href], button, input, select, textarea, summary, [tabindex]")) return;
    const { width, height } = node.getBoundingClientRect();
    const out = node.disabled || node.tabIndex < 0 || !width || !height
      || getComputedStyle(node).visibility === "hidden"
      || node.closest("[inert], [aria-hidden=true]")
      || (node.role === "radio" && node.ariaChecked !== "true")
      || (node.type === "radio" && !node.checked);
    if (!out) found.push(node);
  });
  look(document);
  window.reached = new Map(found.map((node) => [node, false]));
  return found.length;
}"""
# Where the focus is: null outside the page; else whether one sees it there.
FOCUS = """() => {
  let node = document.activeElement;
  while (node?.shadowRoot?.activeElement) node = node.shadowRoot.activeElement;
  if (!node || node === document.body) return null;
  window.reached.set(node, true);
  const isRinged = (at) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(at);
    return (outlineStyle !== "none" && parseFloat(outlineWidth) > 0) || boxShadow !== "none";
  };
  // A field shows it by its border, a box of the drawing by its stroke, the main part by nothing.
  const seen = node.matches("input, textarea, select, g, main, [role=slider]")
    || [node, node.parentElement, ...node.querySelectorAll("*")].some(isRinged);
  return { seen, html: node.outerHTML.slice(0, 160) };
}"""
ALL_REACHED = "() => [...window.reached.values()].every(Boolean)"
LEFT_OUT = """() => [...window.reached].filter(([node, is]) => !is && node.isConnected)
  .map(([node]) => node.outerHTML.slice(0, 160))"""


@pytest.mark.parametrize("page_name", [page.name for page in PAGES])
def test_tab_reaches_everything_and_shows_where_it_is(
    page_name: str, server: Server, tab: Tab
) -> None:
    page = tab()
    visit(page, f"{server.url}/{'' if page_name == 'home' else page_name}")
    if page_name not in ("home", "training", "architecture", "activation", "dropout", "alexnet"):
        page.locator("[data-do=play]").wait_for()
    count = page.evaluate(LIST)
    unseen = []
    for turn in range(2 * count):
        if turn >= count and page.evaluate(ALL_REACHED):
            break
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS)
        if focus is not None and not focus["seen"]:
            unseen.append(focus["html"])
    assert page.evaluate(LEFT_OUT) == []
    assert unseen == []


def focus_by_tab(page: Page, goal: Locator) -> None:
    """Press Tab until the focus is there."""
    goal.wait_for()
    for _ in range(120):
        if goal.evaluate("node => node === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab never came to {goal}")


def test_a_lesson_is_worked_by_keys_alone(server: Server, tab: Tab) -> None:
    page = tab()
    visit(page, f"{server.url}/convolution")
    focus_by_tab(page, page.get_by_label(text("param.conv_stride"), exact=True))
    page.keyboard.press("ArrowUp")
    page.wait_for_url("**conv_stride=2**")
    focus_by_tab(page, page.locator("summary", has_text=text("common.section_more")))
    page.keyboard.press("Enter")
    focus_by_tab(page, page.get_by_label(text("param.conv_transposed"), exact=True))
    page.keyboard.press("Space")
    page.wait_for_url("**conv_transposed=1**")
    settled(page)
    focus_by_tab(page, page.get_by_role("tab", name=text("common.tab_words")))
    proof = page.get_by_role("tab", name=text("common.tab_proof"))
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(proof).to_be_focused()
    page.keyboard.press("Enter")
    expect(proof).to_have_attribute("aria-selected", "true")
    focus_by_tab(page, page.get_by_role("radio", name="English"))
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    page.wait_for_url("**lang=ko**")
    focus_by_tab(page, page.get_by_role("link", name=text("nav.pooling", "ko"), exact=True).first)
    page.keyboard.press("Enter")
    page.get_by_role("heading", level=1, name=text("pool.title", "ko")).wait_for()
    assert path(page) == "pooling"
    assert query(page)["lang"] == "ko"
