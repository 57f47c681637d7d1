"""Softmax in numbers: it reads all of them at once, so that no window slides."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch

from convscope.cutting import checked_at
from convscope.errors import ShowError
from convscope.reading.choice import Ask, below
from convscope.reading.runs import Array
from convscope.reading.tensors import array_of
from convscope.texts import say
from visualizer import engine
from visualizer.notation import percent, precise, shape
from visualizer.offline.pieces import Listed, Piece, Prose
from visualizer.words.tables import Table

MOST_ROWS = 100


@dataclass(frozen=True, eq=False)
class Shares:
    """Softmax along ``axis`` at one ``place`` of the other axes (None along the axis itself).

    shape: the tensor's; numbers, shares: (n,).
    """

    shape: tuple[int, ...]
    axis: int
    place: tuple[int | None, ...]
    numbers: Array
    shares: Array


def shares(layer: torch.nn.Softmax, x: torch.Tensor, ask: Ask) -> Shares:
    """Return the shares at the place asked for: ``index`` of a batch, ``at`` of a map's cells.

    ShowError: there is no such axis or place.
    """
    if not 1 <= x.ndim <= 4:
        sizes = f"({shape(x.shape)})"
        raise ShowError("wrong_shape", name="Softmax", axes="axes_any", shape=sizes)
    axis = layer.dim
    if axis is None:
        axis = 0 if x.ndim in (1, 3) else 1  # torch's own rule
    if not -x.ndim <= axis < x.ndim:
        raise ShowError("out_of_range", name="dim", high=x.ndim - 1, value=axis)
    axis %= x.ndim
    asked: dict[int, object] = {}
    if x.ndim > 2:
        asked = dict(zip((x.ndim - 2, x.ndim - 1), checked_at(ask.at, x.shape[-2:]), strict=True))
    if x.ndim in (2, 4):
        asked[0] = ask.index
    place = tuple(
        None if i == axis else below("at" if i else "index", asked.get(i, 0), size)
        for i, size in enumerate(x.shape)
    )
    numbers = array_of(x, "x")[tuple(slice(None) if i is None else i for i in place)]
    return Shares(tuple(x.shape), axis, place, numbers, engine.softmax(numbers))


def pieces(found: Shares, lang: str) -> list[Piece]:
    """Return what the page shows: a sentence, and each number with its power and its share."""
    powers = np.exp(found.numbers - found.numbers.max())
    total = precise(float(powers.sum()))
    told = {"count": len(found.numbers), "axis": found.axis, "total": total}
    said = [say("softmax", lang, **told)]
    if len(found.place) > 1:
        place = ", ".join(":" if i is None else str(i) for i in found.place)
        said.append(say("softmax_place", lang, place=f"[{place}]"))
    if len(found.numbers) > MOST_ROWS:
        said.append(say("softmax_first", lang, shown=MOST_ROWS, count=len(found.numbers)))
    heads = tuple(say(name, lang) for name in ("position", "number", "power", "share"))
    rows = tuple(
        (str(i), precise(number), precise(power), f"{percent(share)}%")
        for i, (number, power, share) in enumerate(
            zip(*(values[:MOST_ROWS].tolist() for values in (found.numbers, powers, found.shares)),
                strict=True)
        )
    )  # fmt: skip
    return [*map(Prose, said), Listed(Table(heads, rows))]


def height(found: Shares) -> int:
    """Return about how many pixels the page needs."""
    return 300 + 34 * min(MOST_ROWS, len(found.numbers))
