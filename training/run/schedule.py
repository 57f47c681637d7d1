"""What a run does when: its phases of growing photo size, and the learning rate along the way."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_PHASE = re.compile(r"(\d+)x(\d+(?:\.\d+)?)(?:/(\d+))?")


@dataclass(frozen=True)
class Phase:
    """`epochs` passes (a fraction is allowed) over photos of size × size, `batch` at a time."""

    size: int
    epochs: float
    batch: int

    def steps(self, photos: int) -> int:
        """Whole batches in this phase when an epoch has `photos` photos."""
        return int(self.epochs * photos) // self.batch


def parse_phases(text: str, batch: int = 256) -> tuple[Phase, ...]:
    """Phases from text such as "96x8,128x2,224x0.5/128": size, epochs and, at will, batch size.

    Raises ValueError for anything else, naming the part that is wrong.
    """
    phases = []
    for part in text.split(","):
        match = _PHASE.fullmatch(part.strip())
        if match is None:
            raise ValueError(f"{part.strip()!r} is not SIZExEPOCHS or SIZExEPOCHS/BATCH")
        size, epochs, own = match.groups()
        phase = Phase(int(size), float(epochs), int(own or batch))
        if phase.size < 63 or phase.epochs <= 0 or phase.batch < 2:
            raise ValueError(f"{part.strip()!r}: size ≥ 63, epochs > 0 and batch ≥ 2 are needed")
        phases.append(phase)
    return tuple(phases)


@dataclass(frozen=True)
class Position:
    """Where a step lies: its phase, the photos seen before it, and the share of the work done."""

    phase: Phase
    seen: int
    progress: float


class Plan:
    """The phases laid out in steps. Work is counted in pixels, which is what costs time."""

    def __init__(self, phases: Sequence[Phase], photos: int) -> None:
        """Lay the phases out for epochs of so many photos; ValueError for less than a batch."""
        self.phases = tuple(phases)
        self._steps = [phase.steps(photos) for phase in self.phases]
        self.steps = sum(self._steps)
        if self.steps == 0:
            raise ValueError("the phases are shorter than one batch")

    def _work(self, phase: Phase, steps: int) -> float:
        return float(steps * phase.batch * phase.size**2)

    def position(self, step: int) -> Position:
        """Return the position of `step`, 0..steps-1."""
        if not 0 <= step < self.steps:
            raise IndexError(step)
        total = sum(self._work(p, n) for p, n in zip(self.phases, self._steps, strict=True))
        seen, done = 0, 0.0
        for phase, count in zip(self.phases, self._steps, strict=True):
            if step < count:
                done += self._work(phase, step)
                return Position(phase, seen + step * phase.batch, done / total)
            step -= count
            seen += count * phase.batch
            done += self._work(phase, count)
        raise AssertionError("unreachable: step < steps")

    def ends_phase(self, step: int) -> bool:
        """Whether `step` is the last of its phase."""
        return step + 1 == self.steps or self.position(step).phase != self.position(step + 1).phase


def rate(progress: float, warmup: float = 0.06, hold: float = 0.0) -> float:
    """Return the learning rate, as a share of its peak, at `progress`, 0..1 of the work.

    Straight up until `warmup`, level until `hold` (both shares of the work), straight down to 0.
    With a hold of 1 it never falls: a trunk, from which a short run that falls can branch off at
    any time.
    """
    if progress < warmup:
        return max(progress / warmup, 0.02)
    start = max(warmup, hold)
    return 1.0 if progress < start or start >= 1 else (1 - progress) / (1 - start)
