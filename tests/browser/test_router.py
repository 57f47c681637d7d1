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
    page.get_by_role("heading", name=text("conv.title", "ko"), level=1).wait_for()
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
    page.get_by_role("heading", name=text("conv.title", "ko"), level=1).wait_for()
    settled(page)
    page.go_back()
    page.get_by_text(text("home.lead", "ko")).wait_for()
    page.go_forward()
    page.get_by_role("heading", name=text("conv.title", "ko"), level=1).wait_for()
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


LEFT = [
    ("convolution", "conv_size=6&conv_padding=1&conv_step=1"),
    ("pooling", "pool_size=6&pool_step=2"),
    ("activation", "act_kind=tanh"),
    ("dropout", "drop_p=0.3"),
    ("dense", "dense_map=random&dense_outputs=5"),
    ("architecture", "arch_net=lenet5"),
    ("alexnet", "alex_photo=cat&alex_layer=conv2&alex_channel=3"),
]


@pytest.mark.parametrize(("name", "left"), LEFT, ids=[name for name, _ in LEFT])
def test_back_finds_the_example_as_it_was(server: Server, tab: Tab, name: str, left: str) -> None:
    page = visit(tab(), f"{server.url}/{name}?{left}&lang=en")
    goal, title = ("pooling", "pool.title") if name == "activation" else ("activation", "act.title")
    page.get_by_role("link", name=text(f"nav.{goal}"), exact=True).first.click()
    page.get_by_role("heading", name=text(title), exact=True, level=1).wait_for()
    settled(page)
    page.go_back()
    page.wait_for_url(f"**/{name}?**")
    settled(page)
    wanted = dict(pair.split("=") for pair in left.split("&"))
    assert wanted.items() <= query(page).items()
    if name == "convolution":
        Stage(page, "conv").on_step(2, 36)


def test_a_question_of_the_path_opens_its_whole_example(server: Server, tab: Tab) -> None:
    page = visit(tab(), f"{server.url}/convolution?conv_size=9&conv_kernel=5&lang=en")
    Stage(page, "conv").on_step(1, 25)
    page.get_by_role("link", name=text("nav.home"), exact=True).first.click()
    page.get_by_text(text("home.lead")).wait_for()
    settled(page)
    page.get_by_role("link", name=text("home.path.window")).first.click()
    page.get_by_role("heading", name=text("conv.title"), exact=True, level=1).wait_for()
    Stage(settled(page), "conv").on_step(1, 9)


def test_on_a_phone_the_controls_leave_the_stage_in_sight(server: Server, tab: Tab) -> None:
    small = tab(viewport={"width": 390, "height": 844}, has_touch=True)
    page = visit(small, f"{server.url}/convolution?lang=en")
    stage = Stage(page, "conv").on_step(1, 9)
    page.get_by_test_id("stExpandSidebarButton").tap()
    page.locator(".st-key-conv_size [data-testid=stNumberInputStepUp]").tap()
    stage.on_step(1, 16)
    sheet = page.get_by_test_id("stSidebar").bounding_box()
    box = page.locator(".st-key-conv_stage").bounding_box()
    assert sheet is not None
    assert box is not None
    assert sheet["width"] == 390
    assert sheet["height"] <= 844 / 2
    assert box["y"] + 150 < sheet["y"], "the stage can be watched"
    page.get_by_test_id("stSidebarCollapseButton").locator("button").tap()
    page.wait_for_function(
        "() => document.querySelector('[data-testid=stSidebar]').dataset.collapsed === 'true'"
    )
    stage.control("next").tap()
    stage.on_step(2, 16)


def test_what_does_not_fit_in_the_navigation_is_named_in_korean(server: Server, tab: Tab) -> None:
    page = visit(tab(viewport={"width": 820, "height": 900}), f"{server.url}/convolution?lang=ko")
    more = page.get_by_test_id("stTopNavSection").locator("p")
    more.wait_for(state="attached")
    assert more.evaluate("(p) => getComputedStyle(p).fontSize") == "0px"
    assert more.evaluate("(p) => getComputedStyle(p, '::after').content") == '"더 보기"'
