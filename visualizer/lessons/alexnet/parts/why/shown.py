"""A method's map in pictures, with a caption, what it sums to, and a file to take along."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import streamlit as st

from visualizer.figures.colors import Bytes
from visualizer.figures.picture import in_place
from visualizer.lessons.alexnet.figures.evidence import pixel_heat, signed_overlay
from visualizer.lessons.alexnet.figures.photo import enlarged, overlay, raw_heat, sheet
from visualizer.lessons.alexnet.parts.answers import Answer, results
from visualizer.lessons.alexnet.parts.prediction import percent
from visualizer.lessons.alexnet.parts.why.found import Asked, Found
from visualizer.notation import number, precise, shape
from visualizer.ui.charts import is_dark
from visualizer.ui.details import download
from visualizer.words.quoting import plainly
from visualizer.words.text import text


def alone(one: Asked, what: Found, lang: str) -> None:
    """Draw the input, the map and the map over the input in a row."""
    _pictures(one, what, [_input(one.answer, lang), *_maps(one, what, is_dark(), lang)], lang)


def paired(one: Asked, what: Found, lang: str) -> None:
    """Draw the map and the map over the input: the input is the same for both methods."""
    _pictures(one, what, _maps(one, what, is_dark(), lang), lang)


Titled = tuple[Bytes, str]


def _pictures(one: Asked, what: Found, drawn: Sequence[Titled], lang: str) -> None:
    caption = caption_of(one, what, lang)
    for column, (picture, title) in zip(st.columns(len(drawn)), drawn, strict=True):
        column.image(in_place(picture), title, "stretch", alt=f"{title}: {caption[1]}")
    if what.heat.empty:
        st.info(text("alex.no_evidence", lang))
    st.markdown("  \n".join(plainly(line) for line in caption))  # a class may have any name
    _sums(what, lang)


def _input(answer: Answer, lang: str) -> Titled:
    crop = np.asarray(answer.prepared.crop)
    return enlarged(crop), text("alex.exact_input", lang, size=shape(crop.shape[:2]))


def _maps(one: Asked, what: Found, dark: bool, lang: str) -> list[Titled]:
    raw = what.heat.raw
    map_ = pixel_heat(raw, dark) if what.sums else raw_heat(raw, dark)
    return [
        (map_, text("alex.raw_map", lang, size=shape(raw.shape))),
        (laid_over(one, what), text("alex.overlay", lang)),
    ]


def laid_over(one: Asked, what: Found) -> Bytes:
    """Return a method's evidence on the network's input."""
    crop = np.asarray(one.answer.prepared.crop)
    if what.sums:
        return signed_overlay(crop, what.heat.raw)
    return overlay(crop, what.heat.scaled)


def caption_of(one: Asked, what: Found, lang: str) -> list[str]:
    """Return what a map is of, in two lines."""
    weights = one.answer.loaded.weights
    name = weights.classes[one.class_index].name(lang)
    return [
        f"AlexNet · {text(f'alex.weights.{weights.source}', lang)} · {one.title(lang)}",
        f"{name} · {percent(what.heat.probability)} · {what.heat.seconds:.2f} s",
    ]


def _sums(what: Found, lang: str) -> None:
    """Say what integrated gradients sum to, and what they should."""
    sums = what.sums
    if sums is None:
        return
    told = {
        "total": precise(sums.total, 3),
        "logit": precise(sums.logit, 3),
        "baseline": precise(sums.baseline_logit, 3),
        "difference": precise(sums.difference, 3),
        "gap": precise(100 * sums.gap, 2),
        "steps": number(sums.steps),
        "from": text(f"alex.of_{sums.baseline}", lang),
    }
    if sums.complete:
        st.success(text("alex.complete", lang, **told), icon=":material/verified:")
    else:
        st.warning(text("alex.incomplete", lang, **told), icon=":material/info:")


def likeness_of(known: Sequence[tuple[Asked, Found]], lang: str) -> None:
    """Say how alike two methods rank the places of the picture."""
    from visualizer.alexnet.attribution.sanity import likeness

    (first, one), (second, other) = known
    found = likeness(one.heat.spread, other.heat.spread)
    if np.isnan(found):
        return
    st.markdown(
        text(
            "alex.two_alike", lang, likeness=precise(found),
            first=text(f"choice.alex_method.{first.method}", lang),
            second=text(f"choice.alex_method.{second.method}", lang),
        )
    )  # fmt: skip


def sheet_of(answer: Answer, known: Sequence[tuple[Asked, Found]], lang: str) -> None:
    """Offer everything that is shown as one picture, drawn when somebody takes it."""
    key = ("sheet", *(one.key for one, _ in known), lang)
    names = "_".join(one.method for one, _ in known)
    kept = results()

    def file() -> bytes:
        drawn, caption = [_input(answer, lang)], list[str]()
        for one, what in known:
            maps = _maps(one, what, False, lang)
            if len(known) > 1:  # whose map it is; a longer title would not fit
                maps[0] = (maps[0][0], text(f"choice.alex_method.{one.method}", lang))
            drawn += maps
            caption += caption_of(one, what, lang)
        return sheet([each[0] for each in drawn], [each[1] for each in drawn], caption)

    name = f"alexnet_{names}_{known[0][0].class_index}.png"
    download(text("alex.png", lang), lambda: kept.get(key, file), name)
