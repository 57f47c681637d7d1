"""The deletion curve: what is left of the class while the marked squares go, against chance."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
import streamlit as st

from visualizer.figures.picture import in_place
from visualizer.lessons.alexnet.figures.deletion import Line, deletion_curves
from visualizer.lessons.alexnet.figures.photo import enlarged
from visualizer.lessons.alexnet.parts.answers import Answer, abandoned, results
from visualizer.lessons.alexnet.parts.why.found import Asked, Found, begin
from visualizer.notation import number, precise
from visualizer.ui import shell
from visualizer.ui.charts import chart, is_dark
from visualizer.ui.details import as_csv, download, folded
from visualizer.words.tables import Table
from visualizer.words.text import text

if TYPE_CHECKING:
    from visualizer.alexnet.attribution.deletion import Curve

_GONE = 0.25  # of the squares, in the two pictures beside the curve


@shell.fragment
def deletion(known: Sequence[tuple[Asked, Found]], lang: str) -> None:
    """Draw, one tap away, what is left of the class while the marked squares go."""
    from visualizer.alexnet.attribution.deletion import SEEDS, SQUARE

    with folded(
        text("alex.deletion", lang), "alex_deletion_part", icon=":material/grid_off:"
    ) as is_open:
        if not is_open:
            return
        st.markdown(text("alex.deletion_words", lang, square=SQUARE, orders=number(SEEDS)))
        curves = _curves(known, lang)
        if curves is not None:
            _show(known, *curves, lang)


def _curves(
    known: Sequence[tuple[Asked, Found]], lang: str
) -> tuple[list[Curve], list[Curve]] | None:
    """Return the methods' curves and those of chance; or draw a button and, pressed, a bar."""
    from visualizer.alexnet.attribution import deletion as engine

    one = known[0][0]
    run, index, size = one.answer.run, one.class_index, one.answer.run.input.shape[-1]
    orders: dict[tuple[object, ...], np.ndarray] = {
        ("deletion", *each.key): engine.marked_order(what.heat.spread) for each, what in known
    }
    for seed in range(1, engine.SEEDS + 1):
        orders["deletion", "chance", one.answer.key, index, seed] = engine.random_order(size, seed)
    found: dict[tuple[object, ...], Curve | None] = {key: results().peek(key) for key in orders}
    missing = [key for key, curve in found.items() if curve is None]
    if missing:
        begun = begin("alex_delete", text("alex.deletion_start", lang), lang)
        if begun is None:
            return None
        place, bar = begun
        for done, key in enumerate(missing):
            words = text("alex.deleting", lang, done=number(done + 1), total=number(len(missing)))
            bar.progress(done / len(missing), words)
            found[key] = engine.deletion(run, index, orders[key], cancel=abandoned)
            results().put(key, found[key])
        place.empty()
    curves = [curve for curve in found.values() if curve is not None]
    return curves[: len(known)], curves[len(known) :]


def _show(
    known: Sequence[tuple[Asked, Found]],
    marked: Sequence[Curve],
    chance: Sequence[Curve],
    lang: str,
) -> None:
    answer, dark = known[0][0].answer, is_dark()
    names = [one.title(lang) for one, _ in known]
    areas = [each.area for each in chance]
    mean = float(np.mean(areas))
    chart(
        deletion_curves(
            marked[0].shares,
            [Line(name, each.probabilities) for name, each in zip(names, marked, strict=True)],
            [each.probabilities for each in chance],
            (text("alex.chance", lang), text("alex.gone", lang), text("alex.remaining", lang)),
            dark=dark,
        ),
        "alex_deletion_chart",
        text(
            "alex.deletion_alt", lang, methods=", ".join(
                f"{name} {precise(each.area, 3)}" for name, each in zip(names, marked, strict=True)
            ), chance=precise(mean, 3),
        ),
    )  # fmt: skip
    for name, each in zip(names, marked, strict=True):
        said = "under" if each.area < min(areas) else "within" if each.area < mean else "over"
        st.markdown(
            text(
                f"alex.deletion_{said}", lang, method=name, area=precise(each.area, 3),
                chance=precise(mean, 3), least=precise(min(areas), 3), most=precise(max(areas), 3),
            )
        )  # fmt: skip
    _examples(answer, known, lang)
    download(
        text("alex.deletion_csv", lang), lambda: as_csv(_table(names, marked, chance, lang)),
        f"alexnet_deletion_{known[0][0].class_index}.csv",
    )  # fmt: skip


def _examples(answer: Answer, known: Sequence[tuple[Asked, Found]], lang: str) -> None:
    """Draw the picture with a quarter of its squares gone, in each order."""
    from visualizer.alexnet.attribution import deletion as engine

    run = answer.run
    orders = [(one.title(lang), engine.marked_order(what.heat.spread)) for one, what in known]
    orders.append((text("alex.chance", lang), engine.random_order(run.input.shape[-1], 1)))
    with st.container(width=720):
        for column, (name, order) in zip(st.columns(len(orders)), orders, strict=True):
            count = round(_GONE * len(order))
            pixels = engine.without(run, order[:count])
            title = text("alex.quarter_gone", lang, method=name)
            column.image(in_place(enlarged(pixels), "JPEG"), title, "stretch", alt=title)


def _table(
    names: Sequence[str], marked: Sequence[Curve], chance: Sequence[Curve], lang: str
) -> Table:
    heads = [text("alex.gone", lang), *names]
    heads += [f"{text('alex.chance', lang)} {place}" for place in range(1, len(chance) + 1)]
    curves = [*marked, *chance]
    rows = [
        (precise(share, 6), *(precise(float(each.probabilities[place]), 6) for each in curves))
        for place, share in enumerate(marked[0].shares.tolist())
    ]
    return Table(tuple(heads), tuple(rows))
