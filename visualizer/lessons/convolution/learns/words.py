"""A descent in words: what its grids are, its rate, its step, the sum of a gradient."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from visualizer.lessons.convolution.example import Array
from visualizer.lessons.convolution.learns.rules import opened_place
from visualizer.lessons.convolution.learns.run import SHARES, Learning
from visualizer.lessons.convolution.settings import ConvolutionSettings
from visualizer.notation import FACTOR_DIGITS, factor, number, of_terms, precise, shape
from visualizer.words import player
from visualizer.words.stories import Fact, ShapeStory
from visualizer.words.sums import ELLIPSIS, MOST_TERMS
from visualizer.words.tables import Table
from visualizer.words.text import text

_RATE_DIGITS = 3
_MANY = 9999  # steps to halve an error
# What the browser says, and the places for numbers that it fills itself.
_SAID = {
    "step": ("step", "steps", "loss"),
    "count": ("step", "steps"),
    "at_weight": ("row", "col", "value", "gradient"),
    "at_bias": ("value", "gradient"),
    "at_cell": ("name", "row", "col", "value"),
    "at_output": ("row", "col", "y", "t", "apart"),
    "weight": ("row", "col"),
    **dict.fromkeys(
        ("diverged", "bias_name", "loss", "least", "rate", "gradient", "formula", "stage", "paint"),
        (),
    ),
}


def labels(found: Learning, lang: str) -> dict[str, str]:
    """Return every word of the player, by the name that its script knows."""
    own = {
        name: text(f"conv.learn_{name}", lang, **{place: f"{{{place}}}" for place in places})
        for name, places in _SAID.items()
    }
    return {**player.labels(lang), **own, "stage": f"{own['stage']} {alt(found, lang)}"}


def titles(found: Learning, lang: str) -> dict[str, str]:
    """Return what each kind of grid is called, those of one filter by ``kind:filter``."""
    example = found.example
    named = {
        "input": text("conv.learn_input", lang, shape=shape(example.input.shape)),
        "kernel": text("conv.learn_kernel", lang, shape=shape(example.weight.shape)),
        "bias": text("conv.learn_bias_title", lang),
        "goal": text("conv.learn_best", lang),
        "output": text("back.y", lang),
        "target": text("back.t", lang),
        "apart": "y − t",
    }
    for filter_, preset in enumerate(example.kernel_names):
        if not found.painted:
            named[f"goal:{filter_}"] = text(f"choice.conv_preset.{preset}", lang)
        if filter_:
            named[f"kernel:{filter_}"] = text("conv.learn_filter", lang, filter=filter_ + 1)
    return named


def rate_said(found: Learning, lang: str) -> str:
    """Say what the learning rate does: below the bound 2 / λmax or not, and what came of it."""
    bound = found.problem.bound
    rate = _rate(found.rate)
    if not math.isfinite(bound):
        return text("conv.learn_nothing", lang)
    said = {"rate": rate, "bound": _rate(bound)}
    if found.problem.activation != "none":
        parts = [text("conv.learn_rate_activation", lang, **said)]
    else:
        is_small = found.rate <= 2 * SHARES["small"] * bound
        key = "above" if found.rate >= bound else "small" if is_small else "below"
        factor = precise(abs(1 - found.rate * float(found.problem.curvatures[-1])))
        parts = [text(f"conv.learn_rate_{key}", lang, **said, factor=factor)]
    if found.descent.diverged:
        parts.append(text("conv.learn_ended", lang, steps=found.descent.steps))
    return " ".join(parts)


def unknown_said(found: Learning, lang: str) -> str:
    """Say how much of the kernel the picture does not tell; nothing where it tells all of it."""
    hidden = found.problem.weights - found.problem.rank
    if not hidden:
        return ""
    key = "conv.learn_unknown_painted" if found.painted else "conv.learn_unknown"
    return text(key, lang, weights=found.problem.weights, hidden=hidden)


def alt(found: Learning, lang: str) -> str:
    """Say what is seen to those who do not see it: where the descent leads."""
    losses = found.descent.losses
    return text(
        "conv.learn_alt", lang, steps=found.descent.steps, first=precise(float(losses[0])),
        last=precise(float(losses[-1])),
    )  # fmt: skip


@dataclass(frozen=True, eq=False)
class Sum:
    """The sum that the gradient of one weight is: a term for each output cell of its filter.

    Each array is (P,): the output y, the target t, the gradient δ there, the number x that the
    weight met (1 for a bias). ``places`` (P, 2): row and column of the output cell.
    """

    filter: int
    output: Array
    target: Array
    delta: Array
    met: Array
    places: np.ndarray
    total: float

    @property
    def products(self) -> Array:
        """What is added up."""
        return np.asarray(self.delta * self.met)


def opened(found: Learning, settings: ConvolutionSettings, step: int) -> Sum:
    """Return the sum of the weight that is opened, as it is after ``step`` steps."""
    place = opened_place(settings)
    problem = found.problem
    if place is None:
        filter_ = settings.opened - (settings.weight_count - settings.filters)
        column = problem.weights - 1
    else:
        filter_, *rest = place
        column = int(np.ravel_multi_index(rest, found.example.weight.shape[1:]))
    group = filter_ // (len(found.target) // len(problem.rows))
    weights = found.descent.weights[step]
    y, t = problem.output(weights)[1][filter_], problem.target[filter_]
    delta, met = problem.deltas(weights)[1][filter_], problem.rows[group, :, column]
    places = np.indices(found.target.shape[1:]).reshape(2, -1).T
    gradient = found.descent.gradients[step, filter_, column]
    return Sum(filter_, y, t, delta, met, places, float(gradient))


def sentence(found: Learning, settings: ConvolutionSettings, step: int, lang: str) -> str:
    """Say how the gradient of the opened weight adds up at a step, and where the step leads."""
    sum_, place = opened(found, settings, step), opened_place(settings)
    descent = found.descent
    loss = precise(float(descent.losses[step]), digits=_RATE_DIGITS)
    parts = [text("conv.learn_step", lang, step=step, steps=descent.steps, loss=loss)]
    values = {"count": sum_.delta.size, "all": found.target.size}
    if place is None:
        parts.append(text("conv.learn_sum_bias", lang, filter=sum_.filter + 1, **values))
    else:
        names = ("filter", "channel", "row", "column")
        where = {name: at + 1 for name, at in zip(names, place, strict=True)}
        parts.append(text("conv.learn_sum", lang, **where, **values))
    if found.problem.activation != "none":
        parts.append(text("conv.learn_sum_slope", lang))
    total = of_terms(sum_.total, sum_.products)
    parts.append(text("words.sum", lang, sum=_written(sum_), total=total))
    if step == descent.steps:
        return " ".join(parts)
    decimals = _decimals(found.rate * sum_.total)
    before, after = (_weight(found, settings, at) for at in (step, step + 1))
    key = "grows" if sum_.total < 0 else "shrinks" if sum_.total > 0 else "stays"
    parts.append(
        text(
            f"conv.learn_{key}",
            lang,
            before=number(before, decimals),
            after=number(after, decimals),
            rate=_rate(found.rate),
            gradient=factor(sum_.total),
        )
    )
    return " ".join(parts)


def table(found: Learning, settings: ConvolutionSettings, step: int, lang: str) -> Table:
    """Return the terms of the opened weight's gradient, one a row, and their sum."""
    sum_ = opened(found, settings, step)
    words = ("words.column_row", "words.column_column", "back.y", "back.t")
    heads = (*(text(head, lang) for head in words), "δ", "x", text("words.column_product", lang))
    numbers = np.stack([sum_.output, sum_.target, sum_.delta, sum_.met], axis=1)
    rows = [
        (
            *(str(at + 1) for at in place),
            *(precise(value, digits=FACTOR_DIGITS) for value in values),
            precise(values[2] * values[3]),
        )
        for place, values in zip(sum_.places.tolist(), numbers.tolist(), strict=True)
    ]
    closing = ("", "", "", "", "", text("words.row_sum", lang), of_terms(sum_.total, sum_.products))
    return Table(heads, (*rows, closing), 1)


