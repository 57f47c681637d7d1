"""The AlexNet page in Streamlit's test runner, with random weights: every part, both languages."""

from __future__ import annotations

import json
import re

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.alexnet.visit import opened, places, said, sums
from visualizer.alexnet.names import class_names
from visualizer.alexnet.weights import registry
from visualizer.alexnet.weights.load import Weights
from visualizer.alexnet.weights.registry import Loaded
from visualizer.lessons.alexnet.settings import NAMES
from visualizer.lessons.registry import ROOT
from visualizer.material.photos import photo_title
from visualizer.notation import plain
from visualizer.words.quoting import quoted
from visualizer.words.text import LANGUAGES, text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_opens_with_a_photo_and_says_that_its_weights_are_random(lang: str) -> None:
    app = opened(lang=lang)
    assert app.title[0].value == text("alex.title", lang)
    said(app, lang)
    headings = [heading.value for heading in app.main.header]
    for part in ("prediction", "inside", "unit", "why"):
        assert text(f"alex.part.{part}", lang) in headings
    channel = app.number_input(key="alex_channel_shown")
    assert (channel.min, channel.max) == (1, 64)


@pytest.mark.parametrize("layer", ["relu2", "pool5", "avgpool", "fc6", "relu7", "fc8"])
def test_a_unit_of_every_kind_of_layer_opens(layer: str) -> None:
    app = opened(alex_layer=layer, lang="en")
    said(app, "en")
    # Every name below a number is a word, no key of one.
    assert len(sums(app)) == 1
    assert "alex." not in sums(app)[0]


def test_another_photo_another_answer() -> None:
    app = opened(lang="en")
    before = app.success[0].value
    app.selectbox(key="alex_photo").set_value("raccoon").run()
    said(app, "en")
    assert app.success[0].value != before
    none = text("alex.truth.none", "en", photo=photo_title("raccoon", "en"), classes="200")
    assert none in [info.value for info in app.info]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_wrong_answer_says_where_the_right_class_comes(lang: str) -> None:
    app = opened(alex_photo="pan", lang=lang)
    pan = next(each for each in class_names(200) if each.wnid == "n03400231")
    said_of_it = [each.value for each in app.markdown if f"**{pan.name(lang)}**" in each.value]
    assert len(said_of_it) == 1
    # The photos' answers are those of other weights than these.
    counted = text("alex.shipped_right", lang, photos="16", known="12", right="9", chosen="5")
    assert not any(counted in each.value for each in app.markdown)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_shipped_weights_say_how_many_photos_come_out_right(lang: str) -> None:
    card = json.loads((ROOT / "assets" / "alexnet200.json").read_text(encoding="utf-8"))
    weights = Weights("shipped", None, class_names(200), None, card)
    counted = text("alex.shipped_right", lang, photos="16", known="12", right="9", chosen="5")
    before = registry.SHARED._loaded
    assert before is not None
    registry.SHARED._loaded = Loaded(before.model, weights, 0.0, -2)
    try:
        assert any(counted in each.value for each in opened(lang=lang).markdown)
    finally:
        registry.SHARED._loaded = before


def test_a_cell_is_counted_from_1_and_kept_in_the_address_from_0() -> None:
    app = opened(alex_layer="pool1", lang="en")
    app.number_input(key="alex_row_shown").set_value(27).run()
    said(app, "en")
    row = app.query_params["alex_row"]
    assert (row if isinstance(row, str) else row[0]) == "26"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_bad_address_says_so(lang: str) -> None:
    app = opened(alex_layer="pool5", alex_channel="999", alex_photo="upload", lang=lang)
    assert text("param.alex_channel", lang) in app.warning[0].value
    assert text("notice.alex_picture_missing", lang) in app.warning[0].value
    said(app, lang)


def test_occlusion_is_asked_for_and_then_known() -> None:
    app = opened(alex_method="occlusion", alex_patch="64", lang="en")
    app.button(key="alex_occlude").click().run()
    assert not app.exception
    said(app, "en")
    app.run()
    assert "alex_occlude" not in [button.key for button in app.button]


def test_a_camera_without_a_picture_waits() -> None:
    app = opened(lang="en")
    app.selectbox(key="alex_photo").set_value("webcam").run()
    assert app.info[0].value == text("alex.wait.webcam", "en")


