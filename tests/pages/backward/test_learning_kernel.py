"""A kernel learns, in Streamlit's test runner: the way in, the choices, the sum, both languages."""

from __future__ import annotations

import json

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.conftest import RunApp, open_tab
from visualizer.lessons.convolution import LESSON
from visualizer.lessons.convolution.learns.run import learning, unmoved
from visualizer.lessons.convolution.parts.learn import KEY
from visualizer.words.text import LANGUAGES, text

FIRST = {"conv_pass": "learn", "conv_input": "cross", "conv_bias": "0"}


def asked(app: AppTest) -> dict[str, str]:
    """Return the parameters in the address."""
    found = app.query_params.items()
    return {name: each if isinstance(each, str) else each[-1] for name, each in found}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_kernel_learns_and_torch_agrees(run_app: RunApp, lang: str) -> None:
    app = run_app("convolution", **FIRST, conv_step=12, conv_opened=4, lang=lang)
    assert not app.exception
    assert text("conv.learn_title", lang) in [heading.value for heading in app.main.header]
    said = " ".join(each.value for each in app.main.markdown)
    assert "0.0351" in said
    captions = " ".join(each.value for each in app.main.caption)
    assert "0.36" in captions
    assert "0.27" in captions
    open_tab(app, "convolution", "proof", lang)
    app.button(key="conv_proof_learn").click().run()
    assert len(app.success) == 1
    open_tab(app, "convolution", "code", lang)
    assert "torch.optim.SGD([w]" in app.code[0].value
    assert not app.get("plotly_chart")


def test_it_is_one_tap_away_and_leads_back(run_app: RunApp) -> None:
    app = run_app("convolution", conv_step=4)
    app.button(key="conv_learn_open").click().run()
    assert asked(app)["conv_pass"] == "learn"
    assert "conv_step" not in asked(app)
    app.segmented_control(key="conv_pass_bar").set_value("forward").run()
    assert not app.exception
    assert not {"conv_pass", "conv_goal", "conv_start"} & set(asked(app))
    assert len(app.get("plotly_chart")) == 1


def test_rates_and_targets_are_chosen_above_the_picture(run_app: RunApp) -> None:
    app = run_app("convolution", **FIRST)
    app.segmented_control(key="conv_learn_rate").set_value("large").run()
    assert len(app.warning) == 1
    assert "10,000" in app.warning[0].value
    app.segmented_control(key="conv_learn_rate").set_value("own").run()
    assert asked(app)["conv_rate_value"] == "0.4"
    app.number_input(key="conv_rate_value").set_value(0.1).run()
    assert not app.warning
    app.selectbox(key="conv_learn_target").set_value("gaussian").run()
    assert asked(app)["conv_preset"] == "gaussian"
    app.selectbox(key="conv_learn_target").set_value("painted").run()
    assert asked(app)["conv_goal"] == "painted"
    app.button(key="conv_learn_again").click().run()
    assert asked(app)["conv_start"] == "2"
    assert not app.exception


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_picture_that_does_not_tell_says_so_and_can_be_changed(
    run_app: RunApp, lang: str
) -> None:
    app = run_app("convolution", conv_pass="learn", conv_input="checkerboard", lang=lang)
    app.button(key="conv_learn_picture").click().run()
    assert not app.exception
    settings = LESSON.parse(asked(app))[0]
    found = learning(unmoved(settings)).problem
    assert settings.input == "random"
    assert found.rank == found.weights
    assert "conv_learn_picture" not in {button.key for button in app.button}


def test_odd_examples_learn_too(run_app: RunApp) -> None:
    odd = {
        "conv_channels": 3, "conv_filters": 3, "conv_groups": 3, "conv_transposed": 1,
        "conv_stride": 2, "conv_activation": "tanh", "conv_goal": "painted", "conv_opened": 29,
    }  # fmt: skip
    app = run_app("convolution", conv_pass="learn", **odd)
    assert not app.exception
    assert not app.warning


def test_a_bias_has_no_stage_to_be_seen_on(run_app: RunApp) -> None:
    app = run_app("convolution", **{**FIRST, "conv_bias": "1"}, conv_opened=8)
    assert len(app.get("link_button")) == 1
    app = run_app("convolution", **{**FIRST, "conv_bias": "1"}, conv_opened=9)
    assert not app.exception
    assert not app.get("link_button")


def test_one_step_a_second_can_be_asked_for(run_app: RunApp) -> None:
    def speed(**query: object) -> float:
        app = run_app("convolution", **FIRST, **query)
        (part,) = (each for each in app.get("bidi_component") if KEY in each.proto.id)
        assert asked(app).get("speed") == query.get("speed")
        return float(json.loads(part.proto.json)["speed"])

    assert (speed(), speed(speed="1"), speed(speed="4")) == (8, 1, 4)
