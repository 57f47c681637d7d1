"""The sidebar, drawn from a lesson's table: section by section, in the order of its fields."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

import streamlit as st

from visualizer.settings.lesson import FORWARD, Lesson
from visualizer.settings.rules import S
from visualizer.ui import address
from visualizer.ui.controls import Controls
from visualizer.ui.details import folded
from visualizer.words.text import known, text

Draw = Callable[[Controls[S]], object]
UNDER_ONE_TAP = ("more", "backward")  # the sections of rare settings


def sidebar(
    lesson: Lesson[S],
    settings: S,
    lang: str,
    *,
    instead: Mapping[str, Draw[S]] | None = None,
    after: Mapping[str, Draw[S]] | None = None,
    labels: Mapping[str, str] | None = None,
) -> None:
    """Draw every control that means something now, and the button that sets everything back.

    A link may leave only some of them (``address.shared``).

    The exceptions of a lesson, by field or section: what is drawn ``instead`` of a field's own
    control (whether or not it means something now), and what follows ``after`` a field or at the
    end of a section.
    """
    controls = Controls(lesson, settings, lang, labels or {})
    shared = address.shared(lesson)
    drawn = {**(instead or {})}
    with st.sidebar:
        for section in lesson.sections:
            fields = [
                p.field for p in lesson.parameters if p.section == section and shared.shows(p.name)
            ]
            shown = [f for f in fields if f in controls.relevant or f in drawn]
            # What stands at a section's end sets many settings at once, hidden ones too.
            ends = section in (after or {}) and shared.show is None
            if not shown and not ends:
                continue
            also = {name: draw for name, draw in (after or {}).items() if name != section or ends}
            heading = heading_text(lesson, section, lang)
            if section in UNDER_ONE_TAP and shared.show is None:
                backward = getattr(settings, "pass_", FORWARD) != FORWARD and section == "backward"
                with folded(heading, f"{lesson.prefix}_{section}", is_open=backward) as is_open:
                    if is_open:
                        _section(controls, section, fields, drawn, also)
                continue
            if heading:
                st.header(heading, anchor=False)
            _section(controls, section, fields, drawn, also)
        left_by_teacher(lesson, lang)
        reset_button(lesson, lang)


def left_by_teacher(lesson: Lesson[S], lang: str) -> None:
    """Say that a link hides controls, where one does, and offer them all."""
    shared = address.shared(lesson)
    if shared.show is None:
        return
    st.caption(text("share.left", lang, count=len(shared.show)))
    st.button(
        text("share.show_all", lang),
        key=f"{lesson.prefix}_show_all",
        type="tertiary",
        icon=":material/visibility:",
        on_click=address.share,
        args=(lesson, replace(shared, show=None)),
    )


def heading_text(lesson: Lesson[S], section: str, lang: str) -> str:
    """Return a section's heading: the lesson's own, else the common one, else none."""
    for key in (f"{lesson.prefix}.section_{section}", f"common.section_{section}"):
        if known(key):
            return text(key, lang)
    return ""


def reset_button(lesson: Lesson[S], lang: str) -> None:
    """Draw the button that sets everything back."""
    st.button(
        text("common.reset", lang),
        icon=":material/restart_alt:",
        on_click=address.reset,
        args=(lesson,),
        width="stretch",
    )


def _section(
    controls: Controls[S],
    section: str,
    fields: list[str],
    instead: Mapping[str, Draw[S]],
    after: Mapping[str, Draw[S]],
) -> None:
    for name in fields:
        # A place of its own, though it may stay empty: what comes and goes above must not move a
        # control to another place, where it would be built anew and an open editor closed.
        if name in instead or name in after:
            with st.container():
                if name in instead:
                    instead[name](controls)
                else:
                    controls.show(name)
                if name in after:
                    after[name](controls)
        elif name in controls.relevant:
            controls.show(name)
        else:
            st.empty()
    if section in after:
        after[section](controls)
