from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import numpy as np
import pytest
import torch

from visualizer.alexnet.attribution import Heat, attribution_layers, grad_cam, occlusion
from visualizer.alexnet.errors import AlexNetError, Cancelled, UnitError
from visualizer.alexnet.model import AnyAlexNet
from visualizer.alexnet.run import Run, apply


@pytest.mark.parametrize(("layer", "module"), [("conv5", 11), ("conv3", 7), ("relu1", 1)])
def test_grad_cam_equals_the_definition(
    model: AnyAlexNet, run: Run, layer: str, module: int
) -> None:
    """Reference: gradients through the whole network, then equations 1 and 2 of the paper."""
    features = model.features
    best = int(run.logits.argmax())
    with torch.enable_grad():
        maps = features[: module + 1](run.input.clone()[None].requires_grad_())
        maps.retain_grad()
        logits = model.classifier(torch.flatten(features[module + 1 :](maps), 1))
        logits[0, best].backward()
    assert maps.grad is not None
    weights = maps.grad[0].mean((1, 2), keepdim=True)
    expected = torch.relu((weights * maps[0]).sum(0)).detach()
    heat = grad_cam(run, best, layer)
    np.testing.assert_allclose(heat.raw, expected.numpy(), rtol=1e-3, atol=1e-6)
    assert heat.scaled.shape == (224, 224)
    assert heat.scaled.min() >= 0
    assert heat.scaled.max() <= 1
    assert heat.probability == pytest.approx(float(run.probabilities[best]))
    assert heat.layer == layer.replace("relu", "conv")
    assert not heat.empty


def test_gradients_leave_nothing_in_the_model(model: AnyAlexNet, run: Run) -> None:
    with torch.inference_mode():
        grad_cam(run, 3)  # works even where a caller has turned gradients off
    assert all(parameter.grad is None for parameter in model.parameters())


def test_no_reader_waits_for_sympy(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "torch.fx.experimental.symbolic_shapes", None)
    assert grad_cam(run, 3, "conv3").raw.shape == (13, 13)


def test_no_evidence_is_said() -> None:
    nothing = np.zeros((2, 2), dtype=np.float32)
    assert Heat("grad_cam", 0, "conv5", nothing, nothing, 0.1, 0.0).empty


def test_threads_do_not_meet(run: Run) -> None:
    alone = [grad_cam(run, index).raw for index in range(8)]
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda index: grad_cam(run, index).raw, range(8)))
    for one, other in zip(alone, together, strict=True):
        np.testing.assert_allclose(one, other, rtol=1e-4, atol=1e-6)


def test_occlusion_equals_covering_by_hand(model: AnyAlexNet, run: Run) -> None:
    index = int(run.logits.argmax())
    steps = list(occlusion(run, index, patch=112, stride=112, batch=3))
    assert [(step.done, step.total) for step in steps] == [(3, 4), (4, 4)]
    heat = steps[-1].heat
    for top, left in ((0, 0), (0, 112), (112, 0), (112, 112)):
        covered = run.input.clone()[None]
        covered[:, :, top : top + 112, left : left + 112] = 0
        with torch.inference_mode():
            answer = torch.softmax(model(covered).double(), 1)[0, index].item()
        loss = heat.raw[top : top + 112, left : left + 112]
        np.testing.assert_allclose(loss, heat.probability - answer, rtol=1e-3, atol=1e-6)
    assert heat.scaled.max() in (0.0, 1.0)


def test_occlusion_keeps_to_the_runs_temperature(run: Run) -> None:
    warm = replace(run, temperature=3.0)
    (step,) = occlusion(warm, 1, patch=224, stride=224)
    nothing = run_network_on(warm, torch.zeros_like(run.input))
    assert step.heat.raw[5, 5] == pytest.approx(warm.probabilities[1] - nothing, abs=1e-9)


def run_network_on(run: Run, picture: torch.Tensor) -> float:
    """The probability of class 1, by the layers of `run` and at its temperature."""
    x = picture[None]
    with torch.inference_mode():
        for each in run.layers:
            x = apply(each.layer, x)
    return float(torch.softmax(x[0].double() / run.temperature, 0)[1])


def test_overlapping_patches_reach_the_edge_and_are_averaged(run: Run) -> None:
    steps = list(occlusion(run, 0, patch=150, stride=100, batch=2))
    assert steps[-1].total == 4  # at 0 and 74 on each axis
    raw = steps[-1].heat.raw
    middle = raw[100, 100]
    corners = raw[0, 0], raw[0, 223], raw[223, 0], raw[223, 223]
    assert middle == pytest.approx(np.mean(corners), abs=1e-6)


def test_occlusion_stops_when_asked(run: Run) -> None:
    stop = False
    steps = occlusion(run, 0, patch=64, stride=32, batch=1, cancel=lambda: stop)
    assert next(steps).done == 1
    assert not torch.is_inference_mode_enabled()  # the caller's own mode is untouched
    stop = True
    with pytest.raises(Cancelled):
        next(steps)


def test_bad_requests_are_refused_at_once(run: Run) -> None:
    with pytest.raises(AlexNetError, match="occlusion_patch"):
        occlusion(run, 0, patch=0)
    with pytest.raises(AlexNetError, match="occlusion_patch"):
        occlusion(run, 0, patch=16, stride=17)
    with pytest.raises(AlexNetError, match="class_index"):
        occlusion(run, 1000)
    with pytest.raises(AlexNetError, match="class_index"):
        grad_cam(run, -1)
    for layer in ("fc6", "relu6", "pool1", "conv9"):
        with pytest.raises(UnitError, match="unit_kind"):
            grad_cam(run, 0, layer)
    assert attribution_layers(run) == ("conv1", "conv2", "conv3", "conv4", "conv5")
