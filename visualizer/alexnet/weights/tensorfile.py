"""Reading .safetensors files without their library.

Such a file begins with eight bytes (little-endian) for the length of a JSON header. The header
gives each tensor's ``dtype`` and ``shape``, and its ``data_offsets`` in the bytes that follow.
Format: github.com/huggingface/safetensors.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from math import prod
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor

MAX_HEADER = 10_000_000
_MOST_AXES = 8
DTYPES = {
    "F64": torch.float64,
    "F32": torch.float32,
    "F16": torch.float16,
    "BF16": torch.bfloat16,
}


@dataclass(frozen=True)
class Placed:
    """A tensor of a file: its type, its shape, and its first and last byte (exclusive) in it."""

    dtype: torch.dtype
    shape: tuple[int, ...]
    start: int
    end: int


class TensorFileError(ValueError):
    """A file that is not in this format; ``code``: header, dtype, place or overlap, and where."""

    def __init__(self, code: str, message: str, tensor: str = "", dtype: str = "") -> None:
        """Keep what is wrong, with which tensor ("" for the file), and its type if that is it."""
        super().__init__(message)
        self.code, self.tensor, self.dtype = code, tensor, dtype


def read_safetensors(path: str | Path) -> dict[str, Tensor]:
    """Read all tensors of a file as float32, by name.

    Raises ValueError with a short reason for a file that is not in this format, and OSError for one
    that cannot be read.
    """
    data = memoryview(Path(path).read_bytes())
    return {name: tensor_at(data, placed) for name, placed in placed_tensors(data).items()}


def placed_tensors(data: memoryview, most: int = MAX_HEADER) -> dict[str, Placed]:
    """Return where each tensor of a whole file lies; of its numbers nothing is read.

    ``most``: bytes of the longest header. Raises TensorFileError, also where two tensors share
    bytes.
    """
    length = int.from_bytes(data[:8], "little")
    if len(data) < 8 or length > min(most, len(data) - 8):
        raise TensorFileError("header", "the header is damaged")
    try:
        header = json.loads(bytes(data[8 : 8 + length]).decode("utf-8"), object_pairs_hook=_once)
    except (ValueError, RecursionError) as error:
        raise TensorFileError("header", "the header is damaged") from error
    if not isinstance(header, dict):
        raise TensorFileError("header", "the header is damaged")
    first, room = 8 + length, len(data) - 8 - length
    found = {
        name: _placed(name, entry, first, room)
        for name, entry in header.items()
        if name != "__metadata__"
    }
    ends = 0
    for name, placed in sorted(found.items(), key=lambda each: (each[1].start, each[1].end)):
        if placed.start < ends and placed.end > placed.start:
            raise TensorFileError("overlap", f"{name} shares bytes with another tensor", name)
        ends = max(ends, placed.end)
    return found


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return a JSON object; ValueError for one that has a name twice."""
    made = dict(pairs)
    if len(made) != len(pairs):
        raise ValueError("a name stands twice")
    return made


def _placed(name: str, entry: object, first: int, room: int) -> Placed:
    try:
        assert isinstance(entry, dict)
        written = str(entry["dtype"])
        shape = tuple(_whole(size) for size in entry["shape"])
        start, end = (_whole(offset) for offset in entry["data_offsets"])
    except (AssertionError, KeyError, TypeError, ValueError) as error:
        raise TensorFileError("place", f"{name} is described wrongly", name) from error
    if written not in DTYPES:
        raise TensorFileError("dtype", f"{name} is no float tensor", name, written)
    dtype = DTYPES[written]
    fits = 0 <= start <= end <= room and min(shape, default=0) >= 0 and len(shape) <= _MOST_AXES
    if not fits or end - start != prod(shape) * dtype.itemsize:
        raise TensorFileError("place", f"{name} does not fit its place", name)
    return Placed(dtype, shape, first + start, first + end)


def _whole(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError("no whole number")
    return value


def tensor_at(data: memoryview, placed: Placed) -> Tensor:
    """Return a tensor's numbers as float32, a copy of its own."""
    made = torch.empty(placed.shape, dtype=placed.dtype)
    # Byte by byte, because offsets may be unaligned.
    made.flatten().view(torch.uint8).numpy()[:] = np.frombuffer(
        data[placed.start : placed.end], np.uint8
    )
    return made.to(torch.float32)
