"""The convolution page in Streamlit's test runner: controls, address, words, both languages."""

import json
from functools import partial
from typing import Any

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from tests.pages import conftest
from tests.pages.conftest import open_tab
from visualizer.lessons.roads import visit_convolution
from visualizer.material.photos import photo_title
from visualizer.settings.labels import label
from visualizer.settings.origin import Origin
from visualizer.settings.parameters import Value
from visualizer.words.text import LANGUAGES, text

opened = partial(conftest.opened, "convolution")


def stage(app: AppTest) -> dict[str, dict[str, Any]]:
    spec = json.loads(app.get("plotly_chart")[0].proto.spec)
    return {trace["name"]: trace for trace in spec["data"]}


def address(app: AppTest) -> dict[str, str]:
    values = {name: app.query_params[name] for name in app.query_params}
    return {name: value if isinstance(value, str) else value[0] for name, value in values.items()}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_opens_with_the_lectures_example(lang: str) -> None:
    app = opened(lang=lang)
    assert app.title[0].value == text("conv.title", lang)
    numbers = stage(app)
    assert len(numbers["numbers:input"]["text"]) == 25
    assert len(numbers["numbers:kernel"]["text"]) == 9
    assert len(numbers["numbers:output"]["text"]) == 9
    headings = [heading.value for heading in app.main.header]
    assert text("common.why_shape", lang) in headings
    assert any("= 3" in formula.value for formula in app.latex)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_word_is_left_in_the_other_language(lang: str) -> None:
    other = LANGUAGES[1 - LANGUAGES.index(lang)]
    app = opened(lang=lang)
    labels = {widget.label for widget in [*app.number_input, *app.selectbox, *app.toggle]}
    for name in ("conv_size", "conv_stride", "conv_input", "conv_bias"):
        assert label(name, lang) in labels
        assert label(name, other) not in labels


def test_an_address_sets_every_control_and_stays() -> None:
    query = {"conv_size": "8", "conv_stride": "2", "conv_padding": "1", "conv_activation": "relu"}
    app = opened(**query, conv_step="5", lang="en")
    assert app.number_input(key="conv_size").value == 8
    assert app.number_input(key="conv_stride").value == 2
    assert app.selectbox(key="conv_activation").value == "relu"
    assert address(app) == {**query, "conv_step": "5", "lang": "en"}
    assert "numbers:activated" in stage(app)
    assert not app.warning


def test_turning_a_knob_changes_the_output_and_the_address() -> None:
    app = opened()
    app.number_input(key="conv_size").set_value(7).run()
    assert len(stage(app)["numbers:output"]["text"]) == 25
    assert address(app)["conv_size"] == "7"
    app.selectbox(key="conv_preset").set_value("box").run()
    assert address(app)["conv_preset"] == "box"


def test_the_address_is_the_same_in_both_languages() -> None:
    query = {"conv_input": "checkerboard", "conv_mode": "reflect", "conv_padding": "1"}
    english, korean = (address(opened(**query, lang=lang)) for lang in LANGUAGES)
    assert {**english, "lang": ""} == {**korean, "lang": ""}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_bad_address_opens_with_defaults_and_says_so(lang: str) -> None:
    app = opened(conv_size="99", conv_kernel="three", conv_stride="0", lang=lang)
    assert app.number_input(key="conv_size").value == 5
    assert app.number_input(key="conv_kernel").value == 3
    said = app.warning[0].value
    for name in ("conv_size", "conv_kernel", "conv_stride"):
        assert label(name, lang) in said
    app.number_input(key="conv_size").set_value(6).run()
    assert not app.warning


def test_bounds_follow_from_one_another() -> None:
    app = opened(conv_size="5")
    assert app.number_input(key="conv_kernel").max == 5
    app.number_input(key="conv_padding").set_value(1).run()
    assert app.number_input(key="conv_kernel").max == 7
    app.number_input(key="conv_kernel").set_value(7).run()
    assert app.number_input(key="conv_size").min == 5
    assert app.number_input(key="conv_padding").min == 1


