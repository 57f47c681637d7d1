"""The tests of own weights open small networks, of which there may be many."""

from __future__ import annotations

import pytest

from tests.alexnet.own.files import Tiny, Tiny2012
from visualizer.alexnet import model as models
from visualizer.alexnet.weights import own
from visualizer.alexnet.weights.own import OwnNetworks


@pytest.fixture(autouse=True)
def _tiny(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, kind in (("torchvision", Tiny), ("2012", Tiny2012)):
        monkeypatch.setitem(models.NETWORKS, name, kind)
    monkeypatch.setattr(own, "OWNS", OwnNetworks(most=1000))
    monkeypatch.setattr("gc.collect", lambda: None)  # of all that the tests hold
