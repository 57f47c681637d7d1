"""Questions that need no neuron's value: the factor, how many stay, how many masks there are."""

from __future__ import annotations

from math import factorial

from visualizer.asking import Mistake, Question, Said, question
from visualizer.asking.question import Lights, say
from visualizer.lessons.dropout.example import DropoutExample, build
from visualizer.lessons.dropout.settings import DropoutSettings
from visualizer.lessons.dropout.words import scale
from visualizer.notation import latex, number


def facts(settings: DropoutSettings, *more: str) -> tuple[Said, ...]:
    """Name the probability, and the settings ``more`` of the network."""
    found = [say("ask.fact", name=Said("param.drop_p"), value=f"{settings.p:g}")]
    found += [
        say("ask.fact", name=Said(f"param.drop_{name}"), value=getattr(settings, name))
        for name in more
    ]
    return tuple(found)


def _mistakes(what: str, answers: dict[str, float], put: dict[str, object]) -> list[Mistake]:
    return [
        Mistake(name, answer, say(f"drop.ask_{what}_{name}", **put))
        for name, answer in answers.items()
    ]


def _hidden(example: DropoutExample) -> Lights:
    """Return the neurons that dropout works on."""
    layers = enumerate(example.hidden, 1)
    return {"neuron": tuple((layer, j, 0) for layer, size in layers for j in range(size))}


def _between(settings: DropoutSettings) -> bool:
    return 0 < settings.p < 1


def factor(settings: DropoutSettings) -> Question | None:
    """Ask what a value that stays is multiplied by."""
    if not _between(settings):
        return None
    example, p = build(settings), settings.p
    assert example.scale is not None
    put: dict[str, object] = {"p": f"{p:g}", "keep": f"{1 - p:.3g}", "factor": scale(example)}
    answers = {
        "dropped": 1 / p,
        "keep": 1 - p,
        "p": p,
        "none": 1.0,
        "added": 1 + p,
    }
    return question(
        "dropout",
        "factor",
        settings,
        "number",
        prompt=say("drop.ask_factor", **put),
        answer=round(example.scale, 9),  # 1/(1 − 0.9) is 10 and a hair
        because=say("drop.ask_factor_because", **put),
        hint=say("drop.ask_factor_hint", **put),
        mistakes=_mistakes("factor", answers, put),
        hides=("values",),
        facts=facts(settings),
        formulas=_fraction(example),
    )


def _fraction(example: DropoutExample) -> tuple[str, ...]:
    return (rf"\dfrac{{1}}{{1 - {example.p:g}}} = {latex(scale(example))}",)


def back(settings: DropoutSettings) -> Question | None:
    """Ask for the probability that a factor belongs to."""
    if not _between(settings):
        return None
    example, p = build(settings), settings.p
    assert example.scale is not None
    put: dict[str, object] = {"factor": scale(example)}
    answers = {
        "keep": 1 - p,
        "half": 0.5,
        "factor": example.scale,
        "less": example.scale - 1,
    }
    return question(
        "dropout",
        "back",
        settings,
        "number",
        prompt=say("drop.ask_back", **put),
        answer=p,
        because=say("drop.ask_back_because", **put),
        hint=say("drop.ask_back_hint", **put),
        mistakes=_mistakes("back", answers, put),
        hides=("values", "masks"),
        formulas=_fraction(example),
    )


def expected(settings: DropoutSettings) -> Question | None:
    """Ask how many hidden neurons stay on average."""
    if not _between(settings):
        return None
    example, p = build(settings), settings.p
    total = sum(example.hidden)
    put: dict[str, object] = {"total": total, "p": f"{p:g}", "keep": f"{1 - p:.3g}"}
    answers = {
        "dropped": total * p,
        "one_layer": example.hidden[0] * (1 - p),
        "all": float(total),
        "everyone": sum(example.sizes) * (1 - p),
        "share": 1 - p,
    }
    return question(
        "dropout",
        "expected",
        settings,
        "number",
        prompt=say("drop.ask_expected", **put),
        answer=round(total * (1 - p), 9),
        because=say("drop.ask_expected_because", **put),
        hint=say("drop.ask_expected_hint", **put),
        mistakes=_mistakes("expected", answers, put),
        hides=("values", "masks"),
        lights=_hidden(example),
        facts=facts(settings, "layers", "neurons"),
    )


def masks(settings: DropoutSettings) -> Question | None:
    """Ask how many different networks the masks leave."""
    example = build(settings)
    total = sum(example.hidden)
    if not _between(settings) or total < 2:
        return None
    put: dict[str, object] = {"total": total, "count": number(2**total)}
    answers = {
        "two_each": 2.0 * total,
        "each": float(total),
        "square": float(total**2),
        "order": float(factorial(total)),
        "one_layer": 2.0 ** example.hidden[0],
        "everyone": 2.0 ** sum(example.sizes),
    }
    return question(
        "dropout",
        "masks",
        settings,
        "number",
        prompt=say("drop.ask_masks", **put),
        answer=2.0**total,
        because=say("drop.ask_masks_because", **put),
        hint=say("drop.ask_masks_hint", **put),
        mistakes=_mistakes("masks", answers, put),
        hides=("values", "masks"),
        lights=_hidden(example),
        facts=facts(settings, "layers", "neurons")[1:],
        formulas=(rf"2^{{{total}}} = {latex(number(2**total))}",),
    )
