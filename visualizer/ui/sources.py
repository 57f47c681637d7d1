"""What a grid was made from, kept for the visit: the uploaded picture, the numbers typed in full.

A lesson's settings hold a grid for the size on screen. When the size or the number of channels
changes, the grid is made anew from its source, so that nothing is lost by trying a smaller size.
Of numbers that another page handed over it is said whose they are.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
import streamlit as st
from numpy.typing import NDArray
from PIL import Image

from visualizer.material.photos import photo_title, resample
from visualizer.settings.grids import encode, refit
from visualizer.settings.inputs import refitted, with_typed
from visualizer.settings.lesson import Lesson
from visualizer.settings.origin import OWN_PICTURES, PAPER, TRAINED, Origin
from visualizer.settings.rules import S
from visualizer.ui import address, shell
from visualizer.words.quoting import quoted
from visualizer.words.text import text

Array = NDArray[np.float64]
Shape = tuple[int, int, int]

LARGEST_SIDE = 1024  # pixels of a kept picture; a grid has at most 32×32 cells


@dataclass(frozen=True)
class Source:
    """A picture or a grid (maps, rows, columns), and the written grid last made from it."""

    origin: Image.Image | Array
    written: str

    def grid(self, shape: Shape) -> Array:
        """Return the grid of this shape (maps, rows, columns)."""
        if isinstance(self.origin, Image.Image):
            return _pixels(self.origin, shape)
        return refit(self.origin, shape)

    def made(self, written: str, shape: Shape) -> bool:
        """Tell whether a grid in the settings, cut to ``shape``, came from this source."""
        return written in ("", self.written, refitted(self.written, "", shape)[0])


def remember_picture(lesson: Lesson[S], field: str, picture: Image.Image, shape: Shape) -> Array:
    """Keep a picture for the visit; return its numbers (maps, rows, columns)."""
    small = picture.copy()
    small.thumbnail((LARGEST_SIDE, LARGEST_SIDE), Image.Resampling.BOX)
    grid = _pixels(small, shape)
    st.session_state[_key(lesson, field, "upload")] = Source(small, encode(grid))
    return grid


def _pixels(picture: Image.Image, shape: Shape) -> Array:
    """Return a picture's numbers; maps beyond the third show what the last one does."""
    grid = resample(picture, *shape)
    return np.concatenate([grid, np.repeat(grid[-1:], shape[0] - len(grid), axis=0)])


def picture_of(lesson: Lesson[S], field: str) -> Image.Image | None:
    """Return the uploaded picture that is kept for the visit, None if there is none."""
    source: Source | None = st.session_state.get(_key(lesson, field, "upload"))
    return source.origin if source and isinstance(source.origin, Image.Image) else None


def remember_typed(lesson: Lesson[S], field: str, grid: Array) -> None:
    """Keep typed numbers; what an earlier, larger grid had beyond them stays."""
    key = _key(lesson, field, "custom")
    before: Source | None = st.session_state.get(key)
    whole = grid
    if before is not None and isinstance(before.origin, np.ndarray):
        sizes = zip(before.origin.shape, grid.shape, strict=True)
        maps, rows, columns = (max(pair) for pair in sizes)
        whole = refit(before.origin, (maps, rows, columns))
        whole[: grid.shape[0], : grid.shape[1], : grid.shape[2]] = grid
    st.session_state[key] = Source(whole, encode(grid))


def type_in(lesson: Lesson[S], grid: Array) -> None:
    """Take a whole input (channels, rows, columns) that a person typed or painted, in a callback.

    Raises GridError for values beyond ±999.
    """
    remember_typed(lesson, "data", grid)
    address.put(lesson, with_typed(address.current(lesson), grid))


def follow(lesson: Lesson[S], settings: S, field: str, kind: str, shape: Shape) -> S:
    """Return settings whose grid fits ``shape``, made anew from what it came from.

    ``kind`` is "upload" or "custom". Call it before the sidebar is drawn.
    """
    key = _key(lesson, field, kind)
    source: Source | None = st.session_state.get(key)
    if source is None or field in lesson.rules.hidden(settings):
        return settings
    now: str = getattr(settings, field)
    if not source.made(now, shape):
        del st.session_state[key]  # other numbers took its place: an address, a preset
        return settings
    fresh = encode(source.grid(shape))
    if fresh != source.written:
        st.session_state[key] = replace(source, written=fresh)
    if fresh == now:
        return settings
    settings = settings.changed(**{field: fresh})
    address.replace(lesson, settings)
    return settings


def _key(lesson: Lesson[S], field: str, kind: str) -> str:
    return f"_{lesson.prefix}_{field}_{kind}"


def photo_of(origin: Origin, lang: str) -> str:
    """Return what the picture of a unit of AlexNet is called, as text that stands in Markdown.

    A network other than torchvision's, and weights other than the trained ones, are named with it.
    """
    own = origin.photo in OWN_PICTURES
    parts = [quoted(text("origin.own", lang) if own else photo_title(origin.photo, lang))]
    if origin.network == PAPER:
        parts.append(text("origin.network_2012", lang))
    if origin.weights != TRAINED:
        parts.append(text(f"origin.weights_{origin.weights}", lang))
    return ", ".join(parts)


def handed_over(key: str, words: str, page: str, query: Mapping[str, str], lang: str) -> None:
    """Say in ``words`` whose numbers these are, and lead back to ``page``, set to ``query``."""
    with st.container(key=key, gap=None):
        st.markdown(words)
        shell.link(page, text("origin.back", lang), icon=":material/arrow_back:", settings=query)
