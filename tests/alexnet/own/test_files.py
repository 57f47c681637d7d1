"""Weights of a visitor's own: whatever a file is, it opens or says in a sentence why not."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator

import numpy as np
import pytest
import torch
from torch import Tensor

from tests.alexnet.own.files import (
    Make,
    Tiny,
    Tiny2012,
    opened,
    pth,
    refused,
    safetensors,
    state,
)
from visualizer.alexnet.errors import AlexNetError, WeightsError
from visualizer.alexnet.weights import archive, own
from visualizer.alexnet.weights.own import open_own
from visualizer.settings.messages import filled
from visualizer.words.text import LANGUAGES


@pytest.mark.parametrize("make", [pth, safetensors])
@pytest.mark.parametrize("dtype", [torch.float32, torch.float16, torch.bfloat16])
def test_every_kind_of_file_opens(make: Make, dtype: torch.dtype) -> None:
    tensors = {name: each.to(dtype) for name, each in state(37, Tiny2012).items()}
    place = opened(make(tensors))
    assert place.loaded is not None
    assert place.network == "2012"
    assert place.loaded.weights.num_classes == 37
    for name, parameter in place.loaded.model.named_parameters():
        assert parameter.dtype == torch.float32
        assert not parameter.requires_grad
        assert torch.equal(parameter, tensors[name].float())


def test_a_checkpoint_and_the_prefix_of_a_wrapper_are_told() -> None:
    wrapped = {"_orig_mod.module." + name: each for name, each in state().items()}
    place = opened(pth({"epoch": 3, "loss": 0.5, "state_dict": wrapped}))
    assert [note.code for note in place.notes] == ["own_note_key", "own_note_prefix"]
    assert place.notes[1].details == {"prefix": "_orig_mod.module."}


def changed(**tensors: Tensor | None) -> dict[str, Tensor]:
    now: dict[str, Tensor | None] = dict(state())
    now |= {name.replace("__", "."): tensor for name, tensor in tensors.items()}
    return {name: each for name, each in now.items() if each is not None}


@pytest.mark.parametrize("make", [pth, safetensors])
@pytest.mark.parametrize(
    ("code", "tensor", "tensors"),
    [
        ("own_missing", "features.0.bias", changed(features__0__bias=None)),
        ("own_extra", "features.9.bias", changed(features__9__bias=torch.zeros(4))),
        ("own_shape", "features.0.weight", changed(features__0__weight=torch.zeros(4, 3, 5, 5))),
        ("own_shape", "classifier.6.weight", changed(classifier__6__bias=torch.zeros(4))),
        ("own_not_finite", "features.0.bias", changed(features__0__bias=torch.full((4,), np.nan))),
        ("own_not_finite", "classifier.6.bias",
         changed(classifier__6__bias=torch.tensor([1.0, np.inf, 0.0]))),
        ("own_dtype", "features.0.bias",
         changed(features__0__bias=torch.zeros(4, dtype=torch.int64))),
        ("own_classes", "classifier.6.bias", changed(classifier__6__bias=torch.zeros(100_001))),
    ],
)  # fmt: skip
def test_an_error_says_which_tensor(
    make: Make, code: str, tensor: str, tensors: dict[str, Tensor]
) -> None:
    error = refused(make(tensors))
    assert (error.code, error.details["tensor"]) == (code, tensor)


class Evil:
    """A pickle of it would call a function."""

    def __reduce__(self) -> tuple[Callable[..., object], tuple[str]]:
        return print, ("owned",)


def test_nothing_is_run(capsys: pytest.CaptureFixture[str]) -> None:
    assert refused(pth({"a": Evil()})).details["name"] == "__builtin__.print"
    whole = refused(pth(Tiny(3)))  # a whole model: the usual mistake
    assert whole.code == "own_pickle"
    assert whole.details["name"].endswith("Tiny")
    assert capsys.readouterr().out == ""


def entries(data: bytes, method: int = zipfile.ZIP_STORED, **instead: bytes) -> bytes:
    """Return an archive packed anew, some files of it with other bytes."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w", method) as new:
        for each in old.infolist():
            name = each.filename.rpartition("/")[2]
            new.writestr(each.filename, instead.get(name.replace(".", "_"), old.read(each)))
    return file.getvalue()


