import pytest
import torch

from training.network.student import Student
from training.run.optimizer import SphereMuon, optimizers, orthogonalised


@pytest.mark.parametrize("shape", [(8, 8), (6, 40), (40, 6)])
def test_singular_values_come_near_one(shape: tuple[int, int]) -> None:
    torch.manual_seed(0)
    values = torch.linalg.svdvals(orthogonalised(torch.randn(shape) * 3))
    assert float(values.min()) > 0.3
    assert float(values.max()) < 1.4


def test_a_step_has_the_length_asked_for_and_keeps_the_norm() -> None:
    torch.manual_seed(0)
    weight = torch.nn.Parameter(torch.randn(9, 4, 3, 3))
    optimizer = SphereMuon([weight], lr=0.1)
    weight.grad = torch.randn_like(weight)
    optimizer.step()  # the first step brings it onto the sphere
    before = weight.detach().clone()
    assert float(before.norm()) == pytest.approx(3, rel=1e-4)
    weight.grad = torch.randn_like(weight)
    optimizer.step()
    assert float(weight.detach().norm()) == pytest.approx(3, rel=1e-4)
    assert 0.03 * 3 < float((weight.detach() - before).norm()) <= 0.105 * 3


def test_every_parameter_has_one_optimiser() -> None:
    student = Student(3, rank=4, width=0.05)
    muon, adam = optimizers(student, 0.03, 0.002)
    first = {id(p) for g in muon.param_groups for p in g["params"]}
    second = {id(p) for g in adam.param_groups for p in g["params"]}
    assert not first & second
    assert first | second == {id(p) for p in student.parameters()}
    assert id(student.output.weight) in second
