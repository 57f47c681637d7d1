"""Both networks on one photo: layers side by side, what differs and why, their maps."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import streamlit as st

from visualizer.engine.network.walk import Step
from visualizer.lessons.alexnet.parts.answers import Answer, answer, chosen, in_line
from visualizer.lessons.alexnet.parts.layers import mosaic_of
from visualizer.lessons.alexnet.parts.places import tiles
from visualizer.lessons.alexnet.parts.prediction import percent
from visualizer.lessons.alexnet.parts.wrapped import columns
from visualizer.lessons.alexnet.settings import (
    BEST,
    EITHER,
    INPUTS,
    NETWORKS,
    OWN,
    PAPER,
    RANDOM,
    STRONGEST,
    TORCHVISION,
    TRAINED,
    AlexNetSettings,
    layer_shape,
    names_of,
)
from visualizer.lessons.alexnet.stack import stack
from visualizer.notation import number, shape
from visualizer.settings.lesson import Lesson
from visualizer.ui import address, shell
from visualizer.ui.details import folded, listed
from visualizer.words.quoting import quoted
from visualizer.words.tables import Table
from visualizer.words.text import text

if TYPE_CHECKING:
    from visualizer.alexnet.weights.own import OwnNetwork

_GO = "_alex_both_go"  # a press has chosen a layer of the page
_NONE = "–"
_DIFFERENCES = ("conv1", "groups", "norm", "pool", "avgpool", "fc")


@shell.fragment
def both(
    lesson: Lesson[AlexNetSettings],
    mine: OwnNetwork | None,
    here: Answer,
    settings: AlexNetSettings,
    data: bytes,
    lang: str,
) -> None:
    """Draw it, one tap away; ``here``: the page's own answer to the photo's bytes, ``data``."""
    if st.session_state.pop(_GO, False):
        st.rerun()
    with folded(text("alex.both", lang), "alex_both", icon=":material/compare:") as is_open:
        if not is_open:
            return
        beside = _other(settings, mine)
        there = answer(chosen(beside, mine, lang), data, in_line(lang))
        found = {settings.network: (settings, here), beside.network: (beside, there)}
        st.markdown(text("alex.both_words", lang))
        answers = [found[network][1] for network in NETWORKS]
        places = columns("alex_both_answers", 2, 250)
        for column, network, one in zip(places, NETWORKS, answers, strict=True):
            with column:
                _guess(network, one, lang)
        counts = [len(one.run.logits) for one in answers]
        listed(_table(counts, lang))
        put = {"torchvision": counts[0], "paper": counts[1]}
        st.markdown(
            "\n".join(f"- {text(f'alex.both_{part}', lang, **put)}" for part in _DIFFERENCES)
        )
        _maps(lesson, settings, found, lang)


def _other(settings: AlexNetSettings, mine: OwnNetwork | None) -> AlexNetSettings:
    """Return settings with the other network: the reader's own where it is that, else ours."""
    network = TORCHVISION if settings.network == PAPER else PAPER
    weights = RANDOM if network == PAPER else TRAINED
    if mine is not None and mine.loaded is not None and mine.network == network:
        weights = OWN
    return settings.changed(network=network, weights=weights)


def _guess(network: str, found: Answer, lang: str) -> None:
    """Say whose answer it is, and which."""
    weights, best = found.loaded.weights, found.prediction.top[0]
    lines = [
        f"**{text(f'choice.alex_network.{network}', lang)}**",
        f"{text(f'alex.weights.{weights.source}', lang)}: {quoted(best.name.name(lang))}, "
        f"{percent(best.probability)}",
    ]
    if not weights.trained:
        lines.append(f":red[{text('alex.meaningless', lang)}]")
    st.markdown("  \n".join(lines))


def _table(counts: list[int], lang: str) -> Table:
    """Return shapes, parameters and multiply-adds, stage by stage."""
    walks = [stack(count, name) for count, name in zip(counts, NETWORKS, strict=True)]
    steps = [{step.name: step for step in walk.steps} for walk in walks]
    heads = [text("alex.col_layer", lang)] + [
        f"{text(f'alex.col_{what}', lang)} {year}"
        for what in ("shape", "parameters", "adds")
        for year in ("2014", "2012")
    ]
    rows = [(text("alex.kind.input", lang), *(shape(INPUTS[n]) for n in NETWORKS), *(4 * [_NONE]))]

    def counted(name: str, what: Callable[[Step], int]) -> list[str]:
        return [
            (number(what(by[name])) if name in by else "0") if name in names_of(network) else _NONE
            for by, network in zip(steps, NETWORKS, strict=True)
        ]

    for name in EITHER:
        shapes = [
            shape(layer_shape(name, count, network).shape) if name in names_of(network) else _NONE
            for count, network in zip(counts, NETWORKS, strict=True)
        ]
        rows.append((name, *shapes, *counted(name, _parameters), *counted(name, _adds)))
    totals = [
        number(sum(what(step) for step in walk.steps))
        for what in (_parameters, _adds)
        for walk in walks
    ]
    rows.append((text("alex.both_total", lang), "", "", *totals))
    return Table(tuple(heads), tuple(rows), closing=1)


def _parameters(step: Step) -> int:
    return step.parameters


def _adds(step: Step) -> int:
    return step.multiply_adds


def _maps(
    lesson: Lesson[AlexNetSettings],
    settings: AlexNetSettings,
    found: dict[str, tuple[AlexNetSettings, Answer]],
    lang: str,
) -> None:
    """Draw one layer's maps in both; a press opens that network there."""
    common = [name for name in names_of(TORCHVISION) if name in names_of(PAPER)]
    layer = st.selectbox(
        text("alex.both_layer", lang), common, key="alex_both_layer",
        index=common.index(settings.layer) if settings.layer in common else 0,
    )  # fmt: skip
    for column, network in zip(columns("alex_both_maps", 2, 250), NETWORKS, strict=True):
        with column:
            chosen_, answered = found[network]
            shown = mosaic_of(answered, layer, "index", "map")
            title = text(f"choice.alex_network.{network}", lang)
            sizes = shape(answered.run.layer(layer).shape)
            st.markdown(f"**{title}**, {layer}, {sizes}")

            def opened(channel: int, wanted: AlexNetSettings = chosen_) -> None:
                _open(lesson, wanted, layer, channel)

            words = [str(channel + 1) for channel in shown.channels]
            tiles(
                f"alex_both_maps_{network}", shown, words, -1,
                text("alex.maps_alt", lang, count=len(words), name=layer), opened,
            )  # fmt: skip
            st.button(
                text("alex.both_open", lang, layer=layer, network=title),
                key=f"alex_both_open_{network}", icon=":material/open_in_full:",
                on_click=_open, args=(lesson, chosen_, layer, STRONGEST),
            )  # fmt: skip


def _open(
    lesson: Lesson[AlexNetSettings], wanted: AlexNetSettings, layer: str, channel: int
) -> None:
    """Show a network's layer on the page, from a callback."""
    address.change(
        lesson, network=wanted.network, weights=wanted.weights, layer=layer, channel=channel,
        row=STRONGEST, col=STRONGEST, class_=BEST,
    )  # fmt: skip
    st.session_state[_GO] = True
