"""What the convolution lesson calls its filters, and what it says of shifts and patterns."""

from __future__ import annotations

from collections.abc import Sequence

from visualizer.lessons.convolution.example import Array, Example
from visualizer.lessons.convolution.pattern import Patch
from visualizer.lessons.convolution.shift import Shift
from visualizer.notation import of_terms, precise, shape
from visualizer.words.text import text
from visualizer.words.windows import in_rows


def filter_names(example: Example, lang: str) -> list[str]:
    """Return the name of each filter's kernel; nothing where all kernels have the same name."""
    names = example.kernel_names
    if len(set(names)) == 1:
        return []
    return [text(f"choice.conv_preset.{name}", lang) for name in names]


def filters_listed(example: Example, lang: str) -> str:
    """Say which filter has which kernel; nothing where there is nothing to tell apart."""
    each = (
        text("conv.filter_has", lang, filter=i + 1, name=name)
        for i, name in enumerate(filter_names(example, lang))
    )
    kernels = ", ".join(each)
    return text("conv.filters_differ", lang, kernels=kernels) if kernels else ""


def shift_words(example: Example, found: Shift, lang: str) -> str:
    """Say how many cells of the first map moved along with the input, and when all inside do."""
    along, stride = found.along[0], example.stride[1]
    return text(
        "conv.shift_exact" if stride == 1 else "conv.shift_stride",
        lang,
        kept=int(along.sum()),
        cells=along.size,
        rest=int((~along).sum()),
        stride=stride,
    )


def pattern_words(kernel: Array, found: Sequence[Patch], lang: str) -> str:
    """Say that no patch answers more than the kernel's own, and what the flat one gives."""
    own, flat = found[0], found[-1]
    weights = kernel.ravel()
    return text(
        "conv.pattern",
        lang,
        energy=of_terms(own.response, weights**2),
        total=of_terms(float(weights.sum()), weights),
        level=precise(float(flat.cells.flat[0])),
        flat=of_terms(flat.response, (flat.cells * kernel).ravel()),
    )


def given_alt(example: Example, lang: str) -> str:
    """Return what a question's picture shows: the input and the kernels, not the output."""
    return text(
        "conv.ask_alt", lang,
        input=shape(example.input.shape), values=in_rows(example.input),
        kernel=shape(example.weight.shape), weights=in_rows(example.trace.weight),
    )  # fmt: skip
