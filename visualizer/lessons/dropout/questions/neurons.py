"""Questions about one neuron: while training, while evaluating, on average, and the next layer."""

from __future__ import annotations

import numpy as np

from visualizer.asking import Mistake, Question, Said, question
from visualizer.asking.question import Cell, say
from visualizer.lessons.dropout.example import DropoutExample, build
from visualizer.lessons.dropout.questions.counts import facts
from visualizer.lessons.dropout.settings import DropoutSettings
from visualizer.lessons.dropout.words import scale
from visualizer.notation import factor, precise

OUTPUT = 0
"""The output that is asked for."""


def asked_neuron(settings: DropoutSettings) -> int | None:
    """Return a neuron of the first hidden layer that is not at 0; None where all are.

    The mask's seed chooses it, so that other masks ask about other neurons.
    """
    alive = np.flatnonzero(build(settings).whole.before[1])
    return int(alive[settings.seed % len(alive)]) if len(alive) else None


def kept(settings: DropoutSettings) -> Question | None:
    """Ask what a neuron passes on while training."""
    return _one(settings, "kept")


def evaluated(settings: DropoutSettings) -> Question | None:
    """Ask what a neuron passes on while evaluating."""
    return _one(settings, "evaluated")


def mean(settings: DropoutSettings) -> Question | None:
    """Ask what a neuron passes on on average, over many masks."""
    return _one(settings, "mean")


def _one(settings: DropoutSettings, what: str) -> Question | None:
    neuron, p = asked_neuron(settings), settings.p
    if neuron is None or not 0 < p < 1:
        return None
    example = build(settings)
    x = float(example.whole.before[1][neuron])
    stays = bool(example.masks[0][neuron])
    training = what == "kept"
    scaled = x / (1 - p)
    right = float((example.dropped if training else example.whole).after[1][neuron])
    answers = {
        "unscaled": x,
        "divided": x / p,
        "scaled": scaled,
        "shrunk": x * (1 - p),
        "by_p": x * p,
        "half": x / 2,
        "dropped": 0.0,
    }
    meant = {
        "kept": ("unscaled", "shrunk", "divided", "by_p", "dropped", "scaled"),
        "evaluated": ("shrunk", "scaled", "by_p", "dropped"),
        "mean": ("shrunk", "scaled", "half", "by_p", "dropped"),
    }[what]
    put: dict[str, object] = {
        "neuron": neuron + 1, "x": precise(x), "p": f"{p:g}", "keep": f"{1 - p:.3g}",
        "factor": scale(example),
    }  # fmt: skip
    how = ("kept_stays" if stays else "kept_gone") if training else what
    at: tuple[Cell, ...] = ((1, neuron, 0),)
    return question(
        "dropout",
        what,
        settings,
        "number",
        prompt=say(f"drop.ask_{what}", **put),
        answer=round(right, 9),
        because=say(f"drop.ask_{how}_because", **put),
        hint=say(f"drop.ask_{what}_hint", **put),
        mistakes=[
            Mistake(name, answers[name], say(f"drop.ask_{_key(what, name, stays)}", **put))
            for name in meant
        ],
        hides=("values",) if training else ("values", "masks"),
        given={"neuron": at},
        facts=facts(settings),
    )


def _key(what: str, name: str, stays: bool) -> str:
    """Return which sentence is said: of a neuron that was dropped every number is too much."""
    if what == "kept" and not stays:
        return "kept_not_gone"
    return f"{what}_{name}"


def following(settings: DropoutSettings) -> Question | None:
    """Ask what an output makes of a hidden layer with dropped neurons."""
    p, example = settings.p, build(settings)
    if not 0 < p < 1 or len(example.hidden) != 1:
        return None
    weights, values = example.weights[1][OUTPUT], example.whole.before[1]
    on = example.masks[0]
    right = float(example.dropped.output[OUTPUT])
    answers = {
        "unscaled": float(weights @ (values * on)),
        "evaluated": float(example.whole.output[OUTPUT]),
        "all_scaled": float(weights @ values) / (1 - p),
        "shrunk": float(weights @ (values * on)) * (1 - p),
        "gone_alone": float(weights @ (values * ~on)) / (1 - p),
        "no_weights": float((values * on).sum()) / (1 - p),
    }
    # Few enough to be added up, and something has to be there to be added.
    if np.count_nonzero(weights * values * on) == 0 or not (~on).any():
        return None
    put: dict[str, object] = {
        "p": f"{p:g}", "factor": scale(example), "values": _listed(values),
        "weights": _listed(weights), "sum": _sum(example),
    }  # fmt: skip
    return question(
        "dropout",
        "next",
        settings,
        "number",
        prompt=say("drop.ask_next", **put),
        answer=round(right, 9),
        because=say("drop.ask_next_because", **put),
        hint=say("drop.ask_next_hint", **put),
        mistakes=[
            Mistake(name, answer, say(f"drop.ask_next_{name}", **put))
            for name, answer in answers.items()
        ],
        hides=("output",),
        given={"neuron": ((2, OUTPUT, 0),)},
        lights={"neuron": tuple((1, int(i), 0) for i in np.flatnonzero(on))},
        facts=(*facts(settings), say("ask.fact", name=Said("drop.ask_weights"),
                                     value=_listed(weights))),
    )  # fmt: skip


def _listed(values: np.ndarray) -> str:
    return ", ".join(precise(float(value)) for value in values)


def _sum(example: DropoutExample) -> str:
    """Write the products of the neurons that stay, each value with its factor."""
    pairs = zip(example.weights[1][OUTPUT], example.whole.before[1], example.masks[0], strict=True)
    terms = [f"{factor(float(w))}·{factor(float(v))}" for w, v, on in pairs if on and w * v]
    return " + ".join(terms)
