"""What every page stands in: the navigation, the header with the language switch, the error's net.

``app.py`` calls ``run_app``; every script in ``pages/`` begins with ``shell.open_page(NAME)``.
"""

from __future__ import annotations

import importlib
import logging
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, nullcontext, suppress
from contextvars import ContextVar
from functools import cache, wraps
from types import ModuleType
from typing import Literal, NoReturn

import streamlit as st
from streamlit.delta_generator import DeltaGenerator
from streamlit.navigation.page import Page

from visualizer.lessons.registry import HOME, PAGES, ROOT, PageEntry, page_named
from visualizer.ui import address, charts, language
from visualizer.ui.tools.row import row
from visualizer.ui.view import component as view
from visualizer.ui.view import returning
from visualizer.watching import COUNTS
from visualizer.words.text import text

_LOG = logging.getLogger("convscope")
_through_door: ContextVar[bool] = ContextVar("through_door", default=False)


def run_app() -> None:
    """Run the app: navigation, header, and the page the address asks for."""
    lang = language.settle()
    page = _navigate(lang)
    entry = next(entry for entry in PAGES if _address(entry) == page.url_path)
    app = text("app.name", lang)
    st.set_page_config(
        page_title=app if entry is HOME else f"{page.title} · {app}",
        page_icon=str(ROOT / "assets" / "icon.png"),
        layout="wide",
    )
    in_tour = "tour" in st.query_params
    if in_tour:
        _bar().enter(entry)
    returning.note()
    tools = _header(entry, lang)
    if in_tour:
        with contained():
            _bar().bar(entry, lang)
    address.note_page(entry.name, st.query_params.get("tour"))
    token = _through_door.set(True)
    try:
        with COUNTS.run(entry.name, "page"), contained():
            with suppress(_End):
                if in_tour:
                    _bar().instead(lang)
                page.run()
            if tools is not None:
                with tools:
                    row(entry, lang)
        returning.say(lang)
    finally:
        _through_door.reset(token)


def open_page(name: str) -> str:
    """Begin a page: call it in the first line of ``pages/<name>.py``; returns "en" or "ko".

    On a fresh server whose first request is a page other than home, Streamlit finds the folder
    ``pages/`` and runs that script alone, without ``app.py``. Then the app is run from here, page
    and all, and the outer script ends: running it over instead would lose the click of a button.
    """
    page_named(name)  # a misspelt name should fail on its author, not on a reader's cold start
    if not _through_door.get():
        run_app()
        st.stop()
    charts.begin_page()
    return language.current()


class _End(Exception):
    """A page that ends early: what the header draws after it is still drawn."""


def end_page() -> NoReturn:
    """End a page here, as what stands in its place is drawn."""
    raise _End


@contextmanager
def contained() -> Iterator[None]:
    """Turn an unexpected error into one sentence and a way back; the details go to the console."""
    try:
        yield
    except Exception:  # Streamlit's own stop and rerun signals are no Exceptions
        COUNTS.error(_page())
        _LOG.exception("a page failed")
        _sorry(language.current())


def fragment(function: Callable[..., None]) -> Callable[..., None]:
    """Make a Streamlit fragment whose unexpected errors read like those of a page."""

    @wraps(function)
    def within(*args: object, **kwargs: object) -> None:
        # As a piece of a whole page's run it is counted with that.
        alone = not _through_door.get()
        with COUNTS.run(_page(), "part") if alone else nullcontext(), contained():
            function(*args, **kwargs)

    return st.fragment(within)


def link(
    name: str,
    label: str,
    icon: str | None = None,
    settings: Mapping[str, str] | None = None,
    help: str | None = None,
) -> None:
    """Draw a link to the page called ``name``, in this page's language, with ``settings`` set."""
    lang = language.current()
    st.page_link(
        page_object(page_named(name), lang),
        label=label,
        icon=icon,
        query_params={**(settings or {}), **language.in_address()},
        help=help,
    )


def page_object(entry: PageEntry, lang: str) -> Page:
    """Return Streamlit's page for an entry of the table, named in ``lang``.

    Without an icon: Streamlit makes a page's icon the tab's too, and fetches it from another host.
    """
    return st.Page(
        entry.script,
        title=text(f"nav.{entry.name}", lang),
        url_path=_address(entry),
        default=entry is HOME,
    )


def _page() -> str:
    """Return the name of the page that the reader is on."""
    return str(st.session_state.get("_page", HOME.name))


def _navigate(lang: str) -> Page:
    where: Literal["top", "hidden"] = "hidden" if view.is_embedded() else "top"
    return st.navigation([page_object(entry, lang) for entry in PAGES], position=where)


def _address(entry: PageEntry) -> str:
    return "" if entry is HOME else entry.name


def _header(entry: PageEntry, lang: str) -> DeltaGenerator | None:
    """Draw the title, the switch and the lead; return a lesson's place for its tools."""
    tools = None
    with st.container(key="header", horizontal=True, vertical_alignment="center"):
        st.title(text(f"{entry.prefix}.title", lang), anchor=False)
        if entry is not HOME:
            tools = st.container(key="tools", horizontal=True, width="content", gap=None)
        language.switch()
    with st.container(gap=None):  # what is only for the browser takes no room
        st.markdown(text(f"{entry.prefix}.lead", lang))
        st.html(_style())
        st.html(f"<script>{_script()}</script>", unsafe_allow_javascript=True)
        language.tell_browser()
        view.draw(entry, lang)
    return tools


def _bar() -> ModuleType:
    """Return the bar of tours: imported when asked for, as it links to pages by this module."""
    return importlib.import_module("visualizer.ui.touring.bar")


@cache
def _style() -> str:
    sheets = (ROOT / "assets" / name for name in ("page.css", "uploads.css", "shared/listed.css"))
    return "<style>" + "\n".join(sheet.read_text("utf-8") for sheet in sheets) + "</style>"


@cache
def _script() -> str:
    files = (ROOT / "assets" / name for name in ("page.js", "tabs.js"))
    return "\n".join(file.read_text("utf-8") for file in files)


def _sorry(lang: str) -> None:
    st.error(text("shell.error", lang), icon=":material/error:")
    with st.container(horizontal=True):
        st.button(text("shell.restart", lang), icon=":material/restart_alt:", on_click=_forget)
        link(HOME.name, text("shell.back_home", lang), icon=":material/home:")


def _forget() -> None:
    """Forget every setting but the language: whatever broke the page goes with them."""
    lang = language.current()
    st.session_state.clear()
    st.session_state[language.KEY] = lang
    st.query_params.from_dict({language.KEY: lang})
