"""Views, means and other ways to see the same values in another shape; sums and concatenations."""

from __future__ import annotations

import math

from visualizer.engine.network.layers import Flatten, GlobalAvgPool
from visualizer.lessons.architecture.paste.machine.values import (
    BatchSize,
    Number,
    Shape,
    Value,
    plain_number,
    wrote,
)
from visualizer.lessons.architecture.paste.rules.result import Arriving, NotKnown, Result
from visualizer.lessons.architecture.paste.rules.rows import axis_of, product
from visualizer.lessons.architecture.paste.wrong import (
    Change,
    Mending,
    Projected,
    Undone,
    Widened,
    Wrong,
)

Args = dict[str, Value]


def view(args: Args, arriving: Arriving, name: str) -> tuple[Result, bool]:
    """Return what a view makes, and whether it changes the batch without saying so."""
    given = args["*"]
    assert isinstance(given, list)
    if len(given) == 1 and isinstance(given[0], list | tuple):
        given = list(given[0])
    if not given or not all(plain_number(size) for size in given):
        raise NotKnown("size")
    sizes: list[int] = list(given)
    total, batch = math.prod(arriving.shape), arriving.shape[0] if arriving.batched else 1
    each = math.prod(arriving.inner)
    known = math.prod(size for size in sizes if size != -1)
    fixed = arriving.batched and len(sizes) > 1 and isinstance(sizes[0], Number)
    if fixed and sizes[0] > 1 and sizes[0] != batch and known // sizes[0] in (each, 1):
        # A number written for the batch: what it was written for is not known here.
        sizes[0] = BatchSize(batch)
        known = math.prod(size for size in sizes if size != -1)
    free = sizes.count(-1)
    if free > 1 or known <= 0 or (total % known if free else total != known):
        raise _no_view(sizes, arriving, name, each)
    full = tuple(total // known if size == -1 else size for size in sizes)
    kept = arriving.batched and full[0] == batch
    if not kept:
        lost = arriving.batched and len(full) > 1
        return Result(full, None, name, arriving.inner if len(full) == 1 else None), lost
    full = (BatchSize(batch), *full[1:])
    if full == arriving.shape:
        return Result(full, (), "", arriving.flat_from), False
    if len(full) == 2:
        return Result(full, (Flatten(),), "", arriving.inner), False
    return Result(full, None, name), False


def _no_view(sizes: list[int], arriving: Arriving, name: str, each: int) -> Wrong:
    values = {
        "call": f"{name}({', '.join(map(_size, sizes[:8]))})",
        "shape": wrote(arriving.inner), "because": product(arriving.inner),
    }  # fmt: skip
    if math.prod(sizes) == each:
        mends = ((Change("*0", "-1"),),) if sizes[0] == 1 else view_mends(sizes, each)
        return Wrong("view_batch", values, mends)
    return Wrong("view", values, view_mends(sizes, each))


def _size(size: int) -> str:
    return "N" if isinstance(size, BatchSize) else str(int(size))


def view_mends(sizes: list[int], each: int) -> tuple[Mending | tuple[Mending, ...], ...]:
    """Return how a view is written that keeps the batch: with the true number of values."""
    if len(sizes) == 2 and sizes[1] != -1:
        return ((Change("*1", str(each)),),)
    return (Undone(),) if len(sizes) == 1 else ()


def spread(args: Args, arriving: Arriving, name: str) -> Result:
    """Return what the mean, the sum or the largest value over axes makes."""
    dims, axes = args["dim"], len(arriving.shape)
    keeps = args["keepdim"]
    if not isinstance(keeps, bool):
        raise NotKnown("keepdim")
    if dims is None:
        return Result((), None, name)
    listed = dims if isinstance(dims, list | tuple) else (dims,)
    found = [axis_of(dim, axes, name) for dim in listed]
    over = set(found)
    if len(over) < len(found):
        twice = max(found, key=found.count)
        raise Wrong("axis_twice", {"layer": name, "axis": twice})
    full = tuple(1 if axis in over else size for axis, size in enumerate(arriving.shape))
    left = tuple(size for axis, size in enumerate(arriving.shape) if axis not in over)
    shape = full if keeps else left
    if name == "mean" and arriving.batched and axes == 4 and over == {2, 3}:
        row = () if keeps else (Flatten(),)
        return Result(shape, (GlobalAvgPool(), *row), "", None if keeps else (left[1], 1, 1))
    return Result(shape, None, name)


def squeeze(args: Args, arriving: Arriving) -> Result:
    """Return the shape without axes of length 1."""
    dims, shape = args["dim"], arriving.shape
    if dims is None:
        gone = {axis for axis, size in enumerate(shape) if size == 1}
    else:
        listed = dims if isinstance(dims, list | tuple) else (dims,)
        gone = {axis for dim in listed if shape[axis := axis_of(dim, len(shape), "squeeze")] == 1}
    left = tuple(size for axis, size in enumerate(shape) if axis not in gone)
    if left == shape:
        return Result(shape, (), "", arriving.flat_from)
    if arriving.batched and len(shape) == 4 and gone == {2, 3}:
        return Result(left, (Flatten(),), "", arriving.inner)
    return Result(left, None, "squeeze")


def unsqueeze(args: Args, arriving: Arriving) -> Result:
    """Return the shape with one more axis of length 1."""
    axis = axis_of(args["dim"], len(arriving.shape) + 1, "unsqueeze")
    return Result((*arriving.shape[:axis], 1, *arriving.shape[axis:]), None, "unsqueeze")


def permute(args: Args, arriving: Arriving, name: str) -> Result:
    """Return the shape with its axes in another order."""
    axes = len(arriving.shape)
    if name == "transpose":
        first, second = (axis_of(args[key], axes, name) for key in ("dim0", "dim1"))
        order = list(range(axes))
        order[first], order[second] = second, first
    else:
        given = args["*"]
        assert isinstance(given, list)
        listed = given[0] if len(given) == 1 and isinstance(given[0], list | tuple) else given
        order = [axis_of(dim, axes, name) for dim in listed]
        if sorted(order) != list(range(axes)):
            raise Wrong("no_such_axis", {"layer": name, "axis": len(order), "axes": axes})
    return Result(tuple(arriving.shape[axis] for axis in order), None, name)


def broadcast(first: Shape, second: Shape, first_in: Shape, second_in: Shape, sign: str) -> Shape:
    """Return the shape of a sum or product, torch's way. Wrong: the shapes do not fit."""
    longest = max(len(first), len(second))
    a, b = ((1,) * (longest - len(shape)) + shape for shape in (first, second))
    for left, right in zip(a, b, strict=True):
        if left != right and 1 not in (left, right):
            values = {"sign": sign, "first": wrote(first_in), "second": wrote(second_in)}
            raise Wrong("sum_shapes", values, (Projected(), Widened()))
    return tuple(max(left, right) for left, right in zip(a, b, strict=True))


def concatenated(shapes: list[Shape], inners: list[Shape], axis: Value) -> Shape:
    """Return the shape of shapes laid behind each other along an axis."""
    if len({len(shape) for shape in shapes}) > 1:
        values = {"first": wrote(inners[0]), "second": wrote(inners[-1]), "axis": 1}
        raise Wrong("cat_shapes", values, (Widened(),))
    along = axis_of(axis, len(shapes[0]), "cat")
    bare = [(*shape[:along], *shape[along + 1 :]) for shape in shapes]
    for index, other in enumerate(bare[1:], 1):
        if other != bare[0]:
            values = {"first": wrote(inners[0]), "second": wrote(inners[index]), "axis": along}
            mends: tuple[Mending, ...] = (Widened(),)
            if along != 1:
                mends = (Change("dim", "1"), Widened())
            raise Wrong("cat_shapes", values, mends)
    total = sum(shape[along] for shape in shapes)
    return (*shapes[0][:along], total, *shapes[0][along + 1 :])
