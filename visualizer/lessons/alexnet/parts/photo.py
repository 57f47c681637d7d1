"""Which picture the network gets: a shipped photo, a file, the camera; and what it sees of it."""

from __future__ import annotations

import numpy as np
import streamlit as st

from visualizer.figures.colors import palette
from visualizer.figures.picture import in_place
from visualizer.lessons.alexnet.figures.photo import framed, normalised_channels
from visualizer.lessons.alexnet.parts.answers import Answer, results
from visualizer.lessons.alexnet.parts.live import way
from visualizer.lessons.alexnet.parts.wrapped import columns
from visualizer.lessons.alexnet.rules import MISSING
from visualizer.lessons.alexnet.settings import CAMERA, UPLOAD, AlexNetSettings
from visualizer.material import photos as pictures
from visualizer.material.picture_limits import MAX_BYTES
from visualizer.notation import shape
from visualizer.settings.lesson import Lesson
from visualizer.settings.parameters import ChoiceParameter
from visualizer.settings.rules import Notice
from visualizer.ui import address, details, shell
from visualizer.ui.charts import is_dark
from visualizer.ui.upload import picture_uploader, say_changes
from visualizer.ui.view import returning
from visualizer.words.text import text

OWN = (UPLOAD, CAMERA)
_BYTES = "_alex_bytes_"  # the visitor's own pictures, by kind; they stay in this session


def choose(lesson: Lesson[AlexNetSettings], lang: str) -> bytes | None:
    """Draw the choice of a picture; return its bytes, or None while there is none."""
    parameter = lesson["photo"]
    assert isinstance(parameter, ChoiceParameter)
    if address.shared(lesson).shows(parameter.name):
        st.selectbox(
            text("param.alex_photo", lang),
            parameter.choices,
            key="alex_photo",
            format_func=lambda name: title(name, lang),
        )
    kind = str(st.session_state["alex_photo"])
    if kind == UPLOAD:
        place = returning.key("alex_upload")
        picture_uploader(text("alex.upload", lang), place, _keep, (UPLOAD, place), lang)
    elif kind == CAMERA and not way.choose(lang):
        place = returning.key("alex_webcam")
        st.camera_input(text("alex.camera", lang), key=place, on_change=_keep, args=(CAMERA, place))
    if kind in OWN:
        return own(kind)
    return shipped(kind)


def say_lost(notices: list[Notice], lang: str) -> list[Notice]:
    """Say of a picture that went with its server that it has to be given again.

    Returns the notices without the one that would take the reader for a stranger to the picture.
    """
    others = [notice for notice in notices if notice.code != MISSING]
    if returning.came_back() and others != notices:
        st.warning(text("shell.picture_lost", lang), icon=":material/sync_problem:")
        return others
    return notices


def keep_frame(data: bytes) -> None:
    """Make a frame of the live camera, a file's bytes, the picture that the camera took."""
    st.session_state[_BYTES + CAMERA] = data


def title(name: str, lang: str) -> str:
    """Return what a picture is called: a shipped photo by what it shows."""
    return (
        text(f"choice.alex_photo.{name}", lang) if name in OWN else pictures.photo_title(name, lang)
    )


def shipped(name: str) -> bytes:
    """Return the bytes of a shipped photo."""
    return pictures.photo_bytes(name)


def own(kind: str) -> bytes | None:
    """Return the visitor's own picture of this kind, if there is one."""
    found: bytes | None = st.session_state.get(_BYTES + kind)
    return found


def put_back(kind: str, data: bytes) -> None:
    """Make an own picture of before the one of its kind again, from a callback."""
    st.session_state[_BYTES + kind] = data


def show(answer: Answer, name: str, lang: str) -> None:
    """Draw the photo called ``name`` with the part that the network gets."""
    prepared = answer.prepared
    dark = is_dark()

    def draw() -> np.ndarray:
        photo = np.asarray(prepared.photo)
        scale = photo.shape[1] / prepared.photo_size[0]
        crop = prepared.crop_in_photo
        edges = (crop.left * scale, crop.top * scale, crop.right * scale, crop.bottom * scale)
        return framed(photo, edges, palette(dark).probability)

    width, height = prepared.photo_size
    st.image(
        in_place(results().get(("framed", answer.key, dark), draw), "JPEG"),
        caption=text("alex.crop", lang, size=f"{width}×{height}"),
        width="stretch",
        alt=title(name, lang),
    )
    say_changes(prepared.changes, lang)


@shell.fragment
def stages(answer: Answer, lang: str) -> None:
    """Draw what the network really sees: resized, cut out, normalised."""
    prepared = answer.prepared
    dark = is_dark()
    side = prepared.crop.width
    with details.folded(
        text("alex.sees", lang), "alex_sees", icon=":material/visibility:"
    ) as is_open:
        if is_open:
            st.markdown(text("alex.sees_words", lang, side=side))
            resized, cut, *channels = columns("alex_stages", [1.4, 1, 1, 1, 1], 125)
            crop = prepared.crop_in_resized
            edges = (crop.left, crop.top, crop.right, crop.bottom)
            width, height = prepared.resized.size
            with resized:
                picture = framed(np.asarray(prepared.resized), edges, palette(dark).probability)
                words = text("alex.resized", lang, size=f"{width}×{height}")
                st.image(in_place(picture, "JPEG"), words, "stretch", alt=words)
            with cut:
                words = text("alex.cropped", lang, size=shape((side, side)))
                st.image(in_place(prepared.crop), words, "stretch", alt=words)
            values = prepared.tensor.numpy()

            def colour() -> list[np.ndarray]:
                return normalised_channels(values, dark)

            shown = results().get(("channels", answer.key, dark), colour)
            for place, (column, name) in enumerate(
                zip(channels, ("red", "green", "blue"), strict=True)
            ):
                low, high = (f"{end:.2f}".replace("-", "−") for end in
                             (values[place].min(), values[place].max()))  # fmt: skip
                words = text(f"alex.{name}", lang, low=low, high=high)
                column.image(in_place(shown[place]), words, "stretch", alt=words)


def _keep(kind: str, place: str) -> None:
    file = st.session_state.get(place)
    if file is not None:
        # One byte beyond the limit is enough for the refusal.
        st.session_state[_BYTES + kind] = bytes(file.getbuffer()[: MAX_BYTES + 1])
