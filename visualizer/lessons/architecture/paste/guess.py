"""The input that pasted code was probably written for: code of a network seldom says it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from visualizer.lessons.architecture.address import LIMITS
from visualizer.lessons.architecture.paste import read_network

Shape = tuple[int, int, int]

_N = r"\s*(\d{1,5})\s*"
_MADE = re.compile(rf"\b(?:randn|rand|zeros|ones|empty)\(\s*[(\[]?{_N},{_N},{_N},{_N}[,)\]]")
_SUMMARY = re.compile(rf"\bsummary\([^()]{{0,80}}\({_N},{_N},{_N}\)")
_REMARK = re.compile(rf"#[^\n]{{0,60}}?\b(\d{{1,4}})\s*[x×*]{_N}[x×*]{_N}")
_FIRST = re.compile(r"\bConv2d\(\s*(?:in_channels\s*=\s*)?(\d{1,5})\s*,")
_SIDES = (224, 64, 227, 96, 128, 256, 299, 32, 28)
_LONGEST = 100_000  # characters that are searched


def likely_input(source: str) -> Shape:
    """Return the input shape (C, H, W) that a network's code was probably written for.

    It is the one that the code itself names (a random tensor, a summary, a remark), else the first
    of the usual sizes with which the network works, else the most usual.
    """
    text = source[:_LONGEST]
    if named := _named(text):
        return named
    first = _FIRST.search(text)
    channels = int(first[1]) if first else 3
    if not _allowed((channels, 1, 1)):
        channels = 3
    usual = 28 if channels == 1 else 32
    for side in (usual, *_SIDES):
        shape = (channels, side, side)
        found = read_network(text, shape)
        if found.layers and found.works:
            return shape
    return channels, usual, usual


def _named(text: str) -> Shape | None:
    return next((shape for shape in _shapes(text) if _allowed(shape)), None)


def _shapes(text: str) -> Iterator[Shape]:
    for found in _MADE.finditer(text):
        yield int(found[2]), int(found[3]), int(found[4])
    for pattern in (_SUMMARY, _REMARK):
        for found in pattern.finditer(text):
            yield int(found[1]), int(found[2]), int(found[3])


def _allowed(shape: Shape) -> bool:
    names = ("channels", "size", "size")
    return all(
        LIMITS[name].low <= value <= LIMITS[name].high
        for name, value in zip(names, shape, strict=True)
    )
