"""AlexNet in two versions: as torchvision publishes it, and as the paper of 2012 describes it.

The parameters of `AlexNet` have torchvision's names and shapes, so that its published file can be
loaded unchanged. ReLU does not work in place here, because every layer's output is kept for
display.

Sources: A. Krizhevsky, "One weird trick for parallelizing convolutional neural networks", 2014 (the
network with one column); A. Krizhevsky, I. Sutskever, G. Hinton, "ImageNet Classification with Deep
Convolutional Neural Networks", 2012 (two columns, local response normalisation).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import torch
from torch import Tensor, nn


class AlexNet(nn.Module):
    """The network as torchvision publishes it: 61,100,840 parameters with 1000 classes.

    The input is (N, 3, H, W), normalised floats, with H and W at least 63. The network is made for
    224; adaptive average pooling, which changes nothing at 224, allows the other sizes.
    The output is logits (N, num_classes).
    """

    input_size = 224

    def __init__(self, num_classes: int = 1000, dropout: float = 0.5) -> None:
        """Make the layers, with torch's random weights; dropout: a probability, 0 to 1."""
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
        """Return the logits (N, num_classes) of normalised pictures (N, 3, H, W)."""
        x = self.avgpool(self.features(x))
        logits: Tensor = self.classifier(torch.flatten(x, 1))
        return logits


class AlexNet2012(nn.Module):
    """The network of the paper: 60,965,224 parameters with 1000 classes.

    Convolutions 2, 4 and 5 have two groups, one for each graphics card of the time; local response
    normalisation follows convolutions 1 and 2. The input is (N, 3, 227, 227), normalised floats:
    the paper says 224, but the 55×55 output of its first layer needs 227.
    The output is logits (N, num_classes).
    """

    input_size = 227

    def __init__(self, num_classes: int = 1000, dropout: float = 0.5) -> None:
        """Make the layers, with torch's random weights; dropout: a probability, 0 to 1."""
        super().__init__()
        self.num_classes = num_classes

        def normalise() -> nn.Module:
            # The paper's alpha is 1e-4. torch divides alpha by the 5 channels, the paper does not.
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
        """Return the logits (N, num_classes) of normalised pictures (N, 3, 227, 227)."""
        logits: Tensor = self.classifier(torch.flatten(self.features(x), 1))
        return logits


AnyAlexNet = AlexNet | AlexNet2012
NETWORKS: dict[str, type[AnyAlexNet]] = {"torchvision": AlexNet, "2012": AlexNet2012}

MODULE_KINDS = {
    nn.Conv2d: "conv",
    nn.ReLU: "relu",
    nn.MaxPool2d: "maxpool",
    nn.LocalResponseNorm: "norm",
    nn.AdaptiveAvgPool2d: "avgpool",
    nn.Linear: "linear",
}


@dataclass(frozen=True)
class ModelLayer:
    """One layer of a network that is loaded.

    ``name``: as lectures call it, ``conv1`` … ``fc8``. ``kind``: one of conv, relu, maxpool, norm,
    avgpool, linear. ``key``: torchvision's name of the module, ``features.0``.
    """

    name: str
    kind: str
    key: str
    module: nn.Module


def layers_of(model: AnyAlexNet) -> tuple[ModelLayer, ...]:
    """Return the layers in the order of computation.

    Dropout is left out: outside of training it changes nothing.
    """
    found: list[ModelLayer] = []
    block = 0
    for key, module in model.named_modules():
        kind = MODULE_KINDS.get(type(module))
        if kind is None:
            continue
        if kind in ("conv", "linear"):
            block += 1
        prefix = {"linear": "fc", "maxpool": "pool"}.get(kind, kind)
        name = prefix if kind == "avgpool" else f"{prefix}{block}"
        found.append(ModelLayer(name, kind, key, module))
    return tuple(found)


def empty_model(model_type: type[AnyAlexNet] = AlexNet, num_classes: int = 1000) -> AnyAlexNet:
    """Return a network without memory for its parameters, for ``load_state_dict(assign=True)``.

    It saves the second that it takes to draw sixty million random weights, which would be replaced
    at once by those of a file.
    """
    with torch.device("meta"):
        return model_type(num_classes).eval()


def random_model(
    model_type: type[AnyAlexNet] = AlexNet,
    num_classes: int = 1000,
    seed: int = 0,
    given: Mapping[str, Tensor] | None = None,
) -> AnyAlexNet:
    """Return a network with random weights; the same seed gives the same weights everywhere.

    ``given``: tensors by name that are used as they are, in place of random ones.

    The weights have the standard deviation √(2 / fan-in), which keeps the activations of all layers
    in a readable range; torch's default does not. Source: K. He et al., "Delving Deep into
    Rectifiers", 2015.
    """
    model = empty_model(model_type, num_classes)
    generator = torch.Generator().manual_seed(seed)
    state: dict[str, Tensor] = {}
    for key, parameter in model.named_parameters():
        if given is not None and key in given:
            state[key] = given[key]
        elif key.endswith("bias"):
            state[key] = torch.zeros(parameter.shape)
        else:
            fan_in = parameter[0].numel()
            scale = (6.0 / fan_in) ** 0.5  # the uniform distribution on ±√(6/n) has variance 2/n
            state[key] = torch.empty(parameter.shape).uniform_(-scale, scale, generator=generator)
    model.load_state_dict(state, assign=True)
    return model.requires_grad_(False)
