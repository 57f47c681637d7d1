"""Where own networks stand: a few at a time, for one visit; and what their classes are called."""

from __future__ import annotations

import io

import pytest

from tests.alexnet.own.files import opened, pth, state
from visualizer.alexnet import model as models
from visualizer.alexnet.errors import WeightsError
from visualizer.alexnet.names import from_text, numbered
from visualizer.alexnet.weights import own
from visualizer.alexnet.weights.layout import layout_of
from visualizer.alexnet.weights.own import OwnNetworks, open_own


def test_a_few_at_a_time_and_idle_ones_make_room() -> None:
    now = 0.0
    places = OwnNetworks(most=2, most_bytes=1000, idle=60.0, clock=lambda: now)
    first, second = places.reserve(300), places.reserve(300)
    with pytest.raises(WeightsError, match="own_full"):
        places.reserve(300)
    now = 50.0
    places.touch(second)
    now = 70.0
    third = places.reserve(300)
    assert (first.size, second.size, third.size) == (0, 300, 300)
    # A visit that ends leaves its place; bytes count as well.
    del third
    with pytest.raises(WeightsError, match="own_full"):
        places.reserve(800)
    assert places.reserve(700).size == 700
    full = OwnNetworks(free=lambda: 199.0)
    with pytest.raises(WeightsError, match="own_memory"):
        full.reserve(100)
    assert full.reserve(99).size == 99


def test_a_visit_that_ended_leaves_no_weights_behind() -> None:
    now = 0.0
    places = OwnNetworks(clock=lambda: now)
    place = open_own(io.BytesIO(pth(state())), "mine.pth", places=places)
    assert place.loaded is not None
    model = place.loaded.model
    place.alive = lambda: False
    assert places.look() == 1
    # A connection that was lost for a while is no end.
    place.alive = lambda: True
    now = 1000.0
    assert places.look() == 1
    place.alive = lambda: False
    places.look()
    now += own.GRACE
    assert places.look() == 0
    assert place.loaded is None
    assert sum(each.numel() for each in model.parameters()) == 0


def test_answers_of_a_network_that_is_gone_are_told() -> None:
    own.GONE.clear()
    place = opened(pth(state()))
    assert place.loaded is not None
    first = place.loaded.generation
    place.name_classes(numbered(3))
    assert list(own.GONE) == [first]
    second = place.loaded.generation
    assert second > first
    with pytest.raises(WeightsError, match="own_names_count"):
        place.name_classes(numbered(4))
    del place
    assert list(own.GONE) == [first, second]


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("cat\n\n dog \r\n", ["cat", "dog"]),
        ('["cat", "dog"]', ["cat", "dog"]),
        ('{"1": "dog", "0": "cat"}', ["cat", "dog"]),
        ('{"dog": 1, "cat": 0}', ["cat", "dog"]),
        ("\ufeffa\x00b\u202ec", ["a b c"]),
        ("x" * 200, ["x" * 80]),
    ],
)
def test_a_list_of_names(written: str, names: list[str]) -> None:
    assert [each.en for each in from_text(written)] == names


@pytest.mark.parametrize("written", ["[1, 2]", '{"a": 1}', "[", '{"x": "y"}', "[" * 100_000])
def test_what_is_no_list_of_names(written: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        from_text(written)


def test_the_layout_of_the_real_networks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    for name, kind in models.NETWORKS.items():
        empty = models.empty_model(kind, 12)
        shapes = {key: tuple(each.shape) for key, each in empty.named_parameters()}
        found = layout_of({f"module.{key}": shape for key, shape in shapes.items()})
        assert (found.network, found.classes, found.prefix) == (name, 12, "module.")
        assert found.size == 4 * sum(each.numel() for each in empty.parameters())
