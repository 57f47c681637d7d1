"""The curves of a run: python -m training.curve LOG OUT.svg draws loss and accuracy."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import dataclass
from pathlib import Path

WIDTH, HEIGHT, MARGIN = 720, 300, 46


@dataclass(frozen=True)
class Curve:
    """A run's log.

    `losses`: (step, photo size, photos seen since the last entry, loss). `scores`: (step, size,
    top-1, top-5), as shares. `seconds`: time spent training and validating; pauses do not count.
    """

    losses: list[tuple[int, int, int, float]]
    scores: list[tuple[int, int, float, float]]
    seconds: float

    def epochs_by_size(self, photos: int = 100_000) -> dict[int, float]:
        """Return the passes over `photos` training photos at each size."""
        epochs: dict[int, float] = {}
        for _, size, seen, _ in self.losses:
            epochs[size] = epochs.get(size, 0.0) + seen / photos
        return epochs


def read_log(path: Path) -> Curve:
    """Read the curve in a run's log.jsonl.

    A run that was killed repeats the steps after its checkpoint; the later entries hold.
    """
    losses: dict[int, tuple[int, int, int, float]] = {}
    scores: dict[int, tuple[int, int, float, float]] = {}
    seconds, last = 0.0, 0
    for line in path.read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        step = entry["step"]
        seconds = entry["seconds"]
        if "loss" in entry:
            if step <= last:
                losses = {s: row for s, row in losses.items() if s < step}
                scores = {s: row for s, row in scores.items() if s < step}
                last = max(losses, default=0)
            batch = entry.get("batch", 256)
            losses[step] = (step, entry["size"], (step - last) * batch, entry["loss"])
            last = step
        elif "top1" in entry:
            scores[step] = (step, entry["validated"], entry["top1"], entry["top5"])
    return Curve(list(losses.values()), list(scores.values()), seconds)


def _line(points: list[tuple[float, float]], color: str) -> str:
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    return f'<polyline points="{path}" fill="none" stroke="{color}" stroke-width="1.8"/>'


def draw(curve: Curve) -> str:
    """Draw an SVG: the loss (left scale, 0 to its highest), both accuracies (right, 0 to 100 %)."""
    end = max(step for step, *_ in curve.losses)
    top = max(loss for *_, loss in curve.losses)
    width, height = WIDTH - 2 * MARGIN, HEIGHT - 2 * MARGIN

    def place(step: float, share: float) -> tuple[float, float]:
        return MARGIN + width * step / end, MARGIN + height * (1 - share)

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
        'font-family="sans-serif" font-size="12">',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>',
        f'<rect x="{MARGIN}" y="{MARGIN}" width="{width}" height="{height}" fill="none" '
        'stroke="#999"/>',
    ]
    before = 0
    for step, size, *_ in curve.losses:
        if size != before:
            x, _ = place(step if before else 0, 0)
            parts.append(f'<line x1="{x:.1f}" x2="{x:.1f}" y1="{MARGIN}" y2="{MARGIN + height}" '
                         'stroke="#bbb" stroke-dasharray="4 3"/>')  # fmt: skip
            parts.append(f'<text x="{x + 4:.1f}" y="{MARGIN - 6}">{size}×{size}</text>')
            before = size
    parts.append(_line([place(step, loss / top) for step, _, _, loss in curve.losses], "#555"))
    parts.append(_line([place(step, one) for step, _, one, _ in curve.scores], "#0b62a4"))
    parts.append(_line([place(step, five) for step, _, _, five in curve.scores], "#c2410c"))
    right = MARGIN + width
    parts += [
        f'<text x="6" y="{MARGIN + 4}" fill="#555">{top:.1f}</text>',
        f'<text x="6" y="{MARGIN + height}" fill="#555">loss</text>',
        f'<text x="{right + 4}" y="{MARGIN + 4}">100 %</text>',
        f'<text x="{right + 4}" y="{MARGIN + height}">0 %</text>',
        f'<text x="{MARGIN}" y="{HEIGHT - 14}" fill="#0b62a4">top-1</text>',
        f'<text x="{MARGIN + 50}" y="{HEIGHT - 14}" fill="#c2410c">top-5 (validation)</text>',
        f'<text x="{right}" y="{HEIGHT - 14}" text-anchor="end">{end} steps</text>',
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def main(arguments: list[str] | None = None) -> int:
    """Draw the curve of a log."""
    parser = argparse.ArgumentParser(prog="python -m training.curve", description=__doc__)
    parser.add_argument("log", type=Path)
    parser.add_argument("out", type=Path)
    args = parser.parse_args(arguments)
    args.out.write_text(draw(read_log(args.log)), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
