"""An epoch of the default training beside torch's, in turns, and how soon the network can read.

    python -m benchmarks.learning

Both sides run on one thread.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

import torch
from torch import nn

from visualizer.learning import Run, TrainingSettings
from visualizer.material.digits import digits

EPOCHS: Final = 12
"""How many each side trains; the least disturbed counts."""


def ours(settings: TrainingSettings) -> Callable[[], float]:
    """Return a function that trains an epoch; it returns the processor time of its steps, s."""
    run = Run(settings)
    run.one_epoch()

    def epoch() -> float:
        run.one_epoch()
        return run.film.epochs[-1].seconds

    return epoch


def theirs(settings: TrainingSettings) -> Callable[[], float]:
    """Return the same of the same network as one writes it in torch."""
    network = nn.Sequential(
        nn.Conv2d(1, 8, 3, padding=1),
        nn.ReLU(),
        nn.Conv2d(8, 16, 3, padding=1),
        nn.ReLU(),
        nn.MaxPool2d(2),
        nn.Dropout(0.5),
        nn.Flatten(),
        nn.Linear(256, 10),
    )
    training = digits()[0]
    pictures, labels = torch.tensor(training.pictures).float(), torch.tensor(training.labels)
    descent = torch.optim.SGD(network.parameters(), settings.rate, momentum=0.9)
    loss = nn.CrossEntropyLoss()

    def epoch() -> float:
        began = time.thread_time()
        for places in torch.randperm(len(labels)).split(settings.batch):
            descent.zero_grad()
            loss(network(pictures[places]), labels[places]).backward()
            descent.step()
        return time.thread_time() - began

    return epoch


def reached(settings: TrainingSettings, accuracy: float) -> tuple[int, float] | None:
    """Return the epoch, and the seconds from the start, after which validation is this good."""
    began, run = time.perf_counter(), Run(settings)
    while run.one_epoch():
        if run.film.epochs[-1].validation.accuracy >= accuracy:
            return run.film.epochs[-1].number, time.perf_counter() - began
    return None


def main() -> None:
    """Print the ratio of an epoch's processor time, and the seconds to 90 and 95 %."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    settings = TrainingSettings()
    sides = ours(settings), theirs(settings)
    turns = [[side() for side in sides] for _ in range(EPOCHS)]
    torch.set_num_threads(before)
    mine, torchs = (min(turn[side] for turn in turns) * 1e3 for side in (0, 1))
    print(f"an epoch of 1,200 pictures: torch {torchs:.1f} ms, NumPy {mine:.1f} ms,", end=" ")
    print(f"ratio {mine / torchs:.2f} (goal: 2)", flush=True)
    for accuracy, goal in ((0.9, 10), (0.95, 40)):
        found = [reached(TrainingSettings(seed=seed), accuracy) for seed in range(10)]
        epochs = sorted(one[0] for one in found if one)
        seconds = sorted(one[1] for one in found if one)
        print(
            f"{accuracy:.0%} of validation: {len(epochs)} of {len(found)} seeds, after {epochs[0]}"
            f" to {epochs[-1]} epochs, {seconds[0]:.2f} to {seconds[-1]:.2f} s (goal: {goal} s)",
            flush=True,
        )


if __name__ == "__main__":
    main()