def holds(first: str, second: str, product: str) -> bool:
    """Tell whether two written numbers make the written product, but for its last digit."""
    value, weight, shown = (float(plain(each)) for each in (first, second, product))
    return abs(value * weight - shown) <= 0.06 * abs(shown)


def grids(app: AppTest) -> list[list[str]]:
    specs = [json.loads(chart.proto.spec) for chart in app.get("plotly_chart")]
    heats = [trace for spec in specs for trace in spec["data"] if trace["type"] == "heatmap"]
    return [[text for row in heat["text"] for text in row] for heat in heats]


@pytest.mark.parametrize("layer", ["conv1", "conv2", "conv3"])
def test_the_written_products_are_those_of_the_written_factors(layer: str) -> None:
    shown = grids(opened(alex_layer=layer, lang="en"))
    assert len(shown) == 9
    for patch, weights, products in zip(shown[::3], shown[1::3], shown[2::3], strict=True):
        for row in zip(patch, weights, products, strict=True):
            assert holds(*row), row


def test_so_are_those_of_a_fully_connected_units_inputs() -> None:
    app = opened(alex_layer="fc7", lang="en")
    bodies = [part.proto.body for part in app.get("html") if "<table>" in part.proto.body]
    rows = re.findall(r"<tr>(.*?)</tr>", bodies[-1])[1:]
    assert len(rows) == 10
    for row in rows:
        _, value, weight, product = re.findall(r"<td.*?>(.*?)</td>", row)
        assert holds(value, weight, product), row
    # Streamlit's own tables offer a file in which a minus is none that a spreadsheet reads.
    assert not app.dataframe


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_unit_of_the_last_layer_has_its_class_wherever_it_is_named(lang: str) -> None:
    app = opened(alex_layer="fc8", alex_channel="1", lang=lang)
    names = [each.name(lang) for each in class_names(200)]
    chooser = app.selectbox(key="alex_channel")
    assert chooser.options == [f"{i + 1} {name}" for i, name in enumerate(names)]
    for place in range(5):
        written = app.button(key=f"alex_strong_{place}").label
        number, rest = written.split(" ", 1)
        assert rest.startswith(f"{quoted(names[int(number) - 1])}: ")
    chosen = text("alex.unit_title", lang, name="fc8", unit=f"2 {quoted(names[1])}")
    assert chosen in [each.value for each in app.markdown]
    assert f"<small>{names[1]}</small>" in sums(app)[0]
    told = places(app)["alex_maps"]["words"]
    for i, (name, words) in enumerate(zip(names, told, strict=True)):
        assert words.startswith(f"{i + 1} {name}: ")
    chooser.set_value(5).run()
    said(app, lang)
    assert text("alex.unit_title", lang, name="fc8", unit=f"6 {quoted(names[5])}") in [
        each.value for each in app.markdown
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_drawing_and_the_list_of_layers_are_in_step(lang: str) -> None:
    app = opened(alex_layer="conv2", alex_channel="7", lang=lang)
    drawn = places(app)["alex_drawing"]
    assert drawn["chosen"] == app.selectbox(key="alex_layer").value == "conv2"
    assert [box["name"] for box in drawn["arrangements"][0]["boxes"]] == ["", *NAMES]
    assert places(app)["alex_maps"]["chosen"] == 7
    assert "alex_filters" not in places(app)
    app.selectbox(key="alex_layer").set_value("pool5").run()
    said(app, lang)
    assert places(app)["alex_drawing"]["chosen"] == "pool5"
    assert len(places(app)["alex_maps"]["numbers"]) == 256
    titles = {box["name"]: box["title"] for box in drawn["arrangements"][0]["boxes"]}
    assert titles["conv1"] == f"conv1, {text('alex.kind.conv', lang)}, 64×55×55"


def test_the_filters_of_the_first_layer_are_places_too() -> None:
    shown = places(opened(alex_layer="conv1", alex_channel="7", lang="en"))["alex_filters"]
    assert shown["numbers"] == list(range(64))
    assert (shown["chosen"], shown["words"][7]) == (7, "filter 8")
