"""Output sizes of convolution, pooling and transposed convolution: the only place that knows them.

Formulas: the PyTorch documentation of each layer; derivations in V. Dumoulin and F. Visin, "A guide
to convolution arithmetic for deep learning", 2016 (relations 6, 14 and 15).
"""

from __future__ import annotations

from typing import overload

from visualizer.engine.arguments import Padding, Pair, Size, choice, flag, is_pair, pair
from visualizer.engine.errors import EngineError

Pads = tuple[Pair, Pair]
"""Cells added on each side: ((top, bottom), (left, right))."""


def span(kernel: int, dilation: int) -> int:
    """Return how many cells a dilated kernel spans, from its first to its last: d·(k − 1) + 1."""
    return dilation * (kernel - 1) + 1


def resolve_padding(padding: object, kernel: Pair, stride: Pair, dilation: Pair) -> Pads:
    """Return the cells added on each side, for a padding given as numbers or as a name.

    "valid" adds none. "same" adds d·(k − 1) cells along each axis; if that is odd, the extra cell
    is added at the bottom or right, as in torch.
    EngineError: an unknown name, a negative number, or "same" with a stride other than 1.
    """
    if not isinstance(padding, str):
        vertical, horizontal = pair("padding", padding)
        return (vertical, vertical), (horizontal, horizontal)
    if choice("padding", padding, ("valid", "same")) == "valid":
        return (0, 0), (0, 0)
    if stride != (1, 1):
        shown = stride[0] if stride[0] == stride[1] else stride
        raise EngineError("same_with_stride", "padding", padding, "stride 1", stride=shown)
    (top, bottom), (left, right) = (
        (total // 2, total - total // 2)
        for total in (span(k, d) - 1 for k, d in zip(kernel, dilation, strict=True))
    )
    return (top, bottom), (left, right)


def window_count(size: int, kernel: int, stride: int, pads: Pair, dilation: int) -> int:
    """Return the number of windows along one axis, ⌊(n + p₁ + p₂ − d·(k − 1) − 1) / s⌋ + 1.

    pads: (p₁, p₂), the cells added before and after. EngineError: no window fits.
    """
    padded = size + sum(pads)
    reach = span(kernel, dilation)
    if reach > padded:
        allowed = f"at most {(padded - 1) // dilation + 1}"
        if dilation == 1:
            raise EngineError(
                "kernel_too_large", "kernel_size", kernel, allowed, kernel=kernel, size=padded
            )
        raise EngineError(
            "dilated_kernel_too_large",
            "kernel_size",
            kernel,
            allowed,
            kernel=kernel,
            dilation=dilation,
            span=reach,
            size=padded,
        )
    return (padded - reach) // stride + 1


def pool_window_count(
    size: int, kernel: int, stride: int, padding: int, dilation: int, ceil_mode: bool
) -> int:
    """Return the number of windows along one axis of a pooling layer.

    With ceil_mode the last window may hang over the edge, unless it would start in the padding
    behind the input or beyond: torch leaves such a window out.
    EngineError: padding over half the kernel, or no window fits.
    """
    if padding > kernel // 2:
        raise EngineError(
            "pool_padding_too_wide",
            "padding",
            padding,
            f"at most {kernel // 2}",
            padding=padding,
            kernel=kernel,
        )
    room = size + 2 * padding - span(kernel, dilation)
    count = (room + (stride - 1 if ceil_mode else 0)) // stride + 1
    if ceil_mode and (count - 1) * stride >= size + padding:
        count -= 1
    if count < 1:
        # This raises the error that explains it: not even the first window fits.
        window_count(size, kernel, stride, (padding, padding), dilation)
    return count


def transposed_length(
    size: int, kernel: int, stride: int, padding: int, output_padding: int, dilation: int
) -> int:
    """Return the output cells along one axis of a transposed convolution.

    Formula: (n − 1)·s − 2p + d·(k − 1) + o + 1, with the output padding o.
    EngineError: the output padding is below neither stride nor dilation, or no cell is left.
    """
    if output_padding >= max(stride, dilation):
        raise EngineError(
            "output_padding_too_large",
            "output_padding",
            output_padding,
            f"at most {max(stride, dilation) - 1}",
            output_padding=output_padding,
            stride=stride,
            dilation=dilation,
        )
    full = (size - 1) * stride + span(kernel, dilation) + output_padding
    if full <= 2 * padding:
        raise EngineError(
            "empty_output",
            "padding",
            padding,
            f"at most {(full - 1) // 2}",
            padding=padding,
            size=full,
        )
    return full - 2 * padding


@overload
def conv_output_size(
    size: int, kernel_size: int, stride: int = 1, padding: int | str = 0, dilation: int = 1
) -> int: ...
@overload
def conv_output_size(
    size: Size, kernel_size: Size, stride: Size = 1, padding: Padding = 0, dilation: Size = 1
) -> Size: ...
def conv_output_size(
    size: Size, kernel_size: Size, stride: Size = 1, padding: Padding = 0, dilation: Size = 1
) -> Size:
    """Return the output size of a convolution, ⌊(n + 2p − d·(k − 1) − 1) / s⌋ + 1.

    size, kernel_size, stride, dilation: at least 1; padding: at least 0, "valid" or "same".
    Each is an int or an (h, w) pair; the result is an int if all are ints, else a pair.
    Formula: PyTorch documentation of torch.nn.Conv2d.
    EngineError: a kernel larger than the padded input, "same" with a stride, or a bad number.

    >>> conv_output_size(5, 3)
    3
    >>> conv_output_size(224, 11, stride=4, padding=2)
    55
    >>> conv_output_size((5, 7), 3, padding="same")
    (5, 7)
    """
    sizes, kernels = pair("size", size, 1), pair("kernel_size", kernel_size, 1)
    strides, dilations = pair("stride", stride, 1), pair("dilation", dilation, 1)
    pads = resolve_padding(padding, kernels, strides, dilations)
    height, width = (
        window_count(*axis) for axis in zip(sizes, kernels, strides, pads, dilations, strict=True)
    )
    paired = any(map(is_pair, (size, kernel_size, stride, padding, dilation)))
    return (height, width) if paired else height


@overload
def pool_output_size(
    size: int,
    kernel_size: int,
    stride: int | None = None,
    padding: int = 0,
    dilation: int = 1,
    ceil_mode: bool = False,
) -> int: ...
@overload
def pool_output_size(
    size: Size,
    kernel_size: Size,
    stride: Size | None = None,
    padding: Size = 0,
    dilation: Size = 1,
    ceil_mode: bool = False,
) -> Size: ...
def pool_output_size(
    size: Size,
    kernel_size: Size,
    stride: Size | None = None,
    padding: Size = 0,
    dilation: Size = 1,
    ceil_mode: bool = False,
) -> Size:
    """Return the output size of a pooling layer; stride None means the kernel's size.

    The formula is that of `conv_output_size`; with ceil_mode the division rounds up, but a window
    that would start in the padding behind the input is left out. Padding is at most half the
    kernel. The result is an int if all arguments are ints, else a pair.
    Formula: PyTorch documentation of torch.nn.MaxPool2d.
    EngineError: no window fits, padding over half the kernel, or a bad number.

    >>> pool_output_size(55, 3, stride=2)
    27
    >>> pool_output_size(6, 3, stride=2), pool_output_size(6, 3, stride=2, ceil_mode=True)
    (2, 3)
    """
    sizes, kernels = pair("size", size, 1), pair("kernel_size", kernel_size, 1)
    strides = kernels if stride is None else pair("stride", stride, 1)
    paddings, dilations = pair("padding", padding), pair("dilation", dilation, 1)
    rounds_up = flag("ceil_mode", ceil_mode)
    height, width = (
        pool_window_count(*axis, rounds_up)
        for axis in zip(sizes, kernels, strides, paddings, dilations, strict=True)
    )
    paired = any(map(is_pair, (size, kernel_size, stride, padding, dilation)))
    return (height, width) if paired else height


@overload
def conv_transpose_output_size(
    size: int,
    kernel_size: int,
    stride: int = 1,
    padding: int = 0,
    output_padding: int = 0,
    dilation: int = 1,
) -> int: ...
@overload
def conv_transpose_output_size(
    size: Size,
    kernel_size: Size,
    stride: Size = 1,
    padding: Size = 0,
    output_padding: Size = 0,
    dilation: Size = 1,
) -> Size: ...
def conv_transpose_output_size(
    size: Size,
    kernel_size: Size,
    stride: Size = 1,
    padding: Size = 0,
    output_padding: Size = 0,
    dilation: Size = 1,
) -> Size:
    """Return the output size of a transposed convolution, (n − 1)·s − 2p + d·(k − 1) + o + 1.

    The output padding o is below stride or dilation. The result is an int if all arguments are
    ints, else a pair. Formula: PyTorch documentation of torch.nn.ConvTranspose2d.
    EngineError: output padding too large, an empty output, or a bad number.

    >>> conv_transpose_output_size(3, 3, stride=2, padding=1, output_padding=1)
    6
    """
    sizes, kernels = pair("size", size, 1), pair("kernel_size", kernel_size, 1)
    strides, paddings = pair("stride", stride, 1), pair("padding", padding)
    extras, dilations = pair("output_padding", output_padding), pair("dilation", dilation, 1)
    height, width = (
        transposed_length(*axis)
        for axis in zip(sizes, kernels, strides, paddings, extras, dilations, strict=True)
    )
    arguments = (size, kernel_size, stride, padding, output_padding, dilation)
    return (height, width) if any(map(is_pair, arguments)) else height
