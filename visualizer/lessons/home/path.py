"""The learning path: questions in the order of a course, each with the example that answers it.

A stop is a page and the settings to open it with; its question is the text ``home.path.<key>``. At
least one is named, even if it is the default: an address that names one means its whole example,
while one that names none opens what the page was left with.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Stop:
    """One question: ``key`` of its text, ``page`` that answers it, ``settings`` of its address."""

    key: str
    page: str
    settings: dict[str, str]


_NO_BIAS = {"conv_bias": "0"}

PATH: tuple[Stop, ...] = (
    Stop("window", "convolution", {"conv_input": "cross", **_NO_BIAS}),
    Stop("stride", "convolution", {"conv_size": "7", "conv_stride": "2", **_NO_BIAS}),
    Stop("padding", "convolution", {"conv_pad_kind": "same", **_NO_BIAS}),
    Stop("dilation", "convolution", {"conv_size": "7", "conv_dilation": "2", **_NO_BIAS}),
    Stop("channels", "convolution", {"conv_channels": "3", "conv_filters": "2", **_NO_BIAS}),
    # Finished, and padded with what lies at its rim: around zeros every rim would be an edge.
    Stop(
        "photo",
        "convolution",
        {
            "conv_input": "photo",
            "conv_size": "32",
            "conv_padding": "1",
            "conv_mode": "replicate",
            "conv_step": str(32 * 32 - 1),
            **_NO_BIAS,
        },
    ),
    Stop("activation", "activation", {"act_kind": "relu"}),
    Stop("pooling", "pooling", {"pool_kind": "max"}),
    Stop("dropout", "dropout", {"drop_p": "0.5"}),
    # Scores of 16, 14 and 15: a decision that could have gone another way.
    Stop("dense", "dense", {"dense_map": "random", "dense_channels": "1", "dense_seed": "349"}),
    Stop("training", "training", {"train_pictures": "1200"}),
    Stop("architecture", "architecture", {"arch_net": "alexnet2012"}),
    Stop("alexnet", "alexnet", {"alex_photo": "goldfish"}),
)
