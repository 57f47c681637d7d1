"""Code and errors pasted on the architecture page: both languages, mended and taken over."""

from __future__ import annotations

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.architecture.test_page import net, opened
from visualizer.lessons.architecture.paste.samples import FEATURES, SAMPLES
from visualizer.words.text import LANGUAGES, text

MESSAGE = "RuntimeError: mat1 and mat2 shapes cannot be multiplied (1x1568 and 1050x10)"


def paste(lang: str, code: str, error: str = "") -> AppTest:
    app = opened(lang=lang)
    app.session_state["arch_paste"] = True
    app.run()
    app.text_area(key="arch_paste_code").set_value(code).run()
    if error:
        app.text_area(key="arch_paste_error").set_value(error).run()
    assert not app.exception
    return app


def listed(app: AppTest) -> str:
    return "".join(str(part.proto.body) for part in app.get("html") if "pasted" in part.proto.body)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_wrong_number_is_said_marked_and_mended(lang: str) -> None:
    app = paste(lang, FEATURES)
    assert "1568" in app.error[0].value
    assert text("arch.paste_line", lang, line=18) in app.error[0].value
    assert '<li class="fails"' in listed(app)
    assert '<li class="fix"' in listed(app)
    assert "32×7×7" in listed(app)
    app.button(key="arch_paste_mend_0").click().run()
    assert "nn.Linear(1568, 10)" in str(app.text_area(key="arch_paste_code").value)
    assert not app.error
    assert app.success
    app.button(key="arch_paste_build").click().run()
    assert net(app) == "1-1x28-c16k3p1-relu-max2-c32k3p1-relu-max2-flat-fc10"
    assert not app.exception


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_error_alone_and_beside_its_code(lang: str) -> None:
    assert "1568" in paste(lang, "", MESSAGE).info[0].value
    app = paste(lang, FEATURES, MESSAGE)
    assert text("arch.paste_line", lang, line=18) in app.info[0].value


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", SAMPLES)
def test_every_example_is_read(lang: str, name: str) -> None:
    app = opened(lang=lang)
    app.session_state["arch_paste"] = True
    app.run()
    app.button_group(key="arch_paste_sample").set_value(name).run()
    assert not app.exception
    assert listed(app)
    assert bool(app.error) == (name != "keras")


@pytest.mark.parametrize(
    "code",
    [
        "import os; os.system('echo')",
        "<b>bold</b> [link](http://example.org) $x$ :red[red]",
        "[" * 200,
        "\x00",
        "x = [0 for _ in range(10**9)]",
        "model = ().__class__.__bases__",
    ],
)
def test_hostile_text_is_answered_in_a_sentence_and_shown_as_text(code: str) -> None:
    app = paste("en", code)
    found: list[Any] = [*app.error, *app.warning, *app.info]
    assert found
    assert "<b>" not in listed(app)


def test_what_was_pasted_is_there_when_the_part_is_opened_again() -> None:
    app = paste("en", FEATURES, MESSAGE)
    app.session_state["arch_paste"] = False
    app.run()
    assert not listed(app)
    app.session_state["arch_paste"] = True
    app.run()
    assert app.text_area(key="arch_paste_code").value == FEATURES
    assert app.text_area(key="arch_paste_error").value == MESSAGE
    assert listed(app)
