"""The floor that the player is measured against: the same moving parts on a bare canvas.

The pictures are read off the page that is measured, so both sides draw the same cells, lines and
numbers at the same places; the canvas only draws them, without a library and without computing.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

from benchmarks.scripts import RECORD

_FOLDER = Path(__file__).parent
_NOTE: dict[str, Any] = {
    "fill": None, "areas": [], "color": "#000", "width": 1, "dash": [], "alpha": 1,
    "lines": [], "points": [],
}  # fmt: skip


def picture(page: Page, key: str) -> dict[str, Any]:
    """Return what the chart in the box ``key`` shows now, in pixels of the chart."""
    read: dict[str, Any] = page.evaluate(RECORD, key)
    return read


def canvas_spec(
    pictures: Sequence[dict[str, Any]],
    places: Sequence[tuple[float, float]] = (),
    near: float = 0,
) -> dict[str, Any]:
    """Return what canvas.html draws: what no picture changes once, the rest for each picture.

    places: pixels of the chart at which pointing shows the picture of the same number, from a
    distance of at most ``near`` pixels.
    """
    first = pictures[0]
    names = list(first["traces"])
    moving = [n for n in names if any(p["traces"][n] != first["traces"][n] for p in pictures)]
    below: list[Any] = [{**_NOTE, "texts": first["notes"]}]
    above: list[Any] = []
    seen: set[str] = set()  # subplots in which something that moves lies below
    for name in names:
        trace = first["traces"][name]
        if name in moving:
            seen.add(trace["subplot"])
        else:
            (above if trace["subplot"] in seen else below).append(trace)
    return {
        "width": first["width"],
        "height": first["height"],
        "images": first["images"],
        "below": below,
        "above": above,
        "cells": [p["cells"] for p in pictures],
        "frames": [[p["traces"][name] for name in moving] for p in pictures],
        "places": list(places),
        "near": near,
    }


def canvas_page(browser: Browser, spec: dict[str, Any], size: tuple[int, int]) -> Page:
    """Open the canvas in a window of ``size``."""
    page = browser.new_page(viewport={"width": size[0], "height": size[1]})
    page.goto((_FOLDER / "canvas.html").as_uri())
    page.evaluate("(spec) => open(spec)", spec)
    return page