@pytest.mark.parametrize(
    "query",
    [
        {"conv_transposed": "1", "conv_stride": "2", "conv_output_padding": "1"},
        {"conv_channels": "3", "conv_filters": "3", "conv_groups": "3"},
        {"conv_rect": "1", "conv_width": "7", "conv_kernel_w": "2"},
        {"conv_size": "32", "conv_kernel": "11", "conv_pad_kind": "same"},
        {"conv_input": "photo", "conv_size": "16", "conv_channels": "3"},
        {"conv_preset": "custom", "conv_weights": "1_0_-1~2_0_-2~1_0_-1"},
        {"conv_padding": "2", "conv_mode": "circular", "conv_dilation": "2"},
    ],
)
def test_every_kind_of_convolution_can_be_opened(query: dict[str, str]) -> None:
    app = opened(**query)
    assert not app.warning
    assert app.get("plotly_chart")[0].proto.spec


def test_the_proof_computes_the_same_with_torch() -> None:
    app = open_tab(opened(conv_activation="tanh", conv_padding="1"), "convolution", "proof")
    app.button(key="conv_proof").click().run()
    assert not app.error
    assert app.success[0].value.startswith(text("proof.equal", count=25, difference="")[:9])


def test_the_code_is_the_call_on_screen() -> None:
    app = opened(conv_stride="2", conv_padding="1")
    assert not app.code  # nobody has opened its tab
    open_tab(app, "convolution", "code")
    torch_code = next(code.value for code in app.code if "torch" in code.value)
    assert "stride=2, padding=1" in torch_code


def test_the_stage_says_what_it_shows() -> None:
    spec = opened(lang="en").get("plotly_chart")[0].proto
    assert "1×5×5" in spec.alt
    assert "1×3×3" in spec.alt


def test_where_the_browser_cannot_play_the_server_steps() -> None:
    app = opened(conv_step="3")
    app.session_state["_conv_by_server"] = True
    app.run()
    for word, step in (("next", 4), ("back", 3), ("last", 8), ("first", 0)):
        app.button(key=f"conv_step_{word}").click().run()
        assert not app.exception
        assert int(address(app).get("conv_step", 0)) == step
        mark = stage(app)["mark:output"]
        assert (min(mark["y"]) - 0.5, min(mark["x"]) - 0.5) == divmod(step, 3)
    assert app.button(key="conv_step_first").disabled


def test_starting_over_clears_the_address() -> None:
    app = opened(conv_size="9", conv_step="3")
    reset = next(b for b in app.button if b.label == text("common.reset"))
    reset.click().run()
    assert app.number_input(key="conv_size").value == 5
    assert not [name for name in address(app) if name.startswith("conv_")]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_channel_of_alexnet_is_named_until_a_hand_changes_it(lang: str) -> None:
    grid = np.arange(169.0).reshape(1, 13, 13)
    wanted: dict[str, Value] = {"size": 13, "kernel": 3, "padding": 1, "bias": False, "step": 40}
    origin = Origin("goldfish", "relu3", 7, 4, 2, 40, 41)
    app = opened(**visit_convolution(wanted, grid, grid[0, :3, :3], origin).query, lang=lang)
    said = next(each.value for each in app.markdown if "**conv3**" in each.value)
    assert str(text("conv.from", lang, layer="conv3", filter=7, row=4, col=2, channel=40,
                    channels=192, step=41, photo=photo_title("goldfish", lang),
                    sum="6\u2009060")) == said  # fmt: skip
    links = {link.proto.label: link.proto.query_string for link in app.get("page_link")}
    back = links[text("origin.back", lang)]
    for part in ("alex_photo=goldfish", "alex_layer=relu3", "alex_channel=6", "alex_row=3"):
        assert part in back
    app.number_input(key="conv_stride").set_value(2).run()
    assert not app.exception
    assert not any("**conv3**" in each.value for each in app.markdown)
    assert "conv_from" not in address(app)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_a_convolution_is_good_for_is_one_tap_away(lang: str) -> None:
    ideas = [text(f"conv.{name}_title", lang) for name in ("shift", "pattern")]
    app = opened(lang=lang, conv_channels="3", conv_filters="2")
    assert [part.label for part in app.main.expander] == ideas
    # Nothing is made for those who do not open them.
    charts = len(app.get("plotly_chart"))
    app.session_state["conv_shift_part"] = app.session_state["conv_pattern_part"] = True
    app.run()
    assert not app.exception
    assert len(app.get("plotly_chart")) > charts + 4
    # A transposed convolution spreads: moved by one, its output moves by the stride.
    app = opened(lang=lang, conv_transposed="1", conv_input="photo")
    assert [part.label for part in app.main.expander] == ideas[1:]
