"""A picture gets a grid to be seen on, and is kept: a smaller size loses nothing of it."""

from __future__ import annotations

import io
import json

import numpy as np
import pytest
from PIL import Image
from streamlit.testing.v1 import AppTest

from tests.pages.conftest import RunApp, open_tab
from visualizer.settings.grids import decode, encode
from visualizer.words.text import text


def picture() -> bytes:
    """A PNG of 64×64 coloured noise."""
    noise = np.random.default_rng(0).integers(0, 256, (64, 64, 3), dtype=np.uint8)
    file = io.BytesIO()
    Image.fromarray(noise).save(file, "PNG")
    return file.getvalue()


def data(app: AppTest, prefix: str) -> str | None:
    """Return the grid in the address."""
    found: str | list[str] | None = dict(app.query_params).get(f"{prefix}_data")
    return found[-1] if isinstance(found, list) else found


@pytest.mark.parametrize(("page", "prefix"), [("convolution", "conv"), ("pooling", "pool")])
def test_a_picture_serves_every_size_and_channel_count(
    run_app: RunApp, page: str, prefix: str
) -> None:
    app = run_app(page, lang="en")
    app.selectbox(key=f"{prefix}_input").set_value("upload").run()
    app.get("file_uploader")[0].upload("noise.png", picture(), "image/png").run()  # type: ignore[union-attr]
    first = data(app, prefix)
    assert first is not None
    size = app.number_input(key=f"{prefix}_size").value
    app.number_input(key=f"{prefix}_size").set_value(8).run()
    larger = decode(data(app, prefix) or "")
    assert larger.shape == (1, 8, 8)
    assert (larger > 0).all(), "the picture fills the larger grid; zeros would surround a corner"
    app.number_input(key=f"{prefix}_channels").set_value(3).run()
    coloured = decode(data(app, prefix) or "")
    assert coloured.shape == (3, 8, 8)
    assert coloured[1:].any()
    app.number_input(key=f"{prefix}_channels").set_value(1).run()
    app.number_input(key=f"{prefix}_size").set_value(size).run()
    assert data(app, prefix) == first
    app.selectbox(key=f"{prefix}_input").set_value("random").run()
    assert data(app, prefix) is None
    app.selectbox(key=f"{prefix}_input").set_value("upload").run()
    assert data(app, prefix) == first


@pytest.mark.parametrize("tag", ["ko-KR", "KO", "ko_KR"])
def test_a_language_tag_is_read_as_people_write_it(run_app: RunApp, tag: str) -> None:
    app = run_app("pooling", lang=tag)
    assert app.title[0].value == "풀링"
    assert dict(app.query_params)["lang"] in ("ko", ["ko"])


def test_the_link_to_share_is_encoded(run_app: RunApp) -> None:
    app = run_app("convolution", lang="en", conv_size=7, note="a b&c")
    open_tab(app, "convolution", "take")
    links = [code.value for code in app.code if "conv_size=7" in code.value]
    assert links
    assert "note=a+b%26c" in links[0]


def test_a_tab_stays_open_in_the_other_language(run_app: RunApp) -> None:
    app = open_tab(run_app("pooling", lang="en"), "pooling", "code")
    shown = [code.value for code in app.code]
    assert shown
    app.segmented_control(key="lang").set_value("ko").run()
    assert app.title[0].value == "풀링"
    assert [code.value for code in app.code] == shown


def test_a_part_stays_open_in_the_other_language(run_app: RunApp) -> None:
    app = run_app("dense", lang="en")
    app.session_state["dense_folded"] = True
    app.run()
    assert len(app.get("plotly_chart")) == 3
    app.segmented_control(key="lang").set_value("ko").run()
    assert len(app.get("plotly_chart")) == 3


BOTH = pytest.mark.parametrize(("page", "prefix"), [("convolution", "conv"), ("pooling", "pool")])


def size(app: AppTest, prefix: str) -> int:
    """Return the size of the input that is shown."""
    return int(app.number_input(key=f"{prefix}_size").value or 0)


@BOTH
def test_a_chosen_photo_grows_a_small_grid_and_gives_the_size_back(
    run_app: RunApp, page: str, prefix: str
) -> None:
    app = run_app(page)
    small = size(app, prefix)
    app.selectbox(key=f"{prefix}_input").set_value("photo").run()
    assert size(app, prefix) == 32
    assert dict(app.query_params)[f"{prefix}_size"] in ("32", ["32"])
    app.selectbox(key=f"{prefix}_input").set_value("cross").run()
    assert size(app, prefix) == small
    # A size that a person chose meanwhile stays.
    app.selectbox(key=f"{prefix}_input").set_value("photo").run()
    app.number_input(key=f"{prefix}_size").set_value(9).run()
    app.selectbox(key=f"{prefix}_input").set_value("cross").run()
    assert size(app, prefix) == 9


@BOTH
def test_an_address_with_a_photo_keeps_its_size(run_app: RunApp, page: str, prefix: str) -> None:
    app = run_app(page, **{f"{prefix}_input": "photo", f"{prefix}_size": 7})
    assert size(app, prefix) == 7
    assert not app.warning


def test_a_photo_grows_no_further_than_the_other_settings_allow(run_app: RunApp) -> None:
    app = run_app("convolution", conv_transposed=1, conv_stride=2, conv_size=4)
    app.selectbox(key="conv_input").set_value("photo").run()
    assert size(app, "conv") == 15  # 2·14 + 3 = 31 cells of output
    assert app.number_input(key="conv_stride").value == 2
    assert app.number_input(key="conv_kernel").value == 3


@BOTH
@pytest.mark.parametrize("kind", ["photo", "upload"])
def test_a_colour_picture_is_shown_beside_its_channels(
    run_app: RunApp, page: str, prefix: str, kind: str
) -> None:
    app = run_app(page, lang="en")
    app.selectbox(key=f"{prefix}_input").set_value(kind).run()
    if kind == "upload":
        app.get("file_uploader")[0].upload("noise.png", picture(), "image/png").run()  # type: ignore[union-attr]
    assert size(app, prefix) == 32
    assert not app.get("image")
    app.number_input(key=f"{prefix}_channels").set_value(3).run()
    assert not app.exception
    (shown,) = app.get("image")
    assert text("input.three_channels", "en") in str(shown.proto)


def test_a_colour_picture_that_came_with_an_address_is_shown_too(run_app: RunApp) -> None:
    grid = encode(np.arange(75.0).reshape(3, 5, 5))
    app = run_app("convolution", conv_input="upload", conv_channels=3, conv_data=grid)
    assert not app.exception
    assert len(app.get("image")) == 1


@pytest.mark.parametrize(("kind", "drawn"), [("photo", "image"), ("digit", "heatmap")])
def test_below_the_pooling_a_photo_stays_a_photo(run_app: RunApp, kind: str, drawn: str) -> None:
    app = run_app("pooling", pool_input=kind, pool_size=12, pool_channels=3)
    charts = [json.loads(chart.proto.spec) for chart in app.get("plotly_chart")[1:]]
    assert len(charts) == 8
    assert {chart["data"][0]["type"] for chart in charts} == {drawn}
