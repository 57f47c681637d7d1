from pathlib import Path

import pytest
import torch

from tests.training.test_student import lived_in
from training.evaluate import load_shipped
from training.export import export, student_of
from training.network.student import Student
from visualizer.alexnet.model import AlexNet
from visualizer.alexnet.weights.storage import Precision


@pytest.mark.parametrize(("factors_in", "slack"), [("float16", 0.01), ("int8", 0.03)])
def test_the_loaded_network_is_plain_alexnet_and_says_the_same(
    tmp_path: Path, factors_in: Precision, slack: float
) -> None:
    torch.manual_seed(0)
    student = lived_in(Student(5, rank=8))
    path = tmp_path / "small.npz"
    export(student, path, factors_in)
    model = load_shipped(path)
    assert type(model) is AlexNet
    assert [name for name, _ in model.named_parameters()] == [
        name for name, _ in AlexNet(num_classes=5).named_parameters()
    ]
    x = torch.rand(2, 3, 224, 224)
    with torch.inference_mode():
        wanted, got = student(x), model(x)
    scale = float(wanted.abs().max())
    assert float((wanted - got).abs().max()) < slack * scale  # float16 keeps 11 bits, int8 8


def test_a_checkpoint_gives_the_network_back(tmp_path: Path) -> None:
    torch.manual_seed(0)
    student = Student(5, rank=8)
    torch.save({"model": student.state_dict()}, tmp_path / "student.ckpt")
    again = student_of(tmp_path / "student.ckpt")
    for name, tensor in student.state_dict().items():
        assert torch.equal(tensor, again.state_dict()[name])
