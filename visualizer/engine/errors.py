"""The engine's only error, and the sentences it can say."""

from __future__ import annotations

from typing import Any, Final

SENTENCES: Final[dict[str, str]] = {
    # About a single argument.
    "not_an_integer": "{parameter} must be a whole number, but is {value}",
    "not_a_pair": (
        "{parameter} must be one whole number or a pair (height, width), but is {value}"
    ),
    "not_a_number": "{parameter} must be a finite number, but is {value}",
    "not_a_flag": "{parameter} must be True or False, but is {value}",
    "not_a_choice": "{parameter} must be one of {choices}, but is {value}",
    "below_minimum": "{parameter} must be at least {low}, but is {value}",
    "above_maximum": "{parameter} must be at most {high}, but is {value}",
    "not_between": "{parameter} must lie between {low} and {high}, but is {value}",
    "not_positive": "{parameter} must be greater than 0, but is {value}",
    "not_callable": "{parameter} must be a function from an array to an array, but is {value}",
    "not_a_generator": (
        "{parameter} must be a NumPy random generator, a seed (0, 1, 2, …) or None, but is {value}"
    ),
    "not_layers": "{parameter} must be a list of layers, but is {value}",
    "not_a_layer": (
        "{parameter} must be (kernel size, stride, padding) or "
        "(kernel size, stride, padding, dilation), but is {value}"
    ),
    "not_a_shape": "{parameter} must be a tuple of whole numbers, but is {value}",
    # About arrays.
    "not_real_numbers": "{parameter} must be an array of real numbers, but is {value}",
    "wrong_axes": "{parameter} must have the axes {axes}, but its shape is {shape}",
    "empty_array": "{parameter} has no elements: its shape is {shape}",
    "too_many_cells": (
        "{parameter} would have {cells} cells, more than the {limit} kept in memory"
    ),
    "axis_out_of_range": "{parameter} is {value}, but an array of shape {shape} has no such axis",
    "activation_shape": (
        "the activation must keep the shape {expected}, but returned the shape {shape}"
    ),
    # About arguments that do not fit together.
    "channels_mismatch": ("the input has {channels} channels, but the kernels read {expected}"),
    "groups_channels": ("{channels} input channels cannot be shared equally among {groups} groups"),
    "groups_filters": "{filters} filters cannot be shared equally among {groups} groups",
    "bias_length": (
        "bias needs one number for each of the {filters} outputs, but its shape is {shape}"
    ),
    "features_mismatch": "x has {features} features, but each row of weight reads {expected}",
    "same_with_stride": "padding 'same' needs stride 1, but stride is {stride}",
    "reflect_too_wide": (
        "reflection needs padding smaller than the input: padding {padding}, input {size}"
    ),
    "circular_too_wide": (
        "circular padding cannot be larger than the input: padding {padding}, input {size}"
    ),
    "pool_padding_too_wide": ("pooling padding {padding} is more than half of kernel {kernel}"),
    "output_padding_too_large": (
        "output padding {output_padding} must be smaller than stride {stride} "
        "or dilation {dilation}"
    ),
    "kernel_too_large": ("kernel {kernel} is larger than the padded input {size}: no window fits"),
    "dilated_kernel_too_large": (
        "kernel {kernel} with dilation {dilation} spans {span} cells, more than the padded "
        "input {size}: no window fits"
    ),
    "empty_output": ("the output would be empty: padding {padding} cuts away all {size} cells"),
    "gradient_shape": (
        "the gradient must have the output's shape {expected}, but its shape is {shape}"
    ),
    "not_a_class": "the true class must be one of 0 to {last}, but is {value}",
    "nothing_left": "cutting {value} of {size} cells away leaves none",
    # About layers that do not fit on the layers before.
    "needs_map": "the layer reads a map (channels, height, width), but its input is a flat row",
    "needs_flat": (
        "a fully connected layer reads a flat row of values, but its input is a map: flatten first"
    ),
    "source_ahead": (
        "the layer reads layer {number}, which does not stand before it (0 is the network's input)"
    ),
    "map_too_large": "the map would have {size} rows or columns, more than {limit}",
    "add_shapes": "a sum needs two equal shapes, but they are {first} and {second}",
    "concat_shapes": (
        "only channels may differ in a concatenation, but the shapes are {first} and {second}"
    ),
}
"""The English sentence of each error code.

`parameter`, `value` and `allowed` may be used in every sentence; the other names in braces are keys
of `EngineError.details`.
"""


def shown(value: object, limit: int = 60) -> str:
    """Write any value in at most `limit` characters; never fails, whatever the object does."""
    shape = getattr(value, "shape", None)
    if isinstance(shape, tuple) and shape:
        return f"an array of shape {shape}"
    try:
        text = repr(value)
    except Exception:  # repr may be the caller's code, and refuses integers of over 4300 digits
        return f"a value of type {type(value).__name__}"
    return text if len(text) <= limit else text[: limit - 1] + "…"


class EngineError(ValueError):
    """The engine was asked for something that it cannot compute.

    code: a snake_case name that stays the same between versions, a key of `SENTENCES`;
    parameter: the name of the argument at fault;
    value: what was received, unchanged;
    allowed: what would have been accepted, in a few English words;
    details: the values that fill the sentence, also for its translations.

    >>> error = EngineError("kernel_too_large", "kernel_size", 7, "at most 5", kernel=7, size=5)
    >>> str(error)
    'kernel 7 is larger than the padded input 5: no window fits'
    """

    def __init__(
        self, code: str, parameter: str, value: object, allowed: str = "", **details: Any
    ) -> None:
        """Fill the sentence of ``code``; ``details`` are the values that it needs besides."""
        self.code = code
        self.parameter = parameter
        self.value = value
        self.allowed = allowed
        self.details: dict[str, Any] = {
            "parameter": parameter,
            "value": shown(value),
            "allowed": allowed,
            **details,
        }
        super().__init__(SENTENCES[code].format(**self.details))

    def __reduce__(self) -> tuple[Any, ...]:
        """Support pickling and copying: the default would call EngineError(sentence) and fail."""
        common = ("parameter", "value", "allowed")
        extra = {name: value for name, value in self.details.items() if name not in common}
        return _rebuild, (self.code, self.parameter, self.value, self.allowed, extra)


def _rebuild(
    code: str, parameter: str, value: object, allowed: str, details: dict[str, Any]
) -> EngineError:
    return EngineError(code, parameter, value, allowed, **details)
