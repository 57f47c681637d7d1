"""The network of this process: loaded once, by whoever asks first, then shared by all threads."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

import torch

from visualizer.alexnet.model import AnyAlexNet
from visualizer.alexnet.weights.load import Weights, load_model

Loader = Callable[[], tuple[AnyAlexNet, Weights]]


@dataclass(frozen=True)
class Loaded:
    """The shared network, in evaluation mode and without gradients; nobody changes it.

    ``generation`` counts the loads, so that answers of an older network can be told apart.
    """

    model: AnyAlexNet
    weights: Weights
    seconds: float
    generation: int


def load_for_all() -> tuple[AnyAlexNet, Weights]:
    """Load the network, and let every answer use one core.

    A second core makes one answer a third faster, but several visitors' answers that wait for the
    same cores ten times slower.
    """
    torch.set_num_threads(1)
    return load_model()


class Registry:
    """Loads a network once and hands the same one to every thread."""

    def __init__(self, loader: Loader = load_for_all) -> None:
        self._loader = loader
        self._lock = threading.Lock()
        self._loaded: Loaded | None = None

    @property
    def ready(self) -> bool:
        """Tell whether ``get`` answers at once."""
        return self._loaded is not None

    def get(self) -> Loaded:
        """The network; the first caller loads it, others wait for that."""
        loaded = self._loaded
        if loaded is None:
            with self._lock:
                loaded = self._loaded or self._load(1)
        return loaded

    def reload(self) -> Loaded:
        """Look for weights again (after a download). Runs that have begun keep the old network."""
        with self._lock:
            return self._load(self._loaded.generation + 1 if self._loaded else 1)

    def _load(self, generation: int) -> Loaded:
        started = time.perf_counter()
        model, weights = self._loader()
        self._loaded = Loaded(model, weights, time.perf_counter() - started, generation)
        return self._loaded


SHARED = Registry()


def shared_network() -> Loaded:
    """The network of this process."""
    return SHARED.get()
