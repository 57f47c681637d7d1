"""What is shown of a layer of one's own equals what the layer computes."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch import nn

import convscope
from convscope import drawing
from convscope.cutting import Part, part_of
from convscope.reading import layers
from convscope.reading.choice import Ask
from convscope.reading.runs import Run
from convscope.reading.tensors import tensor_of
from convscope.steps import steps
from tests.package.layers import LARGE, WHOLE
from visualizer.engine import WindowTrace
from visualizer.notation import precise


def shown(layer: nn.Module, x: torch.Tensor, ask: Ask | None = None) -> tuple[Run, Part]:
    """Return what is shown of a layer, before it is drawn."""
    ask = ask or Ask()
    run = layers.run(layer, tensor_of(x, layer), ask)
    return run, part_of(run, ask.at)


def answer(layer: nn.Module, x: torch.Tensor, run: Run, part: Part, index: int = 0) -> np.ndarray:
    """Return torch's numbers for the very cells that are shown, by torch alone."""
    flat = isinstance(layer, nn.Linear) and x.ndim == 3
    with torch.no_grad():
        made = layer((x.reshape(-1) if flat else x).clone())
    made = made[0] if isinstance(made, tuple) else made
    if isinstance(layer, nn.Linear):
        made = (made[index] if made.ndim == 2 else made).reshape(-1, 1, 1)
    elif made.ndim == 4:
        made = made[index]
    made = made.reshape((1,) * (3 - made.ndim) + tuple(made.shape))
    cells = made[list(run.filters)][:, part.rows.outputs, part.cols.outputs]
    return np.asarray(cells.double().numpy())


def stepwise(part: Part) -> np.ndarray:
    """Add up each step's own products as the player does."""
    trace = part.trace
    if not isinstance(trace, WindowTrace):
        return trace.output
    sums = [
        float(trace.products(step).sum())
        + (float(part.added.flat[step]) if part.added is not None else trace.bias_of(step))
        for step in range(trace.steps)
    ]
    return np.reshape(sums, trace.output.shape)


@pytest.mark.parametrize("name", WHOLE)
def test_a_small_layer_is_shown_whole_and_right(name: str) -> None:
    layer, x = WHOLE[name]
    run, part = shown(layer, x)
    trace = part.trace
    assert len(run.filters) == run.output_shape[0]
    assert trace.output.shape == run.output_shape
    results = trace.activated if isinstance(trace, WindowTrace) else trace.output
    assert np.allclose(results, answer(layer, x, run, part), rtol=1e-5, atol=1e-5)
    assert np.allclose(stepwise(part), trace.output)
    if name not in ("linear, batch", "max, indices"):
        assert not [said for said in drawing.left_out(run, part, "en") if said.startswith("Shown")]


@pytest.mark.parametrize("name", LARGE)
def test_of_a_large_layer_a_part_is_shown_whose_results_are_the_layers(name: str) -> None:
    layer, x = LARGE[name]
    run, part = shown(layer, x)
    trace = part.trace
    results = trace.activated if isinstance(trace, WindowTrace) else trace.output
    assert np.allclose(results, answer(layer, x, run, part), rtol=1e-4, atol=1e-4)
    assert np.allclose(stepwise(part), trace.output)
    assert len(trace.input) <= 3
    assert len(trace.output) <= 6
    assert max(trace.output.shape[1:]) <= 32
    assert max(trace.grid.shape[1:]) <= 54
    for lang in ("en", "ko"):
        assert drawing.left_out(run, part, lang)


