"""What a fully connected layer on a feature map can be."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from visualizer.lessons.dense.example import map_of
from visualizer.lessons.dense.settings import CLASS, LARGEST_SIDE, DenseSettings
from visualizer.settings import upstream
from visualizer.settings.lesson import FORWARD
from visualizer.settings.rules import Bounds, Notice, Rules


def steps(settings: DenseSettings) -> int:
    """Return how many steps there are backward: one for each input, or for each weight."""
    inputs = map_of(settings).size
    return inputs * settings.outputs if settings.pass_ == "weight" else inputs


class DenseRules(Rules[DenseSettings]):
    """The chosen output exists; a random map stays small enough to be drawn."""

    def settle(self, settings: DenseSettings) -> tuple[DenseSettings, list[Notice]]:
        """Bring the map's size, the chosen output and the backward pass within what there is."""
        size = min(settings.size, LARGEST_SIDE[settings.channels])
        last = settings.outputs - 1
        now = replace(
            settings, size=size, output=min(settings.output, last), label=min(settings.label, last)
        )
        if now.pass_ == FORWARD:
            return now, []
        now = replace(now, step=min(now.step, steps(now) - 1))
        return upstream.fitted(now, now.output_shape)

    def limits(self, settings: DenseSettings) -> dict[str, Bounds]:
        """Return the bounds of the map's size, of the chosen output and of the backward pass."""
        last = settings.outputs - 1
        return {
            "size": Bounds(2, LARGEST_SIDE[settings.channels]),
            "output": Bounds(0, last),
            "label": Bounds(0, last),
            "step": Bounds(0, steps(settings) - 1),
        }

    def hidden(self, settings: DenseSettings) -> Collection[str]:
        """Return what the kind of map and the direction leave without meaning."""
        forward = settings.pass_ == FORWARD
        backward = {
            **upstream.hidden(settings, forward=forward),
            "label": forward or settings.upstream != CLASS,
            "step": forward,
            "output": not forward,
        }
        idle = {name for name, is_hidden in backward.items() if is_hidden}
        return idle | ({"data"} if settings.map == "random" else {"channels", "size"})
