"""The AlexNet page in Streamlit's test runner: opening it, and finding what is on it."""

from __future__ import annotations

from functools import partial
from typing import Any

from streamlit.testing.v1 import AppTest

from tests.pages import conftest
from visualizer.words.text import text

opened = partial(conftest.opened, "alexnet")


def places(app: AppTest) -> dict[str, Any]:
    """Return what the pictures made of places are given, by their keys."""
    parts = [each.proto for each in app.get("bidi_component")]
    return {part.id.rpartition("-")[2]: conftest.sent(part.json) for part in parts}


def sums(app: AppTest) -> list[str]:
    """Return the sums that are written out, as HTML."""
    return [part.proto.body for part in app.get("html") if "alex-sum" in part.proto.body]


def said(app: AppTest, lang: str, red: str = "alex.random") -> None:
    """The unit's own arithmetic and torch agree, and nothing but the weights is in red."""
    assert [each.value for each in app.error] == [text(red, lang)]
    start = text("alex.equal", lang, ours="", torch="", difference="")[:6]
    assert app.success[0].value.startswith(start)