@given(
    channels=st.integers(1, 7),
    filters=st.integers(1, 7),
    kernel=st.integers(1, 4),
    stride=st.integers(1, 3),
    padding=st.integers(0, 3),
    size=st.integers(6, 60),
    where=st.integers(0, 10**6),
)
def test_any_convolution_from_any_cell_is_the_layers(
    channels: int, filters: int, kernel: int, stride: int, padding: int, size: int, where: int
) -> None:
    torch.manual_seed(where)
    layer = nn.Conv2d(channels, filters, kernel, stride, padding)
    x = torch.randn(channels, size, size + 1)
    _, height, width = layer(x).shape
    ask = Ask(output=where % filters, at=(where % height, where // 7 % width))
    run, part = shown(layer, x, ask)
    assert (part.rows.first, part.cols.first) == ask.at
    assert ask.output in run.filters
    assert np.allclose(part.trace.output, answer(layer, x, run, part), atol=1e-4)
    assert np.allclose(stepwise(part), part.trace.output)


def test_the_channels_that_count_most_are_shown() -> None:
    layer = nn.Conv2d(5, 2, 1, bias=False)
    with torch.no_grad():
        layer.weight[0, :, 0, 0] = torch.tensor([0.1, 5.0, -6.0, 0.2, 4.0])
    run, part = shown(layer, torch.ones(5, 3, 3))
    assert part.channels == (1, 2, 4)
    assert part.added is not None
    assert np.allclose(part.added, 0.3)
    said = " ".join(drawing.left_out(run, part, "en"))
    assert "Shown: 2, 3, 5" in said
    assert "the other 2 give is added as one number" in said


def test_the_page_holds_the_arrays_and_needs_no_host() -> None:
    layer, x = WHOLE["conv, groups"]
    page = convscope.show(layer, x, "ko")
    assert '<html lang="ko">' in page.html
    assert "PyTorch가 계산한 값과 같습니다" in page.html
    assert "Conv2d(3, 6, kernel_size=(3, 3), stride=(1, 1), groups=3, bias=False)" in page.html
    assert not re.search(r'(?:src|href)="https?:', page.html)


@pytest.mark.parametrize("name", ["conv", "max", "leaky"])
def test_every_step_is_a_row_with_its_result(name: str) -> None:
    layer, x = WHOLE[name]
    run, part = shown(layer, x)
    table = steps(run, part, "en")
    trace = part.trace
    results = trace.activated if isinstance(trace, WindowTrace) else trace.output
    assert [row[-1] for row in table.rows] == [precise(float(value)) for value in results.flat]
    assert {len(row) for row in table.rows} == {len(table.columns)}
    assert table.rows[-1][1:4] == tuple(str(size) for size in run.output_shape)


def test_rows_name_places_in_the_whole() -> None:
    layer, x = LARGE["large picture"]
    run, part = shown(layer, x, Ask(output=7, at=(2, 30)))
    assert steps(run, part, "ko").rows[1][:4] == ("2", "8", "3", "32")


def test_in_a_notebook_it_is_a_frame_and_elsewhere_a_line(tmp_path: Path) -> None:
    layer, x = WHOLE["conv"]
    page = convscope.show(layer, x)
    frame = page._repr_html_()
    assert frame.startswith('<iframe title="Conv2d, step by step" srcdoc="&lt;!doctype html&gt;')
    assert "<script" not in frame
    assert repr(page) == "<convscope: Conv2d, step by step>"
    saved = page.save(tmp_path / "conv.html")
    assert saved.read_text("utf-8") == page.html


def test_softmax_is_a_table_of_its_fractions() -> None:
    page = convscope.show(nn.Softmax(dim=-1), torch.tensor([[0.0, 0.0], [1.0, 1.0]]), index=1)
    assert "no window slides" in page.html
    assert page.html.count("<td>50%</td>") == 2
    assert "[1, :]" in page.html


def test_an_array_and_a_list_do_as_well() -> None:
    layer = nn.Conv2d(1, 1, 2)
    numbers = [[[1, 2, 3], [4, 5, 6], [7, 8, 9]]]
    pages = {convscope.show(layer, each).html for each in (numbers, np.array(numbers))}
    assert len(pages) == 1


def test_the_layer_and_the_tensor_stay_as_they_are() -> None:
    layer, x = nn.ReLU(inplace=True), torch.tensor([-1.0, 2.0], requires_grad=True)
    convscope.show(layer, x)
    assert x.tolist() == [-1.0, 2.0]
    assert x.grad is None


class Twice(nn.Conv2d):
    """A convolution that is none."""

    def forward(self, input: torch.Tensor) -> torch.Tensor:
        return 2 * super().forward(input)


class Fails(nn.ReLU):
    """A layer of somebody's own that fails."""

    def forward(self, input: torch.Tensor) -> torch.Tensor:
        raise KeyError(input.shape)


MAP = torch.ones(1, 5, 5)
REFUSED: list[tuple[Any, Any, dict[str, Any], str]] = [
    (nn.BatchNorm2d(1), MAP, {}, "BatchNorm2d cannot be shown. These can: Conv2d"),
    (nn.Conv2d, MAP, {}, "Conv2d is a class"),
    (torch.relu, MAP, {}, "must be a layer of torch.nn"),
    (nn.Sequential(nn.Conv2d(1, 1, 3), nn.ReLU()), MAP, {}, r"\[0\] Conv2d, \[1\] ReLU"),
    (nn.LazyConv2d(1, 3), MAP, {}, "has no weights yet"),
    (nn.Conv2d(3, 1, 3), MAP, {}, r"reads 3 channels.*the shape \(1×5×5\)"),
    (nn.Conv2d(1, 1, 3), torch.ones(5, 5), {}, "reads 1 channel:"),
    (nn.Conv2d(1, 1, 7), MAP, {}, "Kernel 7 is larger than the padded input 5"),
    (nn.Conv2d(1, 1, 3), "cat", {}, "tensor or an array of real numbers, but is 'cat'"),
    (nn.Conv2d(1, 1, 3), [[1, 2], [3]], {}, "tensor or an array of real numbers"),
    (nn.ReLU(), torch.ones(2, dtype=torch.complex64), {}, r"complex64 \(cpu"),
    (nn.ReLU(), torch.ones(2, device="meta"), {}, "meta"),
    (nn.ReLU(), torch.ones(0), {}, "no elements"),
    (nn.ReLU(), torch.ones(1, 1, 1, 1, 1), {}, "1 to 4 axes"),
    (nn.ReLU(), torch.tensor([torch.inf]), {}, "NaN or infinity"),
    (nn.GELU("tanh"), MAP, {}, 'approximate="tanh" cannot be shown'),
    (nn.AvgPool2d(2, divisor_override=3), MAP, {}, "divisor_override=3"),
    (nn.AdaptiveAvgPool2d(2), MAP, {}, "output_size"),
    (nn.AdaptiveAvgPool2d(1), torch.ones(1, 70, 5), {}, "spans 70 cells"),
    (nn.MaxPool2d(2, padding=1), torch.ones(5), {}, "channels, height, width"),
    (nn.Linear(4, 2), torch.ones(5), {}, "reads 4 numbers"),
    (Twice(1, 1, 3), MAP, {}, "computes something else"),
    (Fails(), MAP, {}, "The layer itself refuses x"),
    (nn.ReLU(), MAP, {"lang": "de"}, 'lang must be "en" or "ko"'),
    (nn.Conv2d(1, 1, 3), MAP, {"output": 1}, "output must be a whole number from 0 to 0"),
    (nn.Conv2d(1, 1, 3), MAP, {"index": 1}, "index must be a whole number from 0 to 0"),
    (nn.Conv2d(1, 1, 3), MAP, {"at": (3, 0)}, r"from \(0, 0\) to \(2, 2\)"),
    (nn.Conv2d(1, 1, 3), MAP, {"at": 7}, "at must be"),
    (nn.Conv2d(1, 1, 3), MAP, {"at": ("a", None)}, "at must be"),
    (nn.Softmax(3), torch.ones(2), {}, "dim must be"),
]


@pytest.mark.parametrize(("layer", "x", "options", "said"), REFUSED)
def test_what_cannot_be_shown_is_refused_in_a_sentence(
    layer: Any, x: Any, options: dict[str, Any], said: str
) -> None:
    with pytest.raises(convscope.ShowError, match=said):
        convscope.show(layer, x, **options)
    with pytest.raises(convscope.ShowError) as korean:
        convscope.show(layer, x, **{"lang": "ko", **options})
    if "lang" not in options:
        assert re.search("[가-힣]", str(korean.value))
