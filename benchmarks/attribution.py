"""How far maps of evidence can be trusted, on every shipped photo; docs/attribution.md has it.

python -m benchmarks.attribution             # deletion with Grad-CAM against random order
python -m benchmarks.attribution integrated  # what integrated gradients sum to (minutes)
python -m benchmarks.attribution variants    # deletion measured in other ways
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

import numpy as np
import torch

from visualizer.alexnet.attribution import deletion as way
from visualizer.alexnet.attribution import grad_cam, integrated_gradients
from visualizer.alexnet.attribution.heat import probabilities
from visualizer.alexnet.attribution.replacement import blurred, softened
from visualizer.alexnet.preprocessing import prepare
from visualizer.alexnet.run import Run, run_network
from visualizer.alexnet.weights.registry import shared_network
from visualizer.material.photos import photo_bytes
from visualizer.settings.inputs import PHOTOS


def runs() -> Iterator[tuple[str, Run]]:
    """Yield each shipped photo's name and the shipped network's run on it."""
    loaded = shared_network()
    for name in PHOTOS:
        tensor = prepare(photo_bytes(name)).tensor
        yield name, run_network(loaded.model, tensor, temperature=loaded.weights.temperature)


def deletion() -> None:
    """Print each photo's areas, and on how many Grad-CAM beats random order's mean."""
    won = clear = 0
    print(f"{'photo':16} {'p':>6} {'Grad-CAM':>9} {'random order':>13} {'least, most':>14}")
    for name, run in runs():
        best = int(run.logits.argmax())
        order = way.marked_order(grad_cam(run, best).spread)
        area = way.deletion(run, best, order).area
        size = run.input.shape[-1]
        chance = [
            way.deletion(run, best, way.random_order(size, seed)).area
            for seed in range(1, way.SEEDS + 1)
        ]
        won += int(area < np.mean(chance))
        clear += int(area < min(chance))
        print(
            f"{name:16} {run.probabilities[best]:6.3f} {area:9.3f} {np.mean(chance):13.3f}"
            f" {min(chance):7.3f} {max(chance):6.3f} {'' if area < np.mean(chance) else 'lost'}",
            flush=True,
        )
    share = won / len(PHOTOS)
    print(f"Grad-CAM beats random order: {won} of {len(PHOTOS)}, {share:.0%}; every one: {clear}")


def integrated() -> None:
    """Print what integrated gradients sum to, for three guesses and both baselines."""
    print(f"{'photo':16} {'guess':>5} {'baseline':>9} {'sum':>9} {'logits':>9} {'gap':>7} steps")
    for name, run in runs():
        order = np.argsort(-run.probabilities)
        for guess in (1, 2, 5):
            for baseline in ("black", "blurred"):
                *_, last = integrated_gradients(run, int(order[guess - 1]), baseline)
                print(
                    f"{name:16} {guess:5} {baseline:>9} {last.total:9.3f} {last.difference:9.3f}"
                    f" {last.gap:7.2%} {last.steps:6}",
                    flush=True,
                )


def variants() -> None:
    """Print on how many photos Grad-CAM wins if squares and replacement are others."""
    kinds = [
        (square, fill, soft)
        for square, soft in ((4, 1.0), (8, 0.5), (8, 0.0), (16, 0.0))
        for fill in ("gray", "blurred")
    ]
    won = dict.fromkeys(kinds, 0)
    for _, run in runs():
        best = int(run.logits.argmax())
        spread = grad_cam(run, best).spread
        for square, fill, soft in kinds:
            areas = [
                _area(run, best, order, square, fill, soft)
                for order in (
                    way.marked_order(spread, square),
                    *(way.random_order(spread.shape[0], seed, square) for seed in (1, 2, 3)),
                )
            ]
            won[square, fill, soft] += int(areas[0] < np.mean(areas[1:]))
    for (square, fill, soft), count in won.items():
        print(f"{square:3} pixels, edge {soft * square:g}, {fill:8}: {count} of {len(PHOTOS)}")


def _area(run: Run, best: int, order: np.ndarray, square: int, fill: str, soft: float) -> float:
    """Return the area under a curve of ten steps."""
    size = run.input.shape[-1]
    side = -(-size // square)
    counts = np.rint(np.linspace(0, len(order), 11)).astype(int)
    cells = np.zeros((10, side * side), dtype=np.float32)
    for each, count in zip(cells, counts[1:], strict=True):
        each[order[:count]] = 1
    grids = cells.reshape(-1, side, side).repeat(square, 1).repeat(square, 2)[:, :size, :size]
    gone = torch.from_numpy(grids.copy())
    gone = softened(gone, soft * square) if soft else gone
    blank = blurred(run.input) if fill == "blurred" else torch.zeros_like(run.input)
    with torch.inference_mode():
        pictures = torch.lerp(run.input[None], blank[None], gone[:, None])
        left = probabilities(run, pictures)[:, best].numpy()
    return way.Curve(counts / len(order), np.array([run.probabilities[best], *left])).area


if __name__ == "__main__":
    {"integrated": integrated, "variants": variants}.get(" ".join(sys.argv[1:]), deletion)()
