"""The training page's sentences: names of layers, and what a claim's pair came to."""

from __future__ import annotations

from collections.abc import Iterable

from visualizer.engine.network.layers import (
    Activation,
    AvgPool,
    BatchNorm,
    Conv,
    Dropout,
    Flatten,
    GlobalAvgPool,
    Linear,
    MaxPool,
)
from visualizer.learning import (
    Claim,
    Learning,
    Numbers,
    TrainingSettings,
    Verdict,
    sizes,
)
from visualizer.lessons.training.settings import CLAIMS, NO_CLAIM
from visualizer.notation import number, percent, precise
from visualizer.words.tables import Table
from visualizer.words.text import text

SIDES = ("left", "right")

_KINDS: dict[type, str] = {
    Conv: "conv",
    BatchNorm: "norm",
    Activation: "act",
    MaxPool: "max",
    AvgPool: "avg",
    GlobalAvgPool: "gap",
    Dropout: "drop",
    Flatten: "flat",
    Linear: "dense",
}


def layer_name(layers: tuple[Learning, ...], place: int, lang: str) -> str:
    """Return the name of a layer with its number among those of its kind."""
    kind = type(layers[place])
    same = sum(isinstance(layer, kind) for layer in layers[: place + 1])
    alone = sum(isinstance(layer, kind) for layer in layers) == 1
    name = text(f"train.layer.{_KINDS.get(kind, 'other')}", lang)
    return name if alone else f"{name} {same}"


def names(settings: TrainingSettings, places: Iterable[int], lang: str) -> list[str]:
    """Return the names of layers of a training's network."""
    network = settings.network()
    return [layer_name(network, place, lang) for place in places]


def weighted(settings: TrainingSettings) -> list[int]:
    """Return the places of the layers that have weights."""
    return [i for i, count in enumerate(sizes(settings.network()).weights) if count]


def network_table(settings: TrainingSettings, lang: str) -> Table:
    """Return every layer with what it has of weights and needs of multiplications."""
    network = settings.network()
    size = sizes(network)
    heads = ("train.column_layer", "train.column_weights", "train.column_products")
    rows = [
        (_told(network, place, lang), number(size.weights[place]), number(size.products[place]))
        for place in range(len(network))
    ]
    total = (text("train.total", lang), number(sum(size.weights)), number(sum(size.products)))
    return Table(tuple(text(head, lang) for head in heads), (*rows, total), closing=1)


def _told(network: tuple[Learning, ...], place: int, lang: str) -> str:
    layer, name = network[place], layer_name(network, place, lang)
    if isinstance(layer, Conv):
        return f"{name}: {text('train.filters_of', lang, count=layer.out_channels)}"
    if isinstance(layer, Linear):
        return f"{name}: {text('train.outputs_of', lang, count=layer.out_features)}"
    return name


def side(claim: str, which: str, lang: str) -> str:
    """Return what one side of a claim's pair is called."""
    return text(f"train.side.{claim}.{which}", lang)


def shown_name(claim: str, which: str, lang: str) -> str:
    """Return a training's name above its charts: none where there is only one."""
    return "" if claim == NO_CLAIM else side(claim, which, lang)


def verdict_sentence(claim: Claim, verdict: Verdict, seed: int, lang: str) -> str:
    """Say whether the claim held for this seed."""
    assert claim.name in CLAIMS
    key = "holds" if verdict.holds else "fails"
    return text(f"train.verdict.{key}", lang, seed=seed)


def measured(claim: Claim, numbers: Iterable[Numbers], lang: str) -> Table:
    """Return the numbers of both sides."""
    heads = (
        text("train.column_measured", lang),
        *(side(claim.name, which, lang) for which in SIDES),
    )
    rows = tuple(
        (
            text(f"train.number.{found.name}", lang),
            _written(found.name, found.left),
            _written(found.name, found.right),
        )
        for found in numbers
    )
    return Table(heads, rows)


def _written(name: str, value: float) -> str:
    if name in ("validation", "training", "dead"):
        return f"{percent(round(value, 4))}%"
    if name == "seconds":
        return f"{number(value * 1000)} ms"
    return number(value) if name == "parameters" else precise(value)
