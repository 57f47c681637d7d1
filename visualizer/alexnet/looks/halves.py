"""A layer's work done by two threads: one picture at a time would otherwise leave a core idle.

torch is told to use one core for each answer (`weights.registry`), as many readers may ask at once.
Here each thread does half of a layer's channels, forward and back; the second one steps back where
the processor is busy, as the first does.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache

import torch
from torch import Tensor, nn
from torch.nn import functional

from visualizer.learning.pool import cores, step_back


class Halved(torch.autograd.Function):
    """A convolution or a linear layer on a batch of one, of which only the input has a gradient."""

    @staticmethod
    def forward(
        ctx: torch.autograd.function.FunctionCtx, x: Tensor, module: nn.Module, padding: int
    ) -> Tensor:
        """Apply the layer; ``padding``: a convolution's."""
        parts = _parts(module)
        ctx.way = (x, parts, padding)  # type: ignore[attr-defined]
        return torch.cat(_together([_forward(x, part, padding) for part in parts]), dim=1)

    @staticmethod
    def backward(
        ctx: torch.autograd.function.FunctionCtx, gradient: Tensor
    ) -> tuple[Tensor, None, None]:
        """Return the input's gradient."""
        x, parts, padding = ctx.way  # type: ignore[attr-defined]
        pieces = gradient.split([len(part.weight) for part in parts], dim=1)
        found = _together(
            [_back(x, part, piece, padding) for part, piece in zip(parts, pieces, strict=True)]
        )
        if parts[0].reads.stop < x.shape[1]:  # each half has read channels of its own
            return torch.cat(found, dim=1), None, None
        return found[0] + found[1], None, None


class _Part:
    """Half of a layer: its weights, its bias, and the input channels that it reads."""

    def __init__(self, module: nn.Conv2d | nn.Linear, first: int, last: int, reads: slice) -> None:
        self.weight = module.weight[first:last]
        self.bias = None if module.bias is None else module.bias[first:last]
        self.reads = reads
        self.stride: Sequence[int] = (1, 1)
        self.groups = 1
        if isinstance(module, nn.Conv2d):
            self.stride = module.stride
            self.groups = max(1, module.groups // 2)


def can_halve(module: nn.Module) -> bool:
    """Tell whether there are two halves, and a core that has nothing else to do."""
    if isinstance(module, nn.Conv2d):
        return module.out_channels % 2 == 0 and module.groups in (1, 2) and _has_room()
    return isinstance(module, nn.Linear) and _has_room()


def _parts(module: nn.Module) -> tuple[_Part, _Part]:
    assert isinstance(module, nn.Conv2d | nn.Linear)
    count = len(module.weight)
    middle = count // 2
    groups = module.groups if isinstance(module, nn.Conv2d) else 1
    width = module.weight.shape[1]
    reads = (slice(0, width), slice(width * (groups - 1), width * groups))
    return _Part(module, 0, middle, reads[0]), _Part(module, middle, count, reads[1])


def _forward(x: Tensor, part: _Part, padding: int) -> Callable[[], Tensor]:
    if part.weight.dim() == 2:
        return lambda: functional.linear(x, part.weight, part.bias)
    return lambda: functional.conv2d(x[:, part.reads], part.weight, part.bias, part.stride, padding)


def _back(x: Tensor, part: _Part, gradient: Tensor, padding: int) -> Callable[[], Tensor]:
    if part.weight.dim() == 2:
        return lambda: gradient @ part.weight
    read, around = x[:, part.reads], (padding, padding)

    def convolved() -> Tensor:
        found: Tensor = torch.ops.aten.convolution_backward(
            gradient, read, part.weight, None, part.stride, around, (1, 1), False, (0, 0), 1,
            (True, False, False),
        )[0]  # fmt: skip
        return found

    return convolved


def _together(both: Sequence[Callable[[], Tensor]]) -> list[Tensor]:
    """Do both at the same time, without a gradient of their own."""

    def quietly() -> Tensor:
        with torch.no_grad():
            return both[1]()

    other = _second().submit(quietly)
    with torch.no_grad():
        mine = both[0]()
    return [mine, other.result()]


@lru_cache(maxsize=1)
def _second() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(1, "looks", begin_thread)


def begin_thread() -> None:
    """Step back, and use one core: torch counts for each thread, and a new one begins with all."""
    step_back()
    torch.set_num_threads(1)


def _has_room() -> bool:
    """Tell whether a second thread helps: on a busy machine the two only wait for one another."""
    busy = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    return cores() > 1 and busy <= cores() + 1
