"""Loading the weights of the network: the first of these that can be used.

1. the file named by ``CONVSCOPE_ALEXNET_WEIGHTS`` (.pth, .pt, .npz or .safetensors),
2. the official ImageNet weights, if they have been downloaded (see download.py),
3. the weights that are shipped in assets/,
4. random weights, with which everything but the answers still works.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, Literal

import torch
from torch import Tensor

from visualizer.alexnet.errors import AlexNetError, WeightsError
from visualizer.alexnet.model import AlexNet, AnyAlexNet, empty_model, random_model
from visualizer.alexnet.names import ASSETS, ClassName, class_names, from_list, numbered
from visualizer.alexnet.weights.download import OFFICIAL, RemoteFile, cache_folder, file_hash
from visualizer.alexnet.weights.layout import MAX_CLASSES
from visualizer.alexnet.weights.storage import read_npz
from visualizer.alexnet.weights.tensorfile import read_safetensors

VARIABLE: Final = "CONVSCOPE_ALEXNET_WEIGHTS"
SHIPPED: Final = "alexnet200"
WeightsSource = Literal["file", "official", "shipped", "random", "own"]


@dataclass(frozen=True)
class Accuracy:
    """The share of photos, 0 to 1, whose class is the first guess, and is among the first five.

    ``photos``: how many were tested.
    """

    top1: float
    top5: float
    photos: int


# Measured by torchvision on ImageNet's validation photos (its documentation of AlexNet_Weights).
OFFICIAL_ACCURACY: Final = Accuracy(0.56522, 0.79066, 50_000)


@dataclass(frozen=True)
class Weights:
    """Which weights are in use.

    ``path``: their file, None for random weights. ``classes``: the names of the classes.
    ``accuracy``: None if it is unknown. ``card``: the model card, empty if there is none.
    ``notices``: which weights were tried before and why they could not be used.
    """

    source: WeightsSource
    path: Path | None
    classes: tuple[ClassName, ...]
    accuracy: Accuracy | None
    card: Mapping[str, Any] = field(default_factory=dict)
    notices: tuple[AlexNetError, ...] = ()

    @property
    def num_classes(self) -> int:
        """How many classes, and so logits, there are."""
        return len(self.classes)

    @property
    def temperature(self) -> float:
        """The number that divides the logits before the softmax; 1 without a calibration."""
        entry = self.card.get("calibration")
        value = entry.get("temperature") if isinstance(entry, dict) else None
        return float(value) if isinstance(value, int | float) and 0.1 <= value <= 10 else 1.0

    @property
    def trained(self) -> bool:
        """False for random weights: their answers mean nothing."""
        return self.source != "random"


def load_model(
    environ: Mapping[str, str] = os.environ,
    cache: Path | None = None,
    assets: Path = ASSETS,
    official: RemoteFile = OFFICIAL,
) -> tuple[AnyAlexNet, Weights]:
    """Return the network with the first weights that can be used, and what they are; never fails.

    ``environ``: environment variables; ``cache``: the folder of downloads; ``assets``: the folder
    of the shipped weights; ``official``: the file that counts as the official weights.
    """
    notices: list[AlexNetError] = []
    named = environ.get(VARIABLE, "").strip()
    downloaded = (cache_folder(environ) if cache is None else cache) / official.name
    shipped = assets / f"{SHIPPED}.npz"
    candidates: list[tuple[WeightsSource, Path]] = [
        ("official", downloaded),
        ("shipped", shipped),
    ]
    if named:
        candidates.insert(0, ("file", Path(named).expanduser()))
    for source, path in candidates:
        if source == "official" and not path.exists():
            continue  # not downloaded, which is nothing to report
        try:
            if source == "official":
                _check_official(path, official)
            state = read_state(path)
            model = build(state, path)
        except AlexNetError as error:
            notices.append(error)
            continue
        return model, _record(source, path, len(state["classifier.6.bias"]), tuple(notices))
    # As many classes as the shipped weights have, so that the page looks the same.
    names = class_names(200)
    return random_model(AlexNet, len(names)), Weights(
        "random", None, names, None, notices=tuple(notices)
    )


def read_state(path: Path) -> dict[str, Tensor]:
    """Read a file of weights; returns float32 tensors by name. Raises WeightsError."""
    if not path.is_file():
        raise WeightsError("weights_missing", path=path)
    kind = path.suffix.lower()
    try:
        if kind == ".npz":
            return read_npz(path)
        if kind == ".safetensors":
            return read_safetensors(path)
        if kind in (".pth", ".pt"):
            # weights_only, because a pickle could otherwise run any code.
            return _checked_state(torch.load(path, map_location="cpu", weights_only=True))
    except (OSError, ValueError) as error:
        raise WeightsError("weights_unreadable", path=path, reason=_short(error)) from error
    except Exception as error:  # a damaged pickle may raise anything
        raise WeightsError("weights_unreadable", path=path, reason="it is damaged") from error
    raise WeightsError("weights_format", path=path)


def build(state: Mapping[str, Tensor], path: Path) -> AnyAlexNet:
    """Return AlexNet with these tensors, for as many classes as they have. Raises WeightsError.

    ``path``: the tensors' file, for the error's sentence.
    """
    last = state.get("classifier.6.bias")
    if last is None or last.dim() != 1 or not 1 <= len(last) <= MAX_CLASSES:
        problem = "classifier.6.bias is missing" if last is None else "classifier.6.bias"
        raise WeightsError("weights_not_alexnet", path=path, problem=problem)
    model = empty_model(AlexNet, len(last))
    expected = {name: tuple(parameter.shape) for name, parameter in model.named_parameters()}
    found = {name: tuple(tensor.shape) for name, tensor in state.items()}
    for name in sorted(expected.keys() | found.keys()):
        if expected.get(name) != found.get(name):
            there, wanted = (_shape(each.get(name)) for each in (found, expected))
            problem = f"{name}: {there}, AlexNet: {wanted}"
            raise WeightsError("weights_not_alexnet", path=path, problem=problem)
    for name, tensor in state.items():
        if not finite(tensor):
            raise WeightsError("weights_not_finite", path=path, tensor=name)
    model.load_state_dict(dict(state), assign=True)
    return model.requires_grad_(False)


def finite(tensor: Tensor) -> bool:
    """Tell whether all numbers of a tensor are finite."""
    # Its ends tell (NaN is both), and need no second tensor as large as this one.
    return bool(torch.isfinite(torch.stack(torch.aminmax(tensor))).all())


def read_card(path: Path) -> dict[str, Any]:
    """Read the model card beside a file of weights (same name, .json); {} if there is none."""
    try:
        card = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return card if isinstance(card, dict) else {}


def _record(
    source: WeightsSource, path: Path, count: int, notices: tuple[AlexNetError, ...]
) -> Weights:
    if source == "official":
        return Weights(source, path, class_names(count), OFFICIAL_ACCURACY, notices=notices)
    card = read_card(path)
    listed = card.get("classes")
    if isinstance(listed, list):
        names = from_list(listed)
    elif source == "file" and count not in (200, 1000):
        names = numbered(count)
    else:
        names = class_names(count)
    if len(names) != count:
        names = numbered(count)
    return Weights(source, path, names, _accuracy(card), card, notices)


def _accuracy(card: Mapping[str, Any]) -> Accuracy | None:
    entry = card.get("accuracy")
    try:
        assert isinstance(entry, dict)
        return Accuracy(float(entry["top1"]), float(entry["top5"]), int(entry.get("photos", 0)))
    except (AssertionError, KeyError, TypeError, ValueError):
        return None


def _check_official(path: Path, official: RemoteFile) -> None:
    """Raise WeightsError if a file with the official name is not the official file."""
    try:
        digest = file_hash(path)
    except OSError as error:
        raise WeightsError("weights_unreadable", path=path, reason=_short(error)) from error
    if not digest.startswith(official.sha256_prefix):
        raise WeightsError(
            "weights_wrong_hash",
            path=path,
            expected=official.sha256_prefix,
            got=digest[: len(official.sha256_prefix)],
        )


def _checked_state(state: object) -> dict[str, Tensor]:
    if not isinstance(state, dict):
        raise ValueError("it holds no table of tensors")
    tensors: dict[str, Tensor] = {}
    for name, tensor in state.items():
        if not isinstance(name, str) or not isinstance(tensor, Tensor):
            raise ValueError("it holds other things than tensors")
        if not tensor.is_floating_point() or tensor.layout != torch.strided:
            raise ValueError(f"{name} is no plain float tensor")
        tensors[name] = tensor.detach().to(torch.float32).contiguous()
    return tensors


def _shape(sizes: tuple[int, ...] | None) -> str:
    return "—" if sizes is None else "×".join(map(str, sizes)) or "1"


def _short(error: Exception) -> str:
    text = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return text.splitlines()[0][:160] if text else type(error).__name__
