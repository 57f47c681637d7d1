"""The lecture's five claims: buttons that open a pair, what to look at in it, and its layers."""

from __future__ import annotations

import streamlit as st

from visualizer.lessons.training import LESSON, words
from visualizer.lessons.training.example import trainings
from visualizer.lessons.training.settings import CLAIMS, NO_CLAIM, TrainingPageSettings
from visualizer.settings.labels import choice_title
from visualizer.ui import address, details, shell
from visualizer.words.text import text

_OWN = "_train_own"


def buttons(settings: TrainingPageSettings, lang: str) -> None:
    """Draw the five claims; each puts its pair in place of the reader's network."""
    st.header(text("train.claims", lang), anchor=False)
    st.markdown(text("train.claims_lead", lang))
    with st.container(key="train_claims", horizontal=True, gap="small"):
        for name in CLAIMS:
            st.button(
                title(name, lang),
                key=f"train_open_{name}",
                icon=":material/compare:",
                disabled=name == settings.claim,
                on_click=_open,
                args=(name,),
            )


def explained(settings: TrainingPageSettings, lang: str) -> None:
    """Say what to look at in the pair, and offer the way back and another seed."""
    if settings.claim == NO_CLAIM:
        return
    st.header(title(settings.claim, lang), anchor=False)
    st.markdown(text(f"train.look.{settings.claim}", lang))
    with st.container(horizontal=True, gap="small"):
        st.button(
            text("train.other_seed", lang), key="train_other_seed", icon=":material/casino:",
            type="tertiary", on_click=_next_seed,
        )  # fmt: skip
        st.button(
            text("train.own", lang), key="train_own", icon=":material/undo:",
            type="tertiary", on_click=_open, args=(NO_CLAIM,),
        )  # fmt: skip


@shell.fragment
def networks(settings: TrainingPageSettings, lang: str) -> None:
    """List the layers of what is trained, one tap away."""
    with details.folded(text("train.network", lang), "train_network") as is_open:
        if not is_open:
            return
        for one, side in zip(trainings(settings), words.SIDES, strict=False):
            if settings.claim != NO_CLAIM:
                st.markdown(f"**{words.side(settings.claim, side, lang)}**")
            details.listed(words.network_table(one, lang), scrolls=False)


def title(name: str, lang: str) -> str:
    """Return a claim as a sentence."""
    return choice_title(LESSON["claim"].name, name, lang)


def _open(name: str) -> None:
    """Open a claim's pair; or the reader's own network again, as it was left."""
    now = address.current(LESSON)
    if now.claim == NO_CLAIM:
        st.session_state[_OWN] = now
    if name == NO_CLAIM:
        address.put(LESSON, st.session_state.get(_OWN) or LESSON.opening())
    else:
        address.change(LESSON, claim=name)


def _next_seed() -> None:
    address.change(LESSON, seed=(address.current(LESSON).seed + 1) % 10_000)
