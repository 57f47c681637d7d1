from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import Tensor, nn

from visualizer.alexnet import names
from visualizer.alexnet.errors import WeightsError
from visualizer.alexnet.model import AlexNet, AnyAlexNet, empty_model, random_model
from visualizer.alexnet.weights.download import RemoteFile
from visualizer.alexnet.weights.load import VARIABLE, Weights, build, load_model, read_state
from visualizer.alexnet.weights.registry import Registry
from visualizer.alexnet.weights.storage import write_npz


def small_file(path: Path, classes: int = 3, seed: int = 0, **changes: torch.Tensor) -> Path:
    """AlexNet's weights in a small file: factors of rank 2 where tensors are large."""
    generator = torch.Generator().manual_seed(seed)
    whole, factors = {}, {}
    for name, parameter in empty_model(AlexNet, classes).named_parameters():
        if parameter.numel() > 2_000_000:
            a = torch.randn(parameter.shape[0], 2, generator=generator)
            factors[name] = a * 0.01, torch.randn(2, parameter.shape[1], generator=generator)
        else:
            whole[name] = torch.randn(parameter.shape, generator=generator) * 0.01
    write_npz(path, {**whole, **changes}, factors)
    return path


class Place:
    """Folders of its own for each test, and a stand-in for the official file."""

    def __init__(self, folder: Path) -> None:
        self.cache, self.assets = folder / "cache", folder / "assets"
        self.cache.mkdir()
        self.assets.mkdir()
        self.official = RemoteFile("http://localhost/", "official.npz", 1, "?")

    def add_official(self) -> None:
        path = small_file(self.cache / "official.npz", 4)
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        self.official = RemoteFile("http://localhost/", path.name, 1, digest[:8])

    def load(self, named: Path | str = "") -> tuple[AnyAlexNet, Weights]:
        return load_model({VARIABLE: str(named)}, self.cache, self.assets, self.official)


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path)


def test_the_named_file_comes_first(place: Place, tmp_path: Path) -> None:
    place.add_official()
    small_file(place.assets / "alexnet200.npz", 200)
    model, weights = place.load(small_file(tmp_path / "mine.npz", 3))
    assert (weights.source, weights.num_classes, weights.notices) == ("file", 3, ())
    assert model.num_classes == 3
    assert weights.accuracy is None
    assert weights.trained


def test_then_the_official_one_then_the_shipped_one_then_random(place: Place) -> None:
    _, nothing = place.load()
    assert (nothing.source, nothing.num_classes, nothing.trained) == ("random", 200, False)
    assert [notice.code for notice in nothing.notices] == ["weights_missing"]
    small_file(place.assets / "alexnet200.npz", 200)
    assert place.load()[1].source == "shipped"
    place.add_official()
    _, official = place.load()
    assert official.source == "official"
    assert official.accuracy is not None
    assert official.accuracy.top1 == 0.56522


def test_the_card_says_how_good_the_shipped_ones_are(place: Place) -> None:
    small_file(place.assets / "alexnet200.npz", 200)
    card = {"accuracy": {"top1": 0.5, "top5": 0.75, "photos": 5000}, "data": {"en": "d", "ko": "d"}}
    (place.assets / "alexnet200.json").write_text(json.dumps(card))
    _, weights = place.load()
    assert weights.accuracy is not None
    assert (weights.accuracy.top1, weights.accuracy.top5) == (0.5, 0.75)
    assert weights.card["data"]["en"] == "d"
    assert weights.temperature == 1
    assert weights.classes[0].en == "goldfish"
    (place.assets / "alexnet200.json").write_text("{broken")
    assert place.load()[1].accuracy is None


@pytest.mark.parametrize(
    ("entry", "wanted"),
    [
        ({"temperature": 1.25}, 1.25),
        ({"temperature": 0}, 1),
        ({"temperature": 1e9}, 1),
        ({"temperature": "2"}, 1),
        ([2], 1),
    ],
)
def test_the_card_gives_the_temperature_if_it_is_one(
    place: Place, entry: object, wanted: float
) -> None:
    small_file(place.assets / "alexnet200.npz", 200)
    (place.assets / "alexnet200.json").write_text(json.dumps({"calibration": entry}))
    assert place.load()[1].temperature == wanted


def test_a_changed_official_file_is_not_believed(place: Place) -> None:
    place.add_official()
    small_file(place.cache / "official.npz", 4, seed=1)
    _, weights = place.load()
    assert weights.source == "random"
    assert weights.notices[0].code == "weights_wrong_hash"


def test_names_beside_a_named_file_are_used(place: Place, tmp_path: Path) -> None:
    path = small_file(tmp_path / "pets.npz", 2)
    classes = ["cat", {"en": "dog", "ko": "개"}]
    path.with_suffix(".json").write_text(json.dumps({"classes": classes}), encoding="utf-8")
    _, weights = place.load(path)
    assert [each.ko for each in weights.classes] == ["cat", "개"]
    path.with_suffix(".json").write_text(json.dumps({"classes": ["cat"]}), encoding="utf-8")
    assert place.load(path)[1].classes[1].en == "class 1"


