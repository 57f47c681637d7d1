"""Share: the address that shows another person exactly this."""

from __future__ import annotations

from urllib.parse import urlencode

import streamlit as st

from visualizer.lessons.registry import PageEntry
from visualizer.ui import shell
from visualizer.ui.details import popped
from visualizer.words.text import text


@shell.fragment
def draw(entry: PageEntry, lang: str) -> None:
    """Draw the button and, once it is open, what can be shared."""
    with popped(text("share.title", lang), "share", icon=":material/share:", quiet=True) as is_open:
        if is_open:
            st.markdown(text("take.link", lang))
            st.code(_link(), language=None, wrap_lines=True)


def _link() -> str:
    base = (st.context.url or "").split("?")[0]
    query = urlencode(st.query_params.to_dict())
    return f"{base}?{query}" if query else base
