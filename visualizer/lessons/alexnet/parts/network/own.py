"""A network with weights of the reader's own: uploaded for this visit, named, put away."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import streamlit as st
from streamlit import runtime
from streamlit.runtime.scriptrunner import get_script_run_ctx

from visualizer.lessons.alexnet import lesson as lesson_of
from visualizer.lessons.alexnet.parts.answers import PLACE
from visualizer.lessons.alexnet.parts.looks import jobs
from visualizer.lessons.alexnet.rules import OwnShape
from visualizer.lessons.alexnet.settings import BEST, OWN, STRONGEST, TRAINED, AlexNetSettings
from visualizer.notation import number
from visualizer.settings.lesson import Lesson
from visualizer.settings.messages import filled
from visualizer.ui import address
from visualizer.ui.details import folded
from visualizer.ui.upload import any_uploader, forget
from visualizer.ui.view import returning
from visualizer.words.quoting import quoted
from visualizer.words.text import text

if TYPE_CHECKING:
    from streamlit.runtime.scriptrunner import ScriptRunContext

    from visualizer.alexnet.errors import AlexNetError
    from visualizer.alexnet.names import ClassName
    from visualizer.alexnet.weights.own import OwnNetwork

_SAID = "_alex_own_said"  # why the last file or list was not taken
_TURN = "_alex_own_turn"  # counts files: each has a new place to be dropped on
_TYPED = "alex_own_typed"  # the names of the classes, one a line
_NAMES_MEGABYTES = 5
_LEAST_MEGABYTES = 250  # as 32-bit floats AlexNet has 229


def current() -> OwnNetwork | None:
    """Return the visit's own network; None if there is none, or none any more."""
    place: OwnNetwork | None = st.session_state.get(PLACE)
    if place is None:
        return None
    from visualizer.alexnet.errors import WeightsError
    from visualizer.alexnet.weights.own import OWNS

    if place.loaded is None:
        _drop()
        st.session_state[_SAID] = WeightsError("own_put_away")
        return None
    OWNS.touch(place)
    return place


def shape_of(place: OwnNetwork | None) -> OwnShape | None:
    """Return what the rules need to know of the visit's own network."""
    loaded = place.loaded if place is not None else None
    if place is None or loaded is None:
        return None
    return OwnShape(place.network, loaded.weights.num_classes)


def say(lang: str) -> None:
    """Say why a file was not taken or the network is gone, until the sidebar has said it too."""
    error: AlexNetError | None = st.session_state.get(_SAID)
    if error is not None:
        st.warning(filled(error.key, error.details, lang), icon=":material/upload_file:")


def panel(lesson: Lesson[AlexNetSettings], classes: int, lang: str) -> None:
    """Draw the place for a file, and what there is to do with the network that came.

    classes: of the trained network.
    """
    if int(st.get_option("server.maxUploadSize")) < _LEAST_MEGABYTES:
        return  # who runs this server does not want such files
    place = st.session_state.get(PLACE)
    error: AlexNetError | None = st.session_state.pop(_SAID, None)
    with folded(text("alex.own", lang), "alex_own_part", is_open=place is not None) as is_open:
        if not is_open:
            return
        from visualizer.alexnet.weights.own import IDLE, MEGABYTES, MOST

        st.markdown(text("alex.own_words", lang))
        key = returning.key(f"alex_own_file_{st.session_state.get(_TURN, 0)}")
        most = min(MEGABYTES, int(st.get_option("server.maxUploadSize")))
        label = text("alex.own_file", lang)
        any_uploader(label, key, lang, _took, (key, classes), megabytes=most)
        # Of 10⁶ bytes each, as the browser counts; the server, which counts 2²⁰, takes some more.
        minutes = round(IDLE / 60)
        st.caption(text("alex.own_kept", lang, megabytes=most, most=MOST, minutes=minutes))
        if error is not None:  # on a phone the page lies below the sidebar
            st.warning(filled(error.key, error.details, lang), icon=":material/upload_file:")
        if place is not None and place.loaded is not None:
            _about(lesson, place, lang)


