from pathlib import Path

import pytest
import torch

from tests.training.test_student import lived_in
from training.__main__ import main
from training.evaluate import logits_of, quick_predict, score, stock_predict
from training.evaluate import main as evaluate
from training.export import export
from training.network.student import Student
from training.photos.data import Photos


def test_score_counts_first_and_first_five() -> None:
    images = torch.arange(4, dtype=torch.uint8)[:, None, None, None].expand(4, 2, 2, 3)
    photos = Photos(images, torch.tensor([0, 1, 2, 3]))
    table = torch.tensor(
        [
            [9, 8, 7, 6, 5, 4, 3],  # class 0 first
            [9, 8, 7, 6, 5, 4, 3],  # class 1 second
            [9, 8, 1, 6, 5, 4, 3],  # class 2 last
            [9, 8, 7, 4.5, 5, 4, 3],  # class 3 fifth
        ]
    )
    logits = logits_of(lambda x: table[x[:, 0, 0, 0].long()], photos, batch=3)
    assert torch.equal(logits, table)
    result = score(logits, photos.labels)
    assert (result.top1, result.top5, result.photos) == (0.25, 0.75, 4)


@pytest.mark.parametrize("kind", ["quick", "stock"])
def test_photos_are_prepared_for_the_network(kind: str, tiny_photos: Photos) -> None:
    seen: list[torch.Tensor] = []

    class Spy(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.unused = torch.nn.Parameter(torch.zeros(()))

        def forward(self, x: torch.Tensor) -> torch.Tensor:
            seen.append(x)
            return torch.zeros(len(x), 3)

    spy = Spy()
    predict = quick_predict(spy, 224) if kind == "quick" else stock_predict(spy)
    predict(tiny_photos.images[:2])
    assert seen[0].shape == (2, 3, 224, 224)
    first = tiny_photos.images[0].float().mean((0, 1)) / 255
    wanted = (first - torch.tensor([0.485, 0.456, 0.406])) / torch.tensor([0.229, 0.224, 0.225])
    torch.testing.assert_close(seen[0][0].mean((1, 2)), wanted, atol=0.05, rtol=0)


def test_the_command_prints_both_accuracies(
    data_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    torch.manual_seed(0)
    weights = tmp_path / "three.npz"
    export(lived_in(Student(3, rank=4)), weights)
    assert evaluate(["--data", str(data_folder), "--weights", str(weights)]) == 0
    said = capsys.readouterr().out
    assert "top-1" in said
    assert "calibration error" in said
    assert "top-5 100.00% on 6 validation photos" in said


def test_one_command_makes_the_weights(
    data_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["--data", str(data_folder), "--work", str(tmp_path), "--device", "cpu",
               "--no-teacher", "--phases", "64x1/8"]  # fmt: skip
    assert main([*command, "--minutes", "0"]) == 0
    assert "stopped at step 1 of 3" in capsys.readouterr().out
    assert main(command) == 0
    said = capsys.readouterr().out
    assert "going on at step 1 of 3" in said
    assert (tmp_path / "alexnet200.npz").exists()
