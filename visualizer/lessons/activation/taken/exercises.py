"""Exercises about the activation function on the screen."""

from __future__ import annotations

from visualizer.engine import ELEMENTWISE
from visualizer.lessons.activation.example import derivative, function
from visualizer.lessons.activation.settings import CLASSES, ActivationSettings
from visualizer.lessons.activation.softmax import written_shares
from visualizer.notation import number, precise
from visualizer.taking.exercises import filled
from visualizer.taking.taken import Claim, Exercise
from visualizer.words.activations import NUMPY
from visualizer.words.text import text

_GELU = "{v} * np.array([(1 + math.erf(u / math.sqrt(2))) / 2 for u in {v}])"
_HUGE = "[1000.0, 999.0, -1000.0]"


def exercises(settings: ActivationSettings, lang: str) -> list[Exercise]:
    """Return the value and slope at the point, and the function itself; softmax has its own."""
    return _softmax(settings, lang) if settings.kind == "softmax" else _curve(settings, lang)


def _curve(settings: ActivationSettings, lang: str) -> list[Exercise]:
    kind, slope, x = settings.kind, settings.slope, settings.x
    name = text(f"choice.act_kind.{kind}", lang)
    value, steep = float(function(kind, slope)(x)), float(derivative(kind, slope)(x))
    written = NUMPY.get(kind, _GELU)
    hint = text(f"act.take_formula.{kind}", lang, slope=precise(slope))
    here = {"name": name, "x": number(x)}
    head = "import math\n\nimport torch\nimport torch.nn.functional as F\n\n\ndef f(x):\n"
    call = ELEMENTWISE[kind].torch_call("t", slope)
    found = [
        Exercise(
            text("act.take_ask_value", lang, **here),
            "value = ...\n",
            f"value = ({written.format(v='x', slope=slope)})[0]\n",
            filled("value"),
            (Claim("np.isclose(value, y[0])", hint),),
            precise(value, 4),
            kind="value",
        ),
        Exercise(
            text("act.take_ask_slope", lang, **here),
            "steep = ...\n",
            f"steep = {steep!r}\n",
            filled("steep"),
            (Claim("np.isclose(steep, slope[0])", hint),),
            precise(steep, 4),
            kind="slope",
        ),
        Exercise(
            text("act.take_ask_function", lang, name=name),
            f"{head}    return ...\n",
            f"{head}    return {written.format(v='x', slope=slope)}\n",
            "f(np.zeros(1)) is not ...",
            (
                Claim(
                    f"all(np.allclose(f(t.numpy()), ({call}).numpy())"
                    " for t in [torch.linspace(-4, 4, 33, dtype=torch.float64)])",
                    hint,
                ),
            ),
        ),
    ]
    if kind == "sigmoid":
        layers = settings.layers
        found.append(
            Exercise(
                text("act.take_ask_chain", lang, layers=layers),
                "most = ...\n",
                f"most = 0.25 ** {layers}\n",
                filled("most"),
                (
                    Claim(
                        f"np.isclose(most, 0.25 ** {layers}, atol=0)",
                        text("act.take_hint_chain", lang),
                    ),
                ),
                precise(0.25**layers, 4),
                kind="chain",
            )
        )
    learned = Exercise(
        text("act.take_ask_learned", lang, name=name),
        "learned = ...\n",
        "learned = 0\n",
        filled("learned"),
        (Claim("learned == 0", text("act.take_hint_learned", lang)),),
        "0",
    )
    return [*found, learned]


def _softmax(settings: ActivationSettings, lang: str) -> list[Exercise]:
    share = written_shares(settings.logits, settings.temperature)[0]
    hint = text("act.take_hint_softmax", lang)
    head = "import torch\n\n\ndef softmax(z):\n"
    body = "    powers = np.exp(z - z.max())\n    return powers / powers.sum()\n"
    return [
        Exercise(
            text("act.take_ask_share", lang, name=text(f"act.class.{CLASSES[0]}", lang)),
            "share = ...\n",
            "powers = np.exp(z - z.max())\nshare = powers[0] / powers.sum()\n",
            filled("share"),
            (Claim("np.isclose(share, p[0])", hint),),
            share,
        ),
        Exercise(
            text("act.take_ask_raised", lang),
            "change = ...\n",
            "change = 0\n",
            filled("change"),
            (Claim("change == 0", text("act.take_hint_raised", lang)),),
            "0",
            kind="shift",
        ),
        Exercise(
            text("act.take_ask_softmax", lang),
            f"{head}    return ...\n",
            head + body,
            "softmax(np.zeros(3)) is not ...",
            (
                Claim("np.allclose(softmax(z), torch.softmax(torch.tensor(z), 0).numpy())", hint),
                Claim(
                    f"np.isclose(softmax(np.array({_HUGE})).sum(), 1)",
                    text("act.take_hint_huge", lang),
                ),
            ),
        ),
        Exercise(
            text("act.take_ask_sum", lang),
            "total = ...\n",
            "total = 1\n",
            filled("total"),
            (Claim("np.isclose(total, p.sum())", text("act.take_hint_sum", lang)),),
            "1",
            kind="sum",
        ),
    ]
