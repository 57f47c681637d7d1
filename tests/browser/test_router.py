"""The ways into the app: cold links, history, addresses that do not exist, pages that fail."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.conftest import Tab
from tests.browser.pages import main_text, path, query, settled, visit
from tests.browser.server import ROOT, Server
from tests.browser.stage import Stage
from visualizer.words.text import text


def test_the_first_request_of_all_may_be_a_lesson_with_parameters(
    cold_server: Server, tab: Tab
) -> None:
    page = visit(tab(), f"{cold_server.url}/convolution?conv_size=7&conv_step=4&lang=ko")
    page.get_by_role("heading", name=text("conv.title", "ko")).wait_for()
    assert path(page) == "convolution"
    wanted = {"conv_size": "7", "conv_step": "4", "lang": "ko"}
    assert query(page) == wanted
    # The real navigation, in the reader's language, and not the list of files Streamlit makes.
    page.get_by_role("link", name=text("nav.home", "ko")).first.wait_for()
    assert page.title() == f"{text('nav.convolution', 'ko')} · ConvScope"
    Stage(settled(page), "conv").on_step(5, 25).wait_marked(1, 5)
    assert query(page) == wanted


def test_back_and_forward_keep_page_and_language(server: Server, tab: Tab) -> None:
    page = visit(tab(), f"{server.url}/?lang=ko")
    page.get_by_role("link", name=text("nav.convolution", "ko")).first.click()
    page.get_by_role("heading", name=text("conv.title", "ko")).wait_for()
    settled(page)
    page.go_back()
    page.get_by_text(text("home.lead", "ko")).wait_for()
    page.go_forward()
    page.get_by_role("heading", name=text("conv.title", "ko")).wait_for()
    assert query(page)["lang"] == "ko"


@pytest.fixture
def broken_server(tmp_path: Path) -> Iterator[Server]:
    """A copy of the app whose activation page fails at once, or its fragment on a click."""
    for name in ("app.py", "pages", "visualizer", "assets", "static", ".streamlit"):
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, tmp_path / name)
    (tmp_path / "pages" / "activation.py").write_text(
        "import streamlit as st\n"
        "from visualizer.ui import shell\n"
        "shell.open_page('activation')\n"
        "if 'act_bad' in st.query_params:\n"
        "    raise RuntimeError('secret detail')\n"
        "@shell.fragment\n"
        "def part():\n"
        "    if st.button('break'):\n"
        "        raise RuntimeError('secret detail')\n"
        "part()\n"
    )
    with Server(tmp_path) as running:
        yield running


def test_a_page_that_fails_says_so_in_one_sentence_and_starts_afresh(
    broken_server: Server, tab: Tab
) -> None:
    page = visit(tab(), f"{broken_server.url}/activation?act_bad=1&lang=ko")
    page.get_by_text(text("shell.error", "ko")).wait_for()
    assert "secret detail" not in main_text(page)
    page.get_by_role("button", name=text("shell.restart", "ko")).click()
    page.get_by_role("button", name="break").wait_for()
    settled(page)
    assert query(page) == {"lang": "ko"}
    page.get_by_role("button", name="break").click()
    page.get_by_text(text("shell.error", "ko")).wait_for()
    assert "secret detail" not in main_text(page)
    page.get_by_test_id("stMain").get_by_role("link", name=text("shell.back_home", "ko")).click()
    page.get_by_text(text("home.lead", "ko")).wait_for()
    assert sum("secret detail" in line for line in broken_server.log) >= 2
