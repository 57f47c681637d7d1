"""Layers that move a window over a map, and those that lay cells around it."""

from __future__ import annotations

from visualizer.engine.network.layers import (
    AdaptiveAvgPool,
    AdaptiveMaxPool,
    AvgPool,
    Conv,
    ConvTranspose,
    GlobalAvgPool,
    Layer,
    MaxPool,
    ZeroPad,
)
from visualizer.engine.sizes import span
from visualizer.lessons.architecture.paste.machine.values import Value, plain_number, wrote
from visualizer.lessons.architecture.paste.rules.result import (
    Arriving,
    NotKnown,
    Result,
    number,
    size_pair,
)
from visualizer.lessons.architecture.paste.wrong import Change, Removed, Undone, Wrong

Args = dict[str, Value]
Pair = tuple[int, int]


def need_map(layer: str, arriving: Arriving) -> tuple[int, int, int]:
    """Return (channels, height, width). Wrong: what arrives is no map."""
    if len(arriving.shape) not in (3, 4):
        values = {"layer": layer, "shape": wrote(arriving.inner)}
        raise Wrong("needs_map", values, (Undone(), Removed()))
    channels, height, width = arriving.shape[-3:]
    return channels, height, width


def with_map(arriving: Arriving, inner: tuple[int, int, int]) -> tuple[int, ...]:
    """Return the arriving shape with another map at its end."""
    return (*arriving.shape[:-3], *inner)


def flagged(args: Args, name: str) -> bool:
    """Return an argument as True or False."""
    value = args[name]
    if isinstance(value, bool | int):
        return bool(value)
    raise NotKnown(name)


