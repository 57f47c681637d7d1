from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from tests.training.test_student import lived_in
from training.export import export
from training.network.student import Student
from training.network.warm import student_from
from visualizer.alexnet.weights.storage import Precision


@pytest.mark.parametrize(("factors_in", "slack"), [("float16", 0.01), ("int8", 0.05)])
def test_a_student_from_a_file_answers_as_the_one_that_was_written(
    tmp_path: Path, factors_in: Precision, slack: float
) -> None:
    torch.manual_seed(1)
    student = lived_in(Student(5, rank=6, width=0.05))
    path = tmp_path / "weights.npz"
    export(student, path, factors_in)
    photos = torch.randn(16, 3, 64, 64)
    again = student_from(path, photos, width=0.05).eval()
    with torch.no_grad():
        torch.testing.assert_close(again(photos), student(photos), atol=slack, rtol=slack)


def test_its_weights_have_the_lengths_that_training_keeps(tmp_path: Path) -> None:
    torch.manual_seed(1)
    path = tmp_path / "weights.npz"
    export(lived_in(Student(5, rank=6, width=0.05)), path)
    again = student_from(path, torch.randn(8, 3, 64, 64), width=0.05)
    for name, parameter in again.named_parameters():
        weight = parameter.detach()
        if weight.ndim > 1 and not name.startswith("output"):
            assert float(weight.norm()) == pytest.approx(len(weight) ** 0.5, rel=1e-3)


def test_dense_layers_that_are_stored_whole_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "whole.npz"
    arrays: dict[str, Any] = {"classifier.1.weight": np.zeros((4, 4), np.float16)}
    np.savez(path, **arrays)
    with pytest.raises(ValueError, match="factors"):
        student_from(path, torch.zeros(1, 3, 64, 64))