def _about(lesson: Lesson[AlexNetSettings], place: OwnNetwork, lang: str) -> None:
    """Say what came, and ask for the classes' names."""
    assert place.loaded is not None
    weights = place.loaded.weights
    title = text(f"choice.alex_network.{place.network}", lang)
    name = quoted(weights.path.name) if weights.path else ""
    count = number(weights.num_classes)
    st.markdown(text("alex.own_there", lang, file=name, network=title, classes=count))
    for note in place.notes:
        st.caption(":material/info: " + filled(note.key, note.details, lang))
    key = returning.key(f"alex_own_names_{st.session_state.get(_TURN, 0)}")
    label = text("alex.own_names", lang)
    any_uploader(label, key, lang, _named, (key,), megabytes=_NAMES_MEGABYTES)
    st.text_area(
        text("alex.own_names_typed", lang), key=_TYPED, height=100,
        placeholder=text("alex.own_names_example", lang), on_change=_typed,
    )  # fmt: skip
    st.button(
        text("alex.own_drop", lang), key="alex_own_drop", icon=":material/delete:",
        on_click=_put_away, args=(lesson,), width="stretch",
    )  # fmt: skip


def _took(key: str, classes: int) -> None:
    """Open an uploaded file, and show its network."""
    from visualizer.alexnet.errors import AlexNetError, WeightsError
    from visualizer.alexnet.weights.own import open_own

    file = st.session_state.get(key)
    if file is None:
        return
    before: OwnNetwork | None = st.session_state.get(PLACE)
    try:
        place = open_own(file, file.name, before)
    except AlexNetError as error:
        st.session_state[_SAID] = error
        place = None
    except Exception:  # whatever a file may be, it is a sentence
        st.session_state[_SAID] = WeightsError("own_format")
        place = None
    finally:
        forget(file)
        st.session_state[_TURN] = st.session_state.get(_TURN, 0) + 1
    if place is None:
        if before is not None and before.loaded is None:
            _drop()
        return
    place.alive = _goes_on(get_script_run_ctx())
    st.session_state[PLACE] = place
    _typed_again(place)
    address.change(
        lesson_of(classes, shape_of(place)), weights=OWN, network=place.network,
        channel=STRONGEST, row=STRONGEST, col=STRONGEST, class_=BEST,
    )  # fmt: skip


def _goes_on(context: ScriptRunContext | None) -> Callable[[], bool]:
    """Return what tells whether this visit goes on: its browser is connected."""
    session = context.session_id if context is not None else ""

    def alive() -> bool:
        return not runtime.exists() or runtime.get_instance().is_active_session(session)

    return alive


def _named(key: str) -> None:
    """Take the classes' names from a file."""
    from visualizer.alexnet.errors import WeightsError
    from visualizer.alexnet.names import LONGEST_LIST, from_text

    file = st.session_state.get(key)
    if file is None:
        return
    data = file.getvalue()
    try:
        if len(data) > LONGEST_LIST:
            raise ValueError("too long")
        _name(from_text(data.decode("utf-8-sig")))
        st.session_state[_TYPED] = ""  # what stands there is not what is in use
    except ValueError:
        st.session_state[_SAID] = WeightsError("own_names_unreadable")


def _typed() -> None:
    """Take the classes' names that were typed or pasted."""
    from visualizer.alexnet.errors import WeightsError
    from visualizer.alexnet.names import LONGEST_LIST, from_text

    written = str(st.session_state[_TYPED])[:LONGEST_LIST]
    if not written.strip():
        return
    try:
        _name(from_text(written))
    except ValueError:
        st.session_state[_SAID] = WeightsError("own_names_unreadable")


def _typed_again(place: OwnNetwork) -> None:
    """Take the names that stand there already for new weights of as many classes."""
    from visualizer.alexnet.errors import AlexNetError
    from visualizer.alexnet.names import from_text

    try:
        place.name_classes(from_text(str(st.session_state.get(_TYPED, ""))))
    except (AlexNetError, ValueError):
        return  # the next edit says what is wrong with them


def _name(names: tuple[ClassName, ...]) -> None:
    from visualizer.alexnet.errors import AlexNetError

    place: OwnNetwork | None = st.session_state.get(PLACE)
    if place is None:
        return
    try:
        place.name_classes(names)
    except AlexNetError as error:
        st.session_state[_SAID] = error


def _put_away(lesson: Lesson[AlexNetSettings]) -> None:
    """Give the network up, from a callback, and what is being made of it."""
    jobs.end("picture")
    jobs.end("sheet")
    address.change(
        lesson, weights=TRAINED, channel=STRONGEST, row=STRONGEST, col=STRONGEST, class_=BEST
    )
    place: OwnNetwork | None = st.session_state.get(PLACE)
    if place is not None:
        place.release()
    _drop()


def _drop() -> None:
    st.session_state.pop(PLACE, None)
    st.session_state[_TURN] = st.session_state.get(_TURN, 0) + 1
