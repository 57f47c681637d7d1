"""The learning path: questions in the order of a course, each with the example that answers it.

A stop is a page and the settings to open it with; its question is the text ``home.path.<key>``.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Stop:
    """One question: ``key`` of its text, ``page`` that answers it, ``settings`` of its address."""

    key: str
    page: str
    settings: dict[str, str] = field(default_factory=dict)


PATH: tuple[Stop, ...] = (
    Stop("window", "convolution"),
    Stop("stride", "convolution", {"conv_size": "7", "conv_stride": "2"}),
    Stop("padding", "convolution", {"conv_pad_kind": "same"}),
    Stop("dilation", "convolution", {"conv_size": "7", "conv_dilation": "2"}),
    Stop("channels", "convolution", {"conv_channels": "3", "conv_filters": "2"}),
    Stop(
        "photo",
        "convolution",
        {"conv_input": "photo", "conv_size": "32", "conv_pad_kind": "same"},
    ),
    Stop("activation", "activation"),
    Stop("pooling", "pooling"),
    Stop("dropout", "dropout"),
    Stop("dense", "dense"),
    Stop("architecture", "architecture"),
    Stop("alexnet", "alexnet"),
)
