"""AlexNet's page without a server: a photo, the answer, and what makes one unit's number.

The network itself stays behind: torch is what computes it. torch is imported inside the functions.
"""

from __future__ import annotations

from visualizer.figures.packing import written
from visualizer.lessons.alexnet.figures.prediction import probability_bars
from visualizer.lessons.alexnet.settings import AlexNetSettings
from visualizer.lessons.alexnet.taken.offer import run_of
from visualizer.material.photos import photo_bytes, photo_title
from visualizer.notation import percent, precise
from visualizer.offline.pieces import Beside, Chart, Heading, Listed, Picture, Piece, Prose
from visualizer.words.tables import Table
from visualizer.words.text import text


def shown(settings: AlexNetSettings, dark: bool, lang: str) -> list[Piece]:
    """Return what the page shows of ``settings``, whose photo is a shipped one."""
    from visualizer.alexnet.prediction import predict
    from visualizer.alexnet.weights.registry import network_of

    run = run_of(settings)
    weights = network_of(settings.network, settings.weights).weights
    classes = weights.classes
    found = predict(run, classes)
    names = [each.name.name(lang) for each in found.top]
    shares = [each.probability for each in found.top]
    percents = [f"{percent(share)}%" for share in shares]
    alt = text("alex.bars_alt", lang, name=names[0], share=percents[0])
    bars = written(probability_bars(names, shares, percents, dark=dark))
    heads = ("alex.col_class", "alex.col_logit", "alex.col_probability")
    rows = tuple(
        (name, precise(each.logit), share)
        for name, each, share in zip(names, found.top, percents, strict=True)
    )
    title = photo_title(settings.photo, lang)
    meaningless = () if weights.trained else (Prose(text("alex.meaningless", lang)),)
    return [
        *meaningless,
        Beside(
            (
                (Picture(photo_bytes(settings.photo), title), Prose(title, quiet=True)),
                (Heading(text("alex.part.prediction", lang)), Chart("alex_top", bars, alt)),
            )
        ),
        Listed(Table(tuple(text(head, lang) for head in heads), rows)),
    ]
