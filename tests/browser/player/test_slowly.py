"""A step taken apart: product by product, slowly enough to be followed, and straight to a cell."""

from __future__ import annotations

from typing import Any

from tests.browser.conftest import Tab
from tests.browser.pages import settled, visit
from tests.browser.server import Server
from tests.browser.stage import Stage
from visualizer.figures.lettering import BLANK
from visualizer.lessons.convolution import LESSON
from visualizer.lessons.convolution.example import build
from visualizer.notation import number
from visualizer.words.text import text

OPENING = build(LESSON.opening()).trace
ONE_OF_NINE = "conv_step=1&conv_bias_value=2"  # products 1·(−1) … and a bias


def shown(stage: Stage) -> list[str]:
    texts: list[str] = stage.traces()["numbers:products"]["text"]
    return texts


def wait_products(stage: Stage, count: int) -> None:
    """Wait until just so many products are written."""
    stage.page.wait_for_function(
        """([prefix, blank, count]) => {
          const gd = document.querySelector(`.st-key-${prefix}_stage .js-plotly-plot`);
          const { text } = gd.data.find((trace) => trace.name === "numbers:products");
          return text.slice(0, 9).filter((one) => one !== blank).length === count;
        }""",
        arg=[stage.prefix, BLANK, count],
    )


def test_products_come_one_by_one_and_the_cell_with_the_last(server: Server, tab: Tab) -> None:
    page = visit(tab(), f"{server.url}/convolution?{ONE_OF_NINE}")
    stage = Stage(page, "conv").on_step(2, 9)
    products, whole = shown(stage)[:9], stage.find(".formula").inner_text()
    covered = stage.traces()["cover:output"]
    stage.control("slow").click()
    wait_products(stage, 0)
    assert stage.control("slow").get_attribute("aria-pressed") == "true"
    for count in range(1, 9):
        stage.control("next").click()
        wait_products(stage, count)
        assert shown(stage)[:9] == products[:count] + [BLANK] * (9 - count)
        assert shown(stage)[9].startswith("Σ ")
        assert "… = " in stage.find(".formula").inner_text()
        light = stage.traces()["light:input"]
        assert (min(light["y"]), min(light["x"])) == (
            (count - 1) // 3 + 0.5,
            (count - 1) % 3 + 1.5,
        )
    assert len(stage.traces()["cover:output"]["x"]) >= len(covered["x"]), "not yet uncovered"
    stage.control("next").click()
    wait_products(stage, 9)
    assert stage.find(".formula").inner_text() == whole
    assert stage.traces()["cover:output"]["x"] == covered["x"]
    # On into the next step, back into this one, and whole again.
    stage.control("next").click()
    stage.on_step(3, 9)
    wait_products(stage, 1)
    for _ in range(2):
        stage.control("back").click()
    stage.on_step(2, 9)
    wait_products(stage, 9)
    stage.control("slow").click()
    stage.control("next").click()
    stage.on_step(3, 9)
    wait_products(stage, 9)


def test_it_plays_product_by_product_to_the_end(server: Server, tab: Tab) -> None:
    page = visit(tab(), f"{server.url}/pooling?pool_kind=max")
    stage = Stage(page, "pool").on_step(1, 4)
    stage.control("slow").click()
    stage.find("select").select_option("64")
    stage.control("play").click()
    stage.on_step(4, 4).find(f"[aria-label='{text('common.play')}']").wait_for()
    assert stage.control("last").is_disabled()
    assert "…" not in stage.find(".formula").inner_text()


def test_the_slowest_speed_gives_four_seconds_to_a_step(server: Server, tab: Tab) -> None:
    page = tab(fresh=True)
    visit(page, f"{server.url}/convolution")
    stage = Stage(page, "conv").on_step(1, 9)
    page.clock.install()
    stage.find("select").select_option("0.25")
    stage.control("play").click()
    page.clock.run_for(3900)
    stage.on_step(1, 9)
    page.clock.run_for(200)
    stage.on_step(2, 9)


def test_a_cell_that_is_typed_is_gone_to(server: Server, tab: Tab) -> None:
    page = visit(tab(), f"{server.url}/convolution?conv_size=32&conv_channels=1&conv_filters=2")
    stage = Stage(page, "conv")
    assert not stage.find(".where").is_visible()
    stage.control("where").click()
    for axis, value in (("filter", "2"), ("row", "7"), ("col", "99")):
        stage.find(f"[data-axis={axis}]").fill(value)
        stage.find(f"[data-axis={axis}]").press("Enter")
    # Column 99 is beyond the output's 30.
    page.wait_for_url(f"**conv_step={900 + 6 * 30 + 29}**")
    assert stage.find("[data-axis=col]").input_value() == "30"


def test_the_bias_stands_between_the_sum_and_the_result(server: Server, tab: Tab) -> None:
    page = visit(tab(), f"{server.url}/convolution?conv_filters=2&conv_bias_value=3")
    stage = Stage(page, "conv").on_step(1, 18)
    assert stage.traces()["bias:output"]["text"] == ["+ 3"]
    stage.control("last").click()
    stage.on_step(18, 18)
    assert stage.traces()["bias:output"]["text"] == ["+ 2"]
    page = visit(tab(), f"{server.url}/convolution?conv_bias=0")
    assert "bias:output" not in Stage(page, "conv").traces()


def test_a_phone_shows_every_sum(server: Server, tab: Tab) -> None:
    page = visit(tab(viewport={"width": 390, "height": 844}), f"{server.url}/convolution")
    stage = Stage(page, "conv").on_step(1, 9)
    page.locator(".st-key-conv_stage text", has_text="Σ 3").wait_for()
    stage.control("next").click()
    page.locator(".st-key-conv_stage text", has_text="Σ 0").wait_for()
    assert shown(stage)[9] == f"Σ {number(OPENING.channel_sums(1)[0])}"


def test_the_players_words_follow_the_language(server: Server, tab: Tab) -> None:
    page = visit(tab(), f"{server.url}/convolution?lang=en")
    stage = Stage(page, "conv").on_step(1, 9)
    page.get_by_role("radio", name="한국어").click()
    stage.find(f"[aria-label='{text('common.play', 'ko')}']").wait_for()
    words: dict[str, Any] = {
        ".speed span": text("common.speed", "ko"),
        ".count": text("player.count", "ko", step="1", steps="9"),
        ".readout .point": text("player.hint_point", "ko"),
    }
    for selector, word in words.items():
        stage.find(selector).filter(has_text=word).wait_for()
    assert stage.control("slow").get_attribute("title") == text("player.slow", "ko")
    settled(page)
