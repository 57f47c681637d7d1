from dataclasses import replace
from pathlib import Path

import pytest

from tests.training.teachers.test_distill import random_state
from training.__main__ import RECIPES, main
from training.evaluate import load_shipped
from training.recipe import GPU
from training.teachers import views
from training.teachers.teacher import Teacher


def test_the_gpus_recipe_makes_a_file_that_loads(
    data_folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(views, "load_teacher", lambda *_, **__: Teacher(random_state(), [7, 3, 5]))
    monkeypatch.setitem(RECIPES, "gpu", replace(GPU, rank=8))  # the factors are most of the work
    out = tmp_path / "weights.npz"
    command = ["--data", str(data_folder), "--work", str(tmp_path), "--out", str(out)]
    command += ["--device", "cpu", "--recipe", "gpu", "--teach", "1e-9", "--phases", "64x1/12"]
    assert main(command) == 0
    assert "2 steps" in capsys.readouterr().out
    assert load_shipped(out).num_classes == 3
