"""The rows of a list, dragged by mouse or finger, or moved by Alt and an arrow key."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

import streamlit as st

from visualizer.lessons.registry import ROOT
from visualizer.ui import scripts
from visualizer.words.text import text

_FOLDER = ROOT / "assets" / "order"


@lru_cache(maxsize=1)
def _component() -> Callable[..., Any]:
    return st.components.v2.component(
        "convscope_order",
        html='<span class="line" hidden></span><span class="said" role="status"></span>',
        css=(_FOLDER / "order.css").read_text("utf-8"),
        js=scripts.script("order/order.js"),
    )


@lru_cache(maxsize=1)
def _grips() -> str:
    return (_FOLDER / "rows.css").read_text("utf-8")


def orderable(box: str, names: Sequence[str], moved: Callable[[int, int], None], lang: str) -> None:
    """Let the rows of the radio in the box ``box`` be put in another order.

    names: the rows', for those who hear where one is now. moved: told from which place to which a
    row is to go, in a callback, once for each drop.
    """
    key = f"{box}_order"

    def dropped() -> None:
        move = (st.session_state.get(key) or {}).get("move")
        if move is not None:
            moved(int(move["from"]), int(move["to"]))

    st.html(f"<style>{_grips().replace('BOX', f'.st-key-{box}')}</style>")
    labels = {
        "how": text("arch.order_how", lang),
        "moved": text("arch.order_moved", lang, name="{name}", place="{place}", count="{count}"),
    }
    _component()(
        key=key,
        height=1,
        data=scripts.sent({"box": box, "names": list(names), "labels": labels}),
        on_move_change=dropped,
    )
