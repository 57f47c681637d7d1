"""The photos that are searched: the shipped ones, and the reader's own of this visit.

What is known of a shipped photo is shared by all; what is known of an own one stays in its session.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import streamlit as st
from PIL import Image

from visualizer.lessons.alexnet.parts import photo
from visualizer.lessons.alexnet.parts.answers import Answer, abandoned, still_wanted, tops
from visualizer.material.photos import photo_names, photo_title
from visualizer.words.text import text

if TYPE_CHECKING:
    from visualizer.alexnet.looks.tops import Tops
    from visualizer.alexnet.preprocessing import Prepared
    from visualizer.alexnet.weights.registry import Loaded

_OWN: Final = "_alex_own_photos"
_MOST: Final = 12  # own photos
_MOST_BYTES: Final = 32_000_000


@dataclass
class Own:
    """A reader's photo. ``tops``: what is known of it, by the network's generation."""

    kind: str
    key: str
    data: bytes
    tops: dict[int, Tops] = field(default_factory=dict)


@dataclass(frozen=True)
class Source:
    """A photo that is searched: a shipped one by its ``name``, or an ``own`` one, its number."""

    name: str
    number: int = 0
    own: Own | None = None

    @property
    def key(self) -> str:
        """What tells it from others."""
        return self.own.key if self.own else self.name

    def title(self, lang: str) -> str:
        """Return what it is called."""
        if self.own:
            return text("alex.looks.own", lang, number=self.number)
        return photo_title(self.name, lang)

    def data(self) -> bytes:
        """Return its file."""
        return self.own.data if self.own else photo.shipped(self.name)


def note(answer: Answer, kind: str) -> None:
    """Remember the reader's own photo that is shown; ``kind``: the setting of the photo."""
    data = photo.own(kind) if kind in photo.OWN else None
    if data is None:
        return
    from visualizer.alexnet.looks.tops import tops_of

    mine: list[Own] = st.session_state.setdefault(_OWN, [])
    key = answer.key.partition(":")[2]  # the file's hash
    found = next((each for each in mine if each.key == key), None)
    if found is None:
        found = Own(kind, key, data)
        mine.append(found)
        while len(mine) > _MOST or (len(mine) > 1 and sum(len(e.data) for e in mine) > _MOST_BYTES):
            del mine[0]
    if answer.loaded.generation not in found.tops:
        found.tops = {answer.loaded.generation: tops_of(answer.run)}


def sources() -> list[Source]:
    """Return all photos that are searched, the reader's own first."""
    mine: list[Own] = st.session_state.get(_OWN, [])
    own = [Source(each.kind, number, each) for number, each in enumerate(mine, 1)]
    return [*own, *(Source(name) for name in photo_names())]


def searched(loaded: Loaded) -> Iterator[tuple[Source, Tops]]:
    """Run the network on each photo that is not known yet, and tell what each excites."""
    for source in sources():
        yield source, _tops(loaded, source)


def prepared(loaded: Loaded, source: Source) -> Prepared:
    """Return a photo as the network gets it."""
    from visualizer.alexnet.preprocessing import prepare

    return prepare(source.data(), crop_to=loaded.model.input_size)


def crop_of(loaded: Loaded, source: Source) -> Image.Image:
    """Return the part of a photo that the network gets."""
    return prepared(loaded, source).crop


def _tops(loaded: Loaded, source: Source) -> Tops:
    def make() -> Tops:
        from visualizer.alexnet.line import LINE
        from visualizer.alexnet.looks.tops import tops_of
        from visualizer.alexnet.run import run_network

        with LINE.turn(still_wanted):
            return tops_of(run_network(loaded.model, prepared(loaded, source).tensor, abandoned))

    if source.own is not None:
        if loaded.generation not in source.own.tops:
            source.own.tops = {loaded.generation: make()}
        return source.own.tops[loaded.generation]
    found: Tops = tops().get(("tops", loaded.generation, source.name), make)
    return found
