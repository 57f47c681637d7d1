"""A person's own picture on every page that takes one: the same hint, formats and refusals."""

from __future__ import annotations

import pytest
from PIL import Image
from streamlit.testing.v1 import AppTest

from tests.material.files import colourful, saved
from tests.pages.conftest import ROOT, RunApp
from visualizer.material.picture_limits import FORMAT_LIST
from visualizer.settings.grids import decode
from visualizer.words.text import LANGUAGES, text

PAGES = {"convolution": "conv_input", "pooling": "pool_input", "alexnet": "alex_photo"}
HEIC = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(100)


def asked(run_app: RunApp, page: str, lang: str) -> AppTest:
    """Return the page with the place for a file on it."""
    app = run_app(page, lang=lang)
    return app.selectbox(key=PAGES[page]).select("upload").run()


def captions(app: AppTest) -> str:
    return "\n".join(caption.value for caption in app.caption)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("page", PAGES)
def test_the_limits_are_said_before_and_what_was_done_after(
    run_app: RunApp, page: str, lang: str
) -> None:
    app = asked(run_app, page, lang)
    hint = text("picture.hint", lang, formats=FORMAT_LIST, megabytes=20, most=65, sure=10)
    assert hint in captions(app)
    assert app.file_uploader[0].allowed_type == [], "our own opener says what cannot be opened"
    app.file_uploader[0].upload("cut.jpg", saved(colourful(60, 40), "JPEG")[:-2]).run()
    assert not app.exception
    assert not app.error
    assert text("picture.note.incomplete", lang) in captions(app)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("page", ["convolution", "alexnet"])
def test_a_refusal_names_the_file_in_the_readers_language(
    run_app: RunApp, page: str, lang: str
) -> None:
    app = asked(run_app, page, lang)
    app.file_uploader[0].upload("photo.heic", HEIC).run()
    assert not app.exception
    assert text("picture.error.heic", lang) in [error.value for error in app.error]


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "BMP", "TIFF", "PPM", "AVIF", "ICO", "TGA", "MPO"])
def test_every_promised_format_becomes_numbers(run_app: RunApp, kind: str) -> None:
    app = asked(run_app, "convolution", "en")
    app.file_uploader[0].upload("it", saved(Image.new("RGB", (40, 40), (77,) * 3), kind)).run()
    assert not app.error
    assert (decode(app.query_params["conv_data"]) == 77).all()


def came_back(page: str, **query: str) -> AppTest:
    """Open a page as one whose server was lost does: in a session that goes on from another's."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    app.switch_page(f"pages/{page}.py")
    app.session_state["_visit"] = "0a1b2c3d"
    for name, value in query.items():
        app.query_params[name] = value
    return app.run()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_picture_that_went_with_its_server_is_asked_for_again(lang: str) -> None:
    app = came_back("alexnet", alex_photo="upload", lang=lang)
    assert not app.exception
    assert [box.value for box in app.warning] == [text("shell.picture_lost", lang)]
    assert app.toast[0].value == text("shell.came_back", lang)
    app.selectbox(key="alex_photo").select("upload").run()
    app.file_uploader[0].upload("mine.png", saved(colourful(60, 40), "PNG")).run()
    assert not app.exception
    assert not app.toast, "it is said once"
    assert app.session_state["_alex_bytes_upload"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_numbers_of_a_picture_stay_though_its_file_is_gone(lang: str) -> None:
    numbers = "1.2_3.4"
    app = came_back("convolution", conv_input="upload", conv_data=numbers, conv_size="2", lang=lang)
    assert not app.exception
    assert text("shell.source_lost", lang) in captions(app)
    assert app.session_state["conv_data"]