def test_what_unpacks_to_more_than_the_file_holds_is_not_unpacked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("torch.load", lambda *_, **__: pytest.fail("it was opened"))
    assert refused(entries(pth(state()), zipfile.ZIP_DEFLATED)).code == "own_archive"
    long = entries(pth(state()), data_pkl=bytes(archive.MAX_PICKLE + 1))
    assert refused(long).code == "own_archive"
    # Two entries that lie on one another: each of them is the file's largest part.
    data = pth(state(5000))
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        largest = max(file.infolist(), key=lambda each: each.file_size).filename.encode()
    start = data.rindex(b"PK\x01\x02", 0, data.rindex(largest))
    end = data.index(b"PK\x01\x02", start + 4)
    directory = data.index(b"PK\x01\x02")
    doubled = data[:end] + data[start:end] + data[end:]
    tail = bytearray(doubled)
    close = tail.rindex(b"PK\x05\x06")
    for at in (close + 8, close + 10):
        count = int.from_bytes(tail[at : at + 2], "little") + 1
        tail[at : at + 2] = count.to_bytes(2, "little")
    for at, value in ((close + 12, close - directory), (close + 16, directory)):
        tail[at : at + 4] = value.to_bytes(4, "little")
    assert refused(bytes(tail)).code == "own_archive"


def test_headers_of_safetensors_do_not_lie() -> None:
    size = {"dtype": "F32", "shape": [4], "data_offsets": [0, 16]}
    assert refused(safetensors(state(), {"features.0.bias": size})).code == "own_overlap"
    beyond = {"dtype": "F32", "shape": [10**12], "data_offsets": [0, 4 * 10**12]}
    assert refused(safetensors(state(), {"x": beyond})).code == "own_place"
    minus = {"dtype": "F32", "shape": [-1, -4], "data_offsets": [0, 16]}
    assert refused(safetensors(state(), {"x": minus})).code == "own_place"
    assert refused((10**9).to_bytes(8, "little") + b"{" + bytes(99)).code == "own_header"
    assert refused(safetensors(state(), {"": minus})).code == "own_place"
    twice = b'{"a": {}, "a": {}}'
    assert refused(len(twice).to_bytes(8, "little") + twice + bytes(9)).code == "own_header"
    deep = b"{" + b'"a":[' * 50_000
    assert refused(len(deep).to_bytes(8, "little") + deep).code == "own_header"


def test_other_files_are_none() -> None:
    assert refused(b"").code == "own_format"
    assert refused(b"GIF89a" + bytes(100)).code == "own_format"
    old = io.BytesIO()
    torch.save(state(), old, _use_new_zipfile_serialization=False)
    assert refused(old.getvalue()).code == "own_old"
    assert refused(pth([1, 2])).code == "own_no_table"
    assert refused(pth({"a": 1})).code == "own_no_tensor"


def test_a_large_file_is_not_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(own, "MAX_BYTES", 1000)
    file = io.BytesIO(pth(state()))
    monkeypatch.setattr(own, "is_archive", lambda _: pytest.fail("it was looked at"))
    with pytest.raises(WeightsError, match="own_size"):
        open_own(file, "mine.pth", places=own.OWNS)


def mutants() -> Iterator[bytes]:
    """Two hundred damaged files, of tensors, of archives, and of what an archive's pickle says."""
    random = np.random.default_rng(1)
    whole = pth(state())
    with zipfile.ZipFile(io.BytesIO(whole)) as file:
        pickle = file.read("archive/data.pkl")
    for number in range(200):
        if number % 4 == 0:
            yield _damaged(whole, number // 4, random, len(whole))
        elif number % 4 == 1:
            yield entries(whole, data_pkl=_damaged(pickle, number // 4, random, len(pickle)))
        else:
            # What can go wrong stands in the header.
            yield _damaged(safetensors(state()), number // 4, random, 500)


def _damaged(whole: bytes, kind: int, random: np.random.Generator, span: int) -> bytes:
    """Cut the end off, take bytes out, put some in, or change a few, within the first ``span``."""
    data, at = bytearray(whole), int(random.integers(span))
    if kind % 5 == 0:
        data = data[:at]
    elif kind % 5 == 1:
        del data[at : at + int(random.integers(1, 20))]
    elif kind % 5 == 2:
        data[at:at] = random.bytes(int(random.integers(1, 20)))
    else:
        for _ in range(int(random.integers(1, 3))):
            data[(at + int(random.integers(40))) % len(data)] = int(random.integers(32, 127))
    return bytes(data)


@pytest.mark.filterwarnings("ignore")
def test_two_hundred_damaged_files_open_or_say_why_not() -> None:
    told: list[AlexNetError] = []
    for data in mutants():
        try:
            opened(data)
        except AlexNetError as error:
            told.append(error)
    for each in told:
        for lang in LANGUAGES:
            assert filled(each.key, each.details, lang) != each.key
    assert len(told) > 150
    assert len({each.code for each in told}) > 5
