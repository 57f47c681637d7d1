"""Layers and tensors of somebody's own: small ones, and ones too large for a stage."""

from __future__ import annotations

import torch
from torch import Tensor, nn


def _numbers(*sizes: int) -> Tensor:
    return torch.randn(*sizes, generator=torch.Generator().manual_seed(sum(sizes)))


WHOLE: dict[str, tuple[nn.Module, Tensor]] = {
    "conv": (nn.Conv2d(1, 1, 3), _numbers(1, 5, 6)),
    "conv, stride, padding, batch": (nn.Conv2d(3, 4, (3, 2), (2, 1), (1, 2)), _numbers(2, 3, 8, 7)),
    "conv, same": (nn.Conv2d(2, 2, 4, padding="same", dilation=2), _numbers(2, 9, 9)),
    "conv, reflect": (nn.Conv2d(1, 2, 3, padding=2, padding_mode="reflect"), _numbers(1, 5, 5)),
    "conv, groups": (nn.Conv2d(3, 6, 3, groups=3, bias=False), _numbers(3, 6, 6)),
    "conv, float64": (nn.Conv2d(1, 2, 2, dtype=torch.float64), _numbers(1, 4, 4).double()),
    "transposed": (nn.ConvTranspose2d(2, 3, 3, 2, 1, output_padding=1), _numbers(2, 4, 4)),
    "transposed, groups": (
        nn.ConvTranspose2d(2, 4, 2, groups=2, dilation=2),
        _numbers(1, 2, 3, 3),
    ),
    "max": (nn.MaxPool2d(3, 2, 1, ceil_mode=True), _numbers(2, 8, 8)),
    "max, indices": (nn.MaxPool2d(2, return_indices=True), _numbers(1, 1, 4, 4)),
    "average": (nn.AvgPool2d(3, 2, 1, count_include_pad=False), _numbers(3, 7, 7)),
    "global": (nn.AdaptiveAvgPool2d(1), _numbers(2, 6, 5)),
    "adaptive": (nn.AdaptiveMaxPool2d((2, None)), _numbers(1, 6, 4)),
    "linear": (nn.Linear(9, 4), _numbers(9)),
    "linear, batch": (nn.Linear(48, 6), _numbers(3, 48)),
    "linear, map": (nn.Linear(32, 3), _numbers(2, 4, 4)),
    "relu": (nn.ReLU(inplace=True), _numbers(2, 4, 4)),
    "leaky": (nn.LeakyReLU(0.2), _numbers(7)),
    "sigmoid": (nn.Sigmoid(), _numbers(3, 5)),
    "tanh": (nn.Tanh(), _numbers(1, 2, 3, 3)),
    "gelu": (nn.GELU(), _numbers(1, 4, 4)),
}

LARGE: dict[str, tuple[nn.Module, Tensor]] = {
    "many channels": (nn.Conv2d(64, 8, 3, padding=1), _numbers(64, 14, 14)),
    "large picture": (nn.Conv2d(3, 64, 11, 4, 2), _numbers(1, 3, 99, 224)),
    "depthwise": (nn.Conv2d(8, 16, 3, groups=8), _numbers(8, 9, 9)),
    "groups of many": (nn.Conv2d(12, 6, 3, groups=2, bias=False), _numbers(12, 7, 7)),
    "transposed": (nn.ConvTranspose2d(16, 8, 4, 2, 1, groups=2), _numbers(16, 20, 20)),
    "pool": (nn.MaxPool2d(3, 2, 1), _numbers(64, 112, 112)),
    "average": (nn.AvgPool2d(2), _numbers(9, 70, 12)),
    "linear": (nn.Linear(4096, 50), _numbers(2, 4096)),
    "linear, map": (nn.Linear(64 * 36, 10), _numbers(64, 6, 6)),
    "linear, prime": (nn.Linear(13, 8, bias=False), _numbers(13)),
    "relu": (nn.ReLU(), _numbers(9, 40, 50)),
}
