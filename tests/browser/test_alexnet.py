"""The AlexNet page in Chromium: a photo, its top class, a unit, a step through it."""

from __future__ import annotations

import re

from PIL import Image
from playwright.sync_api import Page, expect

from tests.browser.conftest import Tab
from tests.browser.pages import main_text, path, query, settled, visit
from tests.browser.server import Server
from visualizer.material.photos import photo_title
from visualizer.words.text import text

PRESS = "(selector) => document.querySelector(selector).click()"


def at_place(page: Page, key: str, place: int, columns: int, rows: int) -> tuple[float, float]:
    """Return the middle of a tile, scrolled into sight."""
    sheet = page.locator(f".st-key-{key} .sheet")
    sheet.scroll_into_view_if_needed()
    box = sheet.bounding_box()
    assert box is not None
    row, col = divmod(place, columns)
    across, down = (col + 0.5) / columns, (row + 0.5) / rows
    return box["x"] + across * box["width"], box["y"] + down * box["height"]


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

    # The first map of 24 columns and 16 rows says its number, and a click opens it.
    pointed = at_place(page, "alex_maps", 0, 24, 16)
    page.mouse.move(*pointed)
    expect(page.locator(".st-key-alex_maps .told")).to_contain_text("channel 1:")
    page.mouse.click(*pointed)
    page.wait_for_url(re.compile("alex_channel=0"))
    settled(page)
    assert "Difference:" in main_text(page)

    # A cell of the large map, 13×13, says which it is and its number.
    page.mouse.move(*at_place(page, "alex_map", 2 * 13 + 4, 13, 13))
    expect(page.locator(".st-key-alex_map .told")).to_have_text(
        re.compile(r"^\(3, 5\): [\u22120-9.·⁻]+")
    )

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


def test_the_evidence_can_be_taken_as_one_picture(server: Server, tab: Tab) -> None:
    page = visit(tab(), f"{server.url}/alexnet?lang=en")
    with page.expect_download() as download:
        page.get_by_role("button", name=text("alex.png", "en")).click()
    taken = download.value
    assert re.fullmatch(r"alexnet_grad_cam_\d+\.png", taken.suggested_filename)
    with Image.open(taken.path()) as picture:
        assert picture.format == "PNG"
        assert picture.width == 3 * 448 + 4 * 16


def test_a_box_of_the_drawing_opens_its_layer_also_by_key(server: Server, tab: Tab) -> None:
    page = visit(tab(), f"{server.url}/alexnet?lang=en")
    drawing = page.locator(".st-key-alex_drawing")
    drawing.get_by_role("button", name=re.compile("^pool2,")).click()
    page.wait_for_url(re.compile("alex_layer=pool2"))
    settled(page)
    expect(drawing.locator(".chosen")).to_have_attribute("data-name", "pool2")
    expect(page.get_by_role("combobox", name="Layer", exact=True)).to_have_value("pool2")
    drawing.get_by_role("button", name=re.compile("^fc8,")).press("Enter")
    page.wait_for_url(re.compile("alex_layer=fc8"))
    settled(page)
    expect(page.get_by_role("combobox", name="Layer", exact=True)).to_have_value("fc8")


def test_a_finger_on_a_phone_picks_the_map_that_it_is_on(server: Server, tab: Tab) -> None:
    phone = tab(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page = visit(phone, f"{server.url}/alexnet?lang=en&alex_layer=conv1")
    sheet = page.locator(".st-key-alex_maps .sheet")
    box = sheet.bounding_box()
    assert box is not None
    columns, rows = 8, 8  # of 64 maps
    assert min(box["width"] / columns, box["height"] / rows) >= 40
    for place in (0, 13, 34):  # some lie where the box must be scrolled to
        x, y = (place % columns + 0.5) / columns, (place // columns + 0.5) / rows
        sheet.tap(position={"x": x * box["width"], "y": y * box["height"]})
        page.wait_for_url(re.compile(f"alex_channel={place}(&|$)"))
        settled(page)
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    # The drawing's boxes are as large.
    for each in page.locator(".st-key-alex_drawing .room").all():
        room = each.bounding_box()
        assert room is not None
        assert min(room["width"], room["height"]) >= 40


def test_a_click_counts_though_the_page_runs_between_press_and_release(
    server: Server, tab: Tab
) -> None:
    page = visit(tab(), f"{server.url}/alexnet?lang=en&alex_layer=conv1")
    page.mouse.move(*at_place(page, "alex_maps", 20, 16, 4))
    page.mouse.down()
    # Another run of the page, with other words: a Plotly chart would be built anew.
    page.evaluate(PRESS, ".st-key-alex_channel_shown [data-testid=stNumberInputStepUp]")
    page.wait_for_url(re.compile("alex_channel="))
    settled(page)
    page.mouse.up()
    page.wait_for_url(re.compile("alex_channel=20(&|$)"))
