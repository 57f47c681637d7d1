"""Every page on a projector and in a frame of another page: what is drawn, and that it is kept."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.conftest import ROOT, RunApp
from visualizer.lessons.registry import HOME, PAGES, PageEntry
from visualizer.ui.view.shown import shown
from visualizer.words.text import text

LESSONS = [page for page in PAGES if page is not HOME]


def keyed(app: AppTest) -> str:
    """Return every style of the page: what the views show is named in one of them."""
    return "\n".join(element.proto.body for element in app.get("html"))


@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_projector_is_kept_in_the_address_and_changes_nothing(
    run_app: RunApp, page: PageEntry, lang: str
) -> None:
    app = run_app(page.name, lang=lang, view="projector")
    assert not app.exception
    assert not app.error
    assert app.query_params["view"] == "projector"
    labels = [button.label for button in app.button]
    assert (text("view.projector", lang) in labels) == (page is not HOME)
    assert bool(app.sidebar.children) == (page is not HOME)


@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize("page", LESSONS, ids=lambda page: page.name)
def test_a_frame_has_the_figure_and_nothing_after_it(page: PageEntry, lang: str) -> None:
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    app.switch_page(f"pages/{page.name}.py")
    app.context["is_embedded"] = True
    app.query_params["lang"] = lang
    app.run()
    assert not app.exception
    assert not app.error
    assert app.get("plotly_chart") or page.name == "training"
    assert not app.tabs
    assert not [button for button in app.button if button.key == "projector"]
    assert shown(page).selector in keyed(app)


def test_the_home_page_is_seen_as_it_is_in_a_frame_too() -> None:
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    app.context["is_embedded"] = True
    app.run()
    assert not app.exception
    assert app.get("page_link")
