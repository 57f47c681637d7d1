"""A kernel answers most to its own pattern: patches of the same energy before the first filter."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from visualizer import engine
from visualizer.lessons.convolution.example import Array


@dataclass(frozen=True)
class Patch:
    """A patch (C, kH, kW), ``name`` of its text, and what the kernel makes of it."""

    name: str
    cells: Array
    response: float


def patches(kernel: Array) -> list[Patch]:
    """Return patches as large as ``kernel`` (C, kH, kW), each with the kernel's sum of squares.

    The response is the kernel's output, a sum of products. By the Cauchy-Schwarz inequality
    |⟨w, p⟩| ≤ ‖w‖·‖p‖, none is greater than that of the kernel's own pattern, ‖w‖².
    """
    _, rows, cols = kernel.shape
    level = float(np.linalg.norm(kernel)) / np.sqrt(kernel.size)
    board = np.where(np.indices(kernel.shape)[1:].sum(axis=0) % 2, -level, level)
    turned = np.rot90(kernel, axes=(1, 2)) if rows == cols else kernel[:, ::-1]
    shown = {
        "own": kernel,
        "turned" if rows == cols else "upside": turned,
        "mirrored": kernel[:, :, ::-1],
        "board": board,
        "flat": np.full(kernel.shape, level),
    }
    return [Patch(name, cells, _response(cells, kernel)) for name, cells in shown.items()]


def _response(cells: Array, kernel: Array) -> float:
    return float(engine.conv2d(cells, kernel[None])[0, 0, 0])
