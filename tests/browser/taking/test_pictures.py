"""Pictures and films of an example are made in the browser, as they are seen there."""

from __future__ import annotations

import base64
import io
import re
from pathlib import Path
from xml.etree import ElementTree

from PIL import Image
from playwright.sync_api import Locator, Page

from tests.browser.conftest import Tab
from tests.browser.pages import settled, visit
from tests.browser.server import Server
from tests.browser.stage import Stage
from visualizer.figures.colors import DARK, LIGHT, rgb
from visualizer.taking.letters import FAMILY
from visualizer.words.text import text

_LENGTH = """async (data) => {
  const video = document.createElement('video');
  video.muted = true;
  video.src = `data:video/webm;base64,${data}`;
  await new Promise((done, failed) => {
    video.onloadeddata = done;
    video.onerror = () => failed(new Error(video.error.message));
  });
  return [video.duration, video.videoWidth];
}"""


def form(page: Page, lang: str = "en") -> Locator:
    """Open the tab; return the form."""
    page.get_by_role("tab", name=text("common.tab_take", lang)).click()
    found = page.locator(".st-key-take_pictures .take")
    found.locator("[data-do=picture]:enabled").wait_for()
    settled(page)
    return found


def choose(form: Locator, **wanted: str) -> None:
    """Choose in lists, and fill in fields."""
    for name, value in wanted.items():
        field = form.locator(f"[name={name}]")
        if field.evaluate("node => node instanceof HTMLSelectElement"):
            field.select_option(value)
        else:
            field.fill(value)


def saved(form: Locator, what: str) -> tuple[str, bytes]:
    """Press a button; return the file's name and what is in it."""
    with form.page.expect_download() as download:
        form.locator(f"[data-do={what}]").click()
    file = download.value
    form.locator("[data-do=picture]:enabled").wait_for()
    return file.suggested_filename, Path(file.path()).read_bytes()


def test_a_picture_shows_the_step_in_the_colours_and_the_size_asked_for(
    server: Server, tab: Tab
) -> None:
    page = visit(tab(), f"{server.url}/convolution?conv_size=5&conv_step=4&lang=ko")
    stage = Stage(page, "conv").on_step(5, 9)
    asked = form(page, "ko")
    choose(asked, width="1000", ground="dark", format="svg")
    name, data = saved(asked, "picture")
    assert name == "convolution_5x5_k3_step5.svg"
    svg = data.decode("utf-8")
    root = ElementTree.fromstring(svg)
    words = [node.text for node in root.iter("{http://www.w3.org/2000/svg}text")]
    assert root.get("width") == "1000"
    assert any(word and word.startswith("입력 1×5×5") for word in words)
    assert any(word and "\u2212" in word for word in words), "a real minus"
    total = next(t for t in stage.traces()["numbers:products"]["text"] if t.startswith("Σ"))
    assert total in words
    assert FAMILY in svg
    assert svg.count("@font-face") == 2
    assert re.search(r"(href|src|url)[=(]\s*.?https?:", svg) is None, "it needs nothing else"
    choose(asked, format="png")
    name, data = saved(asked, "picture")
    picture = Image.open(io.BytesIO(data)).convert("RGB")
    assert (name, picture.width) == ("convolution_5x5_k3_step5.png", 1000)
    assert picture.getpixel((0, 0)) == tuple(rgb(DARK.background))
    assert page.evaluate("document.querySelectorAll('.convscope-moving').length") == 1


def test_a_gif_shows_every_step_and_can_be_cancelled(server: Server, tab: Tab) -> None:
    page = visit(tab(), f"{server.url}/convolution?conv_size=8")
    Stage(page, "conv").on_step(1, 36)
    asked = form(page)
    choose(asked, size="480", speed="4")
    name, data = saved(asked, "gif")
    assert name == "convolution_8x8_k3.gif"
    film = Image.open(io.BytesIO(data))
    assert (film.n_frames, film.width) == (36, 480)  # type: ignore[attr-defined]
    assert (film.info["duration"], film.info["loop"]) == (250, 0)
    first = film.convert("RGB")
    assert first.getpixel((0, 0)) == tuple(rgb(LIGHT.background))
    film.seek(35)
    assert film.convert("RGB").tobytes() != first.tobytes()
    Stage(page, "conv").on_step(1, 36)  # the page's own stage stays
    asked.locator("[data-do=gif]").click()
    asked.get_by_role("button", name=text("take.pic_cancel", "en")).click()
    said = asked.get_by_role("status")
    said.filter(has_text=text("take.pic_cancelled", "en")).wait_for()
    choose(asked, to="99")
    asked.locator("[data-do=gif]").click()
    said.filter(has_text=text("take.pic_bad_steps", "en", steps=36, most=150)).wait_for()


def test_a_film_is_recorded(server: Server, tab: Tab) -> None:
    page = visit(tab(), f"{server.url}/pooling?pool_size=4")
    Stage(page, "pool")
    asked = form(page)
    choose(asked, size="480", speed="8", to="3")
    name, data = saved(asked, "webm")
    assert re.fullmatch(r"pooling_4x4_k\d\.webm", name)
    assert data.startswith(b"\x1aE\xdf\xa3")
    length, width = page.evaluate(_LENGTH, base64.b64encode(data).decode())
    assert length > 0
    assert width == 480


def test_another_figure_comes_in_either_theme_and_the_page_keeps_its_own(
    server: Server, tab: Tab
) -> None:
    page = visit(tab(), f"{server.url}/activation")
    asked = form(page)
    assert asked.locator("[name=figure] option").count() > 1
    assert not asked.locator(".moving").is_visible()
    choose(asked, format="svg", width="800")
    name, data = saved(asked, "picture")
    assert name == "activation_stage.svg"
    root = ElementTree.fromstring(data.decode("utf-8"))
    assert root.get("width") == "800"
    assert any(node.text == text("act.derivative", "en") for node in root.iter())
    assert LIGHT.background in data.decode("utf-8")
    choose(asked, format="png", ground="dark")
    name, data = saved(asked, "picture")
    assert name == "activation_stage.png"
    picture = Image.open(io.BytesIO(data)).convert("RGB")
    assert picture.width == 800
    assert picture.getpixel((0, 0)) == tuple(rgb(DARK.background))
    colours = {pixel for _, pixel in picture.getcolors(picture.width * picture.height) or []}
    assert tuple(rgb(DARK.positive)) in colours, "the curve is drawn in the dark theme's colour"
    page.wait_for_function(
        """(ink) => document.querySelector('.st-key-act_stage .js-plotly-plot')
            ?._fullLayout?.font.color === ink""",
        arg=LIGHT.ink,
    )
