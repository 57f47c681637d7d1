from __future__ import annotations

import pytest
import torch
from torch import nn
from torch.nn import functional as F

from visualizer.alexnet.model import (
    AlexNet,
    AlexNet2012,
    AnyAlexNet,
    empty_model,
    layers_of,
    random_model,
)
from visualizer.alexnet.run import Run

# Names and shapes of every tensor in the published file.
PUBLISHED = {
    "features.0.weight": (64, 3, 11, 11),
    "features.0.bias": (64,),
    "features.3.weight": (192, 64, 5, 5),
    "features.3.bias": (192,),
    "features.6.weight": (384, 192, 3, 3),
    "features.6.bias": (384,),
    "features.8.weight": (256, 384, 3, 3),
    "features.8.bias": (256,),
    "features.10.weight": (256, 256, 3, 3),
    "features.10.bias": (256,),
    "classifier.1.weight": (4096, 9216),
    "classifier.1.bias": (4096,),
    "classifier.4.weight": (4096, 4096),
    "classifier.4.bias": (4096,),
    "classifier.6.weight": (1000, 4096),
    "classifier.6.bias": (1000,),
}


def parameters(model: nn.Module) -> int:
    return sum(parameter.numel() for parameter in model.parameters())


def test_every_tensor_has_the_published_name_and_shape() -> None:
    state = empty_model(AlexNet).state_dict()
    assert {name: tuple(tensor.shape) for name, tensor in state.items()} == PUBLISHED


def test_parameters_are_those_of_the_published_network_and_of_the_paper() -> None:
    assert parameters(empty_model(AlexNet)) == 61_100_840
    assert parameters(empty_model(AlexNet2012)) == 60_965_224


def test_the_paper_splits_convolutions_2_4_and_5() -> None:
    layers = {layer.name: layer.module for layer in layers_of(empty_model(AlexNet2012))}
    groups = [layers[f"conv{i}"].groups for i in range(1, 6)]
    assert groups == [1, 2, 1, 2, 2]


def test_shapes_of_the_published_network(run: Run) -> None:
    shapes = {each.name: each.shape for each in run.layers}
    assert shapes == {
        **dict.fromkeys(("conv1", "relu1"), (64, 55, 55)),
        "pool1": (64, 27, 27),
        **dict.fromkeys(("conv2", "relu2"), (192, 27, 27)),
        "pool2": (192, 13, 13),
        **dict.fromkeys(("conv3", "relu3"), (384, 13, 13)),
        **dict.fromkeys(("conv4", "relu4", "conv5", "relu5"), (256, 13, 13)),
        **dict.fromkeys(("pool5", "avgpool"), (256, 6, 6)),
        **dict.fromkeys(("fc6", "relu6", "fc7", "relu7"), (4096,)),
        "fc8": (1000,),
    }


def test_shapes_of_the_paper(run_2012: Run) -> None:
    shapes = {each.name: each.shape for each in run_2012.layers}
    expected = {
        "conv1": (96, 55, 55),
        "norm1": (96, 55, 55),
        "pool1": (96, 27, 27),
        "conv2": (256, 27, 27),
        "norm2": (256, 27, 27),
        "pool2": (256, 13, 13),
        "conv3": (384, 13, 13),
        "conv4": (384, 13, 13),
        "conv5": (256, 13, 13),
        "pool5": (256, 6, 6),
        "fc6": (4096,),
        "fc7": (4096,),
        "fc8": (10,),
    }
    assert {name: shapes[name] for name in expected} == expected
    assert run_2012.names[:4] == ("conv1", "relu1", "norm1", "pool1")


def test_predictions_equal_a_plain_reference(model: AnyAlexNet, run: Run) -> None:
    w = model.state_dict()

    def conv(x: torch.Tensor, i: int, stride: int, padding: int) -> torch.Tensor:
        weight, bias = w[f"features.{i}.weight"], w[f"features.{i}.bias"]
        return F.relu(F.conv2d(x, weight, bias, stride, padding))

    def dense(x: torch.Tensor, i: int) -> torch.Tensor:
        return F.linear(x, w[f"classifier.{i}.weight"], w[f"classifier.{i}.bias"])

    with torch.no_grad():
        x = F.max_pool2d(conv(run.input[None], 0, 4, 2), 3, 2)
        x = F.max_pool2d(conv(x, 3, 1, 2), 3, 2)
        x = conv(conv(conv(x, 6, 1, 1), 8, 1, 1), 10, 1, 1)
        x = F.adaptive_avg_pool2d(F.max_pool2d(x, 3, 2), 6)
        x = F.relu(dense(torch.flatten(x, 1), 1))
        logits = dense(F.relu(dense(x, 4)), 6)[0]
        called = model(run.input[None])[0]
    torch.testing.assert_close(run.logits, logits, rtol=1e-5, atol=1e-5)
    torch.testing.assert_close(called, logits, rtol=1e-5, atol=1e-5)


def test_groups_are_two_networks_side_by_side(run_2012: Run) -> None:
    """Convolution 2 of the paper: each half of its filters sees half of the channels."""
    layer = run_2012.layer("conv2").layer.module
    assert isinstance(layer, nn.Conv2d)
    assert layer.bias is not None
    got = run_2012.input_of("conv2")[None]
    with torch.no_grad():
        halves = [
            F.conv2d(got[:, 48 * i : 48 * i + 48], weight, bias, padding=2)
            for i, (weight, bias) in enumerate(
                zip(layer.weight.split(128), layer.bias.split(128), strict=True)
            )
        ]
    expected = torch.cat(halves, 1)[0]
    torch.testing.assert_close(run_2012.output("conv2"), expected, rtol=1e-4, atol=1e-5)


def test_response_normalisation_is_the_papers_formula(run_2012: Run) -> None:
    a = run_2012.input_of("norm1").double()
    expected = torch.empty_like(a)
    for i in range(len(a)):
        near = a[max(0, i - 2) : i + 3]
        expected[i] = a[i] / (2 + 1e-4 * (near**2).sum(0)) ** 0.75
    torch.testing.assert_close(run_2012.output("norm1").double(), expected, rtol=1e-5, atol=1e-6)


def test_random_weights_are_the_same_every_time() -> None:
    state = torch.random.get_rng_state()
    first, second, other = (random_model(AlexNet, 3, seed).state_dict() for seed in (5, 5, 6))
    assert all(torch.equal(first[name], second[name]) for name in first)
    assert not torch.equal(first["features.0.weight"], other["features.0.weight"])
    assert torch.equal(state, torch.random.get_rng_state())  # nobody else's numbers were drawn


@pytest.mark.parametrize("model_type", [AlexNet, AlexNet2012])
def test_layers_are_in_order_and_found_by_their_published_key(model_type: type[AnyAlexNet]) -> None:
    model = empty_model(model_type)
    layers = layers_of(model)
    assert [layer.name for layer in layers if layer.kind == "linear"] == ["fc6", "fc7", "fc8"]
    assert all(model.get_submodule(layer.key) is layer.module for layer in layers)
    assert len({layer.name for layer in layers}) == len(layers)
