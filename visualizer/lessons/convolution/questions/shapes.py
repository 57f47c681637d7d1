"""Questions that need no number of the input: the output's shape, and how much is learned."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from visualizer import engine
from visualizer.asking import Mistake, Question, Said, question
from visualizer.asking.question import Lights, say
from visualizer.asking.sizes import Axis, size_mistakes
from visualizer.engine import EngineError
from visualizer.lessons.convolution import LESSON
from visualizer.lessons.convolution.example import Example, build
from visualizer.lessons.convolution.settings import ConvolutionSettings
from visualizer.lessons.convolution.shape import shape_story
from visualizer.notation import TIMES, shape

_SIDES = ("ask.maps", "ask.rows", "ask.columns")


def facts(settings: ConvolutionSettings, example: Example) -> tuple[Said, ...]:
    """Name the settings of an example: size, kernel, stride and padding, others where they act."""
    s, stride = settings, example.stride
    padding: object = Said(f"choice.conv_pad_kind.{s.pad_kind}")
    if not isinstance(example.padding, str):
        padding = pair(example.padding)
    found = [
        _fact("conv.ask_input", shape(example.input.shape)),
        _fact("param.conv_kernel", shape(example.weight.shape[2:])),
        _fact("param.conv_stride", pair(stride)),
        _fact("param.conv_padding", padding),
    ]
    if example.dilation != (1, 1):
        found.append(_fact("param.conv_dilation", pair(example.dilation)))
    if len(example.weight) > 1:
        found.append(_fact("param.conv_filters", len(example.weight)))
    if example.groups > 1:
        found.append(_fact("param.conv_groups", example.groups))
    if example.padding_mode != "zeros":
        found.append(_fact("param.conv_mode", Said(f"choice.conv_mode.{s.mode}")))
    if example.transposed:
        found.append(Said("param.conv_transposed"))
    if example.output_padding:
        found.append(_fact("param.conv_output_padding", example.output_padding))
    return tuple(found)


def _fact(name: str, value: object) -> Said:
    return say("ask.fact", name=Said(name), value=value)


def pair(sides: tuple[int, int]) -> str:
    """Write a (down, across) pair: one number for two equal ones."""
    return str(sides[0]) if sides[0] == sides[1] else TIMES.join(map(str, sides))


def output_shape(settings: ConvolutionSettings) -> Question | None:
    """Ask for the output's maps, rows and columns."""
    now = LESSON.rewound(settings)
    example = build(now)
    maps, *sides = example.trace.output.shape
    several = len(example.input) > 1 or maps > 1
    before = [maps] if several else []
    wrong = _transposed_mistakes(example, before) if example.transposed else []
    if not example.transposed and not isinstance(example.padding, str):
        wrong = size_mistakes(axes_of(example), sides, before, lambda name: _shown(example, name))
    if several:
        wrong.append(_channels_kept(example, sides))
    kind = "transposed" if example.transposed else "direct"
    return question(
        "convolution",
        "shape",
        now,
        "shape",
        prompt=say("conv.ask_shape"),
        answer=(*map(float, before), *map(float, sides)),
        because=say(f"conv.ask_shape_{kind}", maps=maps, rows=sides[0], columns=sides[1]),
        hint=say(f"conv.ask_shape_hint_{kind}"),
        mistakes=wrong,
        sides=_SIDES[0 if several else 1 :],
        hides=("shape", "values", "products"),
        lights=_shown(example, "hint"),
        facts=facts(now, example),
        formulas=shape_story(example, "en").formulas[1:],
    )


def axes_of(example: Example) -> tuple[Axis, Axis]:
    """Return both directions of a direct convolution whose padding is given in cells."""
    padding = (0, 0) if isinstance(example.padding, str) else example.padding
    down, across = (
        Axis(
            example.input.shape[1 + i], example.weight.shape[2 + i], example.stride[i],
            padding[i], example.dilation[i],
        )
        for i in (0, 1)
    )  # fmt: skip
    return down, across


def _channels_kept(example: Example, sides: list[int]) -> Mistake:
    """Return what comes of taking the input's channels for the output's."""
    channels, filters = len(example.input), len(example.weight)
    why = say("conv.ask_maps", channels=channels, filters=filters)
    lights: Lights = {"kernel": tuple((c, 0, 0) for c in range(example.weight.shape[1]))}
    return Mistake("channels", (float(channels), *map(float, sides)), why, lights)


