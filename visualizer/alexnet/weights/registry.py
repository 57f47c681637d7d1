"""The process's network: loaded when it is first asked for, then shared by all threads."""

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
    """The shared network, in evaluation mode and without gradients; it must not be changed.

    ``seconds``: how long loading took. ``generation``: counts how often a network was loaded, so
    that answers of an older one can be told apart.
    """

    model: AnyAlexNet
    weights: Weights
    seconds: float
    generation: int


def load_for_all() -> tuple[AnyAlexNet, Weights]:
    """Load the network, and let torch use one core for each answer.

    With two cores a single answer would be a third faster, but when several visitors ask at once,
    their answers would be ten times slower.
    """
    torch.set_num_threads(1)
    return load_model()


class Registry:
    """Loads a network once and hands the same one to every thread."""

    def __init__(self, loader: Loader = load_for_all) -> None:
        """Keep the function that loads the network; it is not called yet."""
        self._loader = loader
        self._lock = threading.Lock()
        self._loaded: Loaded | None = None

    @property
    def ready(self) -> bool:
        """Tell whether the network is loaded, so that ``get`` returns at once."""
        return self._loaded is not None

    def get(self) -> Loaded:
        """Return the network; the first caller loads it while the others wait."""
        loaded = self._loaded
        if loaded is None:
            with self._lock:
                loaded = self._loaded or self._load(1)
        return loaded

    def reload(self) -> Loaded:
        """Load the network again, as after a download; runs that have begun keep the old one."""
        with self._lock:
            return self._load(self._loaded.generation + 1 if self._loaded else 1)

    def _load(self, generation: int) -> Loaded:
        started = time.perf_counter()
        model, weights = self._loader()
        self._loaded = Loaded(model, weights, time.perf_counter() - started, generation)
        return self._loaded


SHARED = Registry()


def shared_network() -> Loaded:
    """Return the network of this process, and load it if that has not been done."""
    return SHARED.get()
