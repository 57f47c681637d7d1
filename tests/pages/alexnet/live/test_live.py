"""The live camera on its page, without a browser: what the panel is sent, and for what."""

from __future__ import annotations

import base64
import io
from typing import Any

import pytest
from PIL import Image
from streamlit.testing.v1 import AppTest

from tests.pages import conftest
from tests.pages.conftest import RunApp
from visualizer.lessons.alexnet.parts.live import panel, seats
from visualizer.lessons.alexnet.parts.live.frames import SIDE
from visualizer.lessons.alexnet.parts.live.way import LIVE, WAY
from visualizer.lessons.alexnet.settings import NAMES
from visualizer.words.text import text


@pytest.fixture(autouse=True)
def free_seats(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(seats, "SEATS", seats.Seats())


def live(run_app: RunApp, lang: str = "en") -> AppTest:
    """Open the page with the camera chosen, live, without the rest of the page."""
    app = run_app("alexnet", lang=lang)
    app.selectbox(key="alex_photo").set_value("webcam")
    app.session_state[WAY] = LIVE
    return app.run()


def sent(app: AppTest) -> dict[str, Any]:
    """Return what the panel is sent."""
    parts = [part.proto for part in app.get("bidi_component")]
    return conftest.sent(next(part.json for part in parts if panel.KEY in part.id))


def frame(**other: Any) -> dict[str, Any]:
    """Return what a browser sends."""
    buffer = io.BytesIO()
    Image.new("RGB", (SIDE, SIDE), "olive").save(buffer, "JPEG")
    picture = base64.b64encode(buffer.getvalue()).decode("ascii")
    return {"number": 4, "picture": picture, "layer": "conv2", "first": 0} | other


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_live_is_one_tap_away_and_then_there_is_one_camera(run_app: RunApp, lang: str) -> None:
    app = live(run_app, lang)
    assert not app.exception
    assert not app.get("camera_input")
    data = sent(app)
    assert (data["side"], data["crop"], data["answered"]) == (SIDE, 224, 0)
    assert tuple(data["layers"]) == NAMES
    assert data["words"]["start"] == text("alex.live.start", lang)
    # Nothing in the address says so: no link switches a camera on.
    assert "live" not in str(dict(app.query_params))


def test_a_link_to_a_camera_opens_no_panel(run_app: RunApp) -> None:
    app = run_app("alexnet", lang="en", alex_photo="webcam")
    assert not [part for part in app.get("bidi_component") if panel.KEY in part.proto.id]
    assert app.warning


def test_a_frame_is_answered_once_and_forgotten(run_app: RunApp) -> None:
    app = live(run_app)
    app.session_state[panel._ASKED] = frame()
    app.run()
    data = sent(app)
    assert data["answered"] == 4
    assert data["least"] == seats.least(1)
    assert len(data["answer"]["top"]) == 5
    assert data["answer"]["layer"] == "conv2"
    picture = frame()["picture"]
    held = app.session_state._state.filtered_state
    assert "_alex_settings" in held
    assert not any(picture in str(value) for value in held.values())
    assert sent(app.run())["answered"] == 0


@pytest.mark.parametrize("wrong", [7, frame(picture="AAAA"), frame(layer="conv9")])
def test_what_is_no_frame_gets_a_reason_and_no_error(run_app: RunApp, wrong: object) -> None:
    app = live(run_app)
    app.session_state[panel._ASKED] = wrong
    app.run()
    assert not app.exception
    assert text("shell.error", "en") not in [each.value for each in app.error]
    assert (sent(app)["answered"], sent(app)["trouble"]) == (0, "frame")


def test_where_all_places_are_taken_it_says_so(run_app: RunApp) -> None:
    app = live(run_app)
    for other in range(seats.MOST):
        seats.SEATS.take(str(other))
    app.session_state[panel._ASKED] = frame()
    data = sent(app.run())
    assert data["trouble"] == "full"
    assert str(seats.MOST) in data["words"]["full"]


def test_a_frame_of_the_network_before_is_lost_and_no_trouble(run_app: RunApp) -> None:
    app = live(run_app)
    app.session_state[panel._ASKED] = {**frame(), "layer": "norm1"}
    data = sent(app.run())
    assert data["answered"] == 0
    assert "trouble" not in data


def test_a_picture_of_the_camera_is_the_photo_that_the_page_is_about(run_app: RunApp) -> None:
    app = live(run_app)
    assert not app.get("plotly_chart")
    app.session_state["_alex_bytes_webcam"] = base64.b64decode(frame()["picture"])
    app.run()
    assert not app.exception
    assert app.get("plotly_chart")
