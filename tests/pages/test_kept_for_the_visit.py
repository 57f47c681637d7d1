"""An uploaded picture and typed numbers are kept: a smaller size loses nothing of them."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image
from streamlit.testing.v1 import AppTest

from tests.pages.conftest import RunApp
from visualizer.settings.grids import decode


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
    links = [code.value for code in app.code if "conv_size=7" in code.value]
    assert links
    assert "note=a+b%26c" in links[0]
