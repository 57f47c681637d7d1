"""The stage from its own data: what is drawn where, and what the player is given."""

import base64
import io
import json
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from PIL import Image

from visualizer import engine
from visualizer.figures.lettering import BLANK, SUM_SIZE
from visualizer.figures.packing import unpack
from visualizer.figures.photo import photo_colors
from visualizer.figures.scene import Scene
from visualizer.figures.stage import Stage
from visualizer.figures.windows import window_scene


def scene_of(
    size: int = 5, kernel: int = 3, channels: int = 1, filters: int = 1, **how: Any
) -> Scene:
    rng = np.random.default_rng(7)
    trace = engine.trace_conv2d(
        rng.integers(-3, 6, (channels, size, size)),
        rng.integers(-2, 3, (filters, channels, kernel, kernel)),
        np.arange(filters) + 1.0,
        **how,
    )
    roles = ("input", "kernel", "products", "output", "activated")
    titles = {role: [f"{role} {i}" for i in range(4)] for role in roles}
    written = "max(0, {})" if how.get("activation") else ""
    return window_scene(trace, titles=titles, activation=written)


def drawn(scene: Scene, dark: bool = False) -> dict[str, Any]:
    spec: dict[str, Any] = json.loads(Stage(scene, dark).figure().to_json())
    return spec


def traces(figure: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {trace["name"]: trace for trace in figure["data"]}


def test_every_number_of_a_small_example_is_on_the_stage() -> None:
    scene = scene_of()
    by_name = traces(drawn(scene))
    assert by_name["numbers:input"]["text"] == [_written(v) for v in scene.grid.ravel()]
    assert scene.weight is not None
    assert by_name["numbers:kernel"]["text"] == [_written(v) for v in scene.weight.ravel()]
    assert by_name["numbers:output"]["text"] == [_written(v) for v in scene.output.ravel()]
    products = scene.grid[0, :3, :3] * scene.weight[0, 0]
    expected = [_written(v) for v in products.ravel()] + [f"Σ {_written(products.sum())}"]
    assert by_name["numbers:products"]["text"] == expected


def test_real_weights_and_their_products_do_not_stand_as_nothing() -> None:
    trace = engine.trace_conv2d(np.full((1, 3, 3), 9.01), np.full((1, 1, 2, 2), 0.003329))
    titles = {role: [role] for role in ("input", "kernel", "products", "output")}
    by_name = traces(drawn(window_scene(trace, titles=titles)))
    assert by_name["numbers:kernel"]["text"] == ["0.0033"] * 4
    assert by_name["numbers:products"]["text"] == ["0.030"] * 4 + ["Σ 0.12"]


def test_products_too_small_to_be_read_are_painted_and_their_sum_stays() -> None:
    scene = scene_of(size=20, kernel=11)
    stage = Stage(scene, dark=False)
    numbers = traces(json.loads(stage.figure().to_json()))["numbers:products"]
    assert numbers["text"][:-1] == [BLANK] * 121
    assert numbers["text"][-1].startswith("Σ ")
    assert numbers["textfont"]["size"][-1] == SUM_SIZE
    shade = stage.data()["shade"]
    assert shade is not None
    assert len(shade["scale"]) == 101
    assert shade["limit"] >= np.abs(scene.moment(0).shown).max()
    # Where every width has room for the numbers nothing is painted.
    assert Stage(scene_of(), dark=False).data()["shade"] is None


def _written(value: float) -> str:
    return str(int(value)).replace("-", "\u2212")


def test_nothing_on_the_stage_is_a_heatmap_and_every_axis_moves() -> None:
    figure = drawn(scene_of(channels=3, filters=4, activation=engine.relu))
    assert {trace["type"] for trace in figure["data"]} == {"scatter"}
    axes = {key.replace("axis", "") for key in figure["layout"] if key.startswith("xaxis")}
    moving = ("window", "light", "cover", "mark")
    moved = {t["xaxis"] for t in figure["data"] if t["name"].split(":")[0] in moving}
    moved |= {t["xaxis"] for t in figure["data"] if t["name"] == "numbers:products"}
    assert moved == axes


def test_no_label_covers_the_cells() -> None:
    for trace in drawn(scene_of(activation=engine.relu))["data"]:
        assert trace["hoverinfo"] == "skip"


def test_cells_count_from_one_and_padding_lies_before() -> None:
    by_name = traces(drawn(scene_of(padding=2)))
    assert by_name["numbers:input"]["x"][:3] == [-1, 0, 1]
    assert by_name["numbers:output"]["x"][0] == 1
    window = by_name["window:input"]
    assert (min(window["x"]), max(window["x"])) == (-1.5, 1.5)


def test_a_dilated_window_outlines_its_taps_alone() -> None:
    window = traces(drawn(scene_of(size=7, dilation=2)))["window:input"]
    assert window["x"].count(None) == 8  # nine cells, eight gaps


def test_unused_rows_are_struck_through() -> None:
    by_name = traces(drawn(scene_of(size=6, stride=2)))
    assert by_name["unused:input"]["y"][:2] == [6, 6]
    assert "unused:input" not in traces(drawn(scene_of(size=5, stride=2)))


def test_the_first_output_cell_is_marked_and_the_others_covered() -> None:
    by_name = traces(drawn(scene_of()))
    mark, cover = by_name["mark:output"], by_name["cover:output"]
    assert (min(mark["x"]), max(mark["x"]), min(mark["y"]), max(mark["y"])) == (0.5, 1.5, 0.5, 1.5)
    polygon = list(zip(cover["x"], cover["y"], strict=True))[:7]
    assert _area(polygon) == pytest.approx(8)
    assert cover["fill"] == "toself"


def _area(points: list[tuple[float, float]]) -> float:
    pairs = pairwise(points)
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs)) / 2