def story(found: Learning, lang: str) -> ShapeStory:
    """Return the formulas of a step, why it is taken, and the numbers of this descent."""
    problem, descent = found.problem, found.descent
    sentences = (text("conv.learn_why", lang), text("conv.learn_overshoots", lang))
    steepest, flattest = float(problem.curvatures[-1]), float(problem.curvatures[0])
    facts = [
        Fact(
            text("conv.learn_bound", lang), _rate(problem.bound),
            text("conv.learn_bound_how", lang, curvature=precise(steepest)),
        ),
    ] if steepest else []  # fmt: skip
    slowest = abs(1 - found.rate * flattest)
    tells = problem.rank == problem.weights and found.rate < problem.bound
    if tells and 0 < slowest < 1 and problem.activation == "none":
        half = math.ceil(math.log(0.5) / math.log(slowest))
        key = "conv.learn_slowest_steps" if half <= _MANY else "conv.learn_slowest_many"
        facts.append(
            Fact(
                text("conv.learn_slowest", lang),
                text(key, lang, steps=min(half, _MANY)),
                text("conv.learn_slowest_how", lang, curvature=precise(flattest)),
            )
        )
    if found.painted and found.least is not None:
        least = text("conv.learn_least_how", lang)
        facts.append(Fact(text("conv.learn_least_loss", lang), precise(found.least), least))
    apart = float(np.abs(found.kernels[-1] - found.goal).max())
    if not found.painted:
        how = text("conv.learn_apart_how", lang, steps=descent.steps)
        facts.append(Fact(text("conv.learn_apart", lang), precise(apart), how))
    return ShapeStory(_FORMULAS, sentences, tuple(facts))


def _weight(found: Learning, settings: ConvolutionSettings, step: int) -> float:
    place = opened_place(settings)
    if place is not None:
        return float(found.kernels[(step, *place)])
    filter_ = settings.opened - (settings.weight_count - settings.filters)
    return float(found.descent.weights[step, filter_, -1])


def _written(sum_: Sum) -> str:
    pairs = zip(sum_.delta.tolist(), sum_.met.tolist(), strict=True)
    terms = [f"{factor(delta)}·{factor(met)}" for delta, met in pairs]
    if len(terms) > MOST_TERMS:
        half = MOST_TERMS // 2 - 1
        terms = [*terms[:half], ELLIPSIS, *terms[-half:]]
    return " + ".join(terms)


def _decimals(change: float) -> int:
    """Return how many decimals show that a weight was changed by so much, if they can be read."""
    size = abs(change)
    if not size:
        return 2
    return 3 if size < 1e-6 else max(2, 1 - math.floor(math.log10(size)))


def _rate(value: float) -> str:
    return precise(value, digits=_RATE_DIGITS)


_FORMULAS = (
    r"L = \frac{1}{N} \sum_{f,\,m,\,n} (y_{f,\,m,\,n} - t_{f,\,m,\,n})^2",
    r"\delta_{f,\,m,\,n} = \frac{2}{N}\,(y_{f,\,m,\,n} - t_{f,\,m,\,n})",
    r"\frac{\partial L}{\partial w_{f,\,c,\,a,\,b}} = \sum_{m,\,n} \delta_{f,\,m,\,n} \cdot"
    r" x_{c,\,i,\,j}",
    r"w \leftarrow w - \eta \cdot \frac{\partial L}{\partial w}",
)
