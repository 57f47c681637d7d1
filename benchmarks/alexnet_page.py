"""How much time the AlexNet page takes, compared with a plain forward pass of the network.

    python -m benchmarks.alexnet_page

The two sides of each ratio take turns within one run, so that a busy machine slows both of them. Of
each side the fastest turn counts: the one that was disturbed least. torch uses one core, as in the
app. The limits are goals of this project.
"""

from __future__ import annotations

import io
import time
from collections.abc import Callable

import numpy as np
import torch
from PIL import Image

from visualizer.alexnet.names import class_names
from visualizer.alexnet.prediction import predict
from visualizer.alexnet.preprocessing import prepare
from visualizer.alexnet.run import run_network
from visualizer.alexnet.unit import open_unit
from visualizer.alexnet.weights.registry import shared_network

ROUNDS = 41
BILINEAR = Image.Resampling.BILINEAR


def photo(width: int, height: int) -> bytes:
    """Return a JPEG file of this size with soft shapes and noise, like a camera's photo."""
    rng = np.random.default_rng(0)
    small = Image.fromarray(rng.integers(0, 256, (30, 40, 3), dtype=np.uint8))
    smooth = np.asarray(small.resize((width, height), Image.Resampling.BICUBIC), dtype=np.int16)
    noisy = np.clip(smooth + rng.integers(-12, 13, smooth.shape), 0, 255).astype(np.uint8)
    buffer = io.BytesIO()
    Image.fromarray(noisy).save(buffer, "JPEG", quality=88)
    return buffer.getvalue()


def in_turns(*sides: Callable[[], object], rounds: int = ROUNDS) -> list[float]:
    """Call functions in turns; returns the seconds of each one's fastest call.

    Two rounds run before the ``rounds`` that are measured.
    """
    taken: list[list[float]] = [[] for _ in sides]
    for turn in range(rounds + 2):
        pairs = list(zip(taken, sides, strict=True))
        for times, side in pairs if turn % 2 else reversed(pairs):  # each is first in turn
            started = time.perf_counter()
            side()
            if turn >= 2:
                times.append(time.perf_counter() - started)
    return [min(times) for times in taken]


def report(name: str, ratio: float, limit: float | None) -> bool:
    """Print a ratio and its limit, if it has one; returns whether the limit holds."""
    if limit is None:
        print(f"{name:<42} {ratio:5.2f} ×")
        return True
    holds = ratio <= limit
    print(f"{name:<42} {ratio:5.2f} × (limit {limit:.2f}) {'ok' if holds else 'TOO SLOW'}")
    return holds


def main() -> None:
    """Measure and print everything; the exit status is 1 if a limit does not hold."""
    loaded = shared_network()
    model, names = loaded.model, class_names(loaded.weights.num_classes)
    print(f"network: {loaded.weights.source}, loaded in {loaded.seconds:.2f} s")
    tensor = prepare(photo(640, 480)).tensor

    def bare() -> None:
        with torch.inference_mode():
            model(tensor[None])

    plain, captured = in_turns(bare, lambda: run_network(model, tensor))
    print(f"bare forward pass {plain * 1e3:.1f} ms, with every layer kept {captured * 1e3:.1f} ms")
    good = report("keeping every layer / bare forward pass", captured / plain, 1.10)

    for width, height in ((640, 480), (1600, 1200), (4000, 3000)):
        data = photo(width, height)

        def decode(data: bytes = data) -> None:
            Image.open(io.BytesIO(data)).convert("RGB")
            bare()

        def stock(data: bytes = data) -> None:
            resized = Image.open(io.BytesIO(data)).convert("RGB").resize((341, 256), BILINEAR)
            torch.from_numpy(np.asarray(resized.crop((58, 16, 282, 240)), dtype=np.float32))
            bare()

        def page(data: bytes = data) -> None:
            predict(run_network(model, prepare(data).tensor), names)

        least, usual, whole = in_turns(decode, stock, page, rounds=21)
        print(f"{width}×{height}: photo to prediction {whole * 1e3:.1f} ms")
        good &= report("  / decoding, resizing and bare pass", whole / usual, 1.30)
        # The exact resizing takes half as long as the decoding, and its share grows with the photo:
        # this limit holds for photos of the size of the shipped ones.
        good &= report("  / decoding and bare pass", whole / least, 1.30 if width < 1000 else None)

    run = run_network(model, tensor)
    for layer in ("conv1", "conv5", "fc6"):
        (seconds,) = in_turns(lambda layer=layer: open_unit(run, layer, 7))  # type: ignore[misc]
        print(f"opening a unit of {layer}: {seconds * 1e3:.1f} ms")
    raise SystemExit(0 if good else 1)


if __name__ == "__main__":
    main()
