from pathlib import Path

import numpy as np
import pytest
import torch

from training.photos.data import Order, decode, load_photos, read_classes


def test_classes_come_in_the_order_of_their_labels(data_folder: Path) -> None:
    classes = read_classes(data_folder)
    assert classes.names == ["red", "green", "blue"]
    assert classes.imagenet == [7, 3, 5]


def test_parts_are_joined_and_decoded(data_folder: Path, tmp_path: Path) -> None:
    photos = load_photos(data_folder, tmp_path, "train")
    assert photos.images.shape == (24, 64, 64, 3)
    assert photos.images.dtype == torch.uint8
    assert photos.labels.tolist() == [i % 3 for i in range(14)] + [i % 3 for i in range(10)]
    for label, channel in ((0, 0), (1, 1), (2, 2)):
        means = photos.images[photos.labels == label].float().mean((0, 1, 2))
        assert int(means.argmax()) == channel


def test_decoded_photos_are_kept(data_folder: Path, tmp_path: Path) -> None:
    first = load_photos(data_folder, tmp_path, "val")
    again = load_photos(Path("no such folder"), tmp_path, "val")
    assert torch.equal(first.images, again.images)
    assert not list(tmp_path.glob("*.part"))


def test_a_missing_part_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"train\*\.npz"):
        load_photos(tmp_path, tmp_path / "work", "train")


def test_photos_of_another_size_are_refused(data_folder: Path, tmp_path: Path) -> None:
    import io

    from PIL import Image

    buffer = io.BytesIO()
    Image.new("RGB", (65, 64)).save(buffer, "WEBP")
    data = np.frombuffer(buffer.getvalue(), np.uint8)
    np.savez(tmp_path / "x.npz", images=data, offsets=np.array([0, len(data)]), labels=[0])
    with pytest.raises(ValueError, match="photo 0"):
        decode(tmp_path / "x.npz")


def test_every_pass_shows_every_photo_once() -> None:
    order = Order(10, seed=3)
    stream = torch.cat([order.numbers(start, 4) for start in range(0, 20, 4)])
    assert sorted(stream[:10].tolist()) == list(range(10))
    assert sorted(stream[10:].tolist()) == list(range(10))
    assert stream[:10].tolist() != stream[10:].tolist()


def test_the_stream_is_the_same_from_any_place() -> None:
    whole = Order(7, seed=1).numbers(0, 30)
    assert torch.equal(Order(7, seed=1).numbers(11, 13), whole[11:24])
    assert not torch.equal(Order(7, seed=2).numbers(0, 30), whole)
