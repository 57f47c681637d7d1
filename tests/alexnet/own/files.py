"""Files of weights, small ones: a network with the first and last names of AlexNet's."""

from __future__ import annotations

import io
import json
from collections.abc import Callable

import pytest
import torch
from torch import Tensor, nn

from visualizer.alexnet.errors import WeightsError
from visualizer.alexnet.weights import own
from visualizer.alexnet.weights.own import OwnNetwork, open_own
from visualizer.settings.messages import filled
from visualizer.words.text import LANGUAGES

Make = Callable[[dict[str, Tensor]], bytes]


class Tiny(nn.Module):
    """A network with the first and last names of AlexNet's, so that its files are small."""

    input_size = 224

    def __init__(self, num_classes: int = 1000) -> None:
        super().__init__()
        self.features = nn.Sequential(nn.Conv2d(3, 4, 3))
        before = (nn.Identity() for _ in range(6))
        self.classifier = nn.Sequential(*before, nn.Linear(8, num_classes))


class Tiny2012(Tiny):
    """The other one: it has one filter more."""

    def __init__(self, num_classes: int = 1000) -> None:
        super().__init__(num_classes)
        self.features = nn.Sequential(nn.Conv2d(3, 5, 3))


def state(classes: int = 3, kind: type[Tiny] = Tiny) -> dict[str, Tensor]:
    torch.manual_seed(0)
    return kind(classes).state_dict()


def pth(table: object) -> bytes:
    file = io.BytesIO()
    torch.save(table, file)
    return file.getvalue()


DTYPES = {torch.float32: "F32", torch.float16: "F16", torch.bfloat16: "BF16", torch.int64: "I64"}


def safetensors(tensors: dict[str, Tensor], header: dict[str, object] | None = None) -> bytes:
    entries: dict[str, object] = {"__metadata__": {"format": "pt"}}
    parts: list[bytes] = []
    end = 0
    for name, tensor in tensors.items():
        data = tensor.contiguous().flatten().view(torch.uint8).numpy().tobytes()
        entries[name] = {
            "dtype": DTYPES[tensor.dtype], "shape": list(tensor.shape),
            "data_offsets": [end, end + len(data)],
        }  # fmt: skip
        parts.append(data)
        end += len(data)
    written = json.dumps(entries | (header or {})).encode()
    return len(written).to_bytes(8, "little") + written + b"".join(parts)


def opened(data: bytes) -> OwnNetwork:
    return open_own(io.BytesIO(data), "mine.pth", places=own.OWNS)


def refused(data: bytes) -> WeightsError:
    with pytest.raises(WeightsError) as caught:
        opened(data)
    for lang in LANGUAGES:
        said = filled(caught.value.key, caught.value.details, lang)
        assert said != caught.value.key
        assert "{" not in said
    return caught.value
