"""Questions that need no number of the map: how long the row is, and how much is learned."""

from __future__ import annotations

from visualizer.asking import Choice, Mistake, Question, Said, question
from visualizer.asking.question import Lights, say
from visualizer.engine.network.layers import Conv
from visualizer.engine.network.walk import walk
from visualizer.lessons.dense.example import (
    CHANNELS,
    NEURONS,
    DenseExample,
    build,
    convolution_parameters,
    parameters_of,
)
from visualizer.lessons.dense.settings import DenseSettings
from visualizer.lessons.dense.sharing import KERNEL
from visualizer.notation import latex, number, shape


def facts(example: DenseExample, outputs: bool = True) -> tuple[Said, ...]:
    """Name the map's shape, and how many outputs there are."""
    found = [say("ask.fact", name=Said("param.dense_map"), value=shape(example.map.shape))]
    if outputs:
        count = Said("param.dense_outputs")
        found.append(say("ask.fact", name=count, value=len(example.bias)))
    return tuple(found)


def _rewound(settings: DenseSettings) -> DenseSettings:
    return settings.changed(output=0)


def _mistakes(
    what: str, answers: dict[str, float], put: dict[str, object], lights: Lights
) -> list[Mistake]:
    return [
        Mistake(name, float(answer), say(f"dense.ask_{what}_{name}", **put), lights)
        for name, answer in answers.items()
    ]


def _plane(example: DenseExample) -> Lights:
    """Return the cells of the first channel."""
    _, height, width = example.map.shape
    return {"map": tuple((0, row, col) for row in range(height) for col in range(width))}


def flat(settings: DenseSettings) -> Question | None:
    """Ask how many numbers the map has when it is laid out flat."""
    now = _rewound(settings)
    example = build(now)
    channels, height, width = example.map.shape
    put: dict[str, object] = {
        "channels": channels, "height": height, "width": width, "plane": height * width,
        "outputs": len(example.bias),
    }  # fmt: skip
    answers = {
        "channels": height * width,
        "added": channels + height + width,
        "plane_added": channels + height * width,
        "one_side": channels * height,
        "outputs": len(example.bias),
    }
    product = rf"{channels} \cdot {height} \cdot {width}"
    return question(
        "dense",
        "flat",
        now,
        "number",
        prompt=say("dense.ask_flat", **put),
        answer=float(example.x.size),
        because=say("dense.ask_flat_because", **put),
        hint=say("dense.ask_flat_hint", **put),
        mistakes=_mistakes("flat", answers, put, _plane(example)),
        hides=("flat",),
        lights=_plane(example),
        facts=facts(example),
        formulas=(rf"{product} = {example.x.size}",),
    )


def parameters(settings: DenseSettings) -> Question | None:
    """Ask how many numbers the layer learns."""
    now = _rewound(settings)
    example = build(now)
    outputs, inputs = example.weight.shape
    channels, height, width = example.map.shape
    put: dict[str, object] = {
        "inputs": inputs, "outputs": outputs, "weights": outputs * inputs, "channels": channels,
        "total": number(example.parameters),
    }  # fmt: skip
    answers = {
        "bias": outputs * inputs,
        "added": outputs + inputs,
        "bias_each_input": outputs * inputs + inputs,
        "one_bias": outputs * inputs + 1,
        "channels": outputs * height * width + outputs,
        "one_output": inputs + 1,
    }
    return question(
        "dense",
        "parameters",
        now,
        "number",
        prompt=say("dense.ask_parameters", **put),
        answer=float(example.parameters),
        because=say("dense.ask_parameters_because", **put),
        hint=say("dense.ask_parameters_hint", **put),
        mistakes=_mistakes("parameters", answers, put, {}),
        hides=("outputs",),
        lights={"output": ((0, 0, 0),)},
        facts=facts(example),
        formulas=(rf"{outputs} \cdot {inputs} + {outputs} = {latex(number(example.parameters))}",),
    )


