"""“Why it thinks so” in Streamlit's test runner: two methods side by side, and both checks."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.alexnet.visit import opened
from visualizer.alexnet import attribution
from visualizer.alexnet.attribution import deletion, integrated
from visualizer.alexnet.weights import registry
from visualizer.alexnet.weights.load import Weights
from visualizer.alexnet.weights.registry import Loaded
from visualizer.words.text import text


@pytest.fixture(autouse=True, scope="module")
def called_trained(random_weights: None) -> Iterator[None]:
    """The same random weights, called trained: what is said of a map needs ones that are."""
    before = registry.SHARED._loaded
    assert before is not None
    weights = Weights("shipped", None, before.weights.classes, None)
    registry.SHARED._loaded = Loaded(before.model, weights, 0.0, -7)
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


def said(app: AppTest) -> str:
    """Return everything that the page says."""
    parts = [*app.markdown, *app.success, *app.warning, *app.info]
    return "\n".join(str(part.value) for part in parts)


def test_two_methods_side_by_side_and_what_they_sum_to() -> None:
    lang = "en"
    app = opened(alex_method="integrated", alex_second="grad_cam", lang=lang)
    for method in ("integrated", "grad_cam"):
        assert text(f"alex.about_{method}", lang) in said(app)
    alike = "rank correlation"
    assert alike not in said(app)  # one of the two is not known yet
    app.button(key="alex_integrate").click().run()
    assert not app.exception
    assert "alex_integrate" not in [button.key for button in app.button]
    assert alike in said(app)
    # The sum and the difference of the logits, whether they agree after so few steps or not.
    assert "The whole map sums to" in said(app)
    # The method that is shown cannot be put beside itself.
    assert "integrated" not in app.selectbox(key="alex_second").options
    assert len(app.selectbox(key="alex_second").options) == 3


def test_both_checks_are_one_tap_away() -> None:
    lang = "ko"
    app = opened(lang=lang)
    assert text("alex.sanity_words", lang) not in said(app)
    app.session_state["alex_sanity_part"] = app.session_state["alex_deletion_part"] = True
    app.run()
    assert not app.exception
    assert text("alex.sanity_words", lang) in said(app)
    assert "두 맵" in said(app)
    app.button(key="alex_delete").click().run()
    assert not app.exception
    charts = [chart.proto for chart in app.get("plotly_chart")]
    assert any("alex_deletion_chart" in chart.id for chart in charts)
    assert "곡선 아래 넓이" in said(app)
    app.selectbox(key="alex_sanity").set_value("last").run()
    assert not app.exception
    asked = app.query_params["alex_sanity"]
    assert (asked if isinstance(asked, str) else asked[0]) == "last"
