from __future__ import annotations

import json
import zipfile
from pathlib import Path

import numpy as np
import pytest
import torch

from visualizer.alexnet.weights.storage import quantise, read_npz, write_npz
from visualizer.alexnet.weights.tensorfile import read_safetensors


def tensors() -> dict[str, torch.Tensor]:
    generator = torch.Generator().manual_seed(0)
    shapes = {"conv.weight": (6, 3, 5, 5), "conv.bias": (6,), "fc.weight": (40, 30)}
    return {name: torch.randn(shape, generator=generator) for name, shape in shapes.items()}


@pytest.mark.parametrize(
    ("precision", "slack"), [("float32", 0.0), ("float16", 0.002), ("int8", 0.02)]
)
def test_what_is_written_is_read(tmp_path: Path, precision: str, slack: float) -> None:
    path = tmp_path / "weights.npz"
    write_npz(path, tensors(), precision=precision)  # type: ignore[arg-type]
    read = read_npz(path)
    assert read.keys() == tensors().keys()
    for name, tensor in tensors().items():
        assert read[name].dtype == torch.float32
        torch.testing.assert_close(read[name], tensor, rtol=0, atol=slack)
    assert torch.equal(read["conv.bias"], tensors()["conv.bias"])  # biases are kept exactly


def test_factors_are_multiplied_out(tmp_path: Path) -> None:
    path = tmp_path / "weights.npz"
    whole = tensors()
    weight = whole.pop("fc.weight")
    u, s, v = torch.linalg.svd(weight, full_matrices=False)
    write_npz(path, whole, {"fc.weight": (u * s, v)}, "float32")
    torch.testing.assert_close(read_npz(path)["fc.weight"], weight, rtol=1e-4, atol=1e-5)


def test_factors_may_have_a_precision_of_their_own(tmp_path: Path) -> None:
    path = tmp_path / "weights.npz"
    whole = tensors()
    u, s, v = torch.linalg.svd(whole.pop("fc.weight"), full_matrices=False)
    write_npz(path, whole, {"fc.weight": (u * s, v)}, "float16", factor_precision="int8")
    with np.load(path) as file:
        kinds = {name: str(file[name].dtype) for name in file.files}
    assert kinds == {
        "conv.weight": "float16",
        "conv.bias": "float32",
        "fc.weight.a.int8": "int8",
        "fc.weight.a.scale": "float32",
        "fc.weight.b.int8": "int8",
        "fc.weight.b.scale": "float32",
    }
    torch.testing.assert_close(
        read_npz(path)["fc.weight"], tensors()["fc.weight"], rtol=0, atol=0.2
    )


def test_quantised_values_are_within_half_a_step() -> None:
    values = np.random.default_rng(0).normal(size=(5, 4, 3)).astype(np.float32)
    values[2] = 0
    whole, scale = quantise(values)
    assert whole.dtype == np.int8
    difference = np.abs(whole * scale[:, None, None] - values)
    assert (difference <= scale[:, None, None] / 2 + 1e-7).all()


def test_a_name_given_twice_is_refused(tmp_path: Path) -> None:
    a, b = torch.ones(2, 1), torch.ones(1, 2)
    with pytest.raises(ValueError, match="both"):
        write_npz(tmp_path / "x.npz", {"w": torch.ones(2, 2)}, {"w": (a, b)})


@pytest.mark.parametrize(
    "arrays",
    [
        {"w.int8": np.zeros((2, 2), np.int8)},
        {"w.scale": np.zeros(2, np.float32)},
        {"w.int8": np.zeros((2, 2), np.int8), "w.scale": np.zeros(3, np.float32)},
        {"w.int8": np.zeros((2, 2), np.float32), "w.scale": np.zeros(2, np.float32)},
        {"w.a": np.zeros((2, 3), np.float32)},
        {"w.b": np.zeros((2, 3), np.float32)},
        {"w.a": np.zeros((2, 3), np.float32), "w.b": np.zeros((2, 3), np.float32)},
        {"w": np.zeros(3, np.int64)},
        {"w": np.array(["text"])},
    ],
    ids=lambda arrays: "+".join(arrays),
)
def test_files_that_break_the_rules_are_refused(
    tmp_path: Path, arrays: dict[str, np.ndarray]
) -> None:
    path = tmp_path / "weights.npz"
    np.savez(path, **arrays)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match=r"w"):
        read_npz(path)


def test_pickles_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "weights.npz"
    np.savez(path, w=np.array([{"an": "object"}], dtype=object))
    with pytest.raises(ValueError, match="allow_pickle"):
        read_npz(path)


@pytest.mark.parametrize("seed", range(30))
def test_damaged_archives_give_a_reason_or_nothing_worse(tmp_path: Path, seed: int) -> None:
    path = tmp_path / "weights.npz"
    write_npz(path, tensors())
    data = bytearray(path.read_bytes())
    rng = np.random.default_rng(seed)
    for place in rng.integers(len(data), size=5):
        data[place] = rng.integers(256)
    path.write_bytes(data[: int(rng.integers(len(data) // 2, len(data) + 1))])
    try:
        read_npz(path)
    except (ValueError, OSError):
        return


def test_an_archive_that_unpacks_to_too_much_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bomb.npz"
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("w.npy", "w", force_zip64=True) as entry,
    ):
        for _ in range(900):
            entry.write(bytes(1_000_000))
    with pytest.raises(ValueError, match="unpack"):
        read_npz(path)


def safetensors(header: object, body: bytes) -> bytes:
    text = json.dumps(header).encode()
    return len(text).to_bytes(8, "little") + text + body


def test_safetensors_are_read(tmp_path: Path) -> None:
    path = tmp_path / "weights.safetensors"
    a = np.arange(6, dtype=np.float32).reshape(2, 3)
    b = np.array([1.5, -2.0], dtype=np.float16)
    header = {
        "__metadata__": {"format": "pt"},
        "a": {"dtype": "F32", "shape": [2, 3], "data_offsets": [0, 24]},
        "b": {"dtype": "F16", "shape": [2], "data_offsets": [24, 28]},
        "c": {"dtype": "BF16", "shape": [1], "data_offsets": [28, 30]},
        "none": {"dtype": "F32", "shape": [0], "data_offsets": [30, 30]},
    }
    path.write_bytes(safetensors(header, a.tobytes() + b.tobytes() + b"\x80\x3f"))
    read = read_safetensors(path)
    assert torch.equal(read["a"], torch.from_numpy(a))
    assert read["b"].tolist() == [1.5, -2.0]
    assert read["c"].tolist() == [1.0]
    assert read["none"].shape == (0,)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff" * 20,
        b"\x05\0\0\0\0\0\0\0{{{{{",
        safetensors([1, 2], b""),
        safetensors({"a": 3}, b""),
        safetensors({"a": {"dtype": "I64", "shape": [1], "data_offsets": [0, 8]}}, b"\0" * 8),
        safetensors({"a": {"dtype": "F32", "shape": [2], "data_offsets": [0, 4]}}, b"\0" * 8),
        safetensors({"a": {"dtype": "F32", "shape": [1], "data_offsets": [8, 12]}}, b"\0" * 8),
        safetensors({"a": {"dtype": "F32", "shape": [-1], "data_offsets": [4, 0]}}, b"\0" * 8),
    ],
)
def test_damaged_safetensors_are_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "weights.safetensors"
    path.write_bytes(data)
    with pytest.raises(ValueError, match=r"header|described|float|place"):
        read_safetensors(path)