def test_what_is_broken_is_skipped_and_said(place: Place, tmp_path: Path) -> None:
    cases = {
        "none.pth": (None, "weights_missing"),
        "text.pth": (b"no weights", "weights_unreadable"),
        "text.npz": (b"no weights", "weights_unreadable"),
        "text.safetensors": (b"no weights", "weights_unreadable"),
        "empty.pt": (b"", "weights_unreadable"),
        "weights.bin": (b"?", "weights_format"),
    }
    for name, (data, code) in cases.items():
        path = tmp_path / name
        if data is not None:
            path.write_bytes(data)
        _, weights = place.load(path)
        assert (weights.source, weights.notices[0].code) == ("random", code), name
        assert weights.notices[0].details["path"] == path
    assert place.load(tmp_path)[1].notices[0].code == "weights_missing"  # a folder


def test_weights_of_another_network_are_refused(tmp_path: Path) -> None:
    path = small_file(tmp_path / "x.npz", 3)
    state = read_state(path)
    for name, tensor in (
        ("features.0.weight", torch.zeros(96, 3, 11, 11)),
        ("classifier.6.bias", torch.zeros(5)),
        ("extra", torch.zeros(1)),
    ):
        with pytest.raises(WeightsError, match="weights_not_alexnet"):
            build({**state, name: tensor}, path)
    with pytest.raises(WeightsError, match="weights_not_alexnet"):
        build({}, path)
    with pytest.raises(WeightsError, match="weights_not_finite"):
        build({**state, "features.0.bias": torch.full((64,), torch.nan)}, path)
    assert build(state, path).num_classes == 3


@pytest.mark.parametrize("wrong", [torch.nan, torch.inf, -torch.inf])
def test_one_wrong_number_is_found_without_a_second_tensor_of_the_size(
    monkeypatch: pytest.MonkeyPatch, wrong: float
) -> None:
    sizes: list[int] = []

    def isfinite(tensor: Tensor, ask: Callable[[Tensor], Tensor] = torch.isfinite) -> Tensor:
        sizes.append(tensor.numel())
        return ask(tensor)

    monkeypatch.setattr(torch, "isfinite", isfinite)  # makes several tensors as large as its own
    state = {**random_model(AlexNet, 3).state_dict()}
    weight = state["classifier.4.weight"] = state["classifier.4.weight"].clone()
    assert build(state, Path("made")).num_classes == 3
    weight[4000, 7] = wrong
    with pytest.raises(WeightsError, match="weights_not_finite"):
        build(state, Path("made"))
    assert max(sizes) == 2


def test_published_files_load_and_pickles_that_run_code_do_not(
    tmp_path: Path, model: AnyAlexNet
) -> None:
    path = tmp_path / "weights.pth"
    torch.save(random_model(AlexNet, 2, seed=9).state_dict(), path)
    state = read_state(path)
    read, made = build(state, path).features[0], random_model(AlexNet, 2, 9).features[0]
    assert isinstance(read, nn.Conv2d)
    assert isinstance(made, nn.Conv2d)
    assert torch.equal(read.weight, made.weight)

    class Surprise:
        def __reduce__(self) -> tuple[object, ...]:
            return (Path.touch, (tmp_path / "ran",))

    torch.save({"features.0.weight": Surprise()}, path)
    with pytest.raises(WeightsError, match="weights_unreadable"):
        read_state(path)
    assert not (tmp_path / "ran").exists()
    for wrong in ([1, 2], {"a": 1}, {"a": torch.zeros(2, dtype=torch.int64)}):
        torch.save(wrong, path)
        with pytest.raises(WeightsError, match="weights_unreadable"):
            read_state(path)


def test_one_process_loads_once_however_many_ask() -> None:
    loads = []
    gate = threading.Barrier(8)

    def loader() -> tuple[AnyAlexNet, Weights]:
        loads.append(1)
        return empty_model(AlexNet, 2), Weights("random", None, names.numbered(2), None)

    registry = Registry(loader)

    def ask(_: int) -> object:
        gate.wait()
        return registry.get()

    with ThreadPoolExecutor(8) as pool:
        got = list(pool.map(ask, range(8)))
    assert len(loads) == 1
    assert all(each is got[0] for each in got)
    registry_before = registry.get()
    again = registry.reload()
    assert again.generation > registry_before.generation
    assert registry.get() is again


def test_class_names_are_whole_and_different() -> None:
    ours, imagenet = names.class_names(200), names.class_names(1000)
    assert (len(ours), len(imagenet)) == (200, 1000)
    entries = json.loads((names.ASSETS / "classes200.json").read_text(encoding="utf-8"))
    for index, (each, entry) in enumerate(zip(ours, entries, strict=True)):
        assert entry["label"] == index
        assert imagenet[entry["imagenet_index"]].wnid == each.wnid
        assert imagenet[entry["imagenet_index"]].ko == each.ko
    for listed in (ours, imagenet):
        assert len({each.wnid for each in listed}) == len(listed)
        assert len({each.en for each in listed}) == len(listed)
        assert len({each.ko for each in listed}) == len(listed)
        assert all(any("가" <= letter <= "힣" for letter in each.ko) for each in listed)
        assert all(each.name("ko") == each.ko and each.name("en") == each.en for each in listed)
    assert names.class_names(7)[6].en == "class 6"
    assert np.array_equal([each.index for each in imagenet], range(1000))
