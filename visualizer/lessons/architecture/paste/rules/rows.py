"""Layers that read every value by itself, whole channels, or a row."""

from __future__ import annotations

import math

from visualizer.engine.network.layers import (
    OVER_CHANNELS,
    Activation,
    BatchNorm,
    Dropout,
    Flatten,
    Layer,
    Linear,
    LocalResponseNorm,
)
from visualizer.lessons.architecture.paste.machine.values import (
    BatchSize,
    Shape,
    Value,
    plain_number,
    wrote,
)
from visualizer.lessons.architecture.paste.rules.result import (
    Arriving,
    NotKnown,
    Result,
    number,
)
from visualizer.lessons.architecture.paste.wrong import (
    Change,
    Flattened,
    Mending,
    Retype,
    Undone,
    Wrong,
)

Args = dict[str, Value]

KINDS = {
    "ReLU": "relu", "ReLU6": "relu6", "LeakyReLU": "leaky_relu", "ELU": "elu", "GELU": "gelu",
    "SiLU": "silu", "Hardswish": "hardswish", "Sigmoid": "sigmoid", "Tanh": "tanh",
}  # fmt: skip
"""Activation functions that the builder has, by the names of their layers."""

KEEPING = (
    "SELU", "CELU", "Mish", "Hardsigmoid", "Softplus", "PReLU", "LogSigmoid", "AlphaDropout",
    "LayerNorm", "GroupNorm", "InstanceNorm2d",
)  # fmt: skip
"""Layers that keep the shape and that the builder does not have."""


def standing(arriving: Arriving, *records: Layer) -> tuple[Layer, ...] | None:
    """Return the records where the builder can hold what arrives: a map or a row."""
    return records if arriving.batched and len(arriving.inner) in (1, 3) else None


def product(shape: Shape) -> str:
    """Write how many values a shape has: 32·7·7 = 1568; one axis alone needs no product."""
    if len(shape) < 2:
        return str(math.prod(shape))
    return "·".join(str(int(size)) for size in shape) + f" = {math.prod(shape)}"


def activation(kind: str, args: Args, arriving: Arriving) -> Result:
    """Return what an activation function makes: the same shape."""
    record: tuple[Layer, ...] | None = None
    if kind in KINDS.values():
        record = standing(arriving, Activation(kind))
    elif kind in OVER_CHANNELS:
        axis, axes = args.get("dim"), len(arriving.shape)
        if plain_number(axis):
            assert isinstance(axis, int)
            if not -axes <= axis < axes:
                mends = ((Change("dim", "1"),),)
                raise Wrong("no_such_axis", {"layer": kind, "axis": axis, "axes": axes}, mends)
            axis %= axes
        if axis == 1 or (axis is None and axes in (2, 4)):
            record = standing(arriving, Activation(kind))
    return Result(arriving.shape, record, "" if record else kind)


def batch_norm(kind: str, args: Args, arriving: Arriving) -> Result:
    """Return what batch normalisation makes: the same shape, where the channels agree."""
    axes, given = ((4,), "BatchNorm1d") if kind.endswith("2d") else ((2, 3), "BatchNorm2d")
    values: dict[str, object] = {"layer": kind, "shape": wrote(arriving.inner)}
    if len(arriving.shape) not in axes:
        raise Wrong("wrong_norm", {**values, "meant": given}, ((Retype(given),), (Undone(),)))
    if "num_features" in args:
        declared = number(args["num_features"], "num_features", kind)
        if declared != arriving.shape[1]:
            values |= {"declared": declared, "channels": int(arriving.shape[1])}
            raise Wrong(
                "norm_channels", values, ((Change("num_features", str(arriving.shape[1])),),)
            )
    records = standing(arriving, BatchNorm())
    return Result(arriving.shape, records, "" if records else kind, arriving.flat_from)


def local_response_norm(args: Args, arriving: Arriving) -> Result:
    """Return what local response normalisation makes: the same shape."""
    size = number(args["size"], "size", "LocalResponseNorm")
    records = standing(arriving, LocalResponseNorm(size)) if len(arriving.inner) == 3 else None
    return Result(arriving.shape, records, "" if records else "LocalResponseNorm")


def dropout(args: Args, arriving: Arriving) -> Result:
    """Return what dropout makes: the same shape."""
    p = args["p"]
    if isinstance(p, bool) or not isinstance(p, int | float):
        if isinstance(p, str | list | tuple) or p is None:
            raise Wrong("not_whole", {"layer": "Dropout", "name": "p", "value": repr(p)[:40]})
        raise NotKnown("p")
    if not 0 <= p <= 1:
        mends = ((Change("p", f"{p / 100:g}"),),) if 1 < p <= 100 else ()
        raise Wrong("probability", {"value": f"{p:g}"}, mends)
    records = standing(arriving, Dropout(p))
    return Result(arriving.shape, records, "" if records else "Dropout", arriving.flat_from)


