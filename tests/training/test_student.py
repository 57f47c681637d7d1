import pytest
import torch
from torch.nn import functional as F

from training.network.student import CONVS, DENSE, Student, folded_state, spread
from visualizer.alexnet.model import AlexNet


def lived_in(student: Student, seed: int = 0) -> Student:
    """A student whose normalisations have seen something and whose output is not all zero."""
    generator = torch.Generator().manual_seed(seed)
    for name, tensor in student.state_dict().items():
        if tensor.dtype.is_floating_point and ("norm" in name or "output" in name):
            tensor.copy_(torch.rand(tensor.shape, generator=generator) * 0.5 + 0.5)
    return student.eval()


@pytest.mark.parametrize("size", [63, 96, 128, 224])
def test_any_size_gives_logits(size: int) -> None:
    student = Student(7, rank=8, width=0.1).eval()
    assert student(torch.zeros(2, 3, size, size)).shape == (2, 7)


@pytest.mark.parametrize("rows", [1, 2, 3, 4, 5, 6, 7, 12])
def test_spreading_is_adaptive_pooling(rows: int) -> None:
    x = torch.rand(2, 3, rows, 3, generator=torch.Generator().manual_seed(rows))
    torch.testing.assert_close(spread(x), F.adaptive_avg_pool2d(x, 6))


def test_shapes_are_alexnets() -> None:
    wanted = AlexNet(num_classes=200).state_dict()
    with torch.device("meta"):
        student = Student(200)
    got = {name: tuple(tensor.shape) for name, tensor in folded_state(student).items()}
    for index, inputs, outputs in DENSE:
        assert got.pop(f"classifier.{index}.down") == (256, inputs)
        assert got.pop(f"classifier.{index}.up") == (outputs, 256)
        got[f"classifier.{index}.weight"] = (outputs, inputs)
    assert got == {name: tuple(tensor.shape) for name, tensor in wanted.items()}


def test_folding_changes_nothing() -> None:
    student = lived_in(Student(5, rank=6, width=0.05)).double()
    x = torch.rand(2, 3, 96, 96, generator=torch.Generator().manual_seed(1)).double()
    state = folded_state(student)
    y = x
    for index, _, _, _, stride, padding, pooled in CONVS:
        weight, bias = state[f"features.{index}.weight"], state[f"features.{index}.bias"]
        y = F.relu(F.conv2d(y, weight, bias, stride, padding))
        if pooled:
            y = F.max_pool2d(y, 3, 2)
    y = F.adaptive_avg_pool2d(y, 6).flatten(1)
    for index, *_ in DENSE:
        dense = state[f"classifier.{index}.up"] @ state[f"classifier.{index}.down"]
        y = F.relu(F.linear(y, dense, state[f"classifier.{index}.bias"]))
    y = F.linear(y, state["classifier.6.weight"], state["classifier.6.bias"])
    torch.testing.assert_close(student(x), y, rtol=1e-9, atol=1e-9)
