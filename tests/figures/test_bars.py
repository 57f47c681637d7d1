"""The bar of colours: there where numbers are hidden, and nowhere else."""

from __future__ import annotations

import pytest

from tests.figures.test_stage import drawn, scene_of


@pytest.mark.parametrize(("size", "hidden"), [(5, False), (30, True)])
def test_what_colours_stand_for_is_said_where_no_number_says_it(size: int, hidden: bool) -> None:
    figure = drawn(scene_of(size))
    bars = {image["name"]: image["visible"] for image in figure["layout"]["images"]
            if image["name"].startswith("scale:")}  # fmt: skip
    assert bars == {"scale:input": hidden, "scale:kernel": False, "scale:output": hidden}
    ends = [note for note in figure["layout"]["annotations"] if note.get("visible")]
    said = {note["name"]: note["text"] for note in ends}
    wanted = {f"{end}:{role}" for role in ("input", "output") for end in ("low", "high")}
    assert set(said) & wanted == (wanted if hidden else set())
    if hidden:
        assert said["low:input"] == "−5"
        assert said["high:input"] == "5"
