from pathlib import Path

import numpy as np
import pytest
import torch

from training.photos.data import Photos
from training.teachers import distill
from training.teachers.distill import features, fit_last_layer, kept_features, soft_labels, targets
from training.teachers.teacher import SameConv2d, Teacher, block_strides


def random_state(classes: int = 11, width: int = 8) -> dict[str, torch.Tensor]:
    """A state dict of the teacher's names with few channels."""
    generator = torch.Generator().manual_seed(0)
    state: dict[str, torch.Tensor] = {}

    def add(conv: str, norm: str, c_out: int, c_in: int, kernel: int) -> None:
        weight = torch.randn(c_out, c_in, kernel, kernel, generator=generator)
        state[f"{conv}.weight"] = weight / (c_in * kernel * kernel) ** 0.5
        for name in ("weight", "bias", "running_mean", "running_var"):
            state[f"{norm}.{name}"] = torch.rand(c_out, generator=generator) + 0.1

    add("_conv_stem", "_bn0", width, 3, 3)
    for i in range(16):
        name = f"_blocks.{i}"
        if i:
            add(f"{name}._expand_conv", f"{name}._bn0", 2 * width, width, 1)
        hidden = 2 * width if i else width
        add(f"{name}._depthwise_conv", f"{name}._bn1", hidden, 1, 3 if i % 2 else 5)
        add(f"{name}._project_conv", f"{name}._bn2", width, hidden, 1)
    add("_conv_head", "_bn1", 3 * width, width, 1)
    state["_fc.weight"] = torch.randn(classes, 3 * width, generator=generator)
    state["_fc.bias"] = torch.randn(classes, generator=generator)
    return state


def test_same_padding_puts_the_odd_one_last() -> None:
    conv = SameConv2d(torch.ones(1, 1, 3, 3), torch.zeros(1), stride=2, groups=1, relu6=False)
    x = torch.arange(16.0).reshape(1, 1, 4, 4)
    # Four cells, kernel 3, stride 2: one row and one column of padding, below and to the right.
    assert conv(x).tolist() == [[[[45.0, 39.0], [66.0, 50.0]]]]
    assert conv(torch.ones(1, 1, 5, 5)).shape == (1, 1, 3, 3)


def test_the_teacher_gives_the_logits_of_the_classes_kept() -> None:
    state = random_state()
    photos = torch.rand(2, 3, 64, 64, generator=torch.Generator().manual_seed(1)) * 255
    everything = Teacher(state)(photos)
    assert everything.shape == (2, 11)
    torch.testing.assert_close(Teacher(state, [4, 0, 9])(photos), everything[:, [4, 0, 9]])


def test_features_are_computed_in_batches(tiny_photos: Photos) -> None:
    teacher = Teacher(random_state())
    device = torch.device("cpu")
    found = features(teacher, tiny_photos.images[:5], 64, device, batch=2)
    assert found.shape == (5, 24)
    assert bool((found >= 0).all())


def test_each_network_halves_the_photo_five_times() -> None:
    for blocks in (16, 21):
        assert len(block_strides(blocks)) == blocks
        assert block_strides(blocks).count(2) == 4  # and the stem once more


def test_a_mirrored_view_sees_the_mirrored_photo(tiny_photos: Photos) -> None:
    teacher, device = Teacher(random_state()), torch.device("cpu")
    images = tiny_photos.images[:3]
    there = features(teacher, images, 64, device, mirrored=True)
    assert (there == features(teacher, images.flip(2), 64, device)).all()
    assert (there != features(teacher, images, 64, device)).any()


def test_features_are_kept_in_parts_and_made_once(
    tiny_photos: Photos, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(distill, "PART", 10)
    teacher, device = Teacher(random_state()), torch.device("cpu")
    made = kept_features(teacher, "0", tiny_photos, tmp_path, "train", device, size=64)
    assert len(made) == len(tiny_photos)
    files = sorted(tmp_path.glob("features/0/*.npy"))
    assert len(files) == 3
    files[1].unlink()
    monkeypatch.setattr(distill, "features", lambda *_, **__: np.zeros((10, 24), np.float16))
    again = kept_features(teacher, "0", tiny_photos, tmp_path, "train", device, size=64)
    assert torch.equal(again[:10], made[:10])
    assert not again[10:20].any()


def test_soft_labels_are_the_mean_of_the_views(
    tiny_photos: Photos, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(distill, "TEACHER_SIZE", 64)
    monkeypatch.setattr(
        distill, "load_teacher", lambda *_, **__: Teacher(random_state(), [2, 0, 1])
    )
    device = torch.device("cpu")

    def made(*views: str) -> torch.Tensor:
        return soft_labels(tiny_photos, [2, 0, 1], tmp_path, 0, device, tiny_photos, views).float()

    torch.testing.assert_close(made("0", "1m"), (made("0") + made("1m")) / 2, atol=0.02, rtol=0.01)
    assert torch.equal(made("0"), made("0"))
    with pytest.raises(ValueError, match="not of these photos"):
        soft_labels(tiny_photos, [2, 0], tmp_path, 0, device, views=("0",))


def test_a_fitted_last_layer_separates_what_can_be_separated() -> None:
    torch.manual_seed(0)
    labels = torch.arange(300) % 3
    inputs = torch.randn(300, 8) + 4 * torch.eye(8)[labels]
    weight, bias = fit_last_layer(
        inputs, labels, torch.zeros(3, 8), torch.zeros(3), epochs=60, seed=0
    )
    right = (inputs @ weight.T + bias).argmax(1) == labels
    assert float(right.float().mean()) > 0.9


def test_targets_mix_teacher_and_label() -> None:
    labels = torch.tensor([0, 2])
    logits = torch.log(torch.tensor([[0.5, 0.25, 0.25], [0.1, 0.1, 0.8]]))
    mixed = targets(labels, logits, 3, share=0.6)
    wanted = torch.tensor([[0.7, 0.15, 0.15], [0.06, 0.06, 0.88]])
    torch.testing.assert_close(mixed, wanted)
    smooth = targets(labels, None, 3, share=0.3)
    torch.testing.assert_close(smooth, torch.tensor([[0.8, 0.1, 0.1], [0.1, 0.1, 0.8]]))
