"""The shape formula of a sliding window, with blanks for its letters and for the numbers put in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from visualizer.taking.paper.blocks import Blank, Line, Part
from visualizer.words.text import text


@dataclass(frozen=True)
class Axis:
    """One direction, all in cells. pads: before and after; extra: a transposed one's q."""

    size: int
    kernel: int
    stride: int
    pads: tuple[int, int]
    dilation: int
    output: int
    extra: int = 0


def size_lines(
    axes: Sequence[Axis], lang: str, *, up: bool = False, transposed: bool = False
) -> list[Line]:
    """Return the formula, and for each direction its letters and the formula to fill in.

    axes: down and across; one of them is left out where it is the same. up: whether the division
    is rounded up.
    """
    down, across = axes
    same = down == across
    general = _transposed if transposed else _direct
    lines = [Line((_general(down, up, transposed),))]
    for key, axis in (("", down),) if same else (("rows", down), ("columns", across)):
        begin = (text(f"take.paper_{key}", lang) + ":  ",) if key else ()
        lines += [Line((*begin, *_letters(axis, transposed))), Line(general(axis, up))]
    return lines


def _general(axis: Axis, up: bool, transposed: bool) -> str:
    if transposed:
        return f"o = (n − 1)·s − 2p + d·(k − 1){' + q' if axis.extra else ''} + 1"
    padding = "2p" if axis.pads[0] == axis.pads[1] else "p₁ + p₂"
    return f"o = {_rounded(f'(n + {padding} − d·(k − 1) − 1) / s', up)} + 1"


def _rounded(written: str, up: bool) -> str:
    return f"⌈{written}⌉" if up else f"⌊{written}⌋"


def _letters(axis: Axis, transposed: bool) -> list[Part]:
    even = axis.pads[0] == axis.pads[1]
    named: dict[str, int] = {"n": axis.size, "k": axis.kernel, "s": axis.stride}
    named |= {"p": axis.pads[0]} if even else {"p₁": axis.pads[0], "p₂": axis.pads[1]}
    named |= {"d": axis.dilation}
    if transposed and axis.extra:
        named["q"] = axis.extra
    parts: list[Part] = []
    for name, value in named.items():
        parts += [f"{name} =", Blank(str(value), 12), "   "]
    return parts[:-1]


def _direct(axis: Axis, up: bool) -> tuple[Part, ...]:
    left, right = ("⌈", "⌉") if up else ("⌊", "⌋")
    even = axis.pads[0] == axis.pads[1]
    padding: list[Part] = [" + 2·", _blank(axis.pads[0])]
    if not even:
        padding = [" + ", _blank(axis.pads[0]), " + ", _blank(axis.pads[1])]
    return (
        f"o = {left}(", _blank(axis.size), *padding, " − ", _blank(axis.dilation), "·(",
        _blank(axis.kernel), " − 1) − 1) / ", _blank(axis.stride), f"{right} + 1 =",
        _blank(axis.output),
    )  # fmt: skip


def _transposed(axis: Axis, up: bool) -> tuple[Part, ...]:
    extra: list[Part] = [" + ", _blank(axis.extra)] if axis.extra else []
    return (
        "o = (", _blank(axis.size), " − 1)·", _blank(axis.stride), " − 2·", _blank(axis.pads[0]),
        " + ", _blank(axis.dilation), "·(", _blank(axis.kernel), " − 1)", *extra, " + 1 =",
        _blank(axis.output),
    )  # fmt: skip


def _blank(value: int) -> Blank:
    return Blank(str(value), 9)
