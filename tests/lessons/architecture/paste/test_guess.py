"""The input that code was probably written for."""

import pytest

from visualizer.lessons.architecture.paste.guess import likely_input
from visualizer.lessons.architecture.paste.samples import FLATTEN, SAMPLES

SEQUENTIAL = """from torch import nn
model = nn.Sequential(nn.Conv2d({channels}, 8, 3), nn.Flatten(), nn.Linear({inputs}, 10))
"""


@pytest.mark.parametrize(
    ("source", "shape"),
    [
        ("x = torch.randn(8, 3, 64, 48)", (3, 64, 48)),
        ("x = torch.zeros((1, 1, 28, 28))", (1, 28, 28)),
        ("summary(model.to(device), (3, 32, 32))", (3, 32, 32)),
        ("# pictures of 3 x 96 x 96", (3, 96, 96)),
        (FLATTEN, (3, 32, 32)),
        # Which size fits is told by the fully connected layer alone.
        (SEQUENTIAL.format(channels=1, inputs=8 * 26 * 26), (1, 28, 28)),
        (SEQUENTIAL.format(channels=3, inputs=8 * 222 * 222), (3, 224, 224)),
        (SEQUENTIAL.format(channels=3, inputs=8 * 62 * 62), (3, 64, 64)),
        # Nothing fits, or nothing can be read: what is most usual.
        (SEQUENTIAL.format(channels=1, inputs=7), (1, 28, 28)),
        ("", (3, 32, 32)),
        ("x = torch.randn(1, 99999, 99999, 1)", (3, 32, 32)),
    ],
)
def test_the_likely_input(source: str, shape: tuple[int, int, int]) -> None:
    assert likely_input(source) == shape


def test_every_example_is_read_for_an_input_of_its_own() -> None:
    assert [likely_input(source) for source in SAMPLES.values()][:3] == [
        (1, 28, 28),
        (3, 32, 32),
        (16, 56, 56),
    ]
