import json
from dataclasses import replace
from pathlib import Path

import pytest
import torch

from training.network.student import DenseBlock, Student
from training.photos.data import Photos
from training.recipe import Recipe
from training.run.loop import CHECKPOINT, LOG, Run
from training.teachers.views import Views, draw_views

TINY = Recipe(phases="64x1,80x1/6", batch=8, rank=6, dropout=0.2, mixup=0.2, average=0.5)
VIEWED = replace(TINY, crops=4, settle=0.4)


def run_in(folder: Path, photos: Photos, recipe: Recipe = TINY, teacher: bool = True) -> Run:
    torch.manual_seed(recipe.seed)
    model = Student(3, rank=recipe.rank, dropout=recipe.dropout, width=0.05)
    logits = 4 * torch.eye(3)[photos.labels] if teacher else None
    views = None
    if recipe.crops and logits is not None:
        boxes, flips = draw_views(len(photos), recipe)
        views = Views(boxes, flips, logits[:, None].expand(-1, recipe.crops, -1).half())
    return Run(model, recipe, photos, logits, 3, folder, photos, views)


def weights(run: Run) -> dict[str, torch.Tensor]:
    return {name: tensor.clone() for name, tensor in run.model.state_dict().items()}


def dropouts(run: Run) -> list[float]:
    return [block.dropout for block in run.model.modules() if isinstance(block, DenseBlock)]


@pytest.mark.parametrize("recipe", [TINY, VIEWED], ids=["photos", "views"])
@pytest.mark.parametrize("stop_at", [2, 4])
def test_a_broken_run_ends_as_an_unbroken_one(
    tmp_path: Path, tiny_photos: Photos, stop_at: int, recipe: Recipe
) -> None:
    whole = run_in(tmp_path / "whole", tiny_photos, recipe)
    assert whole.train()
    broken = run_in(tmp_path / "broken", tiny_photos, recipe)
    assert not broken.train(stop_at=stop_at)
    resumed = run_in(tmp_path / "broken", tiny_photos, recipe)
    assert resumed.resume()
    assert resumed.step == stop_at
    assert resumed.train()
    for wanted, got in [(whole.model, resumed.model), (whole.result, resumed.result)]:
        there = got.state_dict()
        assert all(torch.equal(tensor, there[name]) for name, tensor in wanted.state_dict().items())


def test_a_finished_run_stays_finished(tmp_path: Path, tiny_photos: Photos) -> None:
    run = run_in(tmp_path, tiny_photos)
    assert run.train()
    again = run_in(tmp_path, tiny_photos)
    assert again.resume()
    before = weights(again)
    assert again.train()
    assert all(torch.equal(before[name], after) for name, after in weights(again).items())


def test_an_empty_folder_has_nothing_to_resume(tmp_path: Path, tiny_photos: Photos) -> None:
    assert not run_in(tmp_path, tiny_photos).resume()


def test_time_that_is_over_ends_a_run_with_a_checkpoint(
    tmp_path: Path, tiny_photos: Photos
) -> None:
    run = run_in(tmp_path, tiny_photos)
    assert not run.train(minutes=0)
    assert run.step == 1
    assert (tmp_path / CHECKPOINT).exists()
    assert not list(tmp_path.glob("*.part"))


def test_a_run_whose_time_is_up_is_complete(tmp_path: Path, tiny_photos: Photos) -> None:
    run = run_in(tmp_path, tiny_photos)
    assert run.train(finish=1e-9)
    assert run.step == 0
    last = json.loads((tmp_path / LOG).read_text().splitlines()[-1])
    assert last["validated"] == 80


def test_time_enough_changes_nothing(tmp_path: Path, tiny_photos: Photos) -> None:
    plain, timed = (run_in(tmp_path / name, tiny_photos) for name in ("plain", "timed"))
    assert plain.train()
    assert timed.train(finish=1e9)
    there = weights(timed)
    assert all(torch.equal(tensor, there[name]) for name, tensor in weights(plain).items())


def test_a_run_settles_at_its_end(tmp_path: Path, tiny_photos: Photos) -> None:
    run = run_in(tmp_path, tiny_photos, VIEWED)
    run.train_step()
    assert dropouts(run) == [0.2, 0.2]
    assert not run.settling(0.5)
    run.step = run.plan.steps - 1
    run.train_step()
    assert dropouts(run) == [0.0, 0.0]
    run.left = 0.3  # the clock is further than the plan
    assert run.settling(0.5)


def test_a_branch_begins_where_the_trunk_is(tmp_path: Path, tiny_photos: Photos) -> None:
    trunk = run_in(tmp_path / "trunk", tiny_photos)
    trunk.train(stop_at=2)
    branch = run_in(tmp_path / "branch", tiny_photos)
    branch.begin_from(tmp_path / "trunk" / CHECKPOINT)
    assert branch.step == 0
    assert all(
        torch.equal(weights(trunk)[name], tensor) for name, tensor in weights(branch).items()
    )
    assert not (tmp_path / "branch" / CHECKPOINT).exists()


def test_the_average_lies_between_the_weights_it_saw(tmp_path: Path, tiny_photos: Photos) -> None:
    run = run_in(tmp_path, tiny_photos)
    seen = []
    for _ in range(3):
        run.train_step()
        run.step += 1
        seen.append(weights(run)["output.weight"])
    mean = run.result.state_dict()["output.weight"]
    assert bool((mean <= torch.stack(seen).amax(0) + 1e-6).all())
    assert bool((mean >= torch.stack(seen).amin(0) - 1e-6).all())
    assert run.result is not run.model
    assert run_in(tmp_path, tiny_photos, replace(TINY, average=0.0)).result is not run.result


def test_the_log_tells_loss_and_accuracy(tmp_path: Path, tiny_photos: Photos) -> None:
    run_in(tmp_path, tiny_photos).train(log_every=1)
    lines = [json.loads(line) for line in (tmp_path / LOG).read_text().splitlines()]
    assert [line["step"] for line in lines if "loss" in line] == list(range(1, 8))
    assert [line["validated"] for line in lines if "top1" in line] == [64, 80]


def test_it_learns_colors(tmp_path: Path, tiny_photos: Photos) -> None:
    recipe = replace(TINY, phases="64x12", dropout=0.0, mixup=0.0, teacher_share=0.1)
    run = run_in(tmp_path, tiny_photos, recipe, teacher=False)
    assert run.train()
    last = json.loads((tmp_path / LOG).read_text().splitlines()[-1])
    assert last["top1"] > 0.9
