"""Sharing: the box makes a link, and a link restores everything it says, in both languages."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlsplit

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.conftest import RunApp
from visualizer.lessons.registry import HOME, PAGES, PageEntry
from visualizer.notation import number
from visualizer.settings import sharing
from visualizer.settings.grids import encode
from visualizer.settings.labels import label
from visualizer.ui.tools.qr import MOST_BYTES
from visualizer.words.text import LANGUAGES, text

LESSONS = [page for page in PAGES if page is not HOME]


def opened(app: AppTest) -> AppTest:
    """Open the box."""
    app.session_state["share"] = True
    app.run()
    assert not app.exception
    return app


def query_of(app: AppTest) -> dict[str, str]:
    """Return the query of the link in the box."""
    return dict(parse_qsl(urlsplit(app.code[0].value).query))


def controls(app: AppTest) -> set[str]:
    """Return the keys of the sidebar's controls."""
    drawn = [
        *app.sidebar.number_input,
        *app.sidebar.selectbox,
        *app.sidebar.toggle,
        *app.sidebar.slider,
    ]
    return {str(widget.key) for widget in drawn}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("page", LESSONS, ids=lambda page: page.name)
def test_every_lesson_can_be_shared(run_app: RunApp, page: PageEntry, lang: str) -> None:
    app = opened(run_app(page.name, lang=lang))
    assert query_of(app)["lang"] == lang
    named = {box.label for box in app.checkbox}
    assert text("share.language", lang) in named
    assert (text("share.speed", lang) in named) == page.has_stage
    assert any("data:image/svg+xml" in part.proto.body for part in app.get("html"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_link_restores_numbers_step_speed_language_and_controls(
    run_app: RunApp, lang: str
) -> None:
    asked = {"conv_size": "7", "conv_step": "4", "speed": "8", "show": "conv_size,conv_groups"}
    app = opened(run_app("convolution", **asked, lang=lang))
    assert controls(app) == {"conv_size", "conv_groups"}
    said = text("share.left", lang, count=2)
    assert said in [caption.value for caption in app.sidebar.caption]
    assert query_of(app) == {**asked, "lang": lang}
    for name in ("step", "speed", "language"):
        app.checkbox(key=f"share_{name}").uncheck()
    app.run()
    assert query_of(app) == {"conv_size": "7", "show": "conv_size,conv_groups"}
    # What is in the address is the visit's own and stays.
    assert app.query_params["conv_step"] in ("4", ["4"])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_teacher_chooses_which_controls_stay(run_app: RunApp, lang: str) -> None:
    app = opened(run_app("pooling", lang=lang))
    assert "show" not in query_of(app)
    app.session_state["share_controls"] = "some"
    app.run()
    chosen = app.multiselect(key="share_which")
    offered = sharing.controls_of(LESSONS[2].lesson, LESSONS[2].lesson.opening())
    assert chosen.options == [label(name, lang) for name in offered]
    chosen.set_value(["pool_kernel", "pool_stride"]).run()
    assert query_of(app)["show"] == "pool_kernel,pool_stride"
    shared = run_app("pooling", **query_of(app))
    assert controls(shared) == {"pool_kernel", "pool_stride"}


@pytest.mark.parametrize("page", LESSONS, ids=lambda page: page.name)
def test_a_link_can_hide_every_control_and_the_reader_bring_them_back(
    run_app: RunApp, page: PageEntry
) -> None:
    app = run_app(page.name, show="none", lang="en")
    assert controls(app) == set()
    app.button(key=f"{page.prefix}_show_all").click().run()
    assert controls(app)
    assert "show" not in app.query_params


def test_set_back_leads_to_the_example_of_a_link_that_hides_controls(run_app: RunApp) -> None:
    app = run_app("convolution", conv_size=7, show="conv_size", lang="en")
    app.number_input(key="conv_size").set_value(9).run()
    next(b for b in app.sidebar.button if b.label == text("common.reset")).click().run()
    assert app.number_input(key="conv_size").value == 7


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_a_link_cannot_have_is_said(run_app: RunApp, lang: str) -> None:
    app = run_app("dense", show="dense_map,nothing", speed="fast", lang=lang)
    said = app.warning[0].value
    assert "nothing" in said
    assert text("param.speed", lang) in said
    assert controls(app) == {"dense_map"}
    assert app.query_params["show"] in ("dense_map", ["dense_map"])
    assert "speed" not in app.query_params


def test_another_page_shows_all_its_controls(run_app: RunApp) -> None:
    app = run_app("dropout", show="drop_p", lang="en")
    assert controls(app) == {"drop_p"}
    app.switch_page("pages/pooling.py").run()
    assert len(controls(app)) > 5


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_link_too_long_for_a_code_says_so_and_is_offered_as_a_file(
    run_app: RunApp, lang: str
) -> None:
    numbers = np.random.default_rng(1).integers(-99, 99, (3, 32, 32)).astype(float)
    long = {"conv_input": "custom", "conv_size": 32, "conv_channels": 3}
    app = opened(run_app("convolution", **long, conv_data=encode(numbers), lang=lang))
    link = app.code[0].value
    said = text("share.too_long", lang, length=number(len(link)), most=number(MOST_BYTES))
    assert said in [part.value for part in app.markdown]
    assert text("share.file", lang) in [b.proto.label for b in app.get("download_button")]
    assert not any("data:image/svg+xml" in part.proto.body for part in app.get("html"))
