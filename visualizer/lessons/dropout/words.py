"""The dropout lesson's sentences, table and code."""

from __future__ import annotations

from fractions import Fraction

from visualizer.lessons.dropout.example import DropoutExample
from visualizer.notation import latex, number, precise
from visualizer.words.tables import Table
from visualizer.words.text import text


def layer_names(example: DropoutExample, lang: str) -> list[str]:
    """Return the titles of the layers, from the inputs to the outputs."""
    hidden = [text("drop.hidden", lang, number=i + 1) for i in range(len(example.hidden))]
    return [text("drop.inputs", lang), *hidden, text("drop.outputs", lang)]


def hover_texts(example: DropoutExample, training: bool, lang: str) -> list[list[str]]:
    """Return what each neuron says on hover, by layer."""
    run = example.dropped if training else example.whole
    names, found = layer_names(example, lang), []
    for index, name in enumerate(names):
        texts = []
        for j, (before, after) in enumerate(zip(run.before[index], run.after[index], strict=True)):
            place = text("drop.neuron", lang, layer=name, number=j + 1)
            value = f"<b>{number(float(after))}</b>"
            if training and 0 < index < len(names) - 1:
                value = _passage(example, index - 1, j, float(before), float(after), lang)
            texts.append(f"{place}<br>{value}")
        found.append(texts)
    return found


def _passage(
    example: DropoutExample, layer: int, neuron: int, before: float, after: float, lang: str
) -> str:
    if not example.masks[layer][neuron] or example.scale is None:
        return text("drop.was_dropped", lang, value=number(before))
    return f"{number(before)} × {scale(example)} = <b>{number(after)}</b>"


def scale(example: DropoutExample) -> str:
    """Write 1/(1 − p), for p below 1; worked out exactly, so that 1/(1 − 0.95) is 20."""
    return precise(float(1 / (1 - Fraction(f"{example.p:.6f}"))))


def story(example: DropoutExample, lang: str) -> list[str]:
    """Return what happens now, sentence by sentence."""
    total = sum(example.hidden)
    if not example.training:
        return [text("drop.say_eval", lang, total=total)]
    kept = int(example.all_masks[0].sum())
    said = [text("drop.say_train", lang, kept=kept, dropped=total - kept, total=total)]
    if example.scale is None:
        return [*said, text("drop.say_p1", lang)]
    if example.p == 0:
        return [*said, text("drop.say_p0", lang)]
    return [*said, text("drop.say_scale", lang, p=f"{example.p:g}", scale=scale(example))]


def formula(example: DropoutExample) -> list[str]:
    """Return, as LaTeX, why the expected value stays: with the watched neuron's numbers put in."""
    general = r"\mathrm{E}[y] = p \cdot 0 + (1 - p) \cdot \dfrac{x}{1 - p} = x"
    if example.scale is None:
        return [r"p = 1:\quad y = x \cdot 0 = 0"]
    x = float(example.whole.before[1][example.watched])
    p, keep = f"{example.p:g}", f"{1 - example.p:.2g}"
    written = latex(precise(x))
    put = rf"{p} \cdot 0 + {keep} \cdot \dfrac{{{written}}}{{{keep}}} = {written}"
    return [general, put]


def table(example: DropoutExample, lang: str) -> Table:
    """Return every hidden neuron's way through dropout, one a row."""
    columns = ("layer", "neuron", "before", "mask", "factor", "after")
    rows = []
    run, names = example.shown, layer_names(example, lang)
    for layer in range(len(example.hidden)):
        for j, before in enumerate(run.before[layer + 1]):
            kept = bool(example.masks[layer][j])
            mask, factor = ("1" if kept else "0"), "0"
            if not example.training:
                mask, factor = "–", "1"
            elif kept and example.scale is not None:
                factor = scale(example)
            after = precise(float(run.after[layer + 1][j]))
            rows.append((names[layer + 1], str(j + 1), precise(float(before)), mask, factor, after))
    return Table(tuple(text(f"drop.column_{name}", lang) for name in columns), tuple(rows))


def alt(example: DropoutExample, training: bool, lang: str) -> str:
    """Return what a drawing shows, for those who do not see it."""
    run = example.dropped if training else example.whole
    sizes = ", ".join(str(size) for size in example.sizes)
    values = ", ".join(number(float(v)) for v in run.output)
    total = sum(example.hidden)
    gone = total - int(example.all_masks[0].sum()) if training else 0
    return text("drop.alt", lang, sizes=sizes, dropped=gone, total=total, values=values)


def mean_words(example: DropoutExample, layer: int, neuron: int, lang: str) -> str:
    """Say the mean of a neuron's draws and its value when evaluated."""
    return text(
        "drop.mean_says",
        lang,
        draws=number(example.draws),
        mean=precise(float(example.running_mean(layer, neuron)[-1])),
        target=precise(float(example.whole.before[layer][neuron])),
    )


def averaged(example: DropoutExample, layer: int, neuron: int, lang: str) -> str:
    """Say how the mean of a neuron's draws stands to its value when evaluated, and why.

    Up to the first layer after a dropped one the expected value is exact; further on ReLU stands
    between the two.
    """
    said = mean_words(example, layer, neuron, lang)
    if example.p in (0, 1):
        return f"{said} {text(f'drop.mean_p{example.p:.0f}', lang)}"
    return f"{said} {text('drop.mean_exact' if layer <= 2 else 'drop.mean_gap', lang)}"
