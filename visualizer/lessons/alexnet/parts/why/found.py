"""What the methods find: worked out once for all visitors, slow ones when somebody asks."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from visualizer.lessons.alexnet.parts.answers import Answer, abandoned, results
from visualizer.lessons.alexnet.settings import AlexNetSettings
from visualizer.notation import number
from visualizer.words.text import text

if TYPE_CHECKING:
    from visualizer.alexnet.attribution import Heat, IntegratedStep
    from visualizer.alexnet.run import Run

Ticks = Generator[tuple[float, str, "Found"], None, None]
"""How far a slow method is: a share of 1, that in words, and what it has found."""


@dataclass(frozen=True)
class Found:
    """A method's map; of integrated gradients also what they sum to."""

    heat: Heat
    sums: IntegratedStep | None = None


@dataclass(frozen=True)
class Asked:
    """A method with its own choice (a layer, a patch, a baseline), for a class of an answer."""

    answer: Answer
    method: str
    choice: str
    class_index: int

    @property
    def key(self) -> tuple[str, str, str, int]:
        """What tells the map apart from all others of this process."""
        return (self.method, self.answer.key, self.choice, self.class_index)

    @property
    def slow(self) -> bool:
        """Whether it takes so long that it has to be asked for."""
        return self.method != "grad_cam"

    def title(self, lang: str) -> str:
        """Return the method's name with its choice."""
        name = text(f"choice.alex_method.{self.method}", lang)
        return f"{name} · {self.where(lang)}"

    def where(self, lang: str) -> str:
        """Return the choice as a caption has it."""
        if self.method == "occlusion":
            return text("alex.patch_of", lang, patch=self.choice)
        if self.method == "integrated":
            return text(f"alex.from_{self.choice}", lang)
        return self.choice

    def run(self, run: Run, lang: str) -> Ticks:
        """Work it out on a run, whose weights may be others than the answer's."""
        from visualizer.alexnet.attribution import grad_cam, integrated_gradients, occlusion

        index = self.class_index
        if self.method == "grad_cam":
            yield 1.0, "", Found(grad_cam(run, index, self.choice, abandoned))
        elif self.method == "occlusion":
            patch = int(self.choice)
            for step in occlusion(run, index, patch, patch // 2, cancel=abandoned):
                done, total = number(step.done), number(step.total)
                words = text("alex.occluding", lang, done=done, total=total)
                yield step.done / step.total, words, Found(step.heat)
        else:
            for part in integrated_gradients(run, index, self.choice, cancel=abandoned):
                words = text("alex.integrating", lang, done=number(part.steps))
                share = 1.0 if part.done else part.steps / part.limit
                yield share, words, Found(part.heat, part)


def asked(answer: Answer, settings: AlexNetSettings, index: int) -> list[Asked]:
    """Return the one or two methods that the settings name, for a class."""
    choices = {
        "grad_cam": settings.cam_layer,
        "occlusion": settings.patch,
        "integrated": settings.baseline,
    }
    return [Asked(answer, method, choices[method], index) for method in settings.methods]


def found(one: Asked, lang: str) -> Found | None:
    """Return a method's map, or draw a button where it is slow and not known yet."""

    def at_once() -> Found:
        (_, _, only), *_ = one.run(one.answer.run, lang)
        return only

    if not one.slow:
        known: Found = results().get(one.key, at_once)
        return known
    return when_asked(
        one.key, f"alex_{'occlude' if one.method == 'occlusion' else 'integrate'}",
        text("alex.occlude" if one.method == "occlusion" else "alex.integrate", lang),
        lambda: one.run(one.answer.run, lang), lang,
    )  # fmt: skip


def when_asked(
    key: tuple[object, ...], name: str, label: str, ticks: Callable[[], Ticks], lang: str
) -> Found | None:
    """Return what is known under a key, or draw the button ``name`` and, pressed, how far it is.

    Each picture of the bar is a place where Streamlit stops a script that nobody waits for.
    """
    known: Found | None = results().peek(key)
    if known is not None:
        return known
    begun = begin(name, label, lang)
    if begun is None:
        return None
    place, bar = begun
    # Closed, so that what it holds is free at once also where nobody waits any more.
    with closing(ticks()) as steps:
        for share, words, now in steps:
            bar.progress(min(share, 1.0), words)
            known = now
    results().put(key, known)
    place.empty()
    return known


def begin(name: str, label: str, lang: str) -> tuple[DeltaGenerator, DeltaGenerator] | None:
    """Draw the button ``name``, or, pressed, a bar and a button that stops what is slow.

    Returns the place of both, to be emptied when it is done, and the bar; None until it is pressed.
    """
    place = st.empty()
    with place.container():
        if not st.button(label, key=name, type="primary", icon=":material/play_arrow:"):
            return None
    with place.container():
        bar = st.progress(0.0, "…")
        st.button(text("alex.stop", lang), key=f"{name}_stop", icon=":material/stop:")
    return place, bar
