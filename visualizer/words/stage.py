"""The words on a stage: a title for each grid."""

from __future__ import annotations

from visualizer.engine import WindowTrace
from visualizer.notation import shape
from visualizer.words.text import text


def window_titles(trace: WindowTrace, activation: str, lang: str) -> dict[str, list[str]]:
    """Return the titles of every role's grids: the first carries the shape, the others a number."""
    reads = trace.weight.shape[1]

    def series(name: str, sizes: tuple[int, ...], count: int, each: str) -> list[str]:
        first = text("stage.of", lang, name=name, shape=shape(sizes))
        return [first, *(text(each, lang, number=i + 1) for i in range(1, count))]

    kernel, output = trace.weight.shape[1:], trace.output.shape
    name = text(f"choice.conv_activation.{activation}", lang)
    return {
        "input": series(
            text("common.input", lang), trace.input.shape, len(trace.grid), "common.channel"
        ),
        "kernel": series(text("common.kernel", lang), kernel, reads, "common.channel"),
        "products": [text("common.products", lang)] + [""] * (reads - 1),
        "output": series(text("common.output", lang), output, output[0], "common.map"),
        "activated": series(name, output, output[0], "common.map"),
    }
