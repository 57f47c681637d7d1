"""What a lesson has to take along, row by row; a file is made when its button is pressed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import streamlit as st

from visualizer.lessons.registry import page_named
from visualizer.taking.notebook import notebook
from visualizer.taking.numbers import npz, steps_csv
from visualizer.taking.saved import save
from visualizer.taking.taken import Taken, taken_of
from visualizer.ui import address, details, shell
from visualizer.ui.take import offline, opening, paper, pictures
from visualizer.words.text import text

Script = Callable[[], str]


@shell.fragment
def folded(name: str, lang: str) -> None:
    """Draw it for the page called ``name``, one tap away: for a page without tabs."""
    with details.folded(text("common.tab_take", lang), f"{name}_take") as is_open:
        if is_open:
            draw(name, lang)


def draw(
    name: str,
    lang: str,
    *,
    torch: Script | None = None,
    numpy: Script | None = None,
    table: Script | None = None,
) -> None:
    """Draw everything that the page called ``name`` has to take along.

    torch, numpy: what the page's own scripts say; table: the step on the screen as CSV. In a
    fragment, and only after the page has read its settings.
    """
    st.markdown(text("take.link", lang))
    link = address.here()
    st.code(link, language=None, wrap_lines=True)
    pictures.draw(page_named(name), lang)
    if torch is not None and numpy is not None:
        with _row("code", lang):
            details.download(text("take.script", lang), torch, f"{name}_torch.py")
            details.download(text("take.numpy", lang), numpy, f"{name}_numpy.py")
    taken = taken_of(name)
    if taken is None:
        return
    settings = address.current(taken.lesson)
    refused = taken.refused(settings) if taken.refused is not None else ""
    if refused:
        st.markdown(text(refused, lang))
    else:
        _files(taken, settings, link, table, lang)
    opening.draw(page_named(name), lang)


def _files(taken: Taken[Any], settings: Any, link: str, table: Script | None, lang: str) -> None:
    with _row("numbers", lang):
        if table is not None:
            details.download(text("take.table", lang), table, f"{taken.name}_step.csv")
        _numbers(taken, settings, lang)
    offline.draw(taken.name, settings, lang)
    if taken.torch is not None:
        with _row("notebook", lang):
            _notebooks(taken, settings, link, lang)
    if taken.sheet is not None:
        paper.draw(taken, settings, lang)


@contextmanager
def _row(kind: str, lang: str) -> Iterator[None]:
    with st.container(key=f"take_{kind}", gap=None):
        st.caption(text(f"take.{kind}", lang))
        with st.container(horizontal=True, gap="small"):
            yield


def _numbers(taken: Taken[Any], settings: Any, lang: str) -> None:
    name = taken.name
    if taken.steps is not None:
        every = text(taken.steps_are, lang)
        details.download(every, lambda: steps_csv(taken, settings, lang), f"{name}.csv")
    details.download(text("take.npz", lang), lambda: npz(taken, settings), f"{name}.npz")
    details.download(
        text("take.json", lang),
        lambda: save(taken, settings),
        f"{name}.json",
        help=text("take.json_help", lang),
    )


def _notebooks(taken: Taken[Any], settings: Any, link: str, lang: str) -> None:
    def made(solved: bool) -> Script:
        return lambda: notebook(taken, settings, lang, link, solved=solved)

    details.download(
        text("take.notebook_file", lang),
        made(False),
        f"{taken.name}.ipynb",
        help=text("take.notebook_help", lang),
    )
    solved = f"{taken.name}_solved.ipynb"
    details.download(text("take.notebook_solved", lang), made(True), solved)
