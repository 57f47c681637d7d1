"""A stack of layers run by torch with ones for weights, to see which cells reach which values.

Written apart from the code that the app gives out: layer by layer, in the engine's own order.
"""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import nn
from torch.nn import functional as F

from visualizer.engine.network.layers import (
    OVER_CHANNELS,
    Activation,
    AdaptiveAvgPool,
    AdaptiveMaxPool,
    Add,
    AvgPool,
    Concat,
    Conv,
    ConvTranspose,
    Flatten,
    From,
    GlobalAvgPool,
    Layer,
    Linear,
    MaxPool,
    ZeroPad,
    both,
    sources,
)

Tensor = torch.Tensor


def outputs(layers: Sequence[Layer], x: Tensor) -> list[Tensor]:
    """Return x, (N, C, H, W), and every layer's output; each sums what it reads, channels too.

    What a layer reads it reads with factors above 0, so that no gradient is 0 by chance: poolings
    are sums over their windows, and functions of single values are left out.
    """
    values = [x]
    for index, layer in enumerate(layers):
        read = [values[source + 1] for source in sources(index, layer)]
        values.append(_output(layer, read))
    return values


def _output(layer: Layer, read: list[Tensor]) -> Tensor:
    x = read[-1]
    match layer:
        case Conv():
            return _blank(nn.Conv2d(
                x.shape[1], layer.out_channels, layer.kernel_size, layer.stride, layer.padding,
                layer.dilation, layer.groups, bias=False,
            ), x)  # fmt: skip
        case ConvTranspose():
            return _blank(nn.ConvTranspose2d(
                x.shape[1], layer.out_channels, layer.kernel_size, layer.stride, layer.padding,
                layer.output_padding, layer.groups, False, layer.dilation,
            ), x)  # fmt: skip
        case MaxPool() | AvgPool():
            return F.avg_pool2d(
                x, both(layer.kernel_size), both(layer.step), both(layer.padding),
                layer.ceil_mode, True,
            )  # fmt: skip
        case GlobalAvgPool():
            return F.adaptive_avg_pool2d(x, 1)
        case AdaptiveAvgPool(size) | AdaptiveMaxPool(size):
            return F.adaptive_avg_pool2d(x, size)
        case ZeroPad(left, right, top, bottom):
            return F.pad(x, (left, right, top, bottom))
        case Flatten():
            return x.flatten(1)
        case Linear(outputs):
            return x.sum(1, keepdim=True).expand(-1, outputs)
        case Activation(kind) if kind in OVER_CHANNELS:
            return x.sum(1, keepdim=True).expand_as(x)
        case From():
            return x
        case Add():
            return read[0] + read[1]
        case Concat():
            return torch.cat(read, dim=1)
        case _:
            return x


def _blank(module: nn.Conv2d | nn.ConvTranspose2d, x: Tensor) -> Tensor:
    with torch.no_grad():
        module.weight.fill_(1.0)
    made: Tensor = module.to(x.dtype)(x)
    return made


def reached(
    shape: tuple[int, ...],
    layers: Sequence[Layer],
    index: int,
    row: int,
    col: int,
    sides: tuple[int, int],
) -> Tensor:
    """Return which cells (H, W) of the input reach the value (row, col) of layer ``index``.

    sides: the rows and columns of the layer's map; a flat row that was a map of these sides is
    read at the places of this value in all of its channels.
    """  # fmt: skip
    x = torch.ones(1, *shape, dtype=torch.float64, requires_grad=True)
    found = outputs(layers[: index + 1], x)[-1]
    at = found[0].reshape(-1, *sides)[:, row, col].sum()
    (gradient,) = torch.autograd.grad(at, x)
    return gradient[0].abs().sum(0) > 0
