"""The engine beside torch.nn.functional: time and memory, float64, one thread each."""

from __future__ import annotations

import os
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import ModuleType
from typing import Any, Final

import numpy as np
import torch
import torch.nn.functional as torch_nn

from visualizer import engine

_ONE_THREAD: Final = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}

TURNS: Final = 40
"""How often ours and torch's take turns; the least disturbed turn of each counts."""

_TURN: Final = 4e-4  # seconds of a turn of small cases: several calls


@dataclass(frozen=True)
class Case:
    """One operation on the same numbers in the engine and in torch.

    data: the bytes of input and output together.
    """

    name: str
    ours: Callable[[], Any]
    theirs: Callable[[], Any]
    data: int


def _case(library: ModuleType, function: str, name: str, arrays: list[Any], options: Any) -> Case:
    """Make a case of a function that both have under the same name."""
    tensors = [None if array is None else torch.tensor(array) for array in arrays]
    ours, theirs = getattr(library, function), getattr(torch_nn, function)
    output = np.asarray(ours(*arrays, **options))
    np.testing.assert_allclose(output, theirs(*tensors, **options).numpy(), rtol=1e-9, atol=1e-9)
    return Case(
        name,
        lambda: ours(*arrays, **options),
        lambda: theirs(*tensors, **options),
        arrays[0].nbytes + output.nbytes,
    )


def _words(options: dict[str, Any]) -> str:
    return "".join(f", {name} {value}" for name, value in options.items())


# Channels, size, filters, kernel, options.
_SMALL_CONVOLUTIONS: Final[list[tuple[int, int, int, int, dict[str, Any]]]] = [
    (1, 5, 1, 3, {}),
    (1, 8, 1, 3, {}),
    (1, 8, 1, 3, {"padding": 1}),
    (1, 16, 1, 3, {"padding": 1}),
    (1, 32, 1, 3, {"padding": 1}),
    (1, 64, 1, 3, {"padding": 1}),
    (3, 8, 4, 3, {}),
    (3, 16, 4, 3, {"padding": 1}),
    (3, 32, 4, 3, {"padding": 1}),
    (3, 64, 4, 3, {"padding": 1}),
    (3, 64, 4, 5, {"padding": 2}),
    (3, 32, 4, 3, {"stride": 2, "padding": 1}),
    (3, 64, 4, 3, {"stride": 2}),
    (3, 32, 4, 3, {"dilation": 2}),
    (4, 32, 4, 3, {"groups": 2}),
    (4, 32, 4, 3, {"groups": 4, "padding": 1}),
]
_SMALL_TRANSPOSED: Final[list[tuple[int, int, int, int, dict[str, Any]]]] = [
    (1, 4, 1, 3, {}),
    (1, 8, 1, 3, {"stride": 2}),
    (3, 8, 4, 3, {"stride": 2, "padding": 1}),
    (3, 32, 4, 2, {"stride": 2}),
    (3, 32, 4, 3, {"stride": 2, "padding": 1}),
    (3, 64, 4, 3, {"padding": 1}),
]
# Channels, size, kernel, options.
_SMALL_POOLS: Final[list[tuple[int, int, int, dict[str, Any]]]] = [
    (1, 5, 2, {}),
    (1, 8, 2, {}),
    (1, 16, 2, {}),
    (1, 32, 2, {}),
    (1, 64, 2, {}),
    (1, 8, 3, {"stride": 2, "padding": 1}),
    (3, 16, 2, {}),
    (3, 32, 3, {"stride": 2, "padding": 1}),
    (3, 64, 2, {}),
    (3, 64, 3, {"stride": 2, "padding": 1}),
]
# Features in and out.
_SMALL_LINEAR: Final = [(4, 2), (64, 10), (256, 64), (1024, 10)]

# AlexNet's layers as torchvision has them, for pictures of 224×224; in the first layer also for the
# paper's 227×227.
_ALEXNET_CONVOLUTIONS: Final[list[tuple[int, int, int, int, dict[str, Any]]]] = [
    (3, 227, 96, 11, {"stride": 4}),
    (3, 224, 64, 11, {"stride": 4, "padding": 2}),
    (64, 27, 192, 5, {"padding": 2}),
    (192, 13, 384, 3, {"padding": 1}),
    (384, 13, 256, 3, {"padding": 1}),
    (256, 13, 256, 3, {"padding": 1}),
]
_ALEXNET_POOLS: Final[list[tuple[int, int, int, dict[str, Any]]]] = [
    (64, 55, 3, {"stride": 2}),
    (192, 27, 3, {"stride": 2}),
    (256, 13, 3, {"stride": 2}),
]
_ALEXNET_LINEAR: Final = [(9216, 4096), (4096, 4096), (4096, 1000)]


