"""Questions about many neurons at once: what is cut off, what dies, what a gradient leaves."""

from __future__ import annotations

import numpy as np

from visualizer import engine
from visualizer.asking import Mistake, Question, Said, question
from visualizer.asking.question import Cell, say
from visualizer.lessons.activation.example import NEURONS, Array, derivative, grid, layer
from visualizer.lessons.activation.questions.curves import BENT, name_of
from visualizer.lessons.activation.settings import ActivationSettings
from visualizer.notation import latex, precise

ROWS, COLUMNS = 4, 5
_LEAST_LEFT = 0.01  # of a gradient: less could not be told from nothing as it is typed


def corner(bias: float) -> Array:
    """Return a few neurons' sums for a few samples, (4, 5), small enough to be read."""
    return layer(bias, 0.0).before[:ROWS, :COLUMNS]


def zeros(settings: ActivationSettings) -> Question | None:
    """Ask how many of a few numbers are 0 after ReLU."""
    if settings.kind != "relu":
        return None
    sums = corner(settings.bias)
    right = int((engine.relu(sums) == 0).sum())
    negative, null = (tuple(_cells(mask)) for mask in (sums < 0, sums == 0))
    if right in (0, sums.size):
        return None
    put = {"cells": sums.size, "negative": len(negative), "null": len(null)}
    return question(
        "activation",
        "zeros",
        settings,
        "number",
        prompt=say("act.ask_zeros", **put),
        answer=float(right),
        because=say("act.ask_zeros_because" if null else "act.ask_zeros_because_plain", **put),
        hint=say("act.ask_zeros_hint", **put),
        mistakes=[
            Mistake("null", float(len(negative)), say("act.ask_zeros_null", **put), {"sums": null}),
            Mistake("kept", float((sums > 0).sum()), say("act.ask_zeros_kept", **put),
                    {"sums": negative[:1]}),
            Mistake("only_null", float(len(null)), say("act.ask_zeros_only_null", **put),
                    {"sums": negative[:1]}),
        ],
        hides=("after",),
        lights={"sums": tuple(cell for cell in negative if cell[1] == negative[0][1])},
        facts=(_bias(settings),),
    )  # fmt: skip


def dead(settings: ActivationSettings) -> Question | None:
    """Ask how many neurons of a layer no gradient reaches."""
    if settings.kind not in BENT:
        return None
    found = layer(settings.bias, settings.slope)
    leaky = settings.kind == "leaky_relu"
    gone = found.dead_leaky if leaky else found.dead
    cut = (found.before <= 0).any(axis=1)
    if not cut.any():
        return None
    answers = {
        "relu": int(found.dead.sum()),
        "some": int(cut.sum()),
        "alive": int((~gone).sum()),
        "all_alive": 0,
    }
    row = int(np.argmax(gone)) if gone.any() else int(np.argmax(cut))
    put = {"neurons": NEURONS, "dead": int(gone.sum()), "some": int(cut.sum()),
           "name": name_of(settings)}  # fmt: skip
    lit = {"sums": tuple((0, row, column) for column in range(found.before.shape[1]))}
    return question(
        "activation",
        "dead",
        settings,
        "number",
        prompt=say("act.ask_dead", **put),
        answer=float(gone.sum()),
        because=say("act.ask_dead_because_leaky" if leaky else "act.ask_dead_because", **put),
        hint=say("act.ask_dead_hint_leaky" if leaky else "act.ask_dead_hint", **put),
        mistakes=[
            Mistake(name, float(answer), say(f"act.ask_dead_{name}", **put), lit)
            for name, answer in answers.items()
        ],
        hides=("dead",),
        lights=lit,
        facts=(_bias(settings),),
    )


def chain(settings: ActivationSettings) -> Question | None:
    """Ask what is left of a gradient, at most, behind a few layers."""
    if settings.kind in ("softmax", "leaky_relu", "gelu"):
        return None
    layers = settings.layers
    steepest = float(derivative(settings.kind, 0.0)(grid()).max())
    right = steepest**layers
    quarter = float(engine.sigmoid_derivative(0.0))
    if right < _LEAST_LEFT:
        return None
    answers = {
        "added": steepest * layers,
        "once": steepest,
        "value": float(engine.sigmoid(0.0)) ** layers,
        "sigmoid": quarter**layers,
        "all": 1.0,
        "nothing": 0.0,
    }
    put = {"layers": layers, "name": name_of(settings), "steepest": precise(steepest),
           }  # fmt: skip
    product = r" \cdot ".join([latex(precise(steepest))] * layers)
    return question(
        "activation",
        "chain",
        settings,
        "number",
        prompt=say("act.ask_chain", **put),
        answer=right,
        because=say("act.ask_chain_because", **put),
        hint=say("act.ask_chain_hint", **put),
        mistakes=[
            Mistake(name, answer, say(f"act.ask_chain_{name}", **put))
            for name, answer in answers.items()
        ],
        hides=("chain",),
        lights={"top": ((0, 0, 0),)},
        formulas=(rf"{product} = {latex(precise(right, 4))}",),
    )


def _bias(settings: ActivationSettings) -> Said:
    return say("ask.fact", name=Said("param.act_bias"), value=precise(settings.bias))


def _cells(mask: np.ndarray) -> list[Cell]:
    return [(0, int(row), int(column)) for row, column in np.argwhere(mask)]