def _transposed_mistakes(example: Example, before: list[int]) -> list[Mistake]:
    """Return what the usual mistakes make of a transposed convolution's shape."""
    assert not isinstance(example.padding, str)
    (_, *size), (_, _, *kernel) = example.input.shape, example.weight.shape
    stride, padding, dilation = example.stride, example.padding, example.dilation
    extra = example.output_padding

    def back(pads: tuple[int, ...] = padding, more: int = extra) -> list[int]:
        ways = zip(size, kernel, stride, pads, dilation, strict=True)
        return [engine.conv_transpose_output_size(n, k, s, p, more, d) for n, k, s, p, d in ways]

    def direct() -> list[int]:
        ways = zip(size, kernel, stride, padding, dilation, strict=True)
        return [engine.conv_output_size(*way) for way in ways]

    def cut(times: int) -> list[int]:
        return [n - times * p for n, p in zip(back(pads=(0, 0)), padding, strict=True)]

    tries: dict[str, Callable[[], list[int]]] = {
        "direct": direct,
        "padding_added": lambda: cut(-2),
        "padding_once": lambda: cut(1),
        "padding_ignored": lambda: cut(0),
        "output_padding": lambda: back(more=0),
        "times_stride": lambda: [n * s for n, s in zip(size, stride, strict=True)],
    }
    found = []
    for name, made in tries.items():
        try:
            sides = made()
        except EngineError:
            continue  # a direct convolution does not fit: nobody gets an answer from it
        why = say(
            f"conv.ask_transposed_{name}", size=size[0], stride=stride[0], padding=padding[0],
            extra=extra, full=cut(0)[0],
        )  # fmt: skip
        found.append(Mistake(name, (*map(float, before), *map(float, sides)), why))
    return found


def _shown(example: Example, name: str) -> Lights:
    """Return the cells of the first map that show what a mistake is about."""
    trace = example.trace
    _, height, width = trace.grid.shape
    if name.startswith("padding"):
        cells = [
            (0, row, col)
            for row in range(height)
            for col in range(width)
            if trace.source_rows[row] < 0 or trace.source_cols[col] < 0
        ]
    elif name == "rounded":
        rows, cols = map(set, (trace.unused_rows().tolist(), trace.unused_cols().tolist()))
        # Only what is left over at the end: what a dilated or striding window skips is no rest.
        last_row, last_col = (
            int(trace.rows(trace.steps - 1)[-1]),
            int(trace.cols(trace.steps - 1)[-1]),
        )
        cells = [
            (0, row, col)
            for row in range(height)
            for col in range(width)
            if (row in rows and row > last_row) or (col in cols and col > last_col)
        ]
    else:
        cells = list(_window(example, 0))
        if name in ("stride_ignored", "dilation_as_stride", "hint") and trace.output.shape[2] > 1:
            cells += [cell for cell in _window(example, 1) if cell not in cells]
    return {"input": tuple(cells)}


def _window(example: Example, step: int) -> Iterator[tuple[int, int, int]]:
    trace = example.trace
    for row in trace.rows(step).tolist():
        for col in trace.cols(step).tolist():
            yield 0, row, col


def parameters(settings: ConvolutionSettings) -> Question | None:
    """Ask how many numbers training would learn."""
    now = LESSON.rewound(settings)
    example = build(now)
    trace, weight = example.trace, example.weight
    filters, reads, height, width = weight.shape
    channels, biases = len(example.input), filters if trace.has_bias else 0
    maps, rows, columns = trace.output.shape
    counted = {
        "bias_forgotten": weight.size,
        "one_bias": weight.size + 1,
        "bias_invented": weight.size + filters,
        "one_filter": reads * height * width + min(biases, 1),
        "one_channel": filters * height * width + biases,
        "groups_ignored": filters * channels * height * width + biases,
        "not_shared": weight[0].size * maps * rows * columns + biases,
    }
    if not biases:
        del counted["one_bias"]
    written = f"{filters}·{reads}·{height}·{width}" + (f" + {filters}" if biases else "")
    return question(
        "convolution",
        "parameters",
        now,
        "number",
        prompt=say("conv.ask_parameters" if biases else "conv.ask_parameters_plain"),
        answer=float(trace.parameters),
        because=say("conv.ask_parameters_because", sum=written, total=trace.parameters),
        hint=say("conv.ask_parameters_hint"),
        mistakes=[
            Mistake(
                name, float(wrong),
                say(f"conv.ask_parameters_{name}", filters=filters, reads=reads,
                    channels=channels, groups=example.groups, kernel=height * width),
            )
            for name, wrong in counted.items()
        ],
        lights={"kernel": tuple((c, i, j) for c in range(reads)
                                for i in range(height) for j in range(width))},
        facts=facts(now, example),
    )  # fmt: skip
