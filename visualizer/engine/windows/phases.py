"""A transposed convolution as direct ones: one for each phase of its stride.

The place k of a kernel lies k·d cells behind its first, and the kernels of neighbouring input cells
start s cells apart. So only every s-th output cell meets the same places: those with the same
remainder of k·d by s. These cells are a convolution, with stride 1, of the input with those places
of the kernel, turned round (W. Shi et al., "Is the deconvolution layer the same as a convolutional
layer?", 2016). No product with a zero between input cells is computed.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import gcd, prod

import numpy as np
from numpy.typing import NDArray

from visualizer.engine.arguments import Array, Pair, Scalar
from visualizer.engine.sizes import span
from visualizer.engine.windows.layout import ConvLayout, conv_layout
from visualizer.engine.windows.table import LONGEST, Indices

_MOST = 16  # phases; with more, each does too little


@dataclass(frozen=True, slots=True)
class Phase:
    """The output cells of one phase, and the convolution that makes them.

    output, image, kernels: which cells, as indices into output, image and kernels; table: the index
    of each of these kernels' weights, as `turn` arranges them, None if they are many.
    """

    output: tuple[slice, slice, slice]
    image: tuple[slice, slice, slice]
    kernels: tuple[slice, slice, slice, slice]
    layout: ConvLayout
    table: Indices | None

    def turned(self, weight: Array, groups: int) -> Array:
        """Return the kernels' weights of this phase, out of (C_in, C_out/groups, kH, kW)."""
        if self.table is None:
            return turn(weight[self.kernels], groups)
        return weight.take(self.table)


@dataclass(frozen=True, slots=True)
class _AxisPhase:
    """One phase along one axis; pads: the cells around the part of the image that is read."""

    output: slice
    image: slice
    places: slice
    pads: Pair
    apart: int


def turn(kernels: NDArray[Scalar], groups: int) -> NDArray[Scalar]:
    """Return kernels (C_in, C_out/groups, kH, kW) as a direct convolution needs them.

    Turned round, with input and output channels swapped: (C_out, C_in/groups, kH, kW).
    """
    channels, share, *kernel = kernels.shape
    turned = kernels.reshape(groups, channels // groups, share, *kernel)[..., ::-1, ::-1]
    copied = turned.swapaxes(1, 2).copy()
    return copied.reshape(groups * share, channels // groups, *kernel)


def phases_of(
    image: tuple[int, ...],
    weight: tuple[int, ...],
    groups: int,
    output: Pair,
    stride: Pair,
    padding: Pair,
    dilation: Pair,
) -> tuple[Phase, ...]:
    """Return all phases; none where adding up products is quicker.

    That is with many phases, with phases that no place has, and with kernels wider than the input.
    image, weight: the shapes; output: (H_out, W_out).
    """
    axes = list(zip(output, image[1:], weight[2:], stride, padding, dilation, strict=True))
    wide = any(span(kernel, apart) > size * step for _, size, kernel, step, _, apart in axes)
    if wide or prod(stride) > _MOST:
        return ()
    rows, cols = (_along(*axis) for axis in axes)
    indices = np.arange(prod(weight)).reshape(weight) if prod(weight) <= LONGEST else None
    return tuple(
        _phase(image, weight, groups, down, right, indices) for down in rows for right in cols
    )


def _phase(
    image: tuple[int, ...],
    weight: tuple[int, ...],
    groups: int,
    down: _AxisPhase,
    right: _AxisPhase,
    indices: Indices | None,
) -> Phase:
    every = slice(None)
    kernels = every, every, down.places, right.places
    both = (down, right)
    read = tuple(axis.image.stop - axis.image.start for axis in both)
    places = tuple(
        len(range(*axis.places.indices(size))) for axis, size in zip(both, weight[2:], strict=True)
    )
    layout = conv_layout(
        (image[0], *read),
        (weight[1] * groups, weight[0] // groups, *places),
        pads=(down.pads, right.pads),
        dilation=(down.apart, right.apart),
    )
    table = None if indices is None else turn(indices[kernels], groups)
    return Phase(
        (every, down.output, right.output), (every, down.image, right.image), kernels, layout, table
    )


def _along(
    output: int, image: int, kernel: int, stride: int, padding: int, dilation: int
) -> list[_AxisPhase]:
    """Return the phases along an axis that have output cells; none if one of them reads none."""
    common = gcd(stride, dilation)
    step, apart = stride // common, dilation // common
    found = []
    for phase in range(stride):
        # The windows u of this phase make the output cells u·s + phase − p.
        first = -((phase - padding) // stride)
        behind = (output - 1 + padding - phase) // stride + 1
        if behind <= first:
            continue
        places = [k for k in range(min(step, kernel)) if k * dilation % stride == phase]
        if not places:
            return []
        count = len(range(places[0], kernel, step))
        shift = (places[0] * dilation - phase) // stride
        start, end = first - shift - (count - 1) * apart, behind - shift
        read = slice(max(0, start), min(image, end))
        if read.start >= read.stop:
            return []
        found.append(
            _AxisPhase(
                output=slice(first * stride + phase - padding, output, stride),
                image=read,
                places=slice(places[0], kernel, step),
                pads=(read.start - start, end - read.stop),
                apart=apart,
            )
        )
    return found
