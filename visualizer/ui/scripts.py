"""What a component of the page is made of: its script, and its data as Streamlit is to send it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from visualizer.material.modules import script

__all__ = ["script", "sent"]


def sent(data: Mapping[str, Any]) -> dict[str, str | float]:
    """Return a component's data as it is handed to Streamlit; ``entry`` in JavaScript undoes this.

    Lists and dictionaries go as JSON text: Streamlit would look whether each is a table, and load
    pandas for it, 0.4 s of processor time and 50 MB.
    """
    plain = {name: value for name, value in data.items() if isinstance(value, str | int | float)}
    nested = {name: value for name, value in data.items() if name not in plain}
    return {**plain, "nested": json.dumps(nested)}
