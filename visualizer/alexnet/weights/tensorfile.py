"""Reading .safetensors files without their library.

Such a file begins with eight bytes (little-endian) for the length of a JSON header. The header
gives each tensor's ``dtype`` and ``shape``, and its ``data_offsets`` in the bytes that follow.
Format: github.com/huggingface/safetensors.
"""

from __future__ import annotations

import json
from pathlib import Path

import torch
from torch import Tensor

MAX_HEADER = 10_000_000
DTYPES = {
    "F64": torch.float64,
    "F32": torch.float32,
    "F16": torch.float16,
    "BF16": torch.bfloat16,
}


def read_safetensors(path: str | Path) -> dict[str, Tensor]:
    """Read all tensors of a file as float32, by name.

    Raises ValueError with a short reason for a file that is not in this format, and OSError for one
    that cannot be read.
    """
    data = bytearray(Path(path).read_bytes())
    length = int.from_bytes(data[:8], "little")
    if len(data) < 8 or length > min(MAX_HEADER, len(data) - 8):
        raise ValueError("the header is damaged")
    try:
        header = json.loads(data[8 : 8 + length].decode("utf-8"))
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
        raise ValueError("the header is damaged") from error
    if not isinstance(header, dict):
        raise ValueError("the header is damaged")
    body = memoryview(data)[8 + length :]
    return {
        name: _tensor(name, entry, body) for name, entry in header.items() if name != "__metadata__"
    }


def _tensor(name: str, entry: object, body: memoryview) -> Tensor:
    try:
        assert isinstance(entry, dict)
        dtype = DTYPES[entry["dtype"]]
        shape = [int(size) for size in entry["shape"]]
        start, end = (int(offset) for offset in entry["data_offsets"])
    except (AssertionError, KeyError, TypeError, ValueError) as error:
        raise ValueError(f"{name} is described wrongly or is no float tensor") from error
    count = 1
    for size in shape:
        count *= size
    fits = 0 <= start <= end <= len(body) and min(shape, default=0) >= 0
    if not fits or end - start != count * dtype.itemsize:
        raise ValueError(f"{name} does not fit its place")
    if count == 0:
        return torch.zeros(shape)
    # A copy, because the offsets may be unaligned and the file's bytes are to be freed.
    piece = torch.frombuffer(bytearray(body[start:end]), dtype=dtype)
    return piece.reshape(shape).to(torch.float32)
