"""One picture through shared weights and through weights of their own, before and after a move."""

from __future__ import annotations

import streamlit as st

from visualizer.figures.colors import limit_of
from visualizer.lessons.dense.example import DenseExample
from visualizer.lessons.dense.sharing import KERNEL, share
from visualizer.notation import number, shape
from visualizer.ui import shell
from visualizer.ui.details import folded
from visualizer.ui.grids import grids
from visualizer.words.text import text


@shell.fragment
def sharing(example: DenseExample, seed: int, lang: str) -> None:
    """Compare a convolution with a fully connected layer on the page's own feature map."""
    with folded(text("dense.share", lang), "dense_share") as is_open:
        if is_open:
            _compared(example, seed, lang)


def _compared(example: DenseExample, seed: int, lang: str) -> None:
    now = share(example.map, seed)
    st.markdown(text("dense.share_words", lang, shape=shape(now.picture.shape)))
    few, many = (number(count) for count in now.parameters)
    cells = now.picture.size
    facts = (
        text("dense.share_conv", lang, count=few, kernel=KERNEL * KERNEL),
        text("dense.share_dense", lang, count=many, cells=cells),
    )
    st.markdown("\n".join(f"- {fact}" for fact in facts))
    pictures = (now.picture, now.moved)
    rows = {
        "picture": pictures,
        "conv": tuple(now.convolved(one) for one in pictures),
        "dense": tuple(now.connected(one) for one in pictures),
    }
    for name, both in rows.items():
        for column, values, when in zip(st.columns(2), both, ("before", "after"), strict=True):
            title = text(f"dense.share_title_{name}", lang, when=text(f"dense.share_{when}", lang))
            with column:
                grids(f"dense_share_{name}_{when}", [(title, values)], limit_of(*both))
    st.markdown(text("dense.share_follows", lang))
    st.markdown(text("dense.share_changed", lang, changed=now.changed, cells=cells))
