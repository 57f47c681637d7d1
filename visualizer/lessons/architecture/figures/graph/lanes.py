"""In which column and in which lane each box of a branching network stands, and how its wires run.

The longest way from the input gives the column. A chain of boxes that read one another keeps its
lane up to the place where branches meet; what follows there goes on in the uppermost lane of those
that met. So the branches of a block lie in parallel, and a way that skips boxes of its own lane
without a box on it becomes an arc over them.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from visualizer.lessons.architecture.figures.nodes import Nodes

Wire = tuple[int, int]
"""From which box to which, by their places in ``Nodes.boxes``."""


@dataclass(frozen=True)
class Lanes:
    """Column and lane of each box, from 0, and all wires, told apart by the way they take.

    straight: along a lane, with nothing between; forks: to another lane in the next column; joins:
    along a lane, then to the lane in which branches meet; arcs: over the boxes between. meets:
    whether a box reads several others.
    """

    column: list[int]
    lane: list[int]
    straight: list[Wire]
    forks: list[Wire]
    joins: list[Wire]
    arcs: list[Wire]
    meets: list[bool]

    def has_arc(self, place: int) -> bool:
        """Tell whether an arc begins or ends at a box."""
        return any(place in wire for wire in self.arcs)

    @cached_property
    def nested(self) -> bool:
        """Tell whether an arc encloses another one."""
        spans = [(self.column[source], self.column[place]) for source, place in self.arcs]
        return any(a < c and d < b for a, b in spans for c, d in spans)

    @cached_property
    def columns(self) -> list[list[int]]:
        """The boxes of each column."""
        found: list[list[int]] = [[] for _ in range(max(self.column) + 1)]
        for place, column in enumerate(self.column):
            found[column].append(place)
        return found

    @cached_property
    def wires(self) -> list[Wire]:
        """All wires."""
        return [*self.straight, *self.forks, *self.joins, *self.arcs]

    @cached_property
    def over(self) -> set[Wire]:
        """The arcs, to ask whether a wire is one."""
        return set(self.arcs)

    def goes_on(self, wire: Wire) -> bool:
        """Tell whether a reader who ends one row with a wire's source begins the next with it.

        So it is where all other wires there, but for arcs, come from the same box.
        """
        if wire in self.over or self.column[wire[1]] != self.column[wire[0]] + 1:
            return False
        return len(self.open(self.column[wire[0]])) == 1

    def open(self, column: int) -> set[int]:
        """Return the boxes from which wires, other than arcs, go on behind a column."""
        return {source for source, _ in self.crossing(column)[1]}

    def crossing(self, column: int) -> tuple[list[Wire], list[Wire]]:
        """Return the wires from a column or an earlier one to a later one: arcs, then others."""
        return (
            [wire for wire in self.arcs if self._crosses(wire, column)],
            [
                wire
                for wire in (*self.straight, *self.forks, *self.joins)
                if self._crosses(wire, column)
            ],
        )

    def _crosses(self, wire: Wire, column: int) -> bool:
        return self.column[wire[0]] <= column < self.column[wire[1]]


def lanes(nodes: Nodes) -> Lanes:
    """Give every box of a branching network its column and lane."""
    count = len(nodes.boxes)
    column = [0] * count
    for place, read in enumerate(nodes.reads):
        column[place] = 1 + max((column[source] for source in read), default=-1)
    readers: list[list[int]] = [[] for _ in range(count)]
    for place, read in enumerate(nodes.reads):
        for source in read:
            readers[source].append(place)
    meets = [len(read) > 1 for read in nodes.reads]
    chains = _chains(readers, meets)
    lane, until = _placed(nodes, column, readers, chains)
    return _wired(nodes, column, lane, until, meets)


def _chains(readers: list[list[int]], meets: list[bool]) -> list[list[int]]:
    """Split the boxes into chains, each of which goes on with the first box that reads it alone."""
    chains, begun = [], set[int]()
    for first in range(len(readers)):
        if first in begun:
            continue
        chain = [first]
        while True:
            following = readers[chain[-1]]
            if not following or meets[following[0]] or following[0] in begun:
                break
            chain.append(following[0])
            begun.add(following[0])
        chains.append(chain)
    return chains


def _placed(
    nodes: Nodes, column: list[int], readers: list[list[int]], chains: list[list[int]]
) -> tuple[list[int], dict[int, int]]:
    """Return the lane of each box, and for each chain's last box where its own lane ends."""
    lane = [0] * len(nodes.boxes)
    taken: dict[int, list[tuple[int, int]]] = defaultdict(list)
    until: dict[int, int] = {}
    for chain in chains:
        first, last = chain[0], chain[-1]
        start, end = column[first], column[last]
        if readers[last]:
            until[last] = readers[last][0]
            end = max(end, column[until[last]] - 1)
        read = nodes.reads[first]
        # Where branches meet, the uppermost of them goes on; a new branch stands below its fork.
        own = sorted({lane[source] for source in read}) if len(read) > 1 or not read else []
        least = 0 if own else lane[read[0]] + 1 if read else 0
        tried = [*own, *range(least, len(nodes.boxes) + least + 1)]
        free = next(
            number for number in tried if all(b < start or end < a for a, b in taken[number])
        )
        taken[free].append((start, end))
        for place in chain:
            lane[place] = free
    return lane, until


def _wired(
    nodes: Nodes, column: list[int], lane: list[int], until: dict[int, int], meets: list[bool]
) -> Lanes:
    filled = {(lane[place], column[place]) for place in range(len(lane))}
    straight, forks, joins, arcs = list[Wire](), list[Wire](), list[Wire](), list[Wire]()
    for place, read in enumerate(nodes.reads):
        for source in read:
            between = range(column[source] + 1, column[place])
            free = not any((lane[source], number) in filled for number in between)
            if lane[source] == lane[place] and free:
                straight.append((source, place))
            elif not meets[place]:
                forks.append((source, place))
            elif until.get(source) == place and free:
                joins.append((source, place))
            else:
                arcs.append((source, place))
    return Lanes(column, lane, straight, forks, joins, arcs, meets)
