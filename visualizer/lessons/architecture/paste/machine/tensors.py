"""Functions and methods of tensors: by shapes alone."""

from __future__ import annotations

import ast
from collections.abc import Callable

from visualizer.lessons.architecture.paste.machine.attributes import sizes_of
from visualizer.lessons.architecture.paste.machine.library import Library, nodes_of, origins_of
from visualizer.lessons.architecture.paste.machine.plain import listed
from visualizer.lessons.architecture.paste.machine.tape import Entry, Tape, arriving
from visualizer.lessons.architecture.paste.machine.values import (
    UNKNOWN,
    Module,
    Tensor,
    Value,
)
from visualizer.lessons.architecture.paste.rules import reshape, rows
from visualizer.lessons.architecture.paste.rules.apply import FUNCTION_RULES
from visualizer.lessons.architecture.paste.rules.result import NotKnown, Result
from visualizer.lessons.architecture.paste.rules.signatures import FUNCTIONS, bound
from visualizer.lessons.architecture.paste.wrong import Change, Edits, Spot, Wrong, after

Named = dict[str, Value]
SAME = frozenset(
    [
        "contiguous",
        "to",
        "cuda",
        "cpu",
        "float",
        "double",
        "half",
        "clone",
        "detach",
        "requires_grad_",
        "type",
    ]
)
_SUMS = {"add": "+", "sub": "−", "mul": "·", "div": "/", "matmul": "@"}


