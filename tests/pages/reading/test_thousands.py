"""Thousands: a comma in Korean, a thin space in English, in sentences, tables and figures alike."""

from __future__ import annotations

import re

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.conftest import RunApp
from visualizer.words.text import LANGUAGES

LARGE: dict[str, dict[str, object]] = {
    "convolution": {"conv_size": 32, "conv_channels": 3, "conv_filters": 3},
    "activation": {"act_kind": "softmax", "act_z1": 1000, "act_z2": -1000, "act_z3": 0},
    "pooling": {"pool_size": 32, "pool_channels": 3},
    "dropout": {"drop_draws": 2000},
    "dense": {"dense_map": "convolution"},
    "architecture": {"arch_layer": 14},
    "alexnet": {"alex_layer": "fc6"},
}
THIN = re.compile(r"\d(?:\u2009|\\u2009)\d{3}")
COMMA = re.compile(r"\d,\d{3}(?!\d)")


def seen(app: AppTest) -> list[str]:
    """Return what a page says in sentences, tables and figures; LaTeX and data are left out."""
    words = [each.value for each in (*app.markdown, *app.caption, *app.error)]
    words += [each.proto.body for each in app.get("html") if "<table" in each.proto.body]
    specs = [each.proto.spec for each in app.get("plotly_chart")]
    return words + [word for spec in specs for word in re.findall(r'"text":"(.*?)"', spec)]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", LARGE)
def test_thousands_are_written_as_the_language_writes_them(
    run_app: RunApp, name: str, lang: str
) -> None:
    said = "\n".join(seen(run_app(name, lang=lang, **LARGE[name])))
    if lang == "ko":
        assert not THIN.search(said), THIN.search(said)
    if name not in ("dropout", "dense"):
        assert (COMMA if lang == "ko" else THIN).search(said), "nothing large is said"
