"""What of a layer is shown, where all of it is too much for one stage."""

from __future__ import annotations

import operator
from dataclasses import dataclass

from convscope.errors import ShowError
from visualizer.engine.errors import shown

MOST_CHANNELS = 3  # as the lessons have it: more could not be told apart on one stage
MOST_FILTERS = 6


@dataclass(frozen=True)
class Ask:
    """What somebody wants to see.

    output: the first output channel; at: row and column of the first output cell; index: which one
    of a batch; all counted from 0.
    """

    output: int = 0
    at: tuple[int, int] = (0, 0)
    index: int = 0


@dataclass(frozen=True)
class Choice:
    """Output channels of a layer, and the input channels that they read, group after group.

    As a layer of its own, it has ``groups`` groups and computes the same numbers.
    """

    filters: tuple[int, ...]
    channels: tuple[int, ...]
    groups: int

    @property
    def depth(self) -> int:
        """How many channels each output channel reads."""
        return len(self.channels) // self.groups


def below(name: str, value: object, count: int) -> int:
    """Return a whole number in [0, count); ShowError if it is none."""
    try:
        number = operator.index(value)  # type: ignore[arg-type]
    except TypeError:
        number = -1
    if isinstance(value, bool) or not 0 <= number < count:
        raise ShowError("out_of_range", name=name, high=count - 1, value=shown(value))
    return number


def choose(channels: int, filters: int, groups: int, output: int) -> Choice:
    """Choose of a convolution what fits, beginning with the output channel ``output``.

    With more than three channels to read, it is one output channel; with one channel each, as many
    groups as there is room for.

    >>> choose(3, 64, 1, 0).filters, choose(64, 64, 1, 9).filters, choose(8, 16, 8, 2).channels
    ((0, 1, 2, 3, 4, 5), (9,), (1, 2, 3))
    """
    depth, each = channels // groups, filters // groups
    first, offset = divmod(output, each)
    if channels <= MOST_CHANNELS:
        first, count = 0, groups
    elif depth == 1:
        count = min(MOST_CHANNELS, groups - first)
    else:
        count = 1
    room = MOST_FILTERS // count if depth <= MOST_CHANNELS else 1
    own = range(offset, min(each, offset + room))
    chosen = range(first, first + count)
    return Choice(
        filters=tuple(group * each + i for group in chosen for i in own),
        channels=tuple(group * depth + i for group in chosen for i in range(depth)),
        groups=count,
    )