def keep(kind: str, arriving: Arriving) -> Result:
    """Return what a layer makes that keeps the shape and that the builder does not have."""
    return Result(arriving.shape, None, kind, arriving.flat_from)


def linear(args: Args, arriving: Arriving) -> Result:
    """Return what a fully connected layer makes: torch applies it to the last axis."""
    outputs = number(args["out_features"], "out_features", "Linear", 0)
    last = arriving.shape[-1]
    if "in_features" in args:
        declared = number(args["in_features"], "in_features", "Linear", 0)
        if declared != last:
            raise _other_width(declared, arriving)
    bias = args["bias"]
    if not isinstance(bias, bool | int):
        raise NotKnown("bias")
    shape = (*arriving.shape[:-1], outputs)
    if arriving.batched and len(arriving.inner) == 1:
        return Result(shape, (Linear(outputs, bool(bias)),))
    return Result(shape, None, "Linear")


def _other_width(declared: int, arriving: Arriving) -> Wrong:
    inner, last = arriving.inner, int(arriving.shape[-1])
    values: dict[str, object] = {"declared": declared, "shape": wrote(inner)}
    change = Change("in_features", str(last))
    if not arriving.batched:
        return Wrong("batch_lost", {**values, "arriving": last}, (Undone(), change))
    if len(inner) > 1:
        values |= {"last": last, "because": product(inner)}
        whole = Change("in_features", str(math.prod(inner)))
        together: tuple[Mending, ...] = (Flattened(), whole)
        return Wrong("map_to_linear", values, ((Flattened(),), together))
    spread = math.prod((arriving.flat_from or (1,))[1:]) > 1
    if arriving.flat_from is not None and spread and math.prod(arriving.flat_from) == last:
        values |= {"because": product(arriving.flat_from), "map": wrote(arriving.flat_from)}
        return Wrong("features_of_map", values, ((change,),))
    return Wrong("features", {**values, "arriving": last}, ((change,),))


def axis_of(value: Value, axes: int, layer: str) -> int:
    """Return an axis as a number from 0. Wrong: there is no such axis."""
    if not plain_number(value):
        raise NotKnown("dim")
    assert isinstance(value, int)
    if not -axes <= value < axes:
        raise Wrong("no_such_axis", {"layer": layer, "axis": int(value), "axes": axes})
    return value % axes


def flatten(args: Args, arriving: Arriving, is_layer: bool = False) -> Result:
    """Return what flattening makes: the axes from start_dim to end_dim become one."""
    shape, axes = arriving.shape, len(arriving.shape)
    start = axis_of(args["start_dim"], axes, "flatten")
    end = axis_of(args["end_dim"], axes, "flatten")
    if start > end:
        raise NotKnown("start_dim")
    flat = (*shape[:start], math.prod(shape[start : end + 1]), *shape[end + 1 :])
    if arriving.batched and start == 1 and end == axes - 1:
        needed = is_layer or len(arriving.inner) != 1
        records = standing(arriving, Flatten()) if needed else ()
        before = arriving.inner if len(arriving.inner) > 1 else arriving.flat_from
        return Result(flat, records, "" if records is not None else "Flatten", before)
    if flat == shape:
        return Result(shape, (), "", arriving.flat_from)
    return Result(flat, None, "flatten", shape[1:] if start == 0 else None)


def unflatten(args: Args, arriving: Arriving) -> Result:
    """Return what unfolding one axis makes."""
    shape = arriving.shape
    axis, sizes = axis_of(args["dim"], len(shape), "Unflatten"), args["unflattened_size"]
    if not isinstance(sizes, list | tuple):
        raise NotKnown("unflattened_size")
    inner = [number(size, "unflattened_size", "Unflatten", -1) for size in sizes]
    known = math.prod(size for size in inner if size != -1)
    if inner.count(-1) == 1 and known and shape[axis] % known == 0:
        inner[inner.index(-1)] = shape[axis] // known
    if math.prod(inner) != shape[axis]:
        values = {"wanted": product(tuple(inner)), "size": int(shape[axis])}
        raise Wrong("unflatten", values)
    return Result((*shape[:axis], *inner, *shape[axis + 1 :]), None, "Unflatten")


def kept_batch(shape: Shape, batch: int) -> Shape:
    """Return a shape whose first axis is known to be the batch."""
    return (BatchSize(batch), *shape[1:])
