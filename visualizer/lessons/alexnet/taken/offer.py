"""One unit of AlexNet to take along: what it reads, its weights, its value, and the answer.

torch is imported inside the functions, as everywhere in this lesson.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from visualizer.lessons.alexnet.settings import OWN, STRONGEST, AlexNetSettings
from visualizer.material.photos import photo_bytes
from visualizer.memory import remembered
from visualizer.settings.inputs import PHOTOS
from visualizer.taking.taken import Steps, Taken
from visualizer.words.text import text

if TYPE_CHECKING:
    from visualizer.alexnet.run import Run
    from visualizer.alexnet.unit import OpenUnit

Array = NDArray[np.float64]


def can_be_taken(settings: AlexNetSettings) -> str:
    """Return why an example cannot be saved, as a text's key; "" if it can.

    A reader's own picture and own weights are kept nowhere.
    """
    if settings.weights == OWN:
        return "alex.take_own_weights"
    return "" if settings.photo in PHOTOS else "alex.take_own"


def arrays(settings: AlexNetSettings) -> dict[str, Array]:
    """Return input (what the unit reads), weight and bias (if it has any), output, and the answer.

    input, weight: (channels, rows, columns); output: (1,); logits, probabilities: (classes,).
    """
    run = run_of(settings)
    unit = _unit(run, settings)
    found: dict[str, Array] = {"input": _float(unit.patch)}
    if unit.weights is not None:
        found |= {"weight": _float(unit.weights), "bias": np.array([unit.bias])}
    found |= {"output": np.array([unit.value]), "logits": _float(run.logits.numpy())}
    return found | {"probabilities": _float(run.probabilities)}


def steps(settings: AlexNetSettings, lang: str) -> Steps:
    """Return what each input channel adds to the unit's sum."""
    unit = _unit(run_of(settings), settings)
    heads = (text("words.column_channel", lang), text("words.row_channel_sum", lang))
    rows = ((part.channel + 1, part.sum) for part in sorted(unit.sources, key=lambda s: s.channel))
    return Steps(heads, rows)


def run_of(settings: AlexNetSettings) -> Run:
    """Return the run of the chosen network, not a reader's own, on a shipped photo."""
    from visualizer.alexnet.weights.registry import network_of

    network, weights = settings.network, settings.weights
    return _ran(settings.photo, network, weights, network_of(network, weights).generation)


@remembered(4)
def _ran(photo: str, network: str, weights: str, generation: int) -> Run:
    """Run a network on a shipped photo; ``generation`` tells loaded ones apart."""
    from visualizer.alexnet.preprocessing import prepare
    from visualizer.alexnet.run import run_network
    from visualizer.alexnet.weights.registry import network_of

    loaded = network_of(network, weights)
    tensor = prepare(photo_bytes(photo), crop_to=loaded.model.input_size).tensor
    return run_network(loaded.model, tensor, temperature=loaded.weights.temperature)


def _unit(run: Run, settings: AlexNetSettings) -> OpenUnit:
    """Open the chosen unit; the strongest where nobody chose one, as the page does."""
    from visualizer.alexnet.maps import strongest_units
    from visualizer.alexnet.unit import open_unit

    s, output = settings, run.layer(settings.layer).array()
    channel, row, col = s.channel, s.row, s.col
    if channel == STRONGEST or (output.ndim == 3 and STRONGEST in (row, col)):
        best = strongest_units(output, 1, None if channel == STRONGEST else channel)[0]
        channel, row, col = best.channel, best.row, best.col
    place = (row, col) if output.ndim == 3 else (0, 0)
    return open_unit(run, s.layer, channel, *place)


def _float(values: Any) -> Array:
    return np.asarray(values, dtype=np.float64)


TAKEN = Taken("alexnet", arrays, steps=steps, refused=can_be_taken, steps_are="alex.take_channels")
