"""AlexNet as it is trained: torchvision's layout with batch normalisation and low-rank FC layers.

Krizhevsky's "One weird trick" layout (2014), as torchvision.models.AlexNet has it. Two things are
added for training alone and are gone in the exported model: batch normalisation after every layer
but the last (Ioffe and Szegedy, 2015), which folds into the layer before it, and the factors
9216 → 256 → 4096 and 4096 → 256 → 4096 of the two large FC layers, which multiply out.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F

#: torchvision's convolutions: index in `features`, C_in, C_out, kernel, stride, padding, pooled?
CONVS = (
    (0, 3, 64, 11, 4, 2, True),
    (3, 64, 192, 5, 1, 2, True),
    (6, 192, 384, 3, 1, 1, False),
    (8, 384, 256, 3, 1, 1, False),
    (10, 256, 256, 3, 1, 1, True),
)
#: The two factored FC layers: index in `classifier`, inputs, outputs.
DENSE = ((1, 9216, 4096), (4, 4096, 4096))
OUTPUT_LAYER = 6
RANK = 256


class ConvBlock(nn.Module):
    """Convolution, batch normalisation, ReLU and, where AlexNet has it, 3×3 max pooling by 2.

    Pooling comes before the ReLU: the two commute, and the ReLU then has a quarter of the work.
    """

    def __init__(
        self, c_in: int, c_out: int, kernel: int, stride: int, padding: int, pooled: bool
    ) -> None:
        """Make the layers; the normalisation has the bias."""
        super().__init__()
        self.conv = nn.Conv2d(c_in, c_out, kernel, stride, padding, bias=False)
        self.norm = nn.BatchNorm2d(c_out)
        self.pooled = pooled

    def forward(self, x: Tensor) -> Tensor:
        """Map (N, c_in, H, W) to (N, c_out, H', W')."""
        x = self.norm(self.conv(x))
        if self.pooled:
            x = F.max_pool2d(x, 3, 2)
        return F.relu(x)


class DenseBlock(nn.Module):
    """Dropout, a fully connected layer as the product of two factors, normalisation, ReLU."""

    def __init__(self, inputs: int, outputs: int, rank: int, dropout: float) -> None:
        """Make both factors and the normalisation, which has the bias."""
        super().__init__()
        self.dropout = dropout
        self.down = nn.Linear(inputs, rank, bias=False)
        self.up = nn.Linear(rank, outputs, bias=False)
        self.norm = nn.BatchNorm1d(outputs)

    def forward(self, x: Tensor) -> Tensor:
        """Map (N, inputs) to (N, outputs)."""
        if self.dropout:
            x = F.dropout(x, self.dropout, self.training)
        return F.relu(self.norm(self.up(self.down(x))))


class Student(nn.Module):
    """The network in training: normalised photos (N, 3, H, W), H and W ≥ 63, to logits (N, n).

    `width` scales every hidden layer, so that tests can run a tiny one; 1 is AlexNet.
    """

    def __init__(
        self, num_classes: int, rank: int = RANK, dropout: float = 0.0, width: float = 1.0
    ) -> None:
        """Draw the weights anew; the last layer begins at 0."""
        super().__init__()

        def scaled(n: int) -> int:
            return n if n == 3 else max(4, round(n * width))

        self.convs = nn.ModuleList(
            ConvBlock(scaled(c_in), scaled(c_out), kernel, stride, padding, pooled)
            for _, c_in, c_out, kernel, stride, padding, pooled in CONVS
        )
        flat = scaled(256) * 36
        hidden = scaled(4096)
        self.dense = nn.ModuleList(
            [
                DenseBlock(flat, hidden, min(rank, hidden), dropout),
                DenseBlock(hidden, hidden, min(rank, hidden), dropout),
            ]
        )
        self.output = nn.Linear(hidden, num_classes)
        for module in self.modules():
            if isinstance(module, nn.Conv2d | nn.Linear):
                nn.init.kaiming_normal_(module.weight, mode="fan_in", nonlinearity="linear")
        nn.init.zeros_(self.output.weight)
        nn.init.zeros_(self.output.bias)

    def forward(self, x: Tensor) -> Tensor:
        """Map photos to logits."""
        for conv in self.convs:
            x = conv(x)
        x = spread(x).flatten(1)
        for dense in self.dense:
            x = dense(x)
        logits: Tensor = self.output(x)
        return logits


def spread(x: Tensor) -> Tensor:
    """AlexNet's adaptive average pooling to 6×6, (N, C, H, W) to (N, C, 6, 6).

    Small photos give maps of 1×1, 2×2 or 3×3, which the pooling only repeats: repeating them by a
    view is the same function and has a far cheaper gradient.
    """
    rows, cols = x.shape[-2:]
    if (rows, cols) == (6, 6):
        return x
    if 6 % rows or 6 % cols:
        return F.adaptive_avg_pool2d(x, (6, 6))
    n, channels = x.shape[:2]
    wide = x[:, :, :, None, :, None].expand(n, channels, rows, 6 // rows, cols, 6 // cols)
    return wide.reshape(n, channels, 6, 6)


def fold(block: ConvBlock | DenseBlock) -> tuple[Tensor, Tensor]:
    """Scale and shift, (C_out,) each, that the block's normalisation applies in evaluation."""
    norm = block.norm
    assert norm.running_var is not None
    assert norm.running_mean is not None
    scale = norm.weight.detach() * torch.rsqrt(norm.running_var + norm.eps)
    return scale, norm.bias.detach() - norm.running_mean * scale


def folded_state(student: Student) -> dict[str, Tensor]:
    """Return the weights under torchvision's names, normalisation folded in.

    The factored layers give `classifier.1.down` (256, 9216) and `classifier.1.up` (4096, 256) and
    the like; `up @ down` is the dense weight. All others carry `.weight` and `.bias`.
    """
    state: dict[str, Tensor] = {}
    for (index, *_), block in zip(CONVS, student.convs, strict=True):
        assert isinstance(block, ConvBlock)
        scale, shift = fold(block)
        state[f"features.{index}.weight"] = block.conv.weight.detach() * scale[:, None, None, None]
        state[f"features.{index}.bias"] = shift
    for (index, *_), dense in zip(DENSE, student.dense, strict=True):
        assert isinstance(dense, DenseBlock)
        scale, shift = fold(dense)
        state[f"classifier.{index}.down"] = dense.down.weight.detach().clone()
        state[f"classifier.{index}.up"] = dense.up.weight.detach() * scale[:, None]
        state[f"classifier.{index}.bias"] = shift
    state[f"classifier.{OUTPUT_LAYER}.weight"] = student.output.weight.detach().clone()
    state[f"classifier.{OUTPUT_LAYER}.bias"] = student.output.bias.detach().clone()
    return state