def shared(settings: DenseSettings) -> Question | None:
    """Ask how much a convolution on the same map learns."""
    now = _rewound(settings)
    example = build(now)
    channels, height, width = example.map.shape
    filters, window = len(example.bias), KERNEL * KERNEL
    step = walk(example.map.shape, [Conv(filters, KERNEL, padding=1)]).steps[0]
    put: dict[str, object] = {
        "kernel": KERNEL, "window": window, "filters": filters, "channels": channels,
        "places": height * width, "dense": number(example.parameters),
    }  # fmt: skip
    answers = {
        "dense": example.parameters,
        "places": step.weights * height * width + filters,
        "bias": step.weights,
        "one_bias": step.weights + 1,
        "channels": filters * window + filters,
        "one_filter": channels * window + 1,
    }
    return question(
        "dense",
        "shared",
        now,
        "number",
        prompt=say("dense.ask_shared", **put),
        answer=float(step.parameters),
        because=say("dense.ask_shared_because", **put),
        hint=say("dense.ask_shared_hint", **put),
        mistakes=_mistakes("shared", answers, put, {}),
        hides=("flat",),
        lights={
            "map": tuple(
                (channel, row, col)
                for channel in range(channels)
                for row in range(min(KERNEL, height))
                for col in range(min(KERNEL, width))
            )
        },
        facts=facts(example, outputs=False),
        formulas=(rf"{filters} \cdot {channels} \cdot {KERNEL} \cdot {KERNEL} + {filters}"
                  rf" = {step.parameters}",),
    )  # fmt: skip


def folded(settings: DenseSettings) -> Question | None:
    """Ask for the shape of a kernel when the layer is written as a convolution."""
    now = _rewound(settings)
    example = build(now)
    channels, height, width = example.kernels.shape[1:]
    outputs = len(example.bias)
    put: dict[str, object] = {"outputs": outputs, "shape": shape(example.map.shape)}
    answers = {
        "outputs": (outputs, height, width),
        "one": (channels, 1, 1),
        "usual": (channels, KERNEL, KERNEL),
        "one_channel": (1, height, width),
        "flat": (1, 1, example.x.size),
    }
    return question(
        "dense",
        "folded",
        now,
        "shape",
        prompt=say("dense.ask_folded", **put),
        answer=(float(channels), float(height), float(width)),
        because=say("dense.ask_folded_because", **put),
        hint=say("dense.ask_folded_hint", **put),
        mistakes=[
            Mistake(name, tuple(map(float, sides)), say(f"dense.ask_folded_{name}", **put))
            for name, sides in answers.items()
        ],
        sides=("ask.channels", "ask.rows", "ask.columns"),
        hides=("outputs",),
        lights={"output": ((0, 0, 0),)},
        facts=facts(example),
    )


def alexnet(settings: DenseSettings) -> Question | None:
    """Ask how much AlexNet's first fully connected layer learns on maps of some size."""
    side = settings.side
    right = parameters_of(side)
    inputs = CHANNELS * side * side
    answers = {
        "right": right,
        "channels": parameters_of(side, channels=1),
        "one_side": CHANNELS * side * NEURONS + NEURONS,
        "neurons": inputs,
        "added": inputs + NEURONS,
        "convolution": convolution_parameters(),
    }
    named: dict[int, str] = {}
    for name, count in answers.items():
        named.setdefault(count, name)
    put: dict[str, object] = {
        "side": side, "maps": CHANNELS, "neurons": number(NEURONS), "inputs": number(inputs),
        "shape": shape((CHANNELS, side, side)),
    }  # fmt: skip
    return question(
        "dense",
        "alexnet",
        _rewound(settings),
        "choice",
        prompt=say("dense.ask_alexnet", **put),
        answer="right",
        because=say("dense.ask_alexnet_because", **put),
        hint=say("dense.ask_alexnet_hint", **put),
        mistakes=[
            Mistake(name, name, say(f"dense.ask_alexnet_{name}", **put))
            for name in named.values()
            if name != "right"
        ],
        choices=[Choice(name, number(count)) for count, name in sorted(named.items())],
        hides=("count",),
        facts=(say("dense.ask_maps", shape=put["shape"]),),
        formulas=(rf"{latex(number(inputs))} \cdot {latex(number(NEURONS))}"
                  rf" + {latex(number(NEURONS))} = {latex(number(right))}",),
    )  # fmt: skip