def pads(args: Args, layer: str, kernel: Pair, dilation: Pair) -> tuple[Pair, Pair]:
    """Return the cells that a convolution adds: ((top, bottom), (left, right))."""
    named = args["padding"]
    if named == "valid":
        return (0, 0), (0, 0)
    if named == "same":
        totals = [span(k, d) - 1 for k, d in zip(kernel, dilation, strict=True)]
        rows, cols = ((total // 2, total - total // 2) for total in totals)
        return rows, cols
    height, width = size_pair(args, "padding", layer, 0)
    return (height, height), (width, width)


def conv2d(args: Args, arriving: Arriving, layer: str = "Conv2d") -> Result:
    """Return what a convolution makes."""
    channels, height, width = need_map(layer, arriving)
    kernel, stride = size_pair(args, "kernel_size", layer), size_pair(args, "stride", layer)
    dilation = size_pair(args, "dilation", layer)
    filters = number(args["out_channels"], "out_channels", layer)
    groups = number(args["groups"], "groups", layer)
    check_channels(args, channels, layer, arriving)
    around = pads(args, layer, kernel, dilation)
    sizes = []
    for axis, size in enumerate((height, width)):
        padded, reach = size + sum(around[axis]), span(kernel[axis], dilation[axis])
        if reach > padded:
            raise too_large(layer, (height, width), kernel, dilation, around)
        sizes.append((padded - reach) // stride[axis] + 1)
    (top, bottom), (left, right) = around
    first: tuple[Layer, ...] = ()
    padding: Pair = (top, left)
    if (top, left) != (bottom, right):
        first, padding = (ZeroPad(left, right, top, bottom),), (0, 0)
    conv = Conv(filters, kernel, stride, padding, dilation, groups, flagged(args, "bias"))
    shape = with_map(arriving, (filters, sizes[0], sizes[1]))
    mode = args.get("padding_mode", "zeros")
    if mode != "zeros":
        return Result(shape, None, f"padding_mode={mode!r}"[:40])
    return Result(shape, (*first, conv))


def check_channels(args: Args, channels: int, layer: str, arriving: Arriving) -> None:
    """Compare the declared channels with those that arrive."""
    if "in_channels" not in args:
        return
    declared = number(args["in_channels"], "in_channels", layer)
    if declared == channels:
        return
    values = {
        "layer": layer, "declared": declared, "channels": channels, "shape": wrote(arriving.inner),
    }  # fmt: skip
    change = Change("in_channels", str(channels))
    mends: tuple[tuple[Change, ...], ...] = ((change,),)
    if args.get("groups") == declared != 1:
        mends = ((change, Change("groups", str(channels))),)
    last = arriving.shape[-1]
    turned = last == declared and last in (1, 3, 4) and arriving.shape[-3] > 4
    raise Wrong("channels_last" if turned else "channels", values, mends)


def too_large(
    layer: str, size: Pair, kernel: Pair, dilation: Pair, around: tuple[Pair, Pair]
) -> Wrong:
    """Return the mistake of a kernel that is larger than the map with its padding."""
    padded = [length + sum(cells) for length, cells in zip(size, around, strict=True)]
    room = [(p - 1) // d + 1 for p, d in zip(padded, dilation, strict=True)]
    fits = min(*room, *kernel)
    mends: list[tuple[Change, ...]] = []
    lacks = max(span(k, d) - p for k, d, p in zip(kernel, dilation, padded, strict=True))
    more = max(around[0][0], around[1][0]) + -(-lacks // 2)
    if layer == "Conv2d":
        mends = [(Change("padding", str(max(more, max(kernel) // 2))),)]
    if fits >= 1:
        mends.append((Change("kernel_size", str(fits)),))
    values = {
        "layer": layer, "size": wrote(size), "padded": wrote(tuple(padded)),
        "kernel": wrote(kernel),
    }  # fmt: skip
    code = "kernel_too_large" if list(size) == padded else "kernel_too_large_padded"
    return Wrong(code, values, (Removed(), *mends) if layer != "Conv2d" else tuple(mends))


def conv_transpose2d(args: Args, arriving: Arriving) -> Result:
    """Return what a transposed convolution makes."""
    layer = "ConvTranspose2d"
    channels, height, width = need_map(layer, arriving)
    check_channels(args, channels, layer, arriving)
    kernel, stride = size_pair(args, "kernel_size", layer), size_pair(args, "stride", layer)
    padding, dilation = size_pair(args, "padding", layer, 0), size_pair(args, "dilation", layer)
    extra = size_pair(args, "output_padding", layer, 0)
    filters = number(args["out_channels"], "out_channels", layer)
    groups = number(args["groups"], "groups", layer)
    sizes = []
    for axis, size in enumerate((height, width)):
        if extra[axis] >= max(stride[axis], dilation[axis]):
            values: dict[str, object] = {"extra": extra[axis], "stride": stride[axis]}
            raise Wrong(
                "output_padding", values, ((Change("output_padding", str(stride[axis] - 1)),),)
            )
        full = (size - 1) * stride[axis] + span(kernel[axis], dilation[axis]) + extra[axis]
        if full <= 2 * padding[axis]:
            values = {"layer": layer, "padding": padding[axis], "size": size}
            raise Wrong("nothing_left", values, ((Change("padding", "0"),),))
        sizes.append(full - 2 * padding[axis])
    record = ConvTranspose(
        filters, kernel, stride, padding, extra, dilation, groups, flagged(args, "bias")
    )
    return Result(with_map(arriving, (filters, sizes[0], sizes[1])), (record,))


def pool2d(args: Args, arriving: Arriving, layer: str) -> Result:
    """Return what pooling makes; the layer is MaxPool2d or AvgPool2d."""
    channels, height, width = need_map(layer, arriving)
    kernel, padding = size_pair(args, "kernel_size", layer), size_pair(args, "padding", layer, 0)
    step = kernel if args["stride"] is None else size_pair(args, "stride", layer)
    dilation = size_pair(args, "dilation", layer) if "dilation" in args else (1, 1)
    up = flagged(args, "ceil_mode")
    sizes = []
    for axis, size in enumerate((height, width)):
        half, reach = padding[axis], span(kernel[axis], dilation[axis])
        if half > kernel[axis] // 2:
            values = {
                "layer": layer,
                "padding": half,
                "kernel": kernel[axis],
                "most": kernel[axis] // 2,
            }
            raise Wrong("pool_padding", values, ((Change("padding", str(kernel[axis] // 2)),),))
        room = size + 2 * half - reach
        count = (room + (step[axis] - 1 if up else 0)) // step[axis] + 1
        if up and (count - 1) * step[axis] >= size + half:
            count -= 1
        if count < 1:
            around = (padding[0], padding[0]), (padding[1], padding[1])
            raise too_large(layer, (height, width), kernel, dilation, around)
        sizes.append(count)
    shape = with_map(arriving, (channels, sizes[0], sizes[1]))
    for name, usual in (("dilation", 1), ("count_include_pad", True), ("divisor_override", None)):
        changed = args.get(name, usual) not in (usual, (1, 1))
        if changed and (name != "count_include_pad" or padding != (0, 0)):
            return Result(shape, None, f"{layer}({name}={args[name]!r})"[:60])
    record = (MaxPool if layer == "MaxPool2d" else AvgPool)(kernel, step, padding, up)
    if step == kernel:
        record = type(record)(kernel, None, padding, up)
    return Result(shape, (record,))


def adaptive_pool2d(args: Args, arriving: Arriving, layer: str) -> Result:
    """Return what adaptive pooling makes; None in the output size keeps that axis."""
    channels, height, width = need_map(layer, arriving)
    wanted = args["output_size"]
    if isinstance(wanted, list | tuple) and len(wanted) == 2:
        wanted = tuple(
            old if new is None else new for old, new in zip((height, width), wanted, strict=True)
        )
    elif wanted is None:
        wanted = (height, width)
    size = size_pair({"output_size": wanted}, "output_size", layer)
    if layer == "AdaptiveAvgPool2d":
        record: Layer = GlobalAvgPool() if size == (1, 1) else AdaptiveAvgPool(size)
    else:
        record = AdaptiveMaxPool(size)
    return Result(with_map(arriving, (channels, *size)), (record,))


def zero_pad2d(args: Args, arriving: Arriving) -> Result:
    """Return what laying zeros around a map makes: left, right, top, bottom, or one for all."""
    channels, height, width = need_map("ZeroPad2d", arriving)
    value = args["padding"]
    if plain_number(value):
        value = (value,) * 4
    if not isinstance(value, list | tuple) or len(value) not in (2, 4):
        raise NotKnown("padding")
    cells = [number(part, "padding", "ZeroPad2d", -(2**31)) for part in value]
    left, right, top, bottom = cells + [0] * (4 - len(cells))
    rows, cols = height + top + bottom, width + left + right
    if min(rows, cols) < 1:
        values = {"layer": "ZeroPad2d", "padding": min(cells), "size": min(height, width)}
        raise Wrong("nothing_left", values, (Removed(),))
    return Result(with_map(arriving, (channels, rows, cols)), (ZeroPad(left, right, top, bottom),))


def upsample(args: Args, arriving: Arriving) -> Result:
    """Return the shape that an enlargement makes; the builder has no such layer."""
    channels, height, width = need_map("Upsample", arriving)
    factor = args["scale_factor"]
    if args["size"] is not None:
        rows, cols = size_pair(args, "size", "Upsample")
    elif isinstance(factor, int | float) and 0 < factor < 1e4:
        rows, cols = int(height * factor), int(width * factor)
    elif isinstance(factor, list | tuple) and len(factor) == 2:
        rows, cols = (int(size * part) for size, part in zip((height, width), factor, strict=True))
    else:
        raise NotKnown("scale_factor")
    return Result(with_map(arriving, (channels, rows, cols)), None, "Upsample")
