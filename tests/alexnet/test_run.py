from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import numpy as np
import pytest
import torch
from torch import nn

from tests.alexnet.conftest import colourful
from visualizer.alexnet.errors import Cancelled, UnitError
from visualizer.alexnet.maps import channel_order, strongest_units, value_range
from visualizer.alexnet.model import AnyAlexNet
from visualizer.alexnet.names import class_names, numbered
from visualizer.alexnet.prediction import guess, predict, truth
from visualizer.alexnet.preprocessing import Prepared, prepare
from visualizer.alexnet.run import Run, run_network
from visualizer.alexnet.unit import open_unit


def test_each_output_is_the_next_layers_input(run: Run) -> None:
    x = run.input[None]
    with torch.inference_mode():
        for each in run.layers:
            x = each.layer.module(x.flatten(1) if each.layer.kind == "linear" else x)
            assert torch.equal(x[0], each.output)


def test_values_before_and_after_relu_are_both_kept(run: Run) -> None:
    for index, each in enumerate(run.layers):
        if each.layer.kind == "relu":
            before = run.layers[index - 1].output
            assert bool((before < 0).any())
            assert torch.equal(each.output, before.clamp(min=0))


def test_a_network_with_relu_in_place_is_kept_whole_too(
    model: AnyAlexNet, prepared: Prepared, run: Run
) -> None:
    relus = [module for module in model.modules() if isinstance(module, nn.ReLU)]
    for relu in relus:
        relu.inplace = True
    try:
        again = run_network(model, prepared.tensor)
    finally:
        for relu in relus:
            relu.inplace = False
    for one, other in zip(run.layers, again.layers, strict=True):
        assert torch.equal(one.output, other.output)


def test_nothing_stays_in_the_model(model: AnyAlexNet, run: Run) -> None:
    for module in model.modules():
        assert not module._forward_hooks
        assert not module._forward_pre_hooks
    assert all(parameter.grad is None for parameter in model.parameters())
    assert not any(parameter.requires_grad for parameter in model.parameters())


def test_times_are_measured(run: Run) -> None:
    assert all(each.seconds > 0 for each in run.layers)
    assert run.seconds == pytest.approx(sum(each.seconds for each in run.layers))


def test_parameters_of_the_layers_add_up(run: Run) -> None:
    assert sum(each.parameters for each in run.layers) == 61_100_840


def test_cancelling_stops_between_layers(model: AnyAlexNet, prepared: Prepared) -> None:
    asked = 0

    def third_time() -> bool:
        nonlocal asked
        asked += 1
        return asked == 3

    with pytest.raises(Cancelled):
        run_network(model, prepared.tensor, third_time)
    assert asked == 3


def test_unknown_layers_are_refused(run: Run) -> None:
    with pytest.raises(UnitError) as caught:
        run.output("conv9")
    assert caught.value.code == "unit_layer"
    assert "conv1" in caught.value.details["allowed"]


def test_arrays_are_views_that_cannot_be_written(run: Run) -> None:
    view = run.layer("conv1").array()
    with pytest.raises(ValueError, match="read-only"):
        view[0, 0, 0] = 1.0


def test_nothing_differs_when_eight_threads_ask_at_once(model: AnyAlexNet) -> None:
    pictures = [prepare(colourful(300, 260, seed)).tensor for seed in range(8)]
    alone = [run_network(model, picture) for picture in pictures]

    def ask(index: int) -> Run:
        torch.set_num_threads(2)  # OpenMP's setting belongs to each thread
        return run_network(model, pictures[index])

    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(ask, range(8)))
    for one, other in zip(alone, together, strict=True):
        assert torch.equal(one.input, other.input)
        for left, right in zip(one.layers, other.layers, strict=True):
            assert torch.equal(left.output, right.output)
        assert open_unit(one, "relu4", 7, 3, 9).value == open_unit(other, "relu4", 7, 3, 9).value
    assert len({float(each.logits[0]) for each in together}) == 8


def test_a_true_class_has_its_place_among_all(run: Run) -> None:
    names = class_names(1000)
    order = np.argsort(-run.logits.numpy(), kind="stable")
    third, last = names[order[2]], names[order[-1]]
    found = truth(run, names, [last.wnid, third.wnid])
    assert found is not None
    assert (found.name, found.place) == (third, 3)
    assert found.probability == pytest.approx(float(run.probabilities[third.index]))
    assert truth(run, names, []) is None
    assert truth(run, numbered(1000), ["n01443537"]) is None


def test_prediction_links_logits_and_softmax(run: Run) -> None:
    names = class_names(1000)
    prediction = predict(run, names)
    logits = run.logits.double()
    expected = torch.softmax(logits, 0)
    best = torch.topk(expected, 5)
    assert [each.name.index for each in prediction.top] == best.indices.tolist()
    for each in prediction.top:
        assert each.probability == pytest.approx(float(expected[each.name.index]))
        assert each.exponential / prediction.denominator == pytest.approx(each.probability)
        assert each.exponential == pytest.approx(np.exp(each.logit - prediction.largest))
    assert sum(each.probability for each in prediction.top) + prediction.rest == pytest.approx(1)
    assert guess(run, names, best.indices[2].item()) == prediction.top[2]  # type: ignore[arg-type]


def test_a_class_that_is_not_there_is_refused(run: Run) -> None:
    with pytest.raises(Exception, match="class_index"):
        guess(run, class_names(1000), 1000)


def test_channels_are_sorted_by_strength(run: Run) -> None:
    output = run.layer("relu3").array()
    assert channel_order(output).tolist() == list(range(384))
    by_mean = output[channel_order(output, "mean")].mean(axis=(1, 2))
    by_max = output[channel_order(output, "max")].max(axis=(1, 2))
    assert (np.diff(by_mean) <= 1e-6).all()
    assert (np.diff(by_max) <= 0).all()


def test_strongest_units(run: Run) -> None:
    output = run.layer("conv5").array()
    units = strongest_units(output, 6)
    assert [unit.value for unit in units] == np.sort(output.ravel())[::-1][:6].tolist()
    for unit in units:
        assert output[unit.channel, unit.row, unit.col] == unit.value
    one = strongest_units(output, 2, channel=17)
    assert {unit.channel for unit in one} == {17}
    assert one[0].value == output[17].max()
    flat = strongest_units(run.layer("fc8").array(), 1)
    assert flat[0].channel == int(run.logits.argmax())
    assert len(strongest_units(np.zeros((2, 2, 2)), 100)) == 8


def test_colour_scales_of_a_map_a_layer_and_everything(run: Run) -> None:
    one = value_range(run, "conv2", "map", 5)
    layer = value_range(run, "conv2", "layer")
    everything = value_range(run, "conv2", "all")
    assert one == float(run.output("conv2")[5].abs().max())
    assert one <= layer <= everything
    assert everything == max(float(each.output.abs().max()) for each in run.layers)


def test_a_temperature_changes_how_sure_the_network_is_but_not_of_what(run: Run) -> None:
    names = class_names(1000)
    plain = predict(run, names)
    warm = replace(run, temperature=2.0)
    found = predict(warm, names)
    assert found.temperature == 2
    assert [each.name for each in found.top] == [each.name for each in plain.top]
    assert found.top[0].probability < plain.top[0].probability
    wanted = torch.softmax(run.logits.double() / 2, 0)
    np.testing.assert_allclose(warm.probabilities, wanted.numpy())
    for each in found.top:
        assert each.probability == pytest.approx(each.exponential / found.denominator)
    again = guess(warm, names, 3)
    assert again.probability == pytest.approx(again.exponential / found.denominator)
