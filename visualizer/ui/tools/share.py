"""Share: a link that shows another person this lesson, as text, as a button and as a QR code."""

from __future__ import annotations

import html
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from typing import Any

import streamlit as st

from visualizer.lessons.registry import ROOT, PageEntry
from visualizer.notation import number
from visualizer.settings import sharing
from visualizer.settings.labels import label
from visualizer.settings.lesson import Lesson
from visualizer.ui import address, scripts, shell
from visualizer.ui.details import download, popped
from visualizer.ui.tools import qr
from visualizer.ui.view.embedding import embed_code
from visualizer.words.text import text

_FOLDER = ROOT / "assets" / "copy"
_ALL, _SOME, _NONE = "all", "some", "none"


@shell.fragment
def draw(entry: PageEntry, lang: str) -> None:
    """Draw the button and, once it is open, what can be shared."""
    with popped(text("share.title", lang), "share", icon=":material/share:", quiet=True) as is_open:
        if is_open:
            with st.container(key="share_box"):
                _box(entry, lang)


def _box(entry: PageEntry, lang: str) -> None:
    wishes, code = st.columns([3, 2])
    with wishes:
        st.markdown(text("share.lead", lang))
        link = _wished(entry, lang)
    with code:
        _code(link, entry, lang)
    st.code(link, language=None, wrap_lines=True)
    _copy_button(link, lang)
    st.markdown(text("view.embed", lang))
    st.code(embed_code(link, _title(entry, lang)), language=None, wrap_lines=True)


def _title(entry: PageEntry, lang: str) -> str:
    return f"{text(f'nav.{entry.name}', lang)} · {text('app.name', lang)}"


def _wished(entry: PageEntry, lang: str) -> str:
    """Draw what a link may leave out, and return the link that is wished for."""
    lesson: Lesson[Any] = entry.lesson
    settings, now = address.current(lesson), address.shared(lesson)
    step = True
    with st.container(horizontal=True):
        if entry.has_stage:
            step = st.checkbox(text("share.step", lang), True, key="share_step")
            if not st.checkbox(text("share.speed", lang), True, key="share_speed"):
                now = replace(now, speed=None)
        speaks = st.checkbox(text("share.language", lang), True, key="share_language")
    now = replace(now, show=_left(lesson, settings, now, lang))
    return sharing.link(
        address.base(), lesson, settings, now, step=step, lang=lang if speaks else ""
    )


def _left(
    lesson: Lesson[Any], settings: Any, now: sharing.Shared, lang: str
) -> tuple[str, ...] | None:
    """Ask which controls stay in the sidebar; None for all."""
    offered = sharing.controls_of(lesson, settings)
    before = _ALL if now.show is None else _SOME if now.show else _NONE
    how = st.segmented_control(
        text("share.controls", lang),
        (_ALL, _SOME, _NONE),
        default=before,
        required=True,
        format_func=lambda choice: text(f"share.controls_{choice}", lang),
        key="share_controls",
    )
    if how == _ALL:
        return None
    if how == _NONE:
        return ()
    chosen = st.multiselect(
        text("share.which", lang),
        offered,
        default=[name for name in offered if now.show and name in now.show],
        format_func=lambda name: label(name, lang),
        placeholder=text("share.choose", lang),
        key="share_which",
    )
    return tuple(name for name in offered if name in chosen)


def _code(link: str, entry: PageEntry, lang: str) -> None:
    """Draw the link as a QR code, or say that it is too long and offer a file."""
    drawn = qr.drawn(link)
    if drawn is not None:
        alt = html.escape(text("share.code", lang))
        st.html(
            f'<img src="{html.escape(drawn.source)}" alt="{alt}" width="{drawn.side}"'
            f' height="{drawn.side}" style="max-width: 100%; height: auto">'
        )
        return
    length, most = number(len(link.encode())), number(qr.MOST_BYTES)
    st.markdown(text("share.too_long", lang, length=length, most=most))
    title = _title(entry, lang)
    download(
        text("share.file", lang), lambda: qr.file_of(link, title, lang), f"{entry.name}_link.html"
    )


@lru_cache(maxsize=1)
def _component() -> Callable[..., Any]:
    return st.components.v2.component(
        "convscope_copy",
        html=(_FOLDER / "copy.html").read_text("utf-8"),
        css=(_FOLDER / "copy.css").read_text("utf-8"),
        js=scripts.script("copy/copy.js"),
    )


def _copy_button(link: str, lang: str) -> None:
    words = {word: text(f"share.{word}", lang) for word in ("done", "failed")}
    data = {"text": link, "label": text("share.copy", lang), **words}
    _component()(key="share_copy", data=scripts.sent(data))
