"""What a picture is made for: the short way through the layers gives the network's own number."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from visualizer.alexnet.errors import UnitError
from visualizer.alexnet.looks.aim import aim
from visualizer.alexnet.looks.halves import Halved
from visualizer.alexnet.model import AlexNet2012, AnyAlexNet, layers_of, random_model
from visualizer.alexnet.run import apply


@pytest.fixture(scope="module")
def model_2012() -> AnyAlexNet:
    return random_model(AlexNet2012, 7, seed=2)


@pytest.mark.parametrize(
    ("which", "names"),
    [
        ("model", ("relu1", "conv5", "fc7")),
        ("model_2012", ("norm1", "conv2", "pool5")),
    ],
)
def test_the_short_way_gives_a_unit_s_own_number(
    which: str, names: tuple[str, ...], request: pytest.FixtureRequest
) -> None:
    model: AnyAlexNet = request.getfixturevalue(which)
    rng = np.random.default_rng(3)
    for layer in names:
        at = aim(model, layer, 3)
        picture = rng.integers(0, 256, (at.side, at.side, 3), dtype=np.uint8)
        x = at.entered(picture)
        assert x.shape == (3, model.input_size, model.input_size)
        maps = at.maps(picture)
        here = torch.from_numpy(picture).permute(2, 0, 1).float() / 255
        short = at.excitement(here).item()
        # Below zero the short way leaks, so that a silent unit can be woken.
        short = max(short, 0.0) if at.layers[at._last_relu].kind == "relu" else short
        scale = float(maps.abs().max()) + 1e-3
        assert float((maps - short).abs().min()) < 1e-4 * scale, layer
        assert at.value(picture) == float(maps.max())


def test_the_picture_is_the_receptive_field(model: AnyAlexNet) -> None:
    sides = {layer.name: aim(model, layer.name, 0).side for layer in layers_of(model)}
    assert [sides[name] for name in ("conv1", "pool1", "conv2", "conv3", "conv4", "conv5")] == [
        11, 19, 51, 99, 131, 163,
    ]  # fmt: skip
    # No field of pool5 is wholly inside a picture of 224 pixels.
    assert {sides[name] for name in ("pool5", "avgpool", "fc6", "relu7", "fc8")} == {224}


def test_the_gradient_is_torchs(model: AnyAlexNet, model_2012: AnyAlexNet) -> None:
    for network, name in ((model, "relu6"), (model, "conv3"), (model_2012, "conv5")):
        at = aim(network, name, 5)
        pixels = torch.rand(3, at.side, at.side, generator=torch.Generator().manual_seed(0))
        ours = pixels.clone().requires_grad_()
        (found,) = torch.autograd.grad(at.excitement(ours), ours)
        theirs = at.entered(np.zeros((at.side, at.side, 3), np.uint8))
        here = slice(at.at, at.at + at.side)
        placed = (pixels - torch.tensor([[[0.485]], [[0.456]], [[0.406]]])) / torch.tensor(
            [[[0.229]], [[0.224]], [[0.225]]]
        )
        theirs[:, here, here] = placed
        theirs.requires_grad_()
        x = theirs.unsqueeze(0)
        for layer in at.layers[: -1 if name == "relu6" else None]:
            x = apply(layer, x)
        value = x[0, 5] if x.dim() == 2 else x[0, 5, x.shape[2] // 2, x.shape[3] // 2]
        if x.dim() == 4:
            value = x[0, 5].flatten()[int((x[0, 5] - at.excitement(pixels)).abs().argmin())]
        (expected,) = torch.autograd.grad(value, theirs)
        expected = expected[:, here, here] / torch.tensor([[[0.229]], [[0.224]], [[0.225]]])
        if name == "relu6" and float(value.detach()) < 0:
            expected = expected * 0.1
        torch.testing.assert_close(found, expected, rtol=1e-3, atol=1e-6)


def test_two_halves_are_one_layer(model: AnyAlexNet, model_2012: AnyAlexNet) -> None:
    cases = [
        (model.features[6], (1, 192, 7, 7), 1),
        (model_2012.features[4], (1, 96, 9, 9), 2),
        (model.classifier[4], (1, 4096), 0),
    ]
    for module, shape, padding in cases:
        x = torch.randn(shape, generator=torch.Generator().manual_seed(1)).requires_grad_()
        ours = Halved.apply(x, module, padding)  # type: ignore[no-untyped-call]
        theirs = module(x)
        torch.testing.assert_close(ours, theirs, rtol=1e-4, atol=1e-4)
        gradient = torch.randn(theirs.shape, generator=torch.Generator().manual_seed(2))
        (found,) = torch.autograd.grad(ours, x, gradient)
        (expected,) = torch.autograd.grad(theirs, x, gradient)
        torch.testing.assert_close(found, expected, rtol=1e-4, atol=1e-4)


def test_what_there_is_not_is_refused(model: AnyAlexNet) -> None:
    with pytest.raises(UnitError) as error:
        aim(model, "conv9", 0)
    assert error.value.code == "unit_layer"
    with pytest.raises(UnitError) as error:
        aim(model, "pool2", 192)
    assert error.value.details["last"] == 191
