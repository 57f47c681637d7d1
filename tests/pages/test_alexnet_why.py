"""“Why it thinks so” in Streamlit's test runner: two methods side by side, and both checks."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest
from streamlit.testing.v1 import AppTest

from visualizer.alexnet import attribution
from visualizer.alexnet.attribution import deletion, integrated
from visualizer.alexnet.model import AlexNet, random_model
from visualizer.alexnet.names import class_names
from visualizer.alexnet.weights import registry
from visualizer.alexnet.weights.load import Weights
from visualizer.alexnet.weights.registry import Loaded
from visualizer.words.text import LANGUAGES, text


@pytest.fixture(autouse=True, scope="module")
def random_weights() -> Iterator[None]:
    """Random weights, called trained: what is said of them can be tried anywhere."""
    names = class_names(200)
    before = registry.SHARED._loaded
    weights = Weights("shipped", None, names, None)
    registry.SHARED._loaded = Loaded(random_model(AlexNet, len(names)), weights, 0.0, -7)
    yield
    registry.SHARED._loaded = before


@pytest.fixture(autouse=True)
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make what is slow short: the page does not know how long it takes."""
    monkeypatch.setattr(integrated, "_STRETCHES", 2)
    monkeypatch.setattr(integrated, "_FIRST", 1)
    few = partial(attribution.integrated_gradients, limit=6)
    monkeypatch.setattr(attribution, "integrated_gradients", few)
    monkeypatch.setattr(deletion, "SEEDS", 1)
    monkeypatch.setattr(deletion, "deletion", partial(deletion.deletion, steps=2))


def opened(**query: str) -> AppTest:
    app = AppTest.from_file("app.py", default_timeout=60)
    for name, value in query.items():
        app.query_params[name] = value
    app.switch_page("pages/alexnet.py")
    app.run()
    assert not app.exception
    return app


def said(app: AppTest) -> str:
    """Return everything that the page says."""
    parts = [*app.markdown, *app.success, *app.warning, *app.info]
    return "\n".join(str(part.value) for part in parts)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_two_methods_side_by_side_and_what_they_sum_to(lang: str) -> None:
    app = opened(alex_method="integrated", alex_second="grad_cam", lang=lang)
    for method in ("integrated", "grad_cam"):
        assert text(f"alex.about_{method}", lang) in said(app)
    alike = "1은 같은 순서" if lang == "ko" else "rank correlation"
    assert alike not in said(app)  # one of the two is not known yet
    app.button(key="alex_integrate").click().run()
    assert not app.exception
    assert "alex_integrate" not in [button.key for button in app.button]
    assert alike in said(app)
    # The sum and the difference of the logits, whether they agree after so few steps or not.
    assert ("맵의 값을 모두 더하면" if lang == "ko" else "The whole map sums to") in said(app)
    # The method that is shown cannot be put beside itself.
    assert "integrated" not in app.selectbox(key="alex_second").options
    assert len(app.selectbox(key="alex_second").options) == 3


@pytest.mark.parametrize("lang", LANGUAGES)
def test_both_checks_are_one_tap_away(lang: str) -> None:
    app = opened(lang=lang)
    assert text("alex.sanity_words", lang) not in said(app)
    app.session_state["alex_sanity_part"] = app.session_state["alex_deletion_part"] = True
    app.run()
    assert not app.exception
    assert text("alex.sanity_words", lang) in said(app)
    compared = "두 맵" if lang == "ko" else "both maps"
    assert compared in said(app) or text("alex.sanity_nothing", lang) in said(app)
    app.button(key="alex_delete").click().run()
    assert not app.exception
    charts = [chart.proto for chart in app.get("plotly_chart")]
    assert any("alex_deletion_chart" in chart.id for chart in charts)
    assert ("곡선 아래 넓이" if lang == "ko" else "area under its curve") in said(app)
    app.selectbox(key="alex_sanity").set_value("last").run()
    assert not app.exception
    asked = app.query_params["alex_sanity"]
    assert (asked if isinstance(asked, str) else asked[0]) == "last"
