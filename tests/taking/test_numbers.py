"""CSV and NPZ hold what the engine, and so torch, computes."""

from __future__ import annotations

import csv
import io

import numpy as np
import pytest

from tests.taking.cases import OFFERED, state
from visualizer.lessons.convolution import LESSON
from visualizer.lessons.convolution.backward.flow import flow
from visualizer.lessons.convolution.example import build
from visualizer.lessons.convolution.proof import convolution_by_torch, gradient_by_torch
from visualizer.lessons.pooling import LESSON as POOLING
from visualizer.lessons.pooling.example import build as pooled
from visualizer.lessons.pooling.proof import pooling_by_torch
from visualizer.taking.numbers import MARK, npz, steps_csv
from visualizer.words.text import LANGUAGES, text

SEEDS = range(12)
STEPPED = [name for name, taken in OFFERED.items() if taken.steps is not None]


def read(written: str) -> tuple[list[str], list[list[str]]]:
    """Return a CSV's heads and rows."""
    assert written.startswith(MARK)
    heads, *rows = csv.reader(io.StringIO(written.removeprefix(MARK)))
    return heads, rows


@pytest.mark.parametrize("name", OFFERED)
def test_npz_holds_all_arrays_by_their_names(name: str) -> None:
    taken = OFFERED[name]
    for seed in SEEDS:
        settings = state(taken, seed)
        arrays = taken.arrays(settings)
        with np.load(io.BytesIO(npz(taken, settings)), allow_pickle=False) as file:
            assert set(file.files) == {"lesson", "address", *arrays}
            assert str(file["lesson"]) == name
            for key, array in arrays.items():
                np.testing.assert_array_equal(file[key], array)


@pytest.mark.parametrize("name", STEPPED)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_row_has_every_column(name: str, lang: str) -> None:
    taken = OFFERED[name]
    for seed in SEEDS:
        heads, rows = read(steps_csv(taken, state(taken, seed), lang))
        assert len(set(heads)) == len(heads)
        assert {len(row) for row in rows} <= {len(heads)}


@pytest.mark.parametrize("seed", SEEDS)
def test_every_step_of_a_convolution_is_torchs(seed: int) -> None:
    settings = LESSON.forward(state(OFFERED["convolution"], seed))
    example = build(settings)
    heads, rows = read(steps_csv(OFFERED["convolution"], settings, "ko"))
    made = convolution_by_torch(example)
    assert len(rows) == made.size
    values = np.array(rows, dtype=float)
    np.testing.assert_allclose(values[:, -1], made.ravel(), atol=1e-9)
    places = tuple(values[:, 1:4].astype(int).T - 1)
    np.testing.assert_allclose(made[places], values[:, -1], atol=1e-9)
    total, result = (heads.index(text(f"words.row_{key}", "ko")) for key in ("sum", "result"))
    bias = 0.0 if example.bias is None else example.bias[places[0]]
    np.testing.assert_allclose(values[:, total] + bias, values[:, result], atol=1e-9)
    # The layout of torch's call, and what comes of it.
    arrays = OFFERED["convolution"].arrays(settings)
    np.testing.assert_array_equal(arrays["weight"], example.torch_weight)
    last = "output" if example.activation == "none" else "output_activated"
    np.testing.assert_allclose(arrays[last], made, atol=1e-9)


@pytest.mark.parametrize("way", ["input", "weight"])
@pytest.mark.parametrize("seed", SEEDS)
def test_every_step_back_through_a_convolution_is_autograds(seed: int, way: str) -> None:
    offered = OFFERED["convolution"]
    settings = LESSON.settle(state(offered, seed).changed(pass_=way))[0]
    back = flow(LESSON.rewound(settings))
    _, rows = read(steps_csv(offered, settings, "en"))
    values = np.array(rows, dtype=float)
    direct = back.result if back.from_padding is None else back.result - back.from_padding
    np.testing.assert_allclose(values[:, -1], direct.ravel(), atol=1e-9)
    arrays = offered.arrays(settings)
    np.testing.assert_array_equal(arrays["grad_output"], back.given)
    assert arrays["grad_input"].shape == arrays["input"].shape
    assert arrays["grad_weight"].shape == arrays["weight"].shape
    np.testing.assert_allclose(back.result, gradient_by_torch(back), atol=1e-9)


@pytest.mark.parametrize("seed", SEEDS)
def test_every_step_of_a_pooling_is_torchs(seed: int) -> None:
    settings = POOLING.forward(state(OFFERED["pooling"], seed))
    example = pooled(settings)
    _, rows = read(steps_csv(OFFERED["pooling"], settings, "en"))
    made = pooling_by_torch(example)
    np.testing.assert_allclose([float(row[-1]) for row in rows], made.ravel())
    if example.trace.kind == "max":
        for row in rows:
            if row[4]:  # the cell that wins holds the result
                channel, at, column = int(row[1]) - 1, int(row[4]) - 1, int(row[5]) - 1
                assert example.input[channel, at, column] == float(row[-1])
    else:
        quotients = [float(row[4]) / float(row[5]) for row in rows]
        np.testing.assert_allclose(quotients, made.ravel())
