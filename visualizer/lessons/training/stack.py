"""Layers as a short text for the address, and back: the words of the architecture page's addresses.

    c8k3p1-relu-max2-drop50-flat-fc10

c8k3: a convolution of 8 filters 3×3; max2, avg2: pooling; gap: global average pooling; bn: batch
normalisation; drop50: dropout, in percent; flat; fc10: fully connected; relu, leaky, sigmoid, …
After a convolution or a pooling s stands for stride, p for padding, d for dilation, g for groups.
Layers that do not end in ten scores get a last one that does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from visualizer.engine import EngineError
from visualizer.engine.activation import ELEMENTWISE
from visualizer.engine.network.layers import (
    Activation,
    Add,
    AvgPool,
    BatchNorm,
    Concat,
    Conv,
    Dropout,
    Flatten,
    From,
    GlobalAvgPool,
    Layer,
    Linear,
    MaxPool,
)
from visualizer.learning import Learning, TrainingSettings, check
from visualizer.learning.records import learns
from visualizer.settings.parameters import Parameter, ParameterError
from visualizer.settings.table import declared

LONGEST = 400  # characters: more than the most layers take
_KINDS = {kind.replace("_relu", "").replace("_", ""): kind for kind in ELEMENTWISE}
_PLAIN: dict[str, Learning] = {"bn": BatchNorm(), "gap": GlobalAvgPool(), "flat": Flatten()}
_N = "([0-9]{1,3})"
_CONV = re.compile(rf"c{_N}k{_N}(?:s{_N})?(?:p{_N})?(?:d{_N})?(?:g{_N})?(x?)")
_POOL = re.compile(rf"(max|avg){_N}(?:s{_N})?(?:p{_N})?(u?)")
_COUNTED = re.compile(rf"(fc|drop){_N}(x?)")


def read(written: str) -> tuple[Learning, ...]:
    """Return the layers of a text; EngineError or ParameterError for what cannot be trained."""
    if len(written) > LONGEST:
        raise ParameterError("train_bad_net")
    return checked(_layer(word) for word in written.split("-"))


def checked(layers: Iterable[Layer]) -> tuple[Learning, ...]:
    """Return those of the layers that can learn; EngineError where they do not fit the trainer.

    ParameterError where layers branch, as what is left would be another network.
    """
    given = tuple(layers)
    if any(isinstance(layer, From | Add | Concat) for layer in given):
        raise ParameterError("train_bad_net")
    kept = tuple(layer for layer in given if learns(layer))
    check(TrainingSettings(kept))
    return kept  # type: ignore[return-value]  # as `learns` says


def write(layers: Iterable[Learning]) -> str:
    """Return the text of layers; ParameterError where a size differs down and across."""
    return "-".join(_word(layer) for layer in layers)


def _layer(word: str) -> Learning:
    if word in _KINDS:
        return Activation(_KINDS[word])
    if word in _PLAIN:
        return _PLAIN[word]
    if found := _CONV.fullmatch(word):
        filters, kernel, *rest = (int(number or 0) for number in found.groups()[:6])
        stride, padding, dilation, groups = rest
        bias = not found[7]
        return Conv(filters, kernel, stride or 1, padding, dilation or 1, groups or 1, bias)
    if found := _POOL.fullmatch(word):
        make = MaxPool if found[1] == "max" else AvgPool
        step = int(found[3]) if found[3] and found[3] != found[2] else None
        return make(int(found[2]), step, int(found[4] or 0), bool(found[5]))
    if (found := _COUNTED.fullmatch(word)) and not (found[1] == "drop" and found[3]):
        count = int(found[2])
        return Linear(count, not found[3]) if found[1] == "fc" else Dropout(count / 100)
    raise ParameterError("train_bad_net")


def _word(layer: Learning) -> str:
    match layer:
        case Conv(filters, kernel, stride, padding, dilation, groups, bias):
            rest = _rest(("s", stride, 1), ("p", padding, 0), ("d", dilation, 1), ("g", groups, 1))
            return f"c{filters}k{_whole(kernel)}{rest}" + ("" if bias else "x")
        case MaxPool() | AvgPool():
            name = "max" if isinstance(layer, MaxPool) else "avg"
            rest = _rest(("s", layer.step, layer.kernel_size), ("p", layer.padding, 0))
            return f"{name}{_whole(layer.kernel_size)}{rest}" + "u" * layer.ceil_mode
        case Activation(kind):
            return next(word for word, named in _KINDS.items() if named == kind)
        case Dropout(p):
            return f"drop{round(p * 100)}"
        case Linear(outputs, bias):
            return f"fc{outputs}" + ("" if bias else "x")
    return next(word for word, named in _PLAIN.items() if named == layer)


def _rest(*parts: tuple[str, object, object]) -> str:
    return "".join(f"{key}{_whole(value)}" for key, value, usual in parts if value != usual)


def _whole(size: object) -> int:
    if not isinstance(size, int):
        raise ParameterError("train_bad_net")
    return size


@dataclass(frozen=True)
class StackParameter(Parameter):
    """The reader's own layers as their text; "" for those that the other settings make."""

    @property
    def initial(self) -> str:
        """None of one's own."""
        return ""

    def parse(self, written: str) -> str:
        """Read layers and write them again; ParameterError for what cannot be trained here."""
        try:
            return write(read(written)) if written else ""
        except EngineError:
            raise ParameterError("train_bad_net") from None

    def accepts(self, value: object) -> bool:
        """Take a text as `write` writes it."""
        try:
            return isinstance(value, str) and self.parse(value) == value
        except ParameterError:
            return False


def stack(*, section: str = "") -> str:
    """Declare a setting that holds layers of the reader's own."""
    field: str = declared(replace(StackParameter(), section=section))
    return field
