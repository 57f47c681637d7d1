"""Questions about one point of a curve: the value there, and the slope."""

from __future__ import annotations

from collections.abc import Mapping

from visualizer.asking import Choice, Mistake, Question, Said, question
from visualizer.asking.question import Form, Lights, say
from visualizer.lessons.activation.example import derivative, function
from visualizer.lessons.activation.settings import ActivationSettings
from visualizer.lessons.activation.words import FORMULAS
from visualizer.notation import number, precise

BENT = ("relu", "leaky_relu")
"""Functions made of two straight pieces: their values and slopes are found in the head."""
_APART = 0.02  # what numbers to choose from must differ by
_FEWEST = 3


def name_of(settings: ActivationSettings) -> Said:
    """Name the function, a leaky ReLU with its slope."""
    kind = Said(f"choice.act_kind.{settings.kind}")
    if settings.kind != "leaky_relu":
        return kind
    return say("act.ask_leaky", name=kind, slope=precise(settings.slope))


def value(settings: ActivationSettings) -> Question | None:
    """Ask for the function's value at the point."""
    if settings.kind == "softmax":
        return None
    kind, a, x = settings.kind, settings.slope, settings.x
    right = _at(kind, a, x)
    wrong = {
        "identity": x,
        "zero": 0.0,
        "relu": _at("relu", a, x),
        "times_slope": a * x,
        "divided": x / a if a else float("nan"),
        "size": abs(right) if right else abs(x),
        "derivative": float(derivative(kind, a)(x)),
        "turned": _at(kind, a, -x),
        "tanh": _at("tanh", a, x),
        "sigmoid": _at("sigmoid", a, x),
        "part": right / x if x else float("nan"),  # of GELU: Φ(x) alone
        "end": 1.0,
    }
    meant = {
        "relu": ("identity", "size", "derivative", "zero"),
        "leaky_relu": ("relu", "identity", "size", "times_slope", "divided", "derivative"),
        "sigmoid": ("tanh", "derivative", "turned", "identity", "zero", "end"),
        "tanh": ("sigmoid", "derivative", "turned", "identity", "end"),
        "gelu": ("relu", "part", "identity", "sigmoid", "turned"),
    }[kind]
    return _asked("value", settings, right, {name: wrong[name] for name in meant})


def slope(settings: ActivationSettings) -> Question | None:
    """Ask for the derivative at the point."""
    if settings.kind in ("softmax", "gelu"):
        return None
    kind, a, x = settings.kind, settings.slope, settings.x
    right, y = float(derivative(kind, a)(x)), _at(kind, a, x)
    wrong = {
        "value": y,
        "other_side": float(derivative(kind, a)(-x if x else 1.0)),
        "relu": float(derivative("relu", a)(x)),
        "middle": 0.5,
        "rest": 1 - y,
        "tanh_rule": 1 - y * y,
        "sigmoid_rule": y * (1 - y),
        "steepest": float(derivative(kind, a)(0.0)),
        "flat": 0.0,
        "one": 1.0,
        "minus": -right,
    }
    meant = {
        "relu": ("value", "other_side", "middle"),
        "leaky_relu": ("relu", "value", "other_side", "minus"),
        "sigmoid": ("value", "steepest", "rest", "tanh_rule", "one", "flat"),
        "tanh": ("value", "steepest", "rest", "sigmoid_rule", "flat"),
    }[kind]
    return _asked("slope", settings, right, {name: wrong[name] for name in meant})


def _at(kind: str, a: float, x: float) -> float:
    return float(function(kind, a)(x)) + 0.0


def _asked(
    what: str, settings: ActivationSettings, right: float, wrong: Mapping[str, float]
) -> Question | None:
    kind, x = settings.kind, settings.x
    put: dict[str, object] = {
        "name": name_of(settings), "x": number(x), "slope": precise(settings.slope),
        "y": precise(_at(kind, settings.slope, x)),
    }  # fmt: skip
    kept = {name: answer for name, answer in wrong.items() if answer == answer}
    form: Form = "number" if kind in BENT else "choice"
    choices: list[Choice] = []
    if form == "choice":
        # A curve's values are not found in the head: they are recognised among others.
        shown = [right]
        for name, answer in list(kept.items()):
            if all(abs(answer - other) >= _APART for other in shown):
                shown.append(answer)
            else:
                del kept[name]
        if len(shown) < _FEWEST:
            return None
        choices = [Choice(_named(each), precise(each)) for each in sorted(shown)]
    lights: Lights = {"side": ((0, 0, 1 if x > 0 else 0),)}
    side = "at" if x == 0 else "right" if x > 0 else "left"
    group = "bent" if kind in BENT else kind
    return question(
        "activation",
        what,
        settings,
        form,
        prompt=say(f"act.ask_{what}", **put),
        answer=_named(right) if choices else right,
        because=say(f"act.ask_{what}_because_{kind}", **put),
        hint=say(f"act.ask_{what}_hint_{group}", side=Said(f"act.ask_side_{side}"), **put),
        mistakes=[
            Mistake(
                name, _named(answer) if choices else answer,
                say(f"act.ask_{what}_{name}", **put), lights,
            )
            for name, answer in kept.items()
        ],
        choices=choices,
        hides=(what,),
        lights=lights,
        formulas=(FORMULAS[kind][0 if what == "value" else 1],),
    )  # fmt: skip


def _named(answer: float) -> str:
    return f"{answer:.4f}"
