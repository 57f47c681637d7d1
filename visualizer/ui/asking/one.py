"""One question on the screen: prompt, picture, answer, verdict, and the reveal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from visualizer.asking import Question, Verdict, judge
from visualizer.asking.question import Answer, Lights
from visualizer.notation import TIMES, precise
from visualizer.ui.asking.focus import focus_on, focus_soon, show
from visualizer.ui.asking.pictures import pictures_of
from visualizer.ui.details import beside
from visualizer.words.text import text

End = Literal["", "once", "later", "shown"]
"""How a question ended: open, right at once, right after another try or a hint, or shown."""
_KEPT = "_asked"
_ICONS = {
    "mistake": ":material/lightbulb:",
    "wrong": ":material/close:",
    "unreadable": ":material/edit:",
}


@dataclass
class Progress:
    """What a reader has done about a question in this visit."""

    verdict: Verdict | None = None
    tries: int = 0
    hinted: bool = False
    end: End = ""


def progress(key: str) -> Progress:
    """Return what this visit knows of the question that is drawn under ``key``."""
    kept: dict[str, Progress] = st.session_state.setdefault(_KEPT, {})
    return kept.setdefault(key, Progress())


def forget(key: str) -> None:
    """Ask a question anew."""
    st.session_state.setdefault(_KEPT, {}).pop(key, None)
    for name in [name for name in st.session_state if str(name).startswith(f"{key}_field")]:
        del st.session_state[name]


def draw(question: Question, key: str, lang: str, after: Callable[[], None] | None = None) -> None:
    """Draw a question; what was done about it is kept for the visit under ``key``.

    key: of its fields, and in the classes of the page, so letters, digits and underscores. after:
    draws what follows the verdict once the question has ended.
    """
    now = progress(key)
    prompt = question.prompt.text(lang)
    st.header(prompt, anchor=False)
    st.caption(" · ".join(fact.text(lang) for fact in question.facts))
    pictures = pictures_of(question.lesson)
    if now.end:
        said, formulas = _beside(question, key)
        with said:
            _ended(question, now, lang)
            if after is not None:
                after()
        with formulas:
            for formula in question.formulas:
                st.latex(formula)
        pictures.revealed(question, lang)
        return
    pictures.asked(question, _lit(question, now), lang)
    _form(question, key, prompt, now, lang)
    with st.container(key=f"{key}_verdict"):
        _verdict(question, now, lang)
    if now.verdict is not None or now.hinted:
        show(f".st-key-{key}_verdict", f"{key} {now.tries} {now.hinted}")
    focus_on(f".st-key-{key}_field_0 input", key)


def _lit(question: Question, now: Progress) -> Lights:
    """Return what is outlined: what is asked about, what the hint or the mistake points at."""
    shown: dict[str, tuple[tuple[int, int, int], ...]] = dict(question.given)
    mistake = now.verdict.mistake if now.verdict else None
    helping = (mistake.lights if mistake else {}) or (question.lights if now.hinted else {})
    for role, cells in helping.items():
        shown[role] = (*shown.get(role, ()), *cells)
    return shown


def _form(question: Question, key: str, prompt: str, now: Progress, lang: str) -> None:
    fields = [f"{key}_field_{i}" for i in range(max(1, len(question.sides)))]

    def checked() -> None:
        typed = [str(st.session_state.get(name) or "") for name in fields]
        now.verdict = judge(question, typed)
        if now.verdict.code == "unreadable":
            return
        now.tries += 1
        if now.verdict.code == "right":
            now.end = "once" if now.tries == 1 and not now.hinted else "later"
            focus_soon()

    def helped() -> None:
        now.hinted, now.verdict = True, None

    def shown() -> None:
        now.end = "shown"
        focus_soon()

    with st.form(f"{key}_form", border=False, enter_to_submit=True):
        if question.form == "choice":
            labels = {choice.name: choice.text(lang) for choice in question.choices}
            st.radio(
                prompt, list(labels), index=None, key=fields[0], format_func=labels.__getitem__,
                label_visibility="collapsed", horizontal=True,
            )  # fmt: skip
        with st.container(horizontal=True, vertical_alignment="bottom"):
            for name, side in zip(fields, question.sides or ("",), strict=True):
                if question.form != "choice":
                    label = text(side or "ask.answer", lang)
                    st.text_input(label, key=name, width=120, autocomplete="off")
            st.form_submit_button(
                text("ask.check", lang), type="primary", key=f"{key}_check", on_click=checked
            )
            st.form_submit_button(
                text("ask.hint", lang), key=f"{key}_hint", on_click=helped,
                icon=":material/lightbulb:", disabled=now.hinted and now.verdict is None,
            )  # fmt: skip
            st.form_submit_button(text("ask.show", lang), key=f"{key}_show", on_click=shown)


def _verdict(question: Question, now: Progress, lang: str) -> None:
    if now.verdict is not None:
        said = now.verdict.why.text(lang)
        if now.verdict.code != "unreadable":
            said = f"**{text('ask.not_yet', lang)}** {said}"
        st.warning(said, icon=_ICONS[now.verdict.code])
    elif now.hinted:
        st.info(question.hint.text(lang), icon=_ICONS["mistake"])


def _ended(question: Question, now: Progress, lang: str) -> None:
    why = question.because.text(lang)
    if now.end == "shown":
        answer = text("ask.revealed", lang, answer=written(question, question.answer, lang))
        st.info(f"{answer} {why}", icon=":material/visibility:")
    else:
        st.success(f"**{text('ask.right', lang)}** {why}", icon=":material/check:")


def _beside(question: Question, key: str) -> tuple[DeltaGenerator, DeltaGenerator]:
    """Return places for what is said and for the formulas: side by side if there are any."""
    if not question.formulas:
        return st.container(), st.container()
    said, formulas = beside(f"{key}_ended", gap="medium")
    return said, formulas


def written(question: Question, answer: Answer, lang: str) -> str:
    """Write an answer as the screen does."""
    if isinstance(answer, str):
        return next(c.text(lang) for c in question.choices if c.name == answer)
    if isinstance(answer, tuple):
        return TIMES.join(precise(side) for side in answer)
    return precise(answer)
