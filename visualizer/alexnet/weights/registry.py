"""The process's networks: loaded when first asked for, then shared by all threads.

A network takes about 240 MB. The trained one is loaded for every page; the two with random weights
are made when somebody asks for one of them, and take 260 MB together, as they share their largest
layers.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count

import torch

from visualizer.alexnet.model import NETWORKS, AlexNet, AnyAlexNet, random_model
from visualizer.alexnet.names import class_names
from visualizer.alexnet.weights.load import Weights, load_model

Loader = Callable[[], tuple[AnyAlexNet, Weights]]
TORCHVISION, PAPER = NETWORKS
TRAINED, RANDOM = "trained", "random"
CLASSES = {TORCHVISION: 200, PAPER: 1000}  # of random weights
# The layers that both networks have in the same shape: torchvision's name, that of the other.
_ALIKE = {
    "classifier.1.weight": "classifier.0.weight",
    "classifier.4.weight": "classifier.3.weight",
}
_generations = count(1)


@dataclass(frozen=True)
class Loaded:
    """A shared network, in evaluation mode and without gradients; it must not be changed.

    ``seconds``: how long loading took. ``generation``: no other network of this process, nor the
    same one with other weights or other names, has this number, so that answers can be told apart.
    """

    model: AnyAlexNet
    weights: Weights
    seconds: float
    generation: int


def next_generation() -> int:
    """Return a number that no network of this process has had."""
    return next(_generations)


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
                loaded = self._loaded or self._load()
        return loaded

    def reload(self) -> Loaded:
        """Load the network again, as after a download; runs that have begun keep the old one."""
        with self._lock:
            return self._load()

    def _load(self) -> Loaded:
        started = time.perf_counter()
        model, weights = self._loader()
        self._loaded = Loaded(model, weights, time.perf_counter() - started, next_generation())
        return self._loaded


class RandomNetworks:
    """Both networks with random weights, made together when one is asked for."""

    def __init__(self) -> None:
        """Make nothing yet."""
        self._lock = threading.Lock()
        self._made: dict[str, Loaded] = {}

    @property
    def ready(self) -> bool:
        """Tell whether they are made, so that ``get`` returns at once."""
        return bool(self._made)

    def get(self, network: str) -> Loaded:
        """Return one of the two by its name in NETWORKS; the first caller makes both."""
        with self._lock:
            if not self._made:
                self._made = self._make()
            return self._made[network]

    def _make(self) -> dict[str, Loaded]:
        started = time.perf_counter()
        first = random_model(AlexNet, CLASSES[TORCHVISION])
        state = first.state_dict()
        # Nine tenths of all weights: there is no reason to keep other random numbers for them.
        alike = {theirs: state[ours] for ours, theirs in _ALIKE.items()}
        models = {
            TORCHVISION: first,
            PAPER: random_model(NETWORKS[PAPER], CLASSES[PAPER], given=alike),
        }
        seconds = time.perf_counter() - started
        return {
            name: Loaded(
                model,
                Weights("random", None, class_names(CLASSES[name]), None),
                seconds,
                next_generation(),
            )
            for name, model in models.items()
        }


SHARED = Registry()
RANDOMS = RandomNetworks()


def shared_network() -> Loaded:
    """Return the network of this process, and load it if that has not been done."""
    return SHARED.get()


def network_of(network: str, weights: str) -> Loaded:
    """Return a network that all share: by its name in NETWORKS, with weights trained or random.

    Trained weights are torchvision's network's alone; KeyError for other names.
    """
    if weights == TRAINED and network == TORCHVISION:
        return SHARED.get()
    if weights != RANDOM:
        raise KeyError(weights)
    if network == TORCHVISION and not SHARED.get().weights.trained:
        return SHARED.get()
    return RANDOMS.get(network)
