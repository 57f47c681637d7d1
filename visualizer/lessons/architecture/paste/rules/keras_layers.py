"""Keras's layers: their arguments, and what they are in torch's terms."""

from __future__ import annotations

_WINDOW = "kernel_size strides=(1,1) padding='valid' data_format=None"
_REST = "activation=None use_bias=True kernel_initializer=None bias_initializer=None"
_POOL = "pool_size=(2,2) strides=None padding='valid' data_format=None"

KERAS: dict[str, str] = {
    "Input": "shape=None batch_size=None dtype=None",
    "InputLayer": "shape=None batch_size=None dtype=None",
    "Conv2D": f"filters {_WINDOW} dilation_rate=(1,1) groups=1 {_REST}",
    "Conv2DTranspose": f"filters {_WINDOW} output_padding=None dilation_rate=(1,1) {_REST}",
    "MaxPooling2D": _POOL,
    "AveragePooling2D": _POOL,
    "GlobalAveragePooling2D": "data_format=None keepdims=False",
    "Flatten": "data_format=None",
    "Dense": f"units {_REST}",
    "Dropout": "rate noise_shape=None seed=None",
    "SpatialDropout2D": "rate",
    "BatchNormalization": "axis=-1 momentum=0.99 epsilon=0.001 center=True scale=True",
    "Activation": "activation",
    "ReLU": "max_value=None negative_slope=0.0 threshold=0.0",
    "LeakyReLU": "negative_slope=0.3",
    "ELU": "alpha=1.0",
    "Softmax": "axis=-1",
    "ZeroPadding2D": "padding=(1,1) data_format=None",
}
"""The layers that are read, with their arguments in order."""

ALIASES = {
    "MaxPool2D": "MaxPooling2D",
    "AvgPool2D": "AveragePooling2D",
    "GlobalAvgPool2D": "GlobalAveragePooling2D",
    "Convolution2D": "Conv2D",
}
ALWAYS = frozenset(
    [
        "input_shape",
        "input_dim",
        "batch_input_shape",
        "name",
        "dtype",
        "trainable",
        "kernel_regularizer",
        "bias_regularizer",
        "activity_regularizer",
        "kernel_constraint",
        "bias_constraint",
        "kernel_initializer",
        "bias_initializer",
        "alpha",
        "gamma_initializer",
        "beta_initializer",
        "moving_mean_initializer",
        "moving_variance_initializer",
    ]
)
"""Arguments that change no shape, or that every layer takes."""

FUNCTIONS = {
    "relu": "relu", "relu6": "relu6", "leaky_relu": "leaky_relu", "elu": "elu", "gelu": "gelu",
    "silu": "silu", "swish": "silu", "sigmoid": "sigmoid", "tanh": "tanh", "softmax": "softmax",
    "log_softmax": "log_softmax", "hard_swish": "hardswish",
}  # fmt: skip
"""Activation functions by Keras's names, as the builder knows them."""

MEANT = {
    "stride": "strides", "kernel": "kernel_size", "out_channels": "filters",
    "bias": "use_bias", "dilation": "dilation_rate", "out_features": "units", "p": "rate",
    "pad": "padding", "num_filters": "filters",
}  # fmt: skip
KERAS |= {alias: KERAS[name] for alias, name in ALIASES.items()}
