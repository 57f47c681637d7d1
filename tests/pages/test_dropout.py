"""The dropout page in Streamlit's test runner: both languages, address, drawing again, proof."""

import json

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.conftest import RunApp, open_tab
from visualizer.words.text import LANGUAGES, text


def asked(app: AppTest, name: str) -> str:
    """Return what the address says of a parameter, which the runner keeps in either form."""
    value = app.query_params[name]
    return value if isinstance(value, str) else value[0]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_opens_in_both_languages(run_app: RunApp, lang: str) -> None:
    app = run_app("dropout", lang=lang)
    assert not app.exception
    assert not app.error
    assert app.title[0].value == text("drop.title", lang)
    assert [part.value for part in app.main.header] == [
        text("drop.why", lang),
        text("drop.many", lang),
    ]
    assert len(app.get("plotly_chart")) == 4
    labels = {widget.label for widget in [*app.number_input, *app.selectbox, *app.slider]}
    other = LANGUAGES[1 - LANGUAGES.index(lang)]
    for name in ("drop_p", "drop_mode", "drop_seed", "drop_draws", "drop_layers"):
        assert text(f"param.{name}", lang) in labels
        assert text(f"param.{name}", other) not in labels


def test_an_address_sets_every_control_and_stays(run_app: RunApp) -> None:
    query = {"drop_p": "0.3", "drop_seed": "7", "drop_layers": "3", "drop_mode": "eval"}
    app = run_app("dropout", **query)
    assert app.slider(key="drop_p").value == 0.3
    assert app.selectbox(key="drop_mode").value == "eval"
    assert {name: asked(app, name) for name in query} == query
    assert not app.warning


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_bad_address_says_so(run_app: RunApp, lang: str) -> None:
    app = run_app("dropout", drop_p="2", drop_mode="sleep", drop_what="1", lang=lang)
    assert not app.exception
    said = app.warning[0].value
    assert text("param.drop_p", lang) in said
    assert text("param.drop_mode", lang) in said
    assert "drop_what" in said
    assert app.slider(key="drop_p").value == 0.5


def test_drawing_again_draws_another_mask(run_app: RunApp) -> None:
    app = run_app("dropout")
    before = app.get("plotly_chart")[1].proto.spec
    seed = app.number_input(key="drop_seed").value
    assert seed is not None
    app.button(key="drop_again").click().run()
    assert app.number_input(key="drop_seed").value == seed + 1
    assert app.get("plotly_chart")[1].proto.spec != before
    assert asked(app, "drop_seed") == str(seed + 1)


def test_evaluation_draws_both_networks_alike(run_app: RunApp) -> None:
    app = run_app("dropout", drop_mode="eval")
    one, two = (json.loads(app.get("plotly_chart")[i].proto.spec)["data"] for i in (0, 1))
    assert one == two


def test_everything_dropped_passes_nothing_on(run_app: RunApp) -> None:
    app = run_app("dropout", drop_p="1", lang="en")
    data = json.loads(app.get("plotly_chart")[1].proto.spec)["data"]
    crossed = next(trace for trace in data if trace["name"] == "dropped")
    assert len(crossed["x"]) == 10
    assert any(text("drop.say_p1", "en") in part.value for part in app.markdown)


@pytest.mark.parametrize("p", ["0", "0.35", "1"])
def test_torch_agrees(run_app: RunApp, p: str) -> None:
    app = run_app("dropout", drop_p=p)
    open_tab(app, "dropout", "proof").button(key="drop_proof").click().run()
    assert not app.error
    assert len(app.success) == 1