def test_pictures_have_the_colour_of_their_cells() -> None:
    scene = scene_of()
    figure = drawn(scene)
    source = figure["layout"]["images"][0]["source"]
    picture = Image.open(io.BytesIO(base64.b64decode(source.split(",")[1]))).convert("RGB")
    side = picture.width // 5
    strongest = np.unravel_index(np.abs(scene.grid[0]).argmax(), (5, 5))
    pixel = picture.getpixel(
        (int(strongest[1] * side + side / 2), int(strongest[0] * side + side / 2))
    )
    assert isinstance(pixel, tuple)
    blue = scene.grid[0][strongest] > 0
    assert (pixel[2] > pixel[0]) == blue


def test_the_spec_stays_small_and_holds_no_frames() -> None:
    figure = Stage(scene_of(size=32, padding=1), False).figure()
    assert len(figure.to_json()) < 80_000
    assert not figure.frames


def test_unreadable_numbers_are_not_drawn_but_can_be_pointed_at() -> None:
    stage = Stage(scene_of(size=32), False)
    numbers = traces(json.loads(stage.figure().to_json()))["numbers:input"]
    assert numbers["text"] == ""
    assert len(numbers["customdata"]) == 1024
    assert set(stage.data()["inks"]["input"]) <= {"0", "1"}


def test_the_still_picture_does_not_depend_on_anything_but_the_scene() -> None:
    assert drawn(scene_of()) == drawn(scene_of())
    assert drawn(scene_of()) != drawn(scene_of(), dark=True)


def test_the_player_gets_the_engines_own_numbers() -> None:
    scene = scene_of(size=6, channels=2, filters=3, stride=2, activation=engine.relu)
    stage = Stage(scene, False)
    stage.figure()
    data = stage.data()
    assert np.array_equal(unpack(data["grid"]), scene.grid)
    assert np.array_equal(unpack(data["output"]), scene.output)
    assert scene.activated is not None
    assert np.array_equal(unpack(data["activated"]), scene.activated)
    sums = unpack(data["sums"]).sum(axis=1) + unpack(data["bias"])[:, None, None]
    assert np.allclose(sums, scene.output)
    assert len(data["kernels"]) == 3
    # What the browser reads is JSON: it has no NaN.
    assert json.loads(json.dumps(data, allow_nan=False))["operation"] == "conv"


def test_photos_keep_their_colours() -> None:
    gray = photo_colors(np.array([[[0.0, 255.0]]]))
    assert gray.tolist() == [[[[0, 0, 0], [255, 255, 255]]]]
    red = photo_colors(np.array([[[200.0]], [[10.0]], [[10.0]]]))[0, 0, 0]
    assert red[0] == 200
    assert red[1] == red[2] == 40
