"""The file format of the shipped weights: NumPy's .npz, which unlike a pickle cannot run code.

For every tensor of the network (``features.0.weight``, ``classifier.1.bias``, …) the file holds one
of these:

    NAME                    the tensor itself, float32 or float16
    NAME.int8, NAME.scale   int8 values of the same shape and one float32 scale for each index of
                            the first axis: tensor[i] = int8[i] · scale[i]
    NAME.a, NAME.b          two factors, (out, r) and (r, in), each stored in one of the ways above
                            (NAME.a, or NAME.a.int8 and NAME.a.scale): tensor = a @ b

It must hold nothing else. `read_npz` returns the whole float32 tensors, so that the network that
runs is an ordinary AlexNet.

Beside ``alexnet200.npz`` lies its model card, ``alexnet200.json``::

    {"file": "alexnet200.npz", "sha256": "…", "num_classes": 200, "classes": "classes200.json",
     "accuracy": {"top1": 0.53, "top5": 0.78, "photos": 5000, "size": 224},
     "calibration": {"temperature": 0.95, "error_before": 0.02, "error_after": 0.01, …},
     "data": {"en": "…", "ko": "…"}, "recipe": {"en": …, "ko": …},
     "limits": {"en": …, "ko": …}, "licence": {"en": …, "ko": …}}

Accuracies and calibration errors are fractions of 1, the temperature divides the logits, and the
four texts are whole sentences. Further keys are allowed.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Literal

import numpy as np
import torch
from torch import Tensor

Precision = Literal["float32", "float16", "int8"]
MAX_VALUES = 200_000_000  # as many as three AlexNets: a larger file is damaged or malicious


def quantise(values: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return int8 values, and a float32 scale for each index of the first axis.

    For each of these indices the largest magnitude becomes 127.
    """
    flat = np.abs(values.reshape(len(values), -1))
    peak = flat.max(axis=1) if flat.size else np.zeros(len(values))
    scale = np.where(peak > 0, peak / 127.0, 1.0).astype(np.float32)
    shaped = scale.reshape(-1, *[1] * (values.ndim - 1))
    return np.clip(np.rint(values / shaped), -127, 127).astype(np.int8), scale


def write_npz(
    path: str | Path,
    tensors: Mapping[str, Tensor],
    factors: Mapping[str, tuple[Tensor, Tensor]] | None = None,
    precision: Precision = "float16",
    keep_float32: Collection[str] = (),
    factor_precision: Precision | None = None,
) -> None:
    """Write a network's tensors to ``path``.

    ``tensors``: those to store whole; ``factors``: those to store as two factors; no name may be in
    both. ``precision``: for all tensors and factors with two or more axes; biases are stored as
    float32, and so are the names (of tensors, or of factors as ``NAME.a``) in ``keep_float32``.
    ``factor_precision``: another precision for the factors; None for the same.
    Raises ValueError for a name that is in both mappings.
    """
    named, small = dict(tensors), factor_precision or precision
    kinds = dict.fromkeys(named, precision)
    for name, (a, b) in (factors or {}).items():
        if name in named:
            raise ValueError(f"{name} is given both whole and as factors")
        named[name + ".a"], named[name + ".b"] = a, b
        kinds[name + ".a"] = kinds[name + ".b"] = small
    arrays: dict[str, np.ndarray] = {}
    for name, tensor in named.items():
        values = tensor.detach().cpu().to(torch.float32).numpy()
        if values.ndim < 2 or name in keep_float32 or kinds[name] == "float32":
            arrays[name] = values
        elif kinds[name] == "float16":
            arrays[name] = values.astype(np.float16)
        else:
            arrays[name + ".int8"], arrays[name + ".scale"] = quantise(values)
    np.savez_compressed(path, allow_pickle=False, **arrays)


def read_npz(path: str | Path) -> dict[str, Tensor]:
    """Read what `write_npz` wrote; returns whole float32 tensors by name.

    Raises ValueError with a short reason for a file that is not in this format, and OSError for one
    that cannot be opened.
    """
    arrays: dict[str, np.ndarray] = {}
    try:
        with np.load(path, allow_pickle=False) as file:
            if not isinstance(file, np.lib.npyio.NpzFile):
                raise ValueError("not an .npz archive")
            size = sum(entry.file_size for entry in file.zip.infolist()) if file.zip else 0
            if size > 4 * MAX_VALUES:
                raise ValueError("it would unpack to more than an AlexNet holds")
            for key in file.files:
                arrays[key] = file[key]
    except (zipfile.BadZipFile, zlib.error, EOFError, KeyError, SyntaxError, MemoryError,
            NotImplementedError, RuntimeError) as error:  # fmt: skip
        raise ValueError("the archive is damaged") from error
    return assemble(arrays)


def pieces(arrays: Mapping[str, np.ndarray]) -> dict[str, Tensor]:
    """Return float32 tensors from the arrays of a file, int8 times scale, factors still apart.

    Raises ValueError with a short reason for arrays that do not follow the format.
    """
    found: dict[str, Tensor] = {}
    for key, values in arrays.items():
        if key.endswith(".scale"):
            if key.removesuffix(".scale") + ".int8" not in arrays:
                raise ValueError(f"{key} stands alone")
        elif key.endswith(".int8"):
            name = key.removesuffix(".int8")
            found[name] = _dequantise(name, values, arrays.get(name + ".scale"))
        elif values.dtype in (np.float16, np.float32):
            found[key] = torch.from_numpy(np.ascontiguousarray(values, dtype=np.float32))
        else:
            raise ValueError(f"{key} is {values.dtype}, not a float")
    return found


def assemble(arrays: Mapping[str, np.ndarray]) -> dict[str, Tensor]:
    """Return whole tensors from the arrays of a file: int8 times scale, factors multiplied.

    Raises ValueError with a short reason for arrays that do not follow the format.
    """
    found = pieces(arrays)
    tensors: dict[str, Tensor] = {}
    for key, piece in found.items():
        if key.endswith(".a"):
            other = found.get(key.removesuffix(".a") + ".b")
            if other is None or piece.ndim != 2 or other.ndim != 2:
                raise ValueError(f"{key} has no fitting second factor")
            if piece.shape[1] != other.shape[0] or len(piece) * other.shape[1] > MAX_VALUES:
                raise ValueError(f"{key} has no fitting second factor")
            tensors[key.removesuffix(".a")] = piece @ other
        elif key.endswith(".b"):
            if key.removesuffix(".b") + ".a" not in found:
                raise ValueError(f"{key} stands alone")
        else:
            tensors[key] = piece
    return tensors


def _dequantise(name: str, values: np.ndarray, scale: np.ndarray | None) -> Tensor:
    if values.dtype != np.int8 or values.ndim < 1:
        raise ValueError(f"{name}.int8 is {values.dtype}")
    if scale is None or scale.shape != values.shape[:1] or scale.dtype != np.float32:
        raise ValueError(f"{name} has no fitting scales")
    shaped = torch.from_numpy(scale).reshape(-1, *[1] * (values.ndim - 1))
    return torch.from_numpy(values).to(torch.float32) * shaped
