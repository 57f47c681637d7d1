"""How large an output is. Every formula is that of the PyTorch documentation of the layer.

The same relations, with their derivations: V. Dumoulin and F. Visin, "A guide to convolution
arithmetic for deep learning", 2016 (relations 6, 14 and 15).
"""

from __future__ import annotations

from typing import overload

from visualizer.engine.arguments import Padding, Pair, Size, choice, flag, is_pair, pair
from visualizer.engine.errors import EngineError

Pads = tuple[Pair, Pair]
"""((top, bottom), (left, right)): cells added on each side."""


def span(kernel: int, dilation: int) -> int:
    """Cells from the first to the last one that a dilated kernel reads: d·(k − 1) + 1."""
    return dilation * (kernel - 1) + 1


def resolve_padding(padding: object, kernel: Pair, stride: Pair, dilation: Pair) -> Pads:
    """Cells added on each side, for a padding by number or by name.

    "same" adds d·(k − 1) cells in all; where that is odd the extra one is at the bottom or right,
    as torch does it. EngineError: an unknown name, a negative number, "same" with a stride.
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
    """Windows along one axis, ⌊(n + p₁ + p₂ − d·(k − 1) − 1) / s⌋ + 1.

    EngineError when not even one fits.
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
    """Windows along one axis of a pooling layer; with ceil_mode the last may hang over the edge.

    torch's rule: a window that would start in the right padding or beyond is left out.
    EngineError: padding over half the kernel, or no window at all.
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
        # Says why: without ceil_mode's grace the first window does not fit.
        window_count(size, kernel, stride, (padding, padding), dilation)
    return count


def transposed_length(
    size: int, kernel: int, stride: int, padding: int, output_padding: int, dilation: int
) -> int:
    """Output cells along one axis of a transposed convolution, (n − 1)·s − 2p + d·(k − 1) + o + 1.

    EngineError: output padding not below stride or dilation, or nothing left after cutting.
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
    """Output size of a convolution, ⌊(n + 2p − d·(k − 1) − 1) / s⌋ + 1 (torch.nn.Conv2d).

    size, kernel_size, stride, dilation: at least 1; padding: at least 0, "valid" or "same".
    Each an int or an (h, w) pair: an int comes back if all are ints, else a pair.
    EngineError: a kernel larger than the padded input, "same" with a stride, a bad number.

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
    """Output size of a pooling layer (torch.nn.MaxPool2d); stride None means the kernel's size.

    With ceil_mode the division rounds up, and a window that would start in the right padding is
    left out. Padding is at most half the kernel. Ints give an int, pairs a pair.
    EngineError: no window fits, padding over half the kernel, a bad number.

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
    """Output size of a transposed convolution (torch.nn.ConvTranspose2d).

    (n − 1)·s − 2p + d·(k − 1) + o + 1; the output padding o is below stride or dilation.
    Ints give an int, pairs a pair.
    EngineError: output padding too large, an empty output, a bad number.

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
