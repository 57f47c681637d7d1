"""The picture made for a unit: it grows on the page, can be stopped, and has a seed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import numpy as np
import streamlit as st

from visualizer.figures.picture import in_place
from visualizer.lessons.alexnet.figures.looks import one_filter
from visualizer.lessons.alexnet.figures.photo import enlarged
from visualizer.lessons.alexnet.parts.answers import Answer, results
from visualizer.lessons.alexnet.parts.looks import jobs
from visualizer.lessons.alexnet.parts.looks.photos import Source
from visualizer.lessons.alexnet.parts.naming import class_of, with_class
from visualizer.lessons.alexnet.parts.prediction import rounded
from visualizer.lessons.alexnet.settings import AlexNetSettings
from visualizer.notation import number, precise
from visualizer.ui import shell
from visualizer.ui.details import download
from visualizer.words.quoting import quoted
from visualizer.words.text import text

if TYPE_CHECKING:
    from visualizer.alexnet.looks.made import Made, Wanted
    from visualizer.alexnet.looks.tops import Excited

MOST_SEED: Final = 9999
_SEED: Final = "_alex_looks_seed"
_EVERY: Final = 0.6  # seconds between two looks at a picture that grows


def draw(
    answer: Answer, settings: AlexNetSettings, best: Excited[Source] | None, lang: str
) -> None:
    """Draw the picture or the way to it; ``best``: the photo that excites the unit most."""
    unit = with_class(answer, settings.layer, settings.channel, lang)
    places = len(answer.run.layer(settings.layer).shape) == 3
    key = "alex.looks.made_channel" if places else "alex.looks.made_unit"
    st.markdown(text(key, lang, name=settings.layer, unit=unit))
    wanted = _wanted(answer, settings)
    found = jobs.job("picture", wanted)
    growing = found is not None and not found.over
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.session_state["alex_looks_seed"] = wanted.seed
        st.number_input(
            text("alex.looks.seed", lang), 0, MOST_SEED, key="alex_looks_seed",
            on_change=_keep_seed, help=text("alex.looks.seed_help", lang), width=130,
        )  # fmt: skip
        _button(answer, wanted, growing, lang)
    part = st.fragment(_shown, run_every=_EVERY if growing else None)
    part(answer, settings, wanted, growing, best, lang)
    _weights(answer, settings, lang)


def _wanted(answer: Answer, settings: AlexNetSettings) -> Wanted:
    from visualizer.alexnet.looks.made import Wanted

    seed = int(st.session_state.get(_SEED, 0))
    return Wanted(answer.loaded.generation, settings.layer, settings.channel, seed)


def _keep_seed() -> None:
    # A widget that is not drawn, as in a part that is folded, is forgotten.
    st.session_state[_SEED] = int(st.session_state["alex_looks_seed"])


def _button(answer: Answer, wanted: Wanted, growing: bool, lang: str) -> None:
    from visualizer.alexnet.looks.made import table

    if growing:
        st.button(
            text("alex.stop", lang), key="alex_looks_stop", icon=":material/stop:",
            on_click=jobs.end, args=("picture",),
        )  # fmt: skip
    elif table().get(wanted) is None:
        st.button(
            text("alex.looks.make", lang), key="alex_looks_make", icon=":material/play_arrow:",
            type="primary", on_click=jobs.begin_picture, args=(answer.loaded, wanted),
        )  # fmt: skip
    else:
        st.button(
            text("alex.looks.again", lang), key="alex_looks_again", icon=":material/casino:",
            on_click=_again, args=(answer, wanted),
        )  # fmt: skip


def _again(answer: Answer, wanted: Wanted) -> None:
    """Make the picture of the next seed."""
    following = replace(wanted, seed=(wanted.seed + 1) % (MOST_SEED + 1))
    st.session_state[_SEED] = following.seed
    jobs.begin_picture(answer.loaded, following)


def _shown(
    answer: Answer,
    settings: AlexNetSettings,
    wanted: Wanted,
    was_growing: bool,
    best: Excited[Source] | None,
    lang: str,
) -> None:
    from visualizer.alexnet.looks.made import SHEET_STEPS, Wanted, table

    with shell.contained():
        found = jobs.job("picture", wanted)
        growing = found is not None and not found.over
        if was_growing and not growing:
            st.rerun()  # the whole page: the buttons change, and nobody need ask any more
        if found is not None and growing:
            _growing(found.latest, found.state, lang)
            return
        if found is not None and found.state == "failed":
            st.error(text("alex.looks.failed", lang), icon=":material/error:")
        made = table().get(wanted)
        if made is not None:
            _picture(made.picture, wanted, lang)
            _reached(answer, settings, made, best, lang)
            _file(made, wanted, lang)
            return
        quick = Wanted(wanted.generation, wanted.layer, wanted.channel, 0, SHEET_STEPS)
        small = table().get(quick)
        if small is not None:
            _picture(small.picture, quick, lang)
            st.caption(text("alex.looks.quick", lang, steps=number(SHEET_STEPS)))
        else:
            st.info(text("alex.looks.none", lang), icon=":material/gesture:")


def _growing(latest: object, state: str, lang: str) -> None:
    from visualizer.alexnet.looks.growth import STEPS, Grown

    if not isinstance(latest, Grown):
        st.progress(0.0, text("alex.looks.begins", lang))
        return
    words = text(
        "alex.looks.step", lang, done=number(latest.done), total=number(STEPS),
        value=precise(latest.activation),
    )  # fmt: skip
    st.progress(latest.done / latest.total, words)
    st.image(in_place(enlarged(latest.picture), "JPEG", quality=85), width="stretch", alt=words)


def _picture(picture: np.ndarray, wanted: Wanted, lang: str) -> None:
    side = f"{picture.shape[1]}×{picture.shape[0]}"
    words = text("alex.looks.picture", lang, size=side, seed=wanted.seed)
    st.image(in_place(enlarged(picture), "JPEG", quality=92), words, "stretch", alt=words)


def _reached(
    answer: Answer,
    settings: AlexNetSettings,
    made: Made,
    best: Excited[Source] | None,
    lang: str,
) -> None:
    """Say what the unit gives for the picture, and for the best photo."""
    if best is None:
        return
    key = "alex.looks.reached" if made.activation > best.value else "alex.looks.not_reached"
    said = text(
        key, lang, value=precise(made.activation), photo=quoted(best.photo.title(lang)),
        best=precise(best.value),
    )  # fmt: skip
    if name := class_of(answer, settings.layer, settings.channel, lang):
        found = _probability(answer, settings, made)
        said += " " + text("alex.looks.class", lang, name=quoted(name), share=rounded(found))
    st.markdown(said)
    if name:
        st.caption(text("alex.looks.class_way", lang))


def _probability(answer: Answer, settings: AlexNetSettings, made: Made) -> float:
    from visualizer.alexnet.looks.aim import aim
    from visualizer.alexnet.run import run_network

    def run() -> float:
        loaded = answer.loaded
        entered = aim(loaded.model, settings.layer, settings.channel).entered(made.picture)
        found = run_network(loaded.model, entered, temperature=loaded.weights.temperature)
        return float(found.probabilities[settings.channel])

    key = ("looks", answer.loaded.generation, settings.layer, settings.channel, hash(made.file))
    share: float = results().get(key, run)
    return share


def _file(made: Made, wanted: Wanted, lang: str) -> None:
    def file() -> bytes:
        import io

        from PIL import Image

        buffer = io.BytesIO()
        Image.fromarray(enlarged(made.picture)).save(buffer, "PNG")
        return buffer.getvalue()

    name = f"alexnet_{wanted.layer}_{wanted.channel + 1}_seed{wanted.seed}.png"
    download(text("alex.png", lang), file, name)


def _weights(answer: Answer, settings: AlexNetSettings, lang: str) -> None:
    """Show the weights themselves where they are a picture: those of the first layer."""
    first = answer.run.layers[0]
    if settings.layer not in (first.name, answer.run.layers[1].name):
        return
    filters = first.layer.module.weight.detach().numpy()  # type: ignore[operator]
    weights = filters[settings.channel]
    size = f"{weights.shape[1]}×{weights.shape[2]}×{weights.shape[0]}"
    words = text("alex.looks.weights", lang, size=size)
    st.image(in_place(one_filter(weights)), words, "stretch", alt=words)
