"""Weights of the reader's own on the AlexNet page: uploaded, named, opened, put away."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

import pytest
import torch
from streamlit.testing.v1 import AppTest

from tests.pages.alexnet.visit import opened, places, said, sums
from visualizer.alexnet.weights import own, registry
from visualizer.lessons.alexnet.parts.answers import own_answers, results, sweep
from visualizer.settings.messages import filled
from visualizer.words.text import text

NAMES = ("**cat** <b>", "[dog](http://example.org)")


@pytest.fixture(scope="module")
def homework() -> Iterator[bytes]:
    """A fine-tuned AlexNet of two classes, as a training script saves it."""
    loaded = registry.SHARED.get()
    tensors = {f"module.{name}": each.half() for name, each in loaded.model.state_dict().items()}
    for name in ("weight", "bias"):
        tensors[f"module.classifier.6.{name}"] = tensors[f"module.classifier.6.{name}"][:2].clone()
    file = io.BytesIO()
    torch.save({"epoch": 7, "model": tensors}, file)
    yield file.getvalue()
    own.GONE.clear()


def uploaded(data: bytes, **query: str) -> AppTest:
    app = opened(**query)
    app.session_state["alex_own_part"] = True
    app.run()
    return app.file_uploader(key="alex_own_file_0").set_value(("home.pth", data, "")).run()


def sentences(app: AppTest) -> str:
    return "\n".join(each.value for each in (*app.markdown, *app.caption, *app.warning))


def test_a_homework_opens_down_to_its_products(homework: bytes) -> None:
    lang = "ko"
    app = uploaded(homework, lang=lang)
    assert not app.exception
    assert app.query_params["alex_weights"] in ("own", ["own"])
    source = text("alex.source.own", lang, file="`home.pth`", classes="2")
    assert source in sentences(app)
    assert text("alexnet.error.own_note_prefix", lang, prefix="`module.`") in sentences(app)
    # Two classes, of which none is left over; what the photo shows is not known.
    assert text("alex.rest_none", lang, forward="", prepare="")[:6] in sentences(app)
    assert not app.error
    start = text("alex.equal", lang, ours="", torch="", difference="")[:6]
    assert app.success[0].value.startswith(start)
    app.text_area(key="alex_own_typed").set_value("\n".join(NAMES)).run()
    app.selectbox(key="alex_layer").set_value("fc8").run()
    assert not app.exception
    assert app.selectbox(key="alex_channel").options == [f"{i + 1} {NAMES[i]}" for i in (0, 1)]
    assert places(app)["alex_maps"]["numbers"] == [0, 1]
    # Nowhere are they Markdown or HTML.
    plain = re.sub(r"`[^`]*`", "", sentences(app))
    assert not any(name in plain for name in NAMES)
    assert "&lt;b&gt;" in sums(app)[0] or "[dog]" in sums(app)[0]
    loaded = app.session_state["_alex_own"].loaded
    app.button(key="alex_own_drop").click().run()
    said(app, lang)
    assert "alex_weights" not in app.query_params
    # Nothing that it answered is kept.
    sweep()
    mine = re.compile(rf"(?<!\d){loaded.generation}:")
    assert not any(mine.search(str(key)) for key in (*own_answers()._values, *results()._values))


def test_a_bad_file_and_a_bad_list_are_a_sentence_each(homework: bytes) -> None:
    app = uploaded(homework[:-100], lang="en")
    assert app.warning[0].value == text("alexnet.error.own_archive", "en")
    said(app, "en")
    app.file_uploader(key="alex_own_file_1").set_value(("home.pth", homework, "")).run()
    app.text_area(key="alex_own_typed").set_value("a\nb\nc").run()
    count = {"names": 3, "classes": 2}
    assert app.warning[0].value == filled("alexnet.error.own_names_count", count, "en")
    # Another visit needs the room: the page says so and goes on with other weights.
    app.session_state["_alex_own"].release()
    app.run()
    assert app.warning[0].value == text("alexnet.error.own_put_away", "en")
    said(app, "en")


def test_a_link_to_own_weights_says_that_they_stayed_behind() -> None:
    app = opened(alex_weights="own", lang="en")
    assert "no link holds them" in app.warning[0].value
    said(app, "en")
