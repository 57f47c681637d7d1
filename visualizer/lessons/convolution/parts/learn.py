"""The convolution's page while a kernel learns: what it is to become, and every step of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import numpy as np
import streamlit as st

from visualizer.lessons.convolution import LESSON
from visualizer.lessons.convolution.backward.flow import Flow
from visualizer.lessons.convolution.example import with_weights
from visualizer.lessons.convolution.figure import USUAL_SPEED, frames
from visualizer.lessons.convolution.learns import code, words
from visualizer.lessons.convolution.learns.rules import opened_place
from visualizer.lessons.convolution.learns.run import Learning, learning, unmoved
from visualizer.lessons.convolution.parts import learn_choices
from visualizer.lessons.convolution.proof import descent_by_torch, descent_numbers
from visualizer.lessons.convolution.rules import output_shape
from visualizer.lessons.convolution.settings import ConvolutionSettings
from visualizer.lessons.convolution.sidebar import sidebar
from visualizer.lessons.registry import ROOT
from visualizer.settings import sharing
from visualizer.settings.grids import GridError, encode
from visualizer.settings.painted import read_painted
from visualizer.settings.upstream import may_be_typed
from visualizer.ui import address, charts, scripts, shell
from visualizer.ui.address import WHILE_HERE
from visualizer.ui.backward import controls
from visualizer.ui.backward.page import Told, below
from visualizer.ui.proof import Proof
from visualizer.ui.touring import place
from visualizer.ui.view.component import end_if_embedded
from visualizer.words.text import text

KEY = "conv_learning"
_FOLDER = ROOT / "assets" / "player"
_PAINTED = f"{WHILE_HERE}conv_target_painted"  # how many paintings have been taken
_FRESH = f"{WHILE_HERE}conv_target_painted_now"  # that one was taken which is not shown yet
_LEAST_GRADIENT = 1e-3  # typed numbers have six decimals


def instead(settings: ConvolutionSettings, lang: str) -> None:
    """Where a kernel learns: draw that, and end the page."""
    if not settings.learns:
        return
    found = learning(unmoved(settings))
    st.session_state.pop(_FRESH, None)  # this run shows it
    controls.switch(LESSON, lang)
    learn_choices.draw(settings, found, lang)
    _step_by_step(unmoved(settings), lang)
    sidebar(settings, found.example, lang)
    shell.end_page()


def way_in(lang: str) -> None:
    """Draw the button that leads here from the way forward."""
    st.button(
        text("conv.learn_open", lang), key="conv_learn_open", type="tertiary",
        icon=":material/trending_down:", help=text("conv.learn_open_help", lang),
        on_click=lambda: address.open_with(
            LESSON, address.current(LESSON).changed(pass_="learn", step=0)
        ),
    )  # fmt: skip


@lru_cache(maxsize=1)
def _component() -> Callable[..., Any]:
    return st.components.v2.component(
        "convscope_learns",
        html=(_FOLDER / "player.html").read_text("utf-8"),
        css=(_FOLDER / "player.css").read_text("utf-8"),
        js=scripts.script("learns/learns.js"),
    )


@shell.fragment
def _step_by_step(shown: ConvolutionSettings, lang: str) -> None:
    if st.session_state.pop(_FRESH, False):
        st.rerun()  # the whole page: choices and sidebar lie outside this fragment
    found = learning(shown)
    _player(shown, lang)
    end_if_embedded()
    st.caption(text("conv.learn_hint", lang))
    settings = address.current(LESSON)
    step = min(settings.step, found.descent.steps)
    told = Told(
        file="convolution",
        names=words.titles(found, lang),
        story=words.story(found, lang),
        letters=text("conv.learn_letters", lang),
        sentence=lambda step: words.sentence(found, settings, step, lang),
        table=lambda step: words.table(found, settings, step, lang),
        torch=lambda: code.torch_descent(found),
        numpy=lambda: code.numpy_descent(found),
        proof=Proof("conv_proof_learn", descent_numbers(found), lambda: descent_by_torch(found)),
    )
    with below(LESSON, told, step, lang, "conv.learn_title"):
        _on_the_stage(found, settings, step, lang)


def _player(shown: ConvolutionSettings, lang: str) -> None:
    """Draw grids, curve and player; the step it rests on is written to the settings."""

    def sent(name: str) -> Any:
        return (st.session_state.get(KEY) or {}).get(name)

    def rested() -> None:
        if sent("step") is not None:
            address.change(LESSON, step=int(sent("step")))

    def opened() -> None:
        if sent("opened") is not None:
            address.change(LESSON, opened=int(sent("opened")))

    def hurried() -> None:
        if sent("speed") is not None:
            shared = address.shared(LESSON)
            address.share(LESSON, sharing.Shared(shared.show, float(sent("speed"))))

    def painted() -> None:
        found = read_painted(sent("painted"), learning(shown).target.shape)
        if found is not None:
            learn_choices.put_target(found.grid)
            st.session_state[_PAINTED] = found.count
            st.session_state[_FRESH] = True

    settings, speed = address.current(LESSON), address.shared(LESSON).speed
    _component()(
        key=KEY,
        data=scripts.sent(
            {
                **frames(shown, charts.is_dark(), lang),
                "step": settings.step,
                "opened": settings.opened,
                "ask": address.arrivals(LESSON),
                "speed": speed or USUAL_SPEED,
                "paints": settings.goal == "painted" and may_be_typed(output_shape(settings)),
                "painted": st.session_state.get(_PAINTED, 0),
                "tour": place.moves(LESSON),
            }
        ),
        on_step_change=rested,
        on_opened_change=opened,
        on_speed_change=hurried,
        on_painted_change=painted,
    )
    address.keep(LESSON, settings)


def _on_the_stage(found: Learning, settings: ConvolutionSettings, step: int, lang: str) -> None:
    """Lead to the stage of the backward pass where the window moves over the opened sum's products.

    As an address of its own, in another tab: this page goes on learning. A bias has no window.
    """
    if opened_place(settings) is None:
        return
    linked = stage_settings(found, settings, step)
    if linked is None:
        st.caption(text("conv.learn_no_link", lang))
        return
    shared = sharing.Shared()
    url = sharing.link(address.base(), LESSON, linked, shared, step=True, lang=lang)
    st.link_button(text("conv.learn_stage_link", lang), url, icon=":material/open_in_new:")


def stage_settings(
    found: Learning, settings: ConvolutionSettings, step: int
) -> ConvolutionSettings | None:
    """Return the settings whose backward pass shows the opened sum; None where none can hold it."""
    try:
        wished = with_weights(settings, found.kernels[step]).changed(pass_="weight", from_="")
        if found.biases is None:
            wished = wished.changed(upstream="target", aim="custom", target=encode(found.target))
        elif float(np.abs(sums := found.flow(step).at_sums).max()) < _LEAST_GRADIENT:
            return None
        else:
            # An address has no room for learned biases: the gradient that they led to is typed.
            typed = encode(sums)
            wished = wished.changed(bias=False, activation="none", upstream="typed", gradient=typed)
    except GridError:
        return None
    return LESSON.settle(wished.changed(step=_place(found.flow(step), settings)))[0]


def _place(flow: Flow, settings: ConvolutionSettings) -> int:
    """Return the step of the backward pass that belongs to the opened weight."""
    where = opened_place(settings)
    assert where is not None
    maps, rows, cols = flow.trace.output.shape
    map_ = next(place for place in range(maps) if flow.pair(place) == where[:2])
    return int((map_ * rows + where[2]) * cols + where[3])
