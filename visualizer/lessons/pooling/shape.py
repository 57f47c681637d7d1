"""Why a pooling's output has its shape, and what the next layer saves by it."""

from __future__ import annotations

from visualizer.engine.sizes import span
from visualizer.lessons.pooling.example import PoolExample
from visualizer.notation import number, shape
from visualizer.words.stories import Fact, ShapeStory
from visualizer.words.text import text
from visualizer.words.windows import spans


def shape_story(example: PoolExample, neurons: int, lang: str) -> ShapeStory:
    """Return the story of the output's shape, and what the next layer of ``neurons`` saves."""
    if example.kind == "global":
        channels, height, width = example.input.shape
        formulas: tuple[str, ...] = (r"y_c = \frac{1}{HW} \sum_{i,j} x_{c,i,j}",)
        sentences = [text("pool.global_shape", lang, channels=channels, cells=height * width)]
    else:
        formulas, sentences = _sliding(example, lang)
    if len(example.input) > 1:
        sentences.append(text("pool.one_by_one", lang, channels=len(example.input)))
    return ShapeStory(formulas, tuple(sentences), _facts(example, neurons, lang))


def _sliding(example: PoolExample, lang: str) -> tuple[tuple[str, ...], list[str]]:
    trace = example.trace
    size, places = example.input.shape[1], trace.output.shape[1]
    dilation = trace.dilation[0]
    reach = span(example.kernel, dilation)
    left, right = ("lceil", "rceil") if example.ceil_mode else ("lfloor", "rfloor")
    room = size + 2 * example.padding - reach
    rest = room % example.stride
    window = "- k" if dilation == 1 else "- d(k-1) - 1"
    put_in = f"- {reach}" if dilation == 1 else rf"- {dilation} \cdot ({example.kernel} - 1) - 1"

    def rounded(top: str, bottom: object) -> str:
        return rf"\left\{left} \frac{{{top}}}{{{bottom}}} \right\{right} + 1"

    filled = f"{size} + 2 \\cdot {example.padding} {put_in}"
    # With ceil_mode the formula alone can count one window more than torch keeps.
    alone = (-(-room // example.stride) if example.ceil_mode else room // example.stride) + 1
    formulas = [
        f"o = {rounded(f'n + 2p {window}', 's')}",
        rf"\begin{{aligned}} o &= {rounded(filled, example.stride)} \\"
        rf" &= {rounded(str(room), example.stride)} = "
        + (str(places) if alone == places else rf"{alone} \to {places}")
        + r" \end{aligned}",
    ]
    moves = "exact" if not rest else "ceil" if example.ceil_mode else "floor"
    sentences = [
        text(
            f"pool.shape_{moves}", lang, padded=size + 2 * example.padding, kernel=reach,
            room=room, stride=example.stride, rest=rest, places=places,
        )
    ]  # fmt: skip
    if alone != places:
        sentences.append(text("pool.shape_dropped", lang))
    unused = trace.source_rows[trace.unused_rows()]
    lost = [int(row) for row in unused if row >= 0]
    if lost:
        sentences.append(text("pool.unused", lang, lines=spans(lost)))
    if dilation == 1 and example.stride < reach:
        sentences.append(text("pool.overlap", lang, cells=reach - example.stride))
    return tuple(formulas), sentences


def _facts(example: PoolExample, neurons: int, lang: str) -> tuple[Fact, ...]:
    before, after = example.input.size, example.trace.output.size
    first, second = before * neurons + neurons, after * neurons + neurons
    share = 100 * (first - second) / first
    return (
        Fact(text("shape.parameters", lang), "0", text("pool.no_parameters", lang)),
        Fact(
            text("pool.values", lang),
            f"{number(before)} → {number(after)}",
            f"{shape(example.input.shape)} → {shape(example.trace.output.shape)}",
        ),
        Fact(
            text("pool.next", lang, neurons=number(neurons)),
            f"{number(first)} → {number(second)}",
            text(
                "pool.next_how", lang,
                first=f"{number(before)}·{number(neurons)} + {number(neurons)}",
                second=f"{number(after)}·{number(neurons)} + {number(neurons)}",
                saved=number(first - second), share=number(round(share)),
            ),
        ),
    )  # fmt: skip
