"""What the convolution lesson calls its filters."""

from __future__ import annotations

from visualizer.lessons.convolution.example import Example
from visualizer.words.text import text


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
