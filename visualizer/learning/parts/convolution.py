"""A convolution of a batch: windows copied side by side, then one matrix product a group."""

from __future__ import annotations

from math import prod
from typing import Any

import numpy as np

from visualizer.engine.network.layers import Conv, both
from visualizer.engine.network.shapes import Shape
from visualizer.learning.parts.part import Batch, Part
from visualizer.learning.parts.products import gathered, product
from visualizer.learning.parts.windows import Windows


class Convolution(Part):
    """`Conv` on batches (N, H, W, C), padded with zeros.

    The weights are a matrix for each group: a row for each (row, column, channel) of a kernel, a
    column for each filter. The bias is a last row that meets ones, and so needs no sum of its own.
    """

    def __init__(self, layer: Conv, shape: Shape, output: Shape, dtype: np.dtype[Any]) -> None:
        super().__init__(shape, output, dtype)
        self.layer, self.groups, self.kernel = layer, layer.groups, both(layer.kernel_size)
        self.depth, self.filters = shape[0] // layer.groups, output[0] // layer.groups
        self.fan_in = self.depth * prod(self.kernel)
        self.matrix = (self.groups, self.fan_in + layer.bias, self.filters)
        self.count = prod(self.matrix)
        self._stride, self._pad = both(layer.stride), both(layer.padding)
        spread = both(layer.dilation)
        height, width = (size + 2 * pad for size, pad in zip(shape[1:], self._pad, strict=True))
        self._windows = Windows(
            (height, width, shape[0]), (output[1], output[2]), self.kernel,
            stride=self._stride, dilation=spread, groups=self.groups, ones=layer.bias, dtype=dtype,
        )  # fmt: skip
        # What flows back to a cell comes from the windows that it lay in: the output's gradients,
        # a stride apart, under the turned kernel.
        self._reach = (self.kernel[0] - 1) * spread[0], (self.kernel[1] - 1) * spread[1]
        self._back = Windows(
            (height + self._reach[0], width + self._reach[1], output[0]), (shape[1], shape[2]),
            self.kernel, start=self._pad, dilation=spread, groups=self.groups, dtype=dtype,
        )  # fmt: skip

    def bind(self, weights: Batch, gradients: Batch, states: Batch) -> None:
        """Use these weights, and write gradients there."""
        self._weights = weights.reshape(self.matrix)
        self._gradients = gradients.reshape(self.matrix)

    def forward(self, x: Batch, training: bool) -> Batch:
        """Return the output maps."""
        (top, left), (_, height, width) = self._pad, self.shape
        self._windows.grid(len(x))[:, top : top + height, left : left + width] = x
        self._met = self._windows.rows(len(x))
        return self._multiplied("made", len(x), self._met, self._weights, self.output)

    def backward(self, gradient: Batch) -> Batch | None:
        """Return the gradient at the input maps."""
        flat = gradient.reshape(-1, self.groups, self.filters)
        for group in range(self.groups):
            sent = np.ascontiguousarray(flat[:, group])
            gathered(self._met[group], sent, self._gradients[group])
        if self.first:
            return None
        count = len(gradient)
        down, across = (
            slice(reach, reach + (places - 1) * step + 1, step)
            for reach, places, step in zip(self._reach, self.output[1:], self._stride, strict=True)
        )
        self._back.grid(count)[:, down, across] = gradient
        return self._multiplied("sent", count, self._back.rows(count), self._turned(), self.shape)

    def _turned(self) -> Batch:
        """Return the kernels turned by 180°, with inputs and filters exchanged, as matrices."""
        cells = self._weights[:, : self.fan_in].reshape(
            self.groups, *self.kernel, self.depth, self.filters
        )
        turned = cells[:, ::-1, ::-1].swapaxes(3, 4)
        return turned.reshape(self.groups, prod(self.kernel) * self.filters, self.depth)

    def _multiplied(self, name: str, count: int, rows: Batch, weights: Batch, to: Shape) -> Batch:
        """Return the products of the groups' matrices as maps of the shape ``to``."""
        channels, height, width = to
        made = self.memory.rows(name, count, (height, width, channels))
        if self.groups == 1:
            product(rows[0], weights[0], made.reshape(-1, channels))
            return made
        each = channels // self.groups
        for group in range(self.groups):
            part = self.memory.rows(f"{name} of a group", count, (height, width, each))
            product(rows[group], weights[group], part.reshape(-1, each))
            made[..., group * each : (group + 1) * each] = part
        return made

    def named(self, flat: Batch) -> dict[str, Batch]:
        """Return weight (filters, channels of a group, k, k) and, where there is one, bias."""
        matrices = flat.reshape(self.matrix)
        cells = matrices[:, : self.fan_in].reshape(
            self.groups, *self.kernel, self.depth, self.filters
        )
        weight = cells.transpose(0, 4, 3, 1, 2).reshape(-1, self.depth, *self.kernel)
        found: dict[str, Batch] = {"weight": weight.copy()}
        if self.layer.bias:
            found["bias"] = matrices[:, -1].reshape(-1).copy()
        return found

    def flat(self, named: dict[str, Batch]) -> Batch:
        """Return weight and bias as one flat array."""
        matrices = np.empty(self.matrix, dtype=self.dtype)
        weight = named["weight"].reshape(self.groups, self.filters, self.depth, *self.kernel)
        cells = weight.transpose(0, 3, 4, 2, 1)
        matrices[:, : self.fan_in] = cells.reshape(self.groups, self.fan_in, self.filters)
        if self.layer.bias:
            matrices[:, -1] = named["bias"].reshape(self.groups, self.filters)
        return matrices.ravel()
