"""``convscope.show``: a layer of your own on a tensor of your own, as stage and player."""

from __future__ import annotations

import html
from dataclasses import dataclass
from os import PathLike
from pathlib import Path

import torch

from convscope import drawing, softmax
from convscope.cutting import part_of
from convscope.errors import ShowError
from convscope.reading import layers
from convscope.reading.choice import Ask
from convscope.reading.proving import prove
from convscope.reading.tensors import tensor_of
from convscope.steps import steps
from convscope.texts import LANGUAGES, say
from visualizer.engine import EngineError
from visualizer.engine.errors import shown
from visualizer.notation import precise, shape
from visualizer.offline.document import Draft, alone
from visualizer.offline.pieces import Listed, Piece, Prose
from visualizer.settings.messages import error_sentence
from visualizer.words.text import text

_AROUND = 330  # pixels that title, sentences and player take
# The frame grows with what is in it, where the notebook lets it.
_GROW = (
    "const f=this,d=f.contentDocument;"
    "if(d)new ResizeObserver(()=>{f.style.height=d.documentElement.offsetHeight+'px'})"
    ".observe(d.documentElement)"
)


@dataclass(frozen=True)
class Shown:
    """What a notebook draws: stage and player in a frame of their own.

    html: the whole page, which needs nothing else. title: what it shows. height: pixels that the
    frame has to begin with.
    """

    html: str
    title: str
    height: int

    def _repr_html_(self) -> str:
        """Return the frame: no style or script of the notebook's meets those of the page."""
        return (
            f'<iframe title="{html.escape(self.title)}" srcdoc="{html.escape(self.html)}"'
            f' style="width: 100%; height: {self.height}px; border: 0" onload="{_GROW}"></iframe>'
        )

    def __repr__(self) -> str:
        """Return what it is, without the page."""
        return f"<convscope: {self.title}>"

    def save(self, path: str | PathLike[str]) -> Path:
        """Write the page to a file, which opens in any browser; return where it is.

        OSError: the file cannot be written.
        """
        file = Path(path)
        file.write_text(self.html, encoding="utf-8")
        return file


def show(
    layer: torch.nn.Module,
    x: object,
    lang: str = "en",
    *,
    output: int = 0,
    at: tuple[int, int] = (0, 0),
    index: int = 0,
) -> Shown:
    """Draw what ``layer`` does to ``x``, every product and sum, to be played step by step.

    layer: Conv2d, ConvTranspose2d, a pooling, Linear or an activation of torch.nn, with the weights
    it has. x: a tensor or array as the layer takes it, with or without a batch. lang: "en" or "ko".
    Where all of it is too much for one stage, a part is shown, and a sentence says which: from the
    output channel ``output`` on, from the output cell ``at`` (row, column) on, of the batch's
    member ``index``; all counted from 0.
    The numbers are held equal to the layer's own answer. ShowError: what cannot be shown, and why.
    """
    try:
        if lang not in LANGUAGES:
            raise ShowError("language", value=shown(lang))
        return _show(layer, x, lang, Ask(output, at, index))
    except ShowError as error:
        raise ShowError(error.key, lang, **error.details) from None
    except EngineError as error:
        said = error_sentence(error, lang)
        raise ShowError("sentence", lang, sentence=said) from None


def _show(layer: torch.nn.Module, x: object, lang: str, ask: Ask) -> Shown:
    if not layers.is_known(layer):
        raise layers.unsupported(layer)
    tensor = tensor_of(x, layer)
    if isinstance(layer, torch.nn.Softmax):
        found = softmax.shares(layer, tensor, ask)
        both = softmax.pieces(found, lang)
        sizes = (found.shape, found.shape)
        return _page(layer, sizes, both, both, softmax.height(found), lang)
    run = layers.run(layer, tensor, ask)
    proof = prove(run, layer, tensor)
    part = part_of(run, ask.at)
    light, dark = (drawing.drawn(run, part, is_dark, lang) for is_dark in (False, True))
    said = Prose(say("proof", lang, difference=precise(proof.difference)), quiet=True)
    below = [[*drawing.pieces(run, part, stage, lang), said] for stage in (light, dark)]
    # Words are the same in both themes, and are taken from the first.
    below[0].append(Listed(steps(run, part, lang), text("offline.every_step", lang)))
    sizes = (tuple(tensor.shape), proof.shape)
    return _page(layer, sizes, below[0], below[1], light.chart.height + _AROUND, lang)


def _page(
    layer: torch.nn.Module,
    sizes: tuple[tuple[int, ...], tuple[int, ...]],
    light: list[Piece],
    dark: list[Piece],
    height: int,
    lang: str,
) -> Shown:
    name = type(layer).__name__
    read, made = map(shape, sizes)
    lead = say("lead", lang, layer=repr(layer), input=read, output=made)
    page = alone(Draft(title=name, lead=lead, light=light, dark=dark, lang=lang))
    return Shown(page, say("frame", lang, layer=name), height)
