"""AlexNet, twice: as torchvision publishes it, and as the paper of 2012 describes it.

Only ``torch.nn``; the tensors of :class:`AlexNet` carry torchvision's names and shapes, so its
published file loads as it is. ReLU is not in place here: what a layer gave stays what it gave.

Sources: Krizhevsky, "One weird trick for parallelizing convolutional neural networks", 2014 (the
single-column network); Krizhevsky, Sutskever, Hinton, "ImageNet Classification with Deep
Convolutional Neural Networks", 2012 (two columns, response normalisation).
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn


class AlexNet(nn.Module):
    """The network as torchvision publishes it: 61,100,840 parameters with 1000 classes.

    Takes (N, 3, H, W) float, normalised, H and W at least 63; made for 224. Gives (N, num_classes)
    logits. Adaptive average pooling lets it take other sizes; at 224 it changes nothing.
    """

    input_size = 224

    def __init__(self, num_classes: int = 1000, dropout: float = 0.5) -> None:
        super().__init__()
        self.num_classes = num_classes
        self.features = nn.Sequential(
            nn.Conv2d(3, 64, kernel_size=11, stride=4, padding=2),
            nn.ReLU(),
            nn.MaxPool2d(kernel_size=3, stride=2),
            nn.Conv2d(64, 192, kernel_size=5, padding=2),
            nn.ReLU(),
            nn.MaxPool2d(kernel_size=3, stride=2),
            nn.Conv2d(192, 384, kernel_size=3, padding=1),
            nn.ReLU(),
            nn.Conv2d(384, 256, kernel_size=3, padding=1),
            nn.ReLU(),
            nn.Conv2d(256, 256, kernel_size=3, padding=1),
            nn.ReLU(),
            nn.MaxPool2d(kernel_size=3, stride=2),
        )
        self.avgpool = nn.AdaptiveAvgPool2d((6, 6))
        self.classifier = nn.Sequential(
            nn.Dropout(p=dropout),
            nn.Linear(256 * 6 * 6, 4096),
            nn.ReLU(),
            nn.Dropout(p=dropout),
            nn.Linear(4096, 4096),
            nn.ReLU(),
            nn.Linear(4096, num_classes),
        )

    def forward(self, x: Tensor) -> Tensor:
        """Logits (N, num_classes) of normalised pictures (N, 3, H, W)."""
        x = self.avgpool(self.features(x))
        logits: Tensor = self.classifier(torch.flatten(x, 1))
        return logits


class AlexNet2012(nn.Module):
    """The network of the paper: 60,965,224 parameters with 1000 classes.

    Convolutions 2, 4 and 5 are split into two groups (one a graphics card), local response
    normalisation follows the first two. Takes (N, 3, 227, 227): the paper says 224, but its own
    55×55 output of the first layer needs 227. Gives (N, num_classes) logits.
    """

    input_size = 227

    def __init__(self, num_classes: int = 1000, dropout: float = 0.5) -> None:
        super().__init__()
        self.num_classes = num_classes

        def normalise() -> nn.Module:
            # The paper adds alpha·Σ over n = 5 channels; torch adds alpha/n·Σ, hence 5 · 1e-4.
            return nn.LocalResponseNorm(size=5, alpha=5e-4, beta=0.75, k=2.0)

        self.features = nn.Sequential(
            nn.Conv2d(3, 96, kernel_size=11, stride=4),
            nn.ReLU(),
            normalise(),
            nn.MaxPool2d(kernel_size=3, stride=2),
            nn.Conv2d(96, 256, kernel_size=5, padding=2, groups=2),
            nn.ReLU(),
            normalise(),
            nn.MaxPool2d(kernel_size=3, stride=2),
            nn.Conv2d(256, 384, kernel_size=3, padding=1),
            nn.ReLU(),
            nn.Conv2d(384, 384, kernel_size=3, padding=1, groups=2),
            nn.ReLU(),
            nn.Conv2d(384, 256, kernel_size=3, padding=1, groups=2),
            nn.ReLU(),
            nn.MaxPool2d(kernel_size=3, stride=2),
        )
        self.classifier = nn.Sequential(
            nn.Linear(256 * 6 * 6, 4096),
            nn.ReLU(),
            nn.Dropout(p=dropout),
            nn.Linear(4096, 4096),
            nn.ReLU(),
            nn.Dropout(p=dropout),
            nn.Linear(4096, num_classes),
        )

    def forward(self, x: Tensor) -> Tensor:
        """Logits (N, num_classes) of normalised pictures (N, 3, 227, 227)."""
        logits: Tensor = self.classifier(torch.flatten(self.features(x), 1))
        return logits


AnyAlexNet = AlexNet | AlexNet2012

KINDS = {
    nn.Conv2d: "conv",
    nn.ReLU: "relu",
    nn.MaxPool2d: "maxpool",
    nn.LocalResponseNorm: "norm",
    nn.AdaptiveAvgPool2d: "avgpool",
    nn.Linear: "linear",
}


@dataclass(frozen=True)
class Layer:
    """One layer in the order of computation.

    ``name`` is what people call it (``conv1`` … ``fc8``), ``kind`` one of conv, relu, maxpool,
    norm, avgpool, linear, ``key`` torchvision's name of the module (``features.0``).
    """

    name: str
    kind: str
    key: str
    module: nn.Module


def layers_of(model: AnyAlexNet) -> tuple[Layer, ...]:
    """All layers that compute something when the network answers, first to last.

    Dropout is left out: it passes everything through outside of training. A linear layer takes its
    input flattened.
    """
    found: list[Layer] = []
    block = 0
    for key, module in model.named_modules():
        kind = KINDS.get(type(module))
        if kind is None:
            continue
        if kind in ("conv", "linear"):
            block += 1
        prefix = {"linear": "fc", "maxpool": "pool"}.get(kind, kind)
        name = prefix if kind == "avgpool" else f"{prefix}{block}"
        found.append(Layer(name, kind, key, module))
    return tuple(found)


def empty_model(model_type: type[AnyAlexNet] = AlexNet, num_classes: int = 1000) -> AnyAlexNet:
    """The network without memory for its parameters, for ``load_state_dict(..., assign=True)``.

    Sixty million random numbers that a file replaces at once would cost a second for nothing.
    """
    with torch.device("meta"):
        return model_type(num_classes).eval()


def random_model(
    model_type: type[AnyAlexNet] = AlexNet, num_classes: int = 1000, seed: int = 0
) -> AnyAlexNet:
    """The network with seeded random weights, the same on every machine and in every thread.

    Kaiming's scale (He et al. 2015: standard deviation √(2 / fan-in)) keeps the activations of
    every layer in a readable range, which torch's default for layers does not.
    """
    model = empty_model(model_type, num_classes)
    generator = torch.Generator().manual_seed(seed)
    state: dict[str, Tensor] = {}
    for key, parameter in model.named_parameters():
        if key.endswith("bias"):
            state[key] = torch.zeros(parameter.shape)
        else:
            fan_in = parameter[0].numel()
            scale = (6.0 / fan_in) ** 0.5  # uniform on ±√(6/n) has variance 2/n
            state[key] = torch.empty(parameter.shape).uniform_(-scale, scale, generator=generator)
    model.load_state_dict(state, assign=True)
    return model.requires_grad_(False)
