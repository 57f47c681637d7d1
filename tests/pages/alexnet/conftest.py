"""The AlexNet page's tests do without trained weights."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from visualizer.alexnet.model import AlexNet, random_model
from visualizer.alexnet.names import class_names
from visualizer.alexnet.weights import registry
from visualizer.alexnet.weights.load import Weights
from visualizer.alexnet.weights.registry import Loaded


@pytest.fixture(autouse=True, scope="package")
def random_weights() -> Iterator[None]:
    """Whatever weights this machine has: the page must do without, and the tests do."""
    names = class_names(200)
    before = registry.SHARED._loaded
    weights = Weights("random", None, names, None)
    registry.SHARED._loaded = Loaded(random_model(AlexNet, len(names)), weights, 0.0, -1)
    yield
    registry.SHARED._loaded = before
