"""What is written down while a network is walked: every layer, and the builder's stack."""

from __future__ import annotations

from dataclasses import dataclass, field

from visualizer.engine.network.layers import INPUT, Add, Concat, From, Layer
from visualizer.lessons.architecture.paste.machine.values import Module, Shape, Tensor
from visualizer.lessons.architecture.paste.rules.result import Arriving, Result
from visualizer.lessons.architecture.paste.wrong import Spot, Stop

MOST_LAYERS = 1_000


@dataclass(eq=False)
class Entry:
    """A layer as it was called: where it is written and called, and what came out."""

    name: str
    line: int
    call_line: int
    module: Module | None = None
    shape: Shape | None = None
    records: tuple[Layer, ...] = ()
    spot: Spot | None = None
    reads: Shape | None = None


@dataclass
class Tape:
    """The layers called so far, and the stack of the builder's layers that they make.

    whole: whether the builder has layers for all of them.
    """

    entries: list[Entry] = field(default_factory=list)
    stack: list[Layer] = field(default_factory=list)
    whole: bool = True

    def write(self, entry: Entry, read: Tensor, result: Result, by: object) -> Tensor:
        """Write down a layer that reads one tensor; return the tensor that it makes."""
        node: int | None = None
        if result.records == ():
            node = read.node
        elif result.records is not None and read.node is not None:
            before = len(self.stack)
            self._go_to(read.node)
            self.stack += result.records
            entry.records = tuple(self.stack[before:])
            node = len(self.stack) - 1
        return self._made(entry, node, result, read, by)

    def join(self, entry: Entry, reads: list[Tensor], result: Result, is_sum: bool) -> Tensor:
        """Write down a sum of two tensors, or a concatenation of several."""
        nodes = [read.node for read in reads]
        known = [node for node in nodes if node is not None]
        node: int | None = None
        if result.records is not None and len(known) == len(nodes):
            before = len(self.stack)
            if is_sum and known[0] == len(self.stack) - 1:
                known.reverse()
            if len(known) == 1:
                node = known[0]
            else:
                self._go_to(known[-1])
                self.stack.append(Add(known[0]) if is_sum else Concat(tuple(known[:-1])))
                node = len(self.stack) - 1
            entry.records = tuple(self.stack[before:])
        return self._made(entry, node, result, reads[0], None)

    def end_at(self, node: int | None) -> tuple[Layer, ...] | None:
        """Return the stack that ends with the layer of this index; None where there is none."""
        if not self.whole or node is None:
            return None
        if node != len(self.stack) - 1:
            return (*self.stack, From(node))
        return tuple(self.stack)

    def _go_to(self, node: int) -> None:
        if node != len(self.stack) - 1 and not (node == INPUT and not self.stack):
            self.stack.append(From(node))

    def _made(
        self, entry: Entry, node: int | None, result: Result, read: Tensor, by: object
    ) -> Tensor:
        if len(self.entries) >= MOST_LAYERS:
            raise Stop("too_many_layers", entry.line, most=MOST_LAYERS)
        self.whole = self.whole and node is not None
        shape = result.shape
        batched = read.batched
        if shape is not None and batched:
            first = read.shape[0] if read.shape else None
            batched = len(shape) > 0 and shape[0] == first
        made = Tensor(shape, node, batched, result.flat_from, read.by)
        if shape is not None and read.shape is not None and len(shape) != len(read.shape):
            made.by = by
        if result.flat_from is None and shape == read.shape:
            made.flat_from = read.flat_from
        if shape is not None:
            entry.shape = shape[1:] if read.batched and shape else shape
        entry.reads = read.inner
        self.entries.append(entry)
        return made


def arriving(tensor: Tensor) -> Arriving | None:
    """Return what a layer reads, None where the shape is not known."""
    if tensor.shape is None:
        return None
    return Arriving(tensor.shape, tensor.batched, tensor.flat_from)
