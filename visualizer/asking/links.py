"""The address of a question: ``ask=<level>.<seed>.<number>``, the same ten for all who have it."""

from __future__ import annotations

from dataclasses import dataclass

from visualizer.asking.question import Said, say
from visualizer.material.randomness import LAST_SEED
from visualizer.words.quoting import quoted

KEY = "ask"
MINE = "mine"
LEVEL_NAMES = ("1", "2", "3", MINE)
_LONGEST = 24


class LinkError(ValueError):
    """An address that asks for no question; ``said`` is the sentence that says so."""

    def __init__(self, said: Said) -> None:
        """Keep the sentence."""
        super().__init__(said.key)
        self.said = said


@dataclass(frozen=True)
class Link:
    """Which question: of a level ("1" to "3", or "mine": about the reader's own example).

    seed: 0 to LAST_SEED; number: counted from 1.
    """

    level: str
    seed: int
    number: int = 1

    @property
    def written(self) -> str:
        """The value in the address.

        >>> Link("2", 4711, 3).written
        '2.4711.3'
        """
        return f"{self.level}.{self.seed}.{self.number}"

    @classmethod
    def read(cls, written: str, most: int) -> Link:
        """Read an address's value; ``most``: how many questions a series has.

        LinkError: it is not three parts, or one of them is not possible.

        >>> Link.read("mine.7.10", 10)
        Link(level='mine', seed=7, number=10)
        """
        level, seed, number = [*written.split("."), "", "", ""][:3]
        known = written.count(".") == 2 and level in LEVEL_NAMES
        if known and _whole(seed, 0, LAST_SEED) and _whole(number, 1, most):
            return cls(level, int(seed), int(number))
        raise LinkError(
            say("ask.bad_link", written=quoted(written[:_LONGEST]), seed=LAST_SEED, most=most)
        )


def _whole(written: str, low: int, high: int) -> bool:
    digits = written.isascii() and written.isdigit() and len(written) <= 6
    return digits and low <= int(written) <= high
