"""The AlexNet page in Chromium: a photo, its top class, a unit, a step through it."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.browser.conftest import Tab
from tests.browser.pages import main_text, path, query, settled, visit
from tests.browser.server import Server
from visualizer.material.photos import photo_title


def test_from_a_photo_to_the_products_of_one_unit(server: Server, tab: Tab) -> None:
    page = visit(tab(), f"{server.url}/alexnet?lang=en&alex_layer=conv3")
    title = photo_title("coffee", "en")
    page.get_by_role("combobox", name="Photo").click()
    page.get_by_role("option", name=title, exact=True).click()
    page.wait_for_url(re.compile("alex_photo=coffee"))
    settled(page)
    # The top class is an annotation of the chart, its probability the first bar's own text.
    expect(page.locator(".st-key-alex_top .annotation-text").first).not_to_be_empty()
    expect(page.locator(".st-key-alex_top .bartext").first).to_contain_text("%")

    maps = page.locator(".st-key-alex_maps .nsewdrag").first
    maps.scroll_into_view_if_needed()
    box = maps.bounding_box()
    assert box is not None
    # The first map of 24 columns and 16 rows.
    page.mouse.move(box["x"] + box["width"] / 48, box["y"] + box["height"] / 32)
    page.locator(".st-key-alex_maps .hoverlayer .hovertext").wait_for()
    page.mouse.click(box["x"] + box["width"] / 48, box["y"] + box["height"] / 32)
    page.wait_for_url(re.compile("alex_channel=0"))
    settled(page)
    assert "Difference:" in main_text(page)

    step = page.get_by_role("link", name="Step through channel")
    step.first.click()
    page.wait_for_url(re.compile("/convolution"))
    settled(page)
    first = query(page)
    assert first["conv_size"] == "13"
    assert first["conv_preset"] == "custom"

    # It says whose numbers these are, also after a reload, and leads back to that very unit.
    page.reload()
    settled(page)
    said = page.locator(".st-key-conv_origin")
    expect(said).to_contain_text("AlexNet's conv3, filter 1")
    said.get_by_role("link", name="Back to this unit").click()
    page.wait_for_url(re.compile("/alexnet"))
    settled(page)
    back = query(page)
    assert (back["alex_photo"], back["alex_layer"], back["alex_channel"]) == (
        "coffee",
        "conv3",
        "0",
    )
    assert "alex_row" in back
    assert not [name for name in query(page) if name.startswith("conv_")]
    # Another channel is another example, though the lesson has been open before.
    page.get_by_role("link", name="Step through channel").nth(1).click()
    page.wait_for_url(re.compile("/convolution"))
    settled(page)
    assert path(page) == "convolution"
    assert query(page)["conv_data"] != first["conv_data"]
