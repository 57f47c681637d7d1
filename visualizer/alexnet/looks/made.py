"""Pictures that are made: what is kept of each, and the process's table of them."""

from __future__ import annotations

import io
import threading
from collections import OrderedDict, deque
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
from PIL import Image

from visualizer.alexnet.looks.aim import aim
from visualizer.alexnet.looks.growth import STEPS, Grown, grow
from visualizer.alexnet.model import AnyAlexNet

SHEET_STEPS: Final = 48  # for a small picture among many
SMALL: Final = 64  # pixels: the side of a picture in a contact sheet
MOST_BYTES: Final = 16_000_000


@dataclass(frozen=True)
class Wanted:
    """Which picture: of a network (its ``generation``), a layer, a channel, a seed, in steps."""

    generation: int
    layer: str
    channel: int
    seed: int = 0
    steps: int = STEPS


@dataclass(frozen=True)
class Made:
    """A finished picture: a PNG file, a small one (SMALL, SMALL, 3), and what the unit says to it.

    ``activation``: the channel's largest value when the network is given the picture.
    """

    file: bytes
    small: np.ndarray
    activation: float

    @property
    def picture(self) -> np.ndarray:
        """The picture, bytes (side, side, 3)."""
        return np.asarray(Image.open(io.BytesIO(self.file)))

    @property
    def weight(self) -> int:
        """How many bytes it takes."""
        return len(self.file) + self.small.nbytes


class Table:
    """The pictures that all readers share; the oldest are dropped when they take too much room."""

    def __init__(self, most: int = MOST_BYTES) -> None:
        """Begin empty; ``most``: how many bytes are kept."""
        self._most = most
        self._made: OrderedDict[Wanted, Made] = OrderedDict()
        self._weight = 0
        self._lock = threading.Lock()
        self._gone: deque[int] = deque(maxlen=64)

    def __len__(self) -> int:
        """Return how many pictures are kept."""
        return len(self._made)

    @property
    def weight(self) -> int:
        """How many bytes the pictures take."""
        return self._weight

    def get(self, wanted: Wanted) -> Made | None:
        """Return a picture, if it is kept."""
        with self._lock:
            found = self._made.get(wanted)
            if found is not None:
                self._made.move_to_end(wanted)
            return found

    def put(self, wanted: Wanted, made: Made) -> None:
        """Keep a picture, unless its network was dropped meanwhile."""
        with self._lock:
            if wanted.generation in self._gone:
                return
            before = self._made.pop(wanted, None)
            self._weight += made.weight - (before.weight if before else 0)
            self._made[wanted] = made
            while self._weight > self._most and len(self._made) > 1:
                _, dropped = self._made.popitem(last=False)
                self._weight -= dropped.weight

    def drop(self, generation: int) -> None:
        """Forget all pictures of the network with this number, and those that are under way."""
        with self._lock:
            self._gone.append(generation)
            for wanted in [each for each in self._made if each.generation == generation]:
                self._weight -= self._made.pop(wanted).weight


@lru_cache(maxsize=1)
def table() -> Table:
    """Return the process's table."""
    return Table()


def make(model: AnyAlexNet, wanted: Wanted) -> Iterator[Grown]:
    """Make a picture and put it into the table; yields how far it is.

    Nothing is yielded where it is there already. UnitError: there is no such layer or channel.
    """
    if table().get(wanted) is not None:
        return
    at = aim(model, wanted.layer, wanted.channel)
    last = None
    for last in grow(at, wanted.seed, wanted.steps):
        yield last
    assert last is not None
    table().put(wanted, finished(last.picture, at.value(last.picture)))


def finished(picture: np.ndarray, activation: float) -> Made:
    """Return what is kept of a picture, bytes (side, side, 3)."""
    image = Image.fromarray(picture)
    file = io.BytesIO()
    image.save(file, "PNG")
    how = Image.Resampling.NEAREST if image.width < SMALL else Image.Resampling.LANCZOS
    return Made(file.getvalue(), np.asarray(image.resize((SMALL, SMALL), how)), activation)


def make_all(model: AnyAlexNet, all_wanted: tuple[Wanted, ...]) -> Iterator[int]:
    """Make several pictures; yields, again and again, how many of them are done."""
    for done, wanted in enumerate(all_wanted):
        for _ in make(model, wanted):
            yield done
        yield done + 1
