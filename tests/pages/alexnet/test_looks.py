"""What a unit looks for, on the page: its picture, the photos' places, the sheet of its layer."""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import partial

import pytest
import torch
from PIL import Image
from streamlit.testing.v1 import AppTest

from tests.pages import conftest
from visualizer.alexnet.looks.made import table
from visualizer.alexnet.looks.studio import studio
from visualizer.lessons.alexnet.parts.looks import sheet
from visualizer.material.photos import photo_names
from visualizer.words.text import text


@pytest.fixture(autouse=True, scope="module")
def one_thread() -> Iterator[None]:
    """As where the network is loaded for all."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


opened = partial(conftest.opened, "alexnet")


def keys(app: AppTest) -> set[str]:
    return {str(button.key) for button in app.button}


def said(app: AppTest) -> str:
    return "\n".join(each.value for each in (*app.markdown, *app.caption, *app.info))


def until_made(app: AppTest, stop: str) -> None:
    """Ask, as the page does by itself, until nothing is being made any more."""
    while stop in keys(app):
        assert studio().rests(60)
        app.run()
    assert not app.exception


def test_a_picture_is_made_again_with_another_seed_and_photos_stand_beside_it() -> None:
    app = opened("alex_looks", alex_layer="conv1", alex_channel="7", lang="ko")
    assert text("alex.looks.none", "ko") in said(app)
    assert text("alex.looks.places", "ko", photos=str(len(photo_names()))) in said(app)
    app.button(key="alex_looks_make").click().run()
    until_made(app, "alex_looks_stop")
    assert "alex_looks_make" not in keys(app)
    made = [wanted for wanted in table()._made if wanted.generation == -1]
    assert [(wanted.layer, wanted.channel, wanted.seed) for wanted in made] == [("conv1", 7, 0)]
    assert text("alex.looks.made_channel", "ko", name="conv1", unit="8") in said(app)
    app.button(key="alex_looks_again").click().run()
    assert app.number_input(key="alex_looks_seed").value == 1
    # A press on a photo's place goes there: at the same channel, at its cell.
    best = app.button(key="alex_looks_open_1")
    best.click().run()
    assert not app.exception
    shown = [each.label for each in app.button if str(each.key).startswith("alex_looks_open")]
    assert shown[1] == best.label
    assert dict(app.query_params)["alex_channel"] in ("7", ["7"])
    assert studio().rests(60)


def test_a_photo_of_one_s_own_is_searched_in_this_visit_alone() -> None:
    buffer = io.BytesIO()
    Image.linear_gradient("L").convert("RGB").rotate(45).save(buffer, "PNG")
    app = opened("alex_looks", alex_layer="fc8", alex_channel="3", lang="en")
    app.session_state["_alex_bytes_upload"] = buffer.getvalue()
    app.selectbox(key="alex_photo").set_value("upload").run()
    count = str(len(photo_names()) + 1)
    assert text("alex.looks.places_own", "en", photos=count, own="1") in said(app)
    app.selectbox(key="alex_photo").set_value("cat").run()
    assert text("alex.looks.places_own", "en", photos=count, own="1") in said(app)
    other = opened("alex_looks", alex_layer="fc8", alex_channel="3", lang="en")
    assert text("alex.looks.places", "en", photos=str(len(photo_names()))) in said(other)


def test_a_sheet_is_made_beside_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet, "PAGE", 3)
    app = opened("alex_sheet", alex_layer="relu1", alex_channel="4", lang="en")
    assert app.selectbox(key="alex_sheet_page_64").value == 3
    app.button(key="alex_sheet_make").click().run()
    until_made(app, "alex_sheet_stop")
    assert "alex_sheet_make" not in keys(app)
    assert text("alex.sheet.hint", "en") in said(app)
