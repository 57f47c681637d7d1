"""Questions about numbers: one output, and where a cell of the map comes in the flat row."""

from __future__ import annotations

import numpy as np

from visualizer import engine
from visualizer.asking import Mistake, Question, Said, question
from visualizer.asking.question import say
from visualizer.lessons.dense.example import DenseExample, build
from visualizer.lessons.dense.questions.counts import facts
from visualizer.lessons.dense.settings import DenseSettings
from visualizer.notation import factor, precise
from visualizer.words.sums import terms, written_result

_MOST_TERMS = 9  # products that one adds up by hand, and weights that a phone can show


def value(settings: DenseSettings) -> Question | None:
    """Ask for the chosen output."""
    example, output = build(settings), settings.output
    weights, bias = example.weight[output], float(example.bias[output])
    channels, height, width = example.map.shape
    if example.x.size > _MOST_TERMS or not np.count_nonzero(weights * example.x):
        return None
    right = float(example.y[output])
    columns_first = np.transpose(example.map, (0, 2, 1)).ravel()
    channels_last = np.transpose(example.map, (1, 2, 0)).ravel()
    total = right - bias
    answers = {
        "bias": total,
        "minus_bias": total - bias,
        "no_weights": float(example.x.sum()) + bias,
        "first_output": float(example.y[0]),
        "columns": float(weights @ columns_first) + bias,
        "channels_last": float(weights @ channels_last) + bias,
        "relu": float(engine.relu(right)),
        "mean": total / example.x.size + bias,
    }
    plane = height * width
    if channels > 1:
        answers["one_channel"] = float(weights[:plane] @ example.x[:plane]) + bias
    put: dict[str, object] = {
        "output": output + 1, "bias": factor(bias), "inputs": example.x.size,
        "sum": _added_up(example, output),
    }  # fmt: skip
    return question(
        "dense",
        "value",
        settings,
        "number",
        prompt=say("dense.ask_value", **put),
        answer=right,
        because=say("dense.ask_value_because", **put),
        hint=say("dense.ask_value_hint", **put),
        mistakes=[
            Mistake(name, answer, say(f"dense.ask_value_{name}", **put))
            for name, answer in answers.items()
        ],
        hides=("value",),
        given={"output": ((0, output, 0),)},
        facts=(*facts(example),
               say("ask.fact", name=Said("dense.ask_bias"), value=precise(bias))),
    )  # fmt: skip


def _added_up(example: DenseExample, output: int) -> str:
    """Write the output's sum without the products that add nothing."""
    parts = [term.written for term in terms(example.trace, output) if not term.zero] or ["0"]
    bias = factor(float(example.bias[output]))
    return f"{' + '.join([*parts, bias])} = {written_result(example.trace, output)}"


def cell_of(settings: DenseSettings) -> int:
    """Return the input whose cell is asked for; weights and output choose it."""
    return (settings.seed + 5 * settings.output) % build(settings).x.size


def order(settings: DenseSettings) -> Question | None:
    """Ask at which place of the flat row a cell comes."""
    example = build(settings)
    index = cell_of(settings)
    channel, row, col = example.place(index)
    channels, height, width = example.map.shape
    if channels > 1 and channel == 0:
        return None  # no channel comes before it, so its rows alone would have to be counted
    answers = {
        "from_zero": index,
        "columns": channel * height * width + col * height + row + 1,
        "channels_last": (row * width + col) * channels + channel + 1,
        "channel_forgotten": row * width + col + 1,
        "channel_early": (channel + 1) * height * width + row * width + col + 1,
        "row_early": index + width + 1,
    }
    put: dict[str, object] = {
        "channel": channel + 1, "row": row + 1, "column": col + 1, "plane": height * width,
        "width": width,
    }  # fmt: skip
    return question(
        "dense",
        "order",
        settings,
        "number",
        prompt=say("dense.ask_order", **put),
        answer=float(index + 1),
        because=say("dense.ask_order_because", **put),
        hint=say("dense.ask_order_hint", **put),
        mistakes=[
            Mistake(name, float(answer), say(f"dense.ask_order_{name}", **put))
            for name, answer in answers.items()
        ],
        hides=("flat",),
        given={"map": ((channel, row, col),)},
        lights={"map": tuple(example.place(i) for i in range(index))},
        facts=facts(example, outputs=False),
        formulas=(
            rf"{height * width} \cdot {channel} + {width} \cdot {row} + {col + 1} = {index + 1}",
        ),
    )
