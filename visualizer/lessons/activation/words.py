"""Activations in sentences, formulas and tables."""

from __future__ import annotations

from visualizer.lessons.activation.example import (
    NEURONS,
    SAMPLES,
    Array,
    Layer,
    chain,
    derivative,
    function,
)
from visualizer.lessons.activation.two_layers import B1, B2, W1, W2, TwoLayers
from visualizer.notation import latex, number, precise
from visualizer.words.tables import Table
from visualizer.words.text import text

# {x}: the point, {m}: its opposite, {y}: the value, {d}: the derivative, {a}: the slope below 0;
# {f} and {g}: {x} and {y} as factors, in parentheses where they are negative.
WRITTEN = {
    "sigmoid": ("σ({x}) = 1 / (1 + e^({m})) = {y}", "σ′({x}) = {y} · (1 − {y}) = {d}"),
    "tanh": ("tanh({x}) = {y}", "tanh′({x}) = 1 − {g}² = {d}"),
    "relu": ("max(0, {x}) = {y}", "ReLU′({x}) = {d}"),
    "leaky_relu": ("max({x}, {a} · {f}) = {y}", "leaky ReLU′({x}) = {d}"),
    "gelu": ("{x} · Φ({x}) = {y}", "GELU′({x}) = Φ({x}) + {f} · φ({x}) = {d}"),
}
FORMULAS: dict[str, tuple[str, ...]] = {
    "sigmoid": (r"\sigma(x) = \frac{1}{1 + e^{-x}}", r"\sigma'(x) = \sigma(x)\,(1 - \sigma(x))"),
    "tanh": (
        r"\tanh(x) = \frac{e^{x} - e^{-x}}{e^{x} + e^{-x}}",
        r"\tanh'(x) = 1 - \tanh^2(x)",
    ),
    "relu": (
        r"f(x) = \max(0, x)",
        r"f'(x) = \begin{cases} 1 & x > 0 \\ 0 & x \le 0 \end{cases}",
    ),
    "leaky_relu": (
        r"f(x) = \begin{cases} x & x > 0 \\ a\,x & x \le 0 \end{cases}",
        r"f'(x) = \begin{cases} 1 & x > 0 \\ a & x \le 0 \end{cases}",
    ),
    "gelu": (r"f(x) = x\,\Phi(x)", r"f'(x) = \Phi(x) + x\,\varphi(x)"),
    "softmax": (r"p_i = \frac{e^{z_i / T}}{\sum_j e^{z_j / T}}",),
}


def at_points(kind: str, slope: float, x: float, lang: str) -> Table:
    """Return x, f(x) and f′(x) at the point and at whole numbers around 0."""
    points = sorted({x, -5.0, -2.0, -1.0, 0.0, 1.0, 2.0, 5.0})
    values, slopes = function(kind, slope)(points), derivative(kind, slope)(points)
    rows = tuple(
        (number(p), precise(float(v), 4), precise(float(d), 4))
        for p, v, d in zip(points, values, slopes, strict=True)
    )
    return Table(("x", "f(x)", text("act.column_slope", lang)), rows)


def layer_formulas(found: TwoLayers) -> tuple[str, ...]:
    """Return, as LaTeX, two linear layers and how they become one, with the numbers put in."""
    weight, bias = (_tex(float(value.squeeze())) for value in (found.weight, found.bias))
    w1, b1, b2 = _matrix(W1), _matrix(B1[:, None]), _tex(float(B2[0]))
    return (
        r"y = W_2\,(W_1 x + b_1) + b_2",
        rf"W_1 = {w1} \quad b_1 = {b1}",
        rf"W_2 = {_matrix(W2)} \quad b_2 = {b2}",
        rf"W_2 W_1 = {weight} \qquad W_2 b_1 + b_2 = {bias}",
        rf"y = {weight}\,x + {bias}".replace(r"-1\,x", "-x"),
    )


def layer_rows(found: TwoLayers) -> list[list[str]]:
    """Return a row of LaTeX for each input: x, first layer, two layers, one, ReLU between."""
    return [
        [
            _tex(found.x[i]),
            ", ".join(map(_tex, found.hidden[i])),
            *(_tex(values[i]) for values in (found.two, found.one, found.bent)),
        ]
        for i in range(len(found.x))
    ]


def _tex(value: float) -> str:
    return latex(number(value))


def _matrix(values: Array) -> str:
    rows = r" \\ ".join(" & ".join(map(_tex, row)) for row in values)
    return rf"\begin{{pmatrix}} {rows} \end{{pmatrix}}"


def sentence(kind: str, slope: float, x: float, lang: str) -> str:
    """Return what the function does at the point."""
    value, steep = float(function(kind, slope)(x)), float(derivative(kind, slope)(x))
    shown = {"x": number(x), "y": precise(value, 4), "d": precise(steep, 4)}
    return f"{text('act.at', lang, **shown)} {about(kind, slope, lang)}"


def about(kind: str, slope: float, lang: str) -> str:
    """Return what the function does; a leaky ReLU of slope 0 or 1 is another function."""
    bound = {0.0: "_0", 1.0: "_1"}.get(slope, "") if kind == "leaky_relu" else ""
    return text(f"act.say.{kind}{bound}", lang, slope=precise(slope))


def map_words(made: Array, after: Array, kind: str, lang: str) -> str:
    """Say what the function does to a map (H, W): how much is negative, what the range becomes."""
    ends = {
        "low": made.min(), "high": made.max(), "after_low": after.min(), "after_high": after.max(),
    }  # fmt: skip
    return text(
        "act.map",
        lang,
        name=text(f"choice.act_kind.{kind}", lang),
        negative=int((made < 0).sum()),
        cells=made.size,
        **{name: precise(float(value)) for name, value in ends.items()},
    )


def chain_words(layers: int, lang: str) -> str:
    """Say what is left of the gradient after so many layers of sigmoid, and of ReLU."""
    sigmoid, relu = (float(chain(kind, 0.0, layers)[-1]) for kind in ("sigmoid", "relu"))
    return text(
        "act.chain",
        lang,
        layers=layers,
        sigmoid=precise(sigmoid, 4),
        relu=precise(relu),
        bound=precise(0.25**layers, 4),
    )


def dead_words(layer: Layer, slope: float, lang: str) -> str:
    """Say how many neurons of a layer are dead, with ReLU and with a leaky one."""
    return text(
        "act.dead",
        lang,
        neurons=NEURONS,
        samples=SAMPLES,
        dead=int(layer.dead.sum()),
        leaky=int(layer.dead_leaky.sum()),
        slope=precise(slope),
    )
