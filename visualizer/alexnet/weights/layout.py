"""Which AlexNet a table of tensors belongs to, by names and shapes alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import prod
from typing import Any, Final

from visualizer.alexnet.errors import WeightsError
from visualizer.alexnet.model import NETWORKS, empty_model

MAX_CLASSES: Final = 100_000
FLOAT32: Final = 4  # bytes
# What training scripts put a state_dict under, and wrap a network's names in.
WRAPPERS: Final = ("state_dict", "model_state_dict", "model", "net", "network", "weights")
PREFIXES: Final = ("module.", "_orig_mod.", "model.", "net.", "network.", "alexnet.")
_LAST = "classifier.6"

Shapes = Mapping[str, tuple[int, ...]]


@dataclass(frozen=True)
class Layout:
    """A file's network: its name in NETWORKS, its classes, what stood before the names, its bytes.

    ``prefix``: what every name begins with; ``size``: bytes of all tensors as float32.
    """

    network: str
    classes: int
    prefix: str
    size: int


def unwrapped(table: object) -> tuple[dict[Any, Any], str]:
    """Return the state_dict in what a file holds, and the key it was under ("" for none).

    Raises WeightsError where there is no table.
    """
    key = ""
    if isinstance(table, dict):
        for name in WRAPPERS:
            if isinstance(table.get(name), dict):
                table, key = table[name], name
                break
    if not isinstance(table, dict) or not table:
        raise WeightsError("own_no_table")
    return table, key


def layout_of(shapes: Shapes) -> Layout:
    """Return which network tensors of these names and shapes make.

    Raises WeightsError, which names the tensor that is missing, too much or of another shape.
    """
    prefix = _prefix(shapes)
    found = {name.removeprefix(prefix): shape for name, shape in shapes.items()}
    known = {name: _shapes(name) for name in NETWORKS}
    network = max(NETWORKS, key=lambda name: _alike(found, known[name]))
    bias = found.get(f"{_LAST}.bias")
    classes = bias[0] if bias is not None and len(bias) == 1 else 1
    if not 1 <= classes <= MAX_CLASSES:
        raise WeightsError("own_classes", tensor=f"{_LAST}.bias", classes=classes, most=MAX_CLASSES)
    wanted = dict(known[network])
    last = wanted[f"{_LAST}.weight"]
    wanted |= {f"{_LAST}.weight": (classes, *last[1:]), f"{_LAST}.bias": (classes,)}
    for name in (*wanted, *found):
        if name not in found:
            raise WeightsError("own_missing", tensor=name)
        if name not in wanted:
            raise WeightsError("own_extra", tensor=name)
        if found[name] != wanted[name]:
            got, there = written(found[name]), written(wanted[name])
            raise WeightsError("own_shape", tensor=name, got=got, wanted=there)
    size = FLOAT32 * sum(prod(shape) for shape in wanted.values())
    return Layout(network, classes, prefix, size)


def written(shape: tuple[int, ...]) -> str:
    """Write a shape, of foreign files too: at most so long that it fits into a sentence."""
    said = "×".join(str(size) for size in shape[:6])
    return said[:60] + "×…" * (len(shape) > 6) if shape else "—"


def _prefix(shapes: Shapes) -> str:
    """Return what wrappers have put before every name."""
    prefix = ""
    while True:
        more = next(
            (each for each in PREFIXES if all(n.startswith(prefix + each) for n in shapes)), ""
        )
        if not more or not shapes:
            return prefix
        prefix += more


def _alike(found: Shapes, wanted: Shapes) -> int:
    """Count the tensors that are named as in a network, those of its very shape twice."""
    return sum(1 + (found[name] == wanted[name]) for name in found if name in wanted)


def _shapes(network: str) -> dict[str, tuple[int, ...]]:
    model = empty_model(NETWORKS[network], 1)
    return {name: tuple(parameter.shape) for name, parameter in model.named_parameters()}
