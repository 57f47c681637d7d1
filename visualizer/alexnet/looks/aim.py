"""What a picture is made for: one channel of one layer, and what of a picture that channel reads.

Before the fully connected layers a unit reads its receptive field and nothing else. So the picture
is as large as the field, and the layers run on it without padding, down to a single number: the
same number as in the middle of a whole picture, for a fraction of the work.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from visualizer.alexnet.errors import UnitError
from visualizer.alexnet.geometry import window_of
from visualizer.alexnet.looks.halves import Halved, can_halve
from visualizer.alexnet.model import AnyAlexNet, ModelLayer, layers_of
from visualizer.alexnet.preprocessing import MEAN, STD
from visualizer.alexnet.run import apply
from visualizer.engine import ReceptiveField, receptive_field

CONTRAST: Final = 0.6  # of the mean of all logits is taken off a class's
LEAK: Final = 0.1  # of a value below zero is left at the end, so that a silent unit can be woken

_MEAN = torch.tensor(MEAN)[:, None, None]
_STD = torch.tensor(STD)[:, None, None]


@dataclass(frozen=True)
class Aim:
    """A channel, or a unit, of a layer of a network.

    ``layers``: those up to the wanted one, which is the last. ``side``: how wide the picture is, in
    pixels. ``at``: where its left and top edge lie in an input of ``size`` pixels, so that a unit's
    field is exactly the picture; ``whole``: it fills the input, and the layers run with padding.
    ``is_class``: it is a unit of the last layer.
    """

    layers: tuple[ModelLayer, ...]
    channel: int
    size: int
    side: int
    at: int
    is_class: bool = False

    @property
    def whole(self) -> bool:
        """Tell whether the picture is the network's whole input."""
        return self.side == self.size

    def excitement(self, pixels: Tensor) -> Tensor:
        """Return the unit's value for a picture (3, side, side) from 0 to 1, with its gradient.

        Below zero it is what it would be before the last ReLU, or a tenth of it.
        """
        return self.ascent(pixels)[1]

    def ascent(self, pixels: Tensor) -> tuple[Tensor, Tensor]:
        """Return what ascent makes larger, with its gradient, and the unit's value (`excitement`).

        They are the same but for a class: from its logit part of the mean of all logits is taken
        off, since an empty dark picture raises every class's.
        """
        x = ((pixels - _MEAN) / _STD).unsqueeze(0)
        last = self._last_relu
        flat = False
        narrow = False
        for place, layer in enumerate(self.layers):
            if layer.kind == "relu" and place == last:
                x = functional.leaky_relu(x, LEAK)
            elif layer.kind == "conv":
                narrow = place == self._chosen_in
                x = _convolved(x, layer.module, not self.whole, self.channel if narrow else None)
            elif layer.kind == "linear":
                flat, narrow = True, place == self._chosen_in and not self.is_class
                x = _connected(x, layer.module, self.channel if narrow else None)
            elif layer.kind == "avgpool" and not self.whole:
                continue  # on the network's own size it changes nothing
            elif layer.kind == "maxpool" and not self.whole:
                kernel, stride, _ = window_of(layer)
                x = functional.max_pool2d(x, kernel, stride)
            else:
                x = apply(layer, x)
        found = x[0, 0 if narrow else self.channel]
        if self.is_class:
            return found - CONTRAST * x.mean(), found
        value = found if flat else found[found.shape[0] // 2, found.shape[1] // 2]
        return value, value

    def value(self, picture: np.ndarray) -> float:
        """Return the channel's largest value when the network is given a picture.

        picture: bytes (side, side, 3). Where it is smaller than the input it lies on gray,
        ImageNet's mean colour, where the field of one unit is; every unit of the map counts, as for
        a photo.
        """
        return float(self.maps(picture).max())

    def maps(self, picture: np.ndarray) -> Tensor:
        """Return the channel's map (H, W), or its value as (1, 1), for bytes (side, side, 3)."""
        x = self.entered(picture).unsqueeze(0)
        with torch.inference_mode():
            for layer in self.layers:
                x = apply(layer, x)
        found = x[0, self.channel]
        return found if found.dim() else found[None, None]

    def entered(self, picture: np.ndarray) -> Tensor:
        """Return a picture, bytes (side, side, 3), as the network's input (3, size, size)."""
        small = (torch.from_numpy(picture).permute(2, 0, 1).float() / 255 - _MEAN) / _STD
        large = torch.zeros(3, self.size, self.size)
        here = slice(self.at, self.at + self.side)
        large[:, here, here] = small
        return large

    @property
    def _last_relu(self) -> int:
        """The place of the last ReLU, if no layer with weights follows; else −1."""
        for place in range(len(self.layers) - 1, -1, -1):
            kind = self.layers[place].kind
            if kind == "relu":
                return place
            if kind in ("conv", "linear"):
                return -1
        return -1

    @property
    def _chosen_in(self) -> int:
        """The place of the last layer with weights, if only the channel goes on from there."""
        for place in range(len(self.layers) - 1, -1, -1):
            kind = self.layers[place].kind
            if kind in ("conv", "linear"):
                return place
            if kind == "norm":
                return -1
        return -1


def aim(model: AnyAlexNet, layer: str, channel: int) -> Aim:
    """Return what a picture for a channel must know. UnitError: no such layer or channel."""
    everything = layers_of(model)
    names = [each.name for each in everything]
    if layer not in names:
        raise UnitError("unit_layer", layer=layer, allowed=", ".join(names))
    layers = everything[: names.index(layer) + 1]
    count = _channels(layers)
    if not 0 <= channel < count:
        raise UnitError("unit_channel", layer=layer, channel=channel, last=count - 1)
    size = int(model.input_size)
    if any(each.kind == "linear" for each in layers):
        return Aim(layers, channel, size, size, 0, layer == names[-1])
    field = receptive_field([window_of(each) for each in layers])[-1]
    at = _inside(field, size)
    if at is None:
        return Aim(layers, channel, size, size, 0)
    assert isinstance(field.size, int)
    return Aim(layers, channel, size, field.size, at)


def _channels(layers: tuple[ModelLayer, ...]) -> int:
    for each in reversed(layers):
        if isinstance(each.module, nn.Conv2d):
            return each.module.out_channels
        if isinstance(each.module, nn.Linear):
            return each.module.out_features
    return 3


def _inside(field: ReceptiveField, size: int) -> int | None:
    """Return where the field lies that is wholly in the input and nearest its middle; or None."""
    wide, jump, first = field.size, field.jump, field.first
    assert isinstance(wide, int)
    assert isinstance(jump, int)
    assert isinstance(first, int)
    places = [left for left in range(first, size - wide + 1, jump) if left >= 0]
    return min(places, key=lambda left: abs(2 * left + wide - size), default=None)


class _First(torch.autograd.Function):
    """A convolution of a picture whose way back is one matrix product.

    torch's own way back takes three times as long where there are three channels.
    """

    @staticmethod
    def forward(
        ctx: torch.autograd.function.FunctionCtx, x: Tensor, module: nn.Conv2d, padding: int
    ) -> Tensor:
        ctx.way = (module, padding, x.shape[2:])  # type: ignore[attr-defined]
        return functional.conv2d(x, module.weight, module.bias, module.stride, padding)

    @staticmethod
    def backward(
        ctx: torch.autograd.function.FunctionCtx, gradient: Tensor
    ) -> tuple[Tensor, None, None]:
        module, padding, size = ctx.way  # type: ignore[attr-defined]
        columns = module.weight.flatten(1).T @ gradient[0].flatten(1)
        kernel, stride = module.kernel_size, module.stride
        found = functional.fold(columns[None], size, kernel, padding=padding, stride=stride)
        return found, None, None


def _convolved(x: Tensor, module: nn.Module, valid: bool, channel: int | None) -> Tensor:
    """Convolve; ``valid``: without padding; ``channel``: with this filter alone."""
    assert isinstance(module, nn.Conv2d)
    padding = 0 if valid else int(module.padding[0])
    if channel is None:
        if module.in_channels == 3 and module.groups == 1:
            made: Tensor = _First.apply(x, module, padding)  # type: ignore[no-untyped-call]
            return made
        if can_halve(module):
            return _both(x, module, padding)
        return functional.conv2d(
            x, module.weight, module.bias, module.stride, padding, groups=module.groups
        )
    width = module.in_channels // module.groups
    first = channel // (module.out_channels // module.groups) * width
    bias = None if module.bias is None else module.bias[channel : channel + 1]
    weight = module.weight[channel : channel + 1]
    return functional.conv2d(x[:, first : first + width], weight, bias, module.stride, padding)


def _connected(x: Tensor, module: nn.Module, channel: int | None) -> Tensor:
    """Multiply by the weights; ``channel``: by one unit's alone."""
    assert isinstance(module, nn.Linear)
    x = x.flatten(1)
    if channel is None:
        if can_halve(module):
            return _both(x, module, 0)
        return functional.linear(x, module.weight, module.bias)
    one = slice(channel, channel + 1)
    return functional.linear(x, module.weight[one], module.bias[one])


def _both(x: Tensor, module: nn.Module, padding: int) -> Tensor:
    made: Tensor = Halved.apply(x, module, padding)  # type: ignore[no-untyped-call]
    return made