def cases(library: ModuleType = engine) -> Iterator[Case]:
    """Yield all cases; a library with the engine's functions may stand in for the engine."""
    random = np.random.default_rng(0)
    normal = random.standard_normal

    def convolve(channels: int, size: int, filters: int, kernel: int, options: Any) -> Case:
        depth = channels // options.get("groups", 1)
        arrays = [
            normal((channels, size, size)), normal((filters, depth, kernel, kernel)),
            normal(filters),
        ]  # fmt: skip
        name = f"conv2d {channels}×{size}×{size}, {filters} of {kernel}×{kernel}{_words(options)}"
        return _case(library, "conv2d", name, arrays, options)

    def transpose(channels: int, size: int, filters: int, kernel: int, options: Any) -> Case:
        arrays = [
            normal((channels, size, size)), normal((channels, filters, kernel, kernel)),
            normal(filters),
        ]  # fmt: skip
        name = f"transposed {channels}×{size}×{size}, {filters} of {kernel}×{kernel}"
        return _case(library, "conv_transpose2d", name + _words(options), arrays, options)

    def pool(function: str, channels: int, size: int, kernel: int, options: Any) -> Case:
        options = {"kernel_size": kernel, **options}
        name = f"{function} {channels}×{size}×{size}{_words(options)}"
        return _case(library, function, name, [normal((channels, size, size))], options)

    def average(channels: int, size: int) -> Case:
        image = normal((channels, size, size))
        tensor = torch.tensor(image)
        return Case(
            f"global_avg_pool2d {channels}×{size}×{size}",
            lambda: library.global_avg_pool2d(image),
            lambda: torch_nn.adaptive_avg_pool2d(tensor, 1),
            image.nbytes + channels * image.itemsize,
        )

    def weigh(inputs: int, outputs: int) -> Case:
        arrays = [normal(inputs), normal((outputs, inputs)), normal(outputs)]
        return _case(library, "linear", f"linear {inputs} → {outputs}", arrays, {})

    yield from (convolve(*numbers) for numbers in _SMALL_CONVOLUTIONS)
    yield from (transpose(*numbers) for numbers in _SMALL_TRANSPOSED)
    yield from (pool("max_pool2d", *numbers) for numbers in _SMALL_POOLS)
    yield from (pool("avg_pool2d", *numbers) for numbers in _SMALL_POOLS)
    yield from (average(*numbers) for numbers in [(1, 8), (3, 64)])
    yield from (weigh(*numbers) for numbers in _SMALL_LINEAR)
    yield from (convolve(*numbers) for numbers in _ALEXNET_CONVOLUTIONS)
    yield from (pool("max_pool2d", *numbers) for numbers in _ALEXNET_POOLS)
    yield from (weigh(*numbers) for numbers in _ALEXNET_LINEAR)


def least(*calls: Callable[[], Any]) -> list[float]:
    """Return the processor time of each call in µs: its least disturbed turn, taking turns."""
    best = [float("inf")] * len(calls)
    repeats = []
    for call in calls:
        call()
        start = time.thread_time()
        call()
        repeats.append(max(1, int(_TURN / max(1e-6, time.thread_time() - start))))
    slow = max(repeats) == 1
    for _ in range(TURNS // 4 if slow else TURNS):
        for number, (call, often) in enumerate(zip(calls, repeats, strict=True)):
            start = time.thread_time()
            for _ in range(often):
                call()
            best[number] = min(best[number], (time.thread_time() - start) / often)
    return [seconds * 1e6 for seconds in best]


def peak(call: Callable[[], Any]) -> int:
    """Return the most bytes that a call holds at once, its result included."""
    call()
    tracemalloc.start()
    try:
        call()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def main() -> None:
    """Print a table: time of torch and of the engine, their ratio, peak memory by input + output.

    NumPy reads the number of its threads when it is first loaded, so this starts a program of its
    own where more than one is set.
    """
    if any(os.environ.get(name) != number for name, number in _ONE_THREAD.items()):
        command = [sys.executable, "-m", "benchmarks.engine"]
        subprocess.run(command, check=True, env={**os.environ, **_ONE_THREAD})
        return
    torch.set_num_threads(1)
    print("| operation | torch, µs | engine, µs | ratio | peak by data |")
    print("|---|---|---|---|---|")
    for case in cases():
        ours, theirs = least(case.ours, case.theirs)
        memory = peak(case.ours) / case.data
        print(
            f"| {case.name} | {theirs:.1f} | {ours:.1f} | {ours / theirs:.2f} | {memory:.2f} |",
            flush=True,
        )


if __name__ == "__main__":
    main()
