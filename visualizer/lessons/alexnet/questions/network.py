"""What the trained network of this process says of the shipped photos; torch is loaded then."""

from __future__ import annotations

from dataclasses import dataclass

from visualizer.asking.question import Said
from visualizer.lessons.alexnet.settings import AlexNetSettings
from visualizer.material.photos import photo_bytes, photo_title, photo_wnids
from visualizer.memory import remembered
from visualizer.words.quoting import plainly
from visualizer.words.text import LANGUAGES


@dataclass(frozen=True)
class Named(Said):
    """Something that has its name in either language from data and not from a text."""

    def text(self, lang: str) -> str:
        """Return the name in ``lang``, safe in Markdown."""
        return plainly(str(self.values.get(lang, self.values[LANGUAGES[0]])))


@dataclass(frozen=True)
class Ranked:
    """A photo's answer. order: class indices, the most probable first; names: by class index.

    shares: probabilities in that order. truth: the place, from 1, of the class that the photo
    shows, None where it shows none of them.
    """

    order: tuple[int, ...]
    shares: tuple[float, ...]
    names: tuple[Named, ...]
    truth: int | None

    def name(self, place: int) -> Named:
        """Return the class in a place, counted from 0."""
        return self.names[self.order[place]]


def generation() -> int:
    """Count how often a network was loaded: another one has other answers."""
    from visualizer.alexnet.weights.registry import shared_network

    return shared_network().generation


def classes(settings: AlexNetSettings) -> int:
    """Return how many classes the chosen network knows; not for a reader's own."""
    from visualizer.alexnet.weights.registry import network_of

    return network_of(settings.network, settings.weights).weights.num_classes


def ranked(photo: str) -> Ranked | None:
    """Return the network's answer to a shipped photo; None from weights that were never trained."""
    from visualizer.alexnet.weights.registry import shared_network

    loaded = shared_network()
    return _answered(loaded.generation, photo) if loaded.weights.trained else None


@remembered(64)
def _answered(generation: int, photo: str) -> Ranked:
    from visualizer.alexnet.prediction import predict, truth
    from visualizer.alexnet.preprocessing import prepare
    from visualizer.alexnet.run import run_network
    from visualizer.alexnet.weights.registry import shared_network

    loaded = shared_network()
    weights = loaded.weights
    prepared = prepare(photo_bytes(photo))
    run = run_network(loaded.model, prepared.tensor, None, weights.temperature)
    top = predict(run, weights.classes, weights.num_classes).top
    shown = truth(run, weights.classes, photo_wnids(photo) or ())
    return Ranked(
        tuple(each.name.index for each in top),
        tuple(each.probability for each in top),
        tuple(Named("", {"en": each.en, "ko": each.ko}) for each in weights.classes),
        shown.place if shown else None,
    )


def title(photo: str) -> Named:
    """Name a shipped photo."""
    return Named("", {lang: photo_title(photo, lang) for lang in LANGUAGES})
