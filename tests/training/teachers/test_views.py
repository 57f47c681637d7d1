from dataclasses import replace
from pathlib import Path

import pytest
import torch
from torch.nn import functional as F

from tests.training.teachers.test_distill import random_state
from training.photos.data import Photos
from training.recipe import Recipe
from training.teachers import views
from training.teachers.finetune import Fitting, fit
from training.teachers.teacher import Teacher
from training.teachers.views import KEPT, Views, ask, draw_views, judge, taught_views

CLASSES = [4, 0, 9]
RECIPE = Recipe(phases="64x1", crops=4, fitting=Fitting(seconds=1e-9, size=64, batch=8))


def tiny_teacher() -> Teacher:
    return Teacher(random_state(), CLASSES)


@pytest.fixture
def no_download(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(views, "load_teacher", lambda *_, **__: tiny_teacher())


def test_crops_grow_from_first_to_last() -> None:
    boxes, flips = draw_views(200, RECIPE)
    assert boxes.shape == (200, 4, 4)
    areas = boxes[:, :, 2:].prod(2).mean(0)
    assert bool((areas[1:] > areas[:-1]).all())
    assert 0.3 < float(flips.float().mean()) < 0.7
    again, _ = draw_views(200, RECIPE)
    assert torch.equal(boxes, again)
    assert not torch.equal(boxes, draw_views(200, replace(RECIPE, seed=1))[0])


def test_a_view_is_drawn_with_its_own_logits() -> None:
    boxes, flips = draw_views(6, RECIPE)
    logits = torch.arange(24.0).reshape(6, 4, 1)
    numbers = torch.tensor([5, 0, 3] * 20)
    for large in (False, True):
        generator = torch.Generator().manual_seed(0)
        some, mirrored, said = Views(boxes, flips, logits).draw(numbers, generator, large)
        which = said[:, 0].long() - 4 * numbers
        assert set(which.tolist()) == ({2, 3} if large else {0, 1, 2, 3})
        assert torch.equal(some, boxes[numbers, which])
        assert torch.equal(mirrored, flips[numbers, which])


def test_the_teacher_is_asked_about_each_view(tiny_photos: Photos) -> None:
    teacher, images = tiny_teacher(), tiny_photos.images[:5]
    boxes, flips = draw_views(5, RECIPE)
    said = ask(teacher, images, boxes, flips, 64, batch=2)
    assert said.shape == (5, 4, 3)
    assert said.dtype == torch.float16
    alone = ask(teacher, images[3:4], boxes[3:4, 1:2], flips[3:4, 1:2], 64, batch=1)
    torch.testing.assert_close(said[3, 1], alone[0, 0], atol=1e-2, rtol=1e-2)


def test_fitting_moves_every_layer_and_ends_with_its_time(
    tiny_photos: Photos, capsys: pytest.CaptureFixture[str]
) -> None:
    teacher = tiny_teacher()
    before = {name: tensor.clone() for name, tensor in teacher.named_parameters()}
    loss = F.cross_entropy(whole_photos(teacher, tiny_photos), tiny_photos.labels)
    how = Fitting(seconds=55.0, size=64, batch=8, rate=0.01, last_rate=0.05)
    # The clock moves by a second a look: one begins, one ends, one is for the speed at step 50.
    assert fit(teacher, tiny_photos, how, 0, iter(range(1000)).__next__) == 53 * 8
    assert "step 50" in capsys.readouterr().out
    moved = [name for name, now in teacher.named_parameters() if not torch.equal(now, before[name])]
    assert len(moved) == len(before)
    assert not any(tensor.requires_grad for tensor in teacher.parameters())
    assert F.cross_entropy(whole_photos(teacher, tiny_photos), tiny_photos.labels) < loss


def whole_photos(teacher: Teacher, photos: Photos) -> torch.Tensor:
    with torch.inference_mode():
        return teacher(photos.images.permute(0, 3, 1, 2).float())  # type: ignore[no-any-return]


def test_a_teacher_is_judged_by_whole_photos(tiny_photos: Photos) -> None:
    teacher = tiny_teacher()
    best = whole_photos(teacher, tiny_photos).argmax(1)
    first, five = judge(teacher, Photos(tiny_photos.images, best), 64, torch.device("cpu"))
    assert first > 0.8  # mirrored photos are averaged in
    assert five == 1


def test_views_are_kept(
    tiny_photos: Photos, tmp_path: Path, no_download: None, capsys: pytest.CaptureFixture[str]
) -> None:
    made = taught_views(tiny_photos, CLASSES, tmp_path, RECIPE, tiny_photos)
    assert "of the validation photos" in capsys.readouterr().out
    assert made.logits.shape == (24, 4, 3)
    again = taught_views(tiny_photos, CLASSES, tmp_path, RECIPE)
    assert torch.equal(made.logits, again.logits)
    assert torch.equal(made.boxes, again.boxes)
    assert len(again.to("cpu")) == 24


def test_views_of_other_photos_are_refused(
    tiny_photos: Photos, tmp_path: Path, no_download: None
) -> None:
    taught_views(tiny_photos, CLASSES, tmp_path, RECIPE)
    fewer = Photos(tiny_photos.images[:20], tiny_photos.labels[:20])
    with pytest.raises(ValueError, match=KEPT):
        taught_views(fewer, CLASSES, tmp_path, RECIPE)
