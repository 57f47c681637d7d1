"""What a part of the page is made of: script, style, and data as Streamlit is to send it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import streamlit as st

from visualizer.material.modules import script

__all__ = ["script", "sent", "styled"]


def sent(data: Mapping[str, Any]) -> dict[str, str | float]:
    """Return a component's data as it is handed to Streamlit; ``entry`` in JavaScript undoes this.

    Lists and dictionaries go as JSON text: Streamlit would look whether each is a table, and load
    pandas for it, 0.4 s of processor time and 50 MB.
    """
    plain = {name: value for name, value in data.items() if isinstance(value, str | int | float)}
    nested = {name: value for name, value in data.items() if name not in plain}
    return {**plain, "nested": json.dumps(nested)}


def styled(rules: str) -> None:
    """Put rules of style into the page where this is called.

    Streamlit would collect an element that holds nothing but a style with those of the whole page,
    counted: where a fragment that runs alone comes to have one more, it takes the place of the next
    part's. So there is an empty mark beside it, and assets/page.css keeps it from taking room.
    """
    st.html(f'<style>{rules}</style><span class="styling"></span>')