class Tensors(Library):
    """The part of the interpreter that computes the shapes of tensors."""

    def of_tensor(
        self, of: Tensor, name: str, given: list[Value], named: Named, node: ast.Call | None
    ) -> Value:
        """Call a method of a tensor."""
        if name in SAME:
            return of
        if name == "size":
            sizes = sizes_of(of)
            dim = given[0] if given else named.get("dim")
            if dim is None or not isinstance(sizes, tuple):
                return sizes
            return (
                sizes[dim] if isinstance(dim, int) and -len(sizes) <= dim < len(sizes) else UNKNOWN
            )
        if name in ("dim", "ndimension"):
            return UNKNOWN if of.shape is None else len(of.shape)
        if name in ("numel", "item", "tolist", "numpy", "backward"):
            return UNKNOWN
        bare = name.rstrip("_")
        return self.function(bare if bare in FUNCTIONS else name, [of, *given], named, node, 1)

    def function(
        self, name: str, given: list[Value], named: Named, node: ast.Call | None, shift: int = 0
    ) -> Value:
        """Call a function of torch's on tensors. Wrong: torch would raise."""
        tensors = [part for part in [*given, *named.values()] if isinstance(part, Tensor)]
        if not self.running and not self.at_top and tensors and tensors[0].shape is not None:
            return self.tried(lambda: self.function(name, given, named, node, shift))
        if not self.running or name not in FUNCTIONS:
            return self._unknown_call(given, named, node)
        try:
            args, placed = bound(name, FUNCTIONS[name], given, named)
        except Wrong as wrong:
            names = [part.partition("=")[0] for part in FUNCTIONS[name].split()]
            wrong.spot = Spot(node, node, nodes_of(node, names, shift), {}, True)
            raise
        nodes = nodes_of(node, placed, shift)
        spot = Spot(node, node, nodes, origins_of(nodes, args), True)
        if name in ("cat", "concat"):
            return self._cat(args, spot)
        if name in _SUMS:
            return self.combine(args["input"], args["other"], _SUMS[name], node or ast.Pass())
        of = args["input"]
        if not isinstance(of, Tensor):
            self.must_arrive(of, name, spot)
            self.tape.whole = False
            return Tensor(None)
        if name == "chunk":
            return self._chunk(of, args)
        return self._apply(name, of, args, spot)

    def tried(self, compute: Callable[[], Value]) -> Value:
        """Compute beside the network: as a constructor does to learn how many values arrive."""
        tape, self.tape, self.running = self.tape, Tape(), True
        try:
            return compute()
        finally:
            self.tape, self.running = tape, False

    def _apply(self, name: str, of: Tensor, args: Named, spot: Spot) -> Tensor:
        line = self.line()
        self.steps += 10
        entry = Entry(name, line, line, spot=spot)
        read = arriving(of)
        if read is None:
            return self.tape.write(entry, of, Result(None, None), spot)
        lost = False
        try:
            if name in ("view", "reshape"):
                result, lost = reshape.view(args, read, name)
            else:
                result = FUNCTION_RULES[name](args, read)
        except NotKnown as missing:
            result = self.not_known(name, str(missing), line)
        except Wrong as wrong:
            wrong.spot = wrong.spot or spot
            if name in ("view", "reshape"):
                wrong.values["_by"] = spot
            self.explain(wrong, of)
            raise
        if lost and result.shape is not None:
            sizes = (
                [size for size in args["*"] if isinstance(size, int)]
                if isinstance(args["*"], list)
                else []
            )
            mends = reshape.view_mends(sizes, _count(read.inner))
            values: dict[str, object] = {
                "call": name, "batch": int(read.shape[0]), "after": int(result.shape[0]),
                "because": rows.product(read.inner),
            }  # fmt: skip
            self.note("warning", "batch_changed", line, mends, spot, **values)
        if result.lacks and not lost and read.batched:
            self.note("not_supported", "not_in_builder", line, name=result.lacks)
        return self.tape.write(entry, of, result, spot)

    def not_known(self, name: str, argument: str, line: int) -> Result:
        """Say that an argument's value is not known, and so no shape."""
        self.note("not_supported", "value_unknown", line, name=name, argument=argument)
        return Result(None, None)

    def explain(self, wrong: Wrong, of: Tensor) -> None:
        """Keep with a mistake what flattened the tensor that it is about."""
        wrong.values.setdefault("_by", of.by)

    def must_arrive(self, value: Value, layer: str, spot: Spot | None) -> None:
        """Check what a layer is called with. Wrong: nothing, or a layer in place of a tensor."""
        wrong: Wrong | None = None
        if isinstance(value, Module):
            mends = ()
            if value.made is not None:
                mends = (Edits((after(value.made.func, "()"),)),)  # type: ignore[assignment]
            values = {
                "layer": layer,
                "made": f"nn.{value.kind}" if value.own is None else value.own.name,
            }
            wrong = Wrong("layer_arrives", values, mends)
        elif value is None:
            made = self.return_mends()
            wrong = Wrong("none_arrives_at", {"layer": layer}, made)
        elif isinstance(value, tuple | list):
            wrong = Wrong("several_arrive", {"layer": layer, "count": len(value)})
        elif isinstance(value, int | float | str):
            wrong = Wrong("number_arrives", {"layer": layer, "value": repr(value)[:40]})
        if wrong is not None:
            wrong.spot = spot
            raise wrong

    def return_mends(self) -> tuple[Edits, ...]:
        """Return the change that lets the last forward without a return give back its result."""
        raise NotImplementedError

    def _chunk(self, of: Tensor, args: Named) -> Value:
        count, dim = args["chunks"], args["dim"]
        self.note("not_supported", "not_in_builder", self.line(), name="chunk")
        self.tape.whole = False
        if of.shape is None or not isinstance(count, int) or not isinstance(dim, int) or count < 1:
            return UNKNOWN
        axis = rows.axis_of(dim, len(of.shape), "chunk")
        each = -(-of.shape[axis] // count)
        if of.shape[axis] % each or count > 64:
            return UNKNOWN
        shape = (*of.shape[:axis], each, *of.shape[axis + 1 :])
        return tuple(
            Tensor(shape, None, of.batched and axis != 0) for _ in range(of.shape[axis] // each)
        )

    def _cat(self, args: Named, spot: Spot) -> Value:
        parts = listed(args["tensors"]) or []
        tensors = [part for part in parts if isinstance(part, Tensor)]
        line = self.line()
        if not tensors or len(tensors) < len(parts):
            self.note("not_supported", "function", line, name="cat")
            self.tape.whole = False
            return Tensor(None)
        entry = Entry("cat", line, line, spot=spot)
        shapes = [tensor.shape for tensor in tensors if tensor.shape is not None]
        if len(shapes) < len(tensors):
            return self.tape.join(entry, tensors, Result(None, None), False)
        inners = [tensor.inner for tensor in tensors if tensor.inner is not None]
        try:
            shape = reshape.concatenated(shapes, inners, args["dim"])
        except NotKnown as missing:
            return self.tape.join(entry, tensors, self.not_known("cat", str(missing), line), False)
        except Wrong as wrong:
            wrong.spot = spot
            raise
        along_channels = args["dim"] in (1, 1 - len(shape)) and all(t.batched for t in tensors)
        plain = along_channels and len(shape) in (2, 4)
        if args["dim"] in (0, -len(shape)) and tensors[0].batched and len(shape) > 1:
            values = {"batch": int(shapes[0][0]), "after": int(shape[0])}
            self.note("warning", "batch_joined", line, (Change("dim", "1"),), spot, **values)
        elif not plain:
            self.note("not_supported", "not_in_builder", line, name=f"cat(dim={args['dim']})")
        return self.tape.join(entry, tensors, Result(shape, () if plain else None), False)

    def combine(self, left: Value, right: Value, sign: str, node: ast.AST) -> Value:
        """Return the sum or product of two values of which one is a tensor."""
        line = self.line()
        names = {"+": "add", "·": "mul", "−": "sub", "/": "div", "@": "matmul"}
        name = names.get(sign, "?")
        spot = Spot(node if isinstance(node, ast.Call) else None)
        entry = Entry(name, line, line, spot=spot)
        tensors = [part for part in (left, right) if isinstance(part, Tensor)]
        for part in (left, right):
            if part is None or isinstance(part, Module):
                self.must_arrive(part, name, None)
        shapes = [tensor.shape for tensor in tensors if tensor.shape is not None]
        if len(shapes) < len(tensors) or sign not in ("+", "·", "−", "/"):
            self.note("not_supported", "not_in_builder", line, name=name)
            return self.tape.write(entry, tensors[0], Result(None, None), None)
        if len(tensors) == 1:
            self.note("not_supported", "not_in_builder", line, name=name)
            return self.tape.write(entry, tensors[0], Result(shapes[0], None), None)
        first, second = tensors[0].inner or (), tensors[1].inner or ()
        shape = reshape.broadcast(shapes[0], shapes[1], first, second, sign)
        if sign == "+" and shapes[0] == shapes[1]:
            return self.tape.join(entry, tensors, Result(shape, ()), True)
        self.note("not_supported", "not_in_builder", line, name=name)
        return self.tape.join(entry, tensors, Result(shape, None), True)


def _count(shape: tuple[int, ...]) -> int:
    total = 1
    for size in shape:
        total *= size
    return total
