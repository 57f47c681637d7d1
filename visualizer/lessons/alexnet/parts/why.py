"""Why it thinks so: Grad-CAM and occlusion for any class, with a caption and a file to take."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import streamlit as st

from visualizer.figures.picture import in_place
from visualizer.lessons.alexnet.figures.photo import enlarged, overlay, raw_heat, sheet
from visualizer.lessons.alexnet.parts.answers import Answer, abandoned, results
from visualizer.lessons.alexnet.parts.prediction import percent
from visualizer.lessons.alexnet.parts.wrapped import columns
from visualizer.lessons.alexnet.settings import BEST, AlexNetSettings
from visualizer.notation import number, shape
from visualizer.settings.lesson import Lesson
from visualizer.ui.charts import is_dark
from visualizer.ui.controls import Controls
from visualizer.words.text import text

if TYPE_CHECKING:
    from visualizer.alexnet.attribution import Heat


def why(
    lesson: Lesson[AlexNetSettings], answer: Answer, settings: AlexNetSettings, lang: str
) -> None:
    """Draw the controls and the evidence for a class."""
    controls = Controls(lesson, settings, lang)
    method = settings.method
    first, second, third = columns("alex_why", [1, 2, 1], 190)
    with first:
        controls.show("method")
    with second:
        st.selectbox(
            text("param.alex_class", lang), _classes(answer), key="alex_class",
            format_func=lambda index: _class_name(answer, index, lang),
        )  # fmt: skip
    with third:
        controls.show("cam_layer", "patch")
    st.markdown(text(f"alex.about_{method}", lang))
    index = settings.class_
    if index == BEST:
        index = answer.prediction.top[0].name.index
    heat = _grad_cam(answer, settings, index) if method == "grad_cam" else None
    if method == "occlusion":
        heat = _occlusion(answer, index, int(settings.patch), lang)
    if heat is not None:
        _show(answer, heat, settings, lang)


def _classes(answer: Answer) -> list[int]:
    """All classes, the most probable first."""
    order = np.argsort(-answer.run.probabilities, kind="stable")
    return [BEST, *order.tolist()]


def _class_name(answer: Answer, index: int, lang: str) -> str:
    if index == BEST:
        best = answer.prediction.top[0]
        return text("alex.best_class", lang, name=best.name.name(lang))
    share = percent(float(answer.run.probabilities[index]))
    return f"{answer.loaded.weights.classes[index].name(lang)} · {share}"


def _grad_cam(answer: Answer, settings: AlexNetSettings, index: int) -> Heat:
    from visualizer.alexnet.attribution import grad_cam

    layer = settings.cam_layer
    found: Heat = results().get(
        ("grad_cam", answer.key, index, layer),
        lambda: grad_cam(answer.run, index, layer, abandoned),
    )
    return found


def _occlusion(answer: Answer, index: int, patch: int, lang: str) -> Heat | None:
    """Return the map if it is known, or draw the button and, after a press, how far it is.

    Each picture of the bar is a place where Streamlit stops a script that nobody waits for.
    """
    from visualizer.alexnet.attribution import occlusion

    key = ("occlusion", answer.key, index, patch)
    heat: Heat | None = results().peek(key)
    if heat is not None:
        return heat
    place = st.empty()
    with place.container():
        pressed = st.button(
            text("alex.occlude", lang), key="alex_occlude", type="primary",
            icon=":material/play_arrow:",
        )  # fmt: skip
    if not pressed:
        return None
    with place.container():
        bar = st.progress(0.0, text("alex.occluding", lang, done=0, total="…"))
        st.button(text("alex.stop", lang), key="alex_occlude_stop", icon=":material/stop:")
    for step in occlusion(answer.run, index, patch, patch // 2, cancel=abandoned):
        words = text("alex.occluding", lang, done=number(step.done), total=number(step.total))
        bar.progress(step.done / step.total, words)
        heat = step.heat
    results().put(key, heat)
    place.empty()
    return heat


def _show(answer: Answer, heat: Heat, settings: AlexNetSettings, lang: str) -> None:
    crop = np.asarray(answer.prepared.crop)
    dark = is_dark()
    drawn = [enlarged(crop), raw_heat(heat.raw, dark), overlay(crop, heat.scaled)]
    titles = [
        text("alex.exact_input", lang, size=shape(crop.shape[:2])),
        text("alex.raw_map", lang, size=shape(heat.raw.shape)),
        text("alex.overlay", lang),
    ]
    caption = _caption(answer, heat, settings, lang)
    for column, picture, title in zip(st.columns(3), drawn, titles, strict=True):
        alt = f"{title}: {caption[1]}"
        column.image(in_place(picture), title, "stretch", alt=alt)
    if heat.empty:
        st.info(text("alex.no_evidence", lang))
    st.markdown("  \n".join(caption))

    def file() -> bytes:
        light = [drawn[0], raw_heat(heat.raw, dark=False), drawn[2]]
        return sheet(light, titles, caption)

    key = ("sheet", answer.key, heat.method, heat.class_index, heat.layer, heat.raw.shape, lang)
    st.download_button(
        text("alex.png", lang), results().get((*key, settings.patch), file),
        f"alexnet_{heat.method}_{heat.class_index}.png", "image/png",
        icon=":material/download:", on_click="ignore",
    )  # fmt: skip


def _caption(answer: Answer, heat: Heat, settings: AlexNetSettings, lang: str) -> list[str]:
    weights = answer.loaded.weights
    name = weights.classes[heat.class_index].name(lang)
    where = heat.layer or text("alex.patch_of", lang, patch=settings.patch)
    return [
        f"AlexNet · {text(f'alex.weights.{weights.source}', lang)} · "
        f"{text(f'choice.alex_method.{heat.method}', lang)} · {where}",
        f"{name} · {percent(heat.probability)} · {heat.seconds:.2f} s",
    ]
