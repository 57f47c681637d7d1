"""A `Student` from a weights file: training goes on from what ships.

In the file the normalisation is folded into the weights. Here it is put back: each output channel's
weights are brought to length 1, where training keeps them, and the normalisation after them gets
the scale and the shift that undo this for the photos given. The network's answers stay the same.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from training.network.student import (
    CONVS,
    DENSE,
    OUTPUT_LAYER,
    ConvBlock,
    DenseBlock,
    Student,
    spread,
)
from visualizer.alexnet.weights.storage import pieces


def read_factors(path: Path) -> dict[str, Tensor]:
    """Read the float32 tensors of a file that `export` wrote, factors (`NAME.a`, `NAME.b`) apart.

    Raises ValueError for a file that stores them in another way.
    """
    with np.load(path, allow_pickle=False) as file:
        tensors = pieces({name: file[name] for name in file.files})
    if any(f"classifier.{index}.weight.a" not in tensors for index, *_ in DENSE):
        raise ValueError(f"{path.name} does not hold its FC layers as factors")
    return tensors


@torch.no_grad()
def student_from(path: Path, photos: Tensor, dropout: float = 0.0, width: float = 1.0) -> Student:
    """Make a student with the weights of the file `path`.

    `photos` (N, 3, H, W), normalised, are where the layers' means and deviations are taken from;
    some hundreds of the size that training begins with do. The factors' rank is the file's.
    """
    tensors = read_factors(path)
    rank = tensors[f"classifier.{DENSE[0][0]}.weight.a"].shape[1]
    classes = len(tensors[f"classifier.{OUTPUT_LAYER}.bias"])
    student = Student(classes, rank, dropout, width)
    x = photos
    for (index, *_), conv in zip(CONVS, student.convs, strict=True):
        assert isinstance(conv, ConvBlock)
        weight = tensors[f"features.{index}.weight"]
        length = _unit(conv.conv.weight, weight)
        _renormalise(conv.norm, conv.conv(x), length, tensors[f"features.{index}.bias"])
        x = conv.eval()(x)
    x = spread(x).flatten(1)
    for (index, *_), dense in zip(DENSE, student.dense, strict=True):
        assert isinstance(dense, DenseBlock)
        up, down = (tensors[f"classifier.{index}.weight.{part}"] for part in "ab")
        size = down.norm() / len(down) ** 0.5
        dense.down.weight.copy_(down / size)
        length = _unit(dense.up.weight, up * size)
        _renormalise(
            dense.norm, dense.up(dense.down(x)), length, tensors[f"classifier.{index}.bias"]
        )
        x = dense.eval()(x)
    student.output.weight.copy_(tensors[f"classifier.{OUTPUT_LAYER}.weight"])
    student.output.bias.copy_(tensors[f"classifier.{OUTPUT_LAYER}.bias"])
    return student


def _unit(target: Tensor, weight: Tensor) -> Tensor:
    """Copy `weight` to `target`, each output channel at length 1; the lengths (C_out,)."""
    length: Tensor = weight.flatten(1).norm(dim=1).clamp(min=1e-8)
    target.copy_(weight / length.view(-1, *[1] * (weight.ndim - 1)))
    return length


def _renormalise(
    norm: nn.BatchNorm1d | nn.BatchNorm2d, inputs: Tensor, length: Tensor, bias: Tensor
) -> None:
    """Set `norm` so that it maps what it reads, `inputs`, to inputs · length + bias."""
    assert norm.running_mean is not None
    assert norm.running_var is not None
    values = inputs.transpose(0, 1).flatten(1)
    norm.running_mean.copy_(values.mean(1))
    norm.running_var.copy_(values.var(1))
    norm.weight.copy_(length * torch.sqrt(norm.running_var + norm.eps))
    norm.bias.copy_(bias + length * norm.running_mean)
