"""Questions about softmax: the order of the classes, their shares, and what changes them."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from visualizer import engine
from visualizer.asking import Choice, Mistake, Question, Said, question
from visualizer.asking.question import Lights, say
from visualizer.lessons.activation.settings import CLASSES, LOGITS, ActivationSettings
from visualizer.lessons.activation.softmax import shifted, written_shares
from visualizer.lessons.activation.words import FORMULAS
from visualizer.notation import latex, number, precise

_APART = 0.02  # what shares to choose from must differ by
_LARGEST_POWER = 7.0  # e to this is as large a number as one still adds up


def name(index: int) -> Said:
    """Name a class."""
    return Said(f"act.class.{CLASSES[index]}")


def which(settings: ActivationSettings) -> int:
    """Return the class that is asked about: another one for other logits."""
    return round(100 * sum(abs(z) * i for i, z in enumerate(settings.logits, 1))) % len(LOGITS)


def facts(settings: ActivationSettings) -> tuple[Said, ...]:
    """Name the logits, and the temperature where it is not 1."""
    found = [
        say("ask.fact", name=Said(f"param.act_{field}"), value=precise(logit))
        for field, logit in zip(LOGITS, settings.logits, strict=True)
    ]
    if settings.temperature != 1:
        warm = number(settings.temperature, 1)
        found.append(say("ask.fact", name=Said("param.act_temperature"), value=warm))
    return tuple(found)


def first(settings: ActivationSettings) -> Question | None:
    """Ask which class is the most probable one."""
    return _placed(settings, "first")


def last(settings: ActivationSettings) -> Question | None:
    """Ask which class is the least probable one."""
    return _placed(settings, "last")


def _placed(settings: ActivationSettings, place: str) -> Question | None:
    z = np.array(settings.logits)
    if settings.kind != "softmax" or len(set(settings.logits)) < len(z):
        return None
    order = np.argsort(z)
    right, other = (order[-1], order[0]) if place == "first" else (order[0], order[-1])
    # Who takes a logit below 0 for its size finds the wrong end of the scale.
    size = int(np.argmax(np.abs(z)) if place == "first" else np.argmin(np.abs(z)))
    put = {"name": name(int(right)), "logit": precise(float(z[right]))}
    lights: Lights = {"class": tuple((0, int(i), 0) for i in order[-2:])}
    warm = settings.temperature != 1
    return question(
        "activation",
        place,
        settings,
        "choice",
        prompt=say(f"act.ask_{place}"),
        answer=CLASSES[right],
        because=say(f"act.ask_{place}_because{'_warm' if warm else ''}", **put),
        hint=say(f"act.ask_{place}_hint"),
        mistakes=[
            Mistake("other", CLASSES[other], say(f"act.ask_{place}_other"), lights),
            Mistake("size", CLASSES[size], say(f"act.ask_{place}_size"), lights),
            Mistake("middle", CLASSES[order[1]], say(f"act.ask_{place}_middle"), lights),
        ],
        choices=_classes(),
        hides=("shares",),
        lights=lights,
        facts=facts(settings),
    )


def _classes() -> list[Choice]:
    return [Choice(each, name(i)) for i, each in enumerate(CLASSES)]


def total(settings: ActivationSettings) -> Question | None:
    """Ask what all shares are together; no fact tells two such questions apart: one is enough."""
    if settings.kind != "softmax":
        return None
    logits = settings.logits
    answers = {
        "logits": sum(logits),
        "largest": max(logits),
        "classes": float(len(logits)),
        "percent": 100.0,
        "nothing": 0.0,
        "mean": 1 / len(logits),
    }
    shares = engine.softmax(logits, temperature=settings.temperature)
    return question(
        "activation",
        "sum",
        settings,
        "number",
        prompt=say("act.ask_sum"),
        answer=round(float(shares.sum()), 6),
        because=say("act.ask_sum_because"),
        hint=say("act.ask_sum_hint"),
        mistakes=[
            Mistake(each, answer, say(f"act.ask_sum_{each}")) for each, answer in answers.items()
        ],
        hides=("shares",),
        formulas=FORMULAS["softmax"],
    )


def probability(settings: ActivationSettings) -> Question | None:
    """Ask for one class's share; the powers of e are given."""
    z, warm = settings.logits, settings.temperature
    if settings.kind != "softmax" or shifted(z, warm):
        return None
    if max(map(abs, z)) > _LARGEST_POWER or max(map(abs, z)) / warm > _LARGEST_POWER:
        return None
    asked = which(settings)
    powers = np.exp(z)
    # To six decimals, as logits have: ln 14 written so gives 14 and a hair.
    right = round(float(engine.softmax(z, temperature=warm)[asked]), 6)
    scaled = np.exp(np.array(z) / warm)
    others = float(scaled.sum() - scaled[asked])
    answers = {
        "warm_ignored": float(engine.softmax(z)[asked]),
        "warm_times": float(engine.softmax(z, temperature=1 / warm)[asked]),
        "logits": z[asked] / sum(z) if sum(z) else float("nan"),
        "others": float(scaled[asked]) / others,
        "power": float(powers[asked]),
        "largest": float(scaled[asked] / scaled.max()),
        "alike": 1 / len(z),
        "percent": 100 * right,
    }
    put = {"name": name(asked), "warm": number(warm, 1), "power": precise(_near(powers[asked])),
           "percent": number(round(100 * right, 4))}  # fmt: skip
    fraction = " + ".join(latex(precise(_near(each))) for each in scaled)
    given = [
        say("act.ask_power", name=name(i), power=precise(_near(power)))
        for i, power in enumerate(powers)
    ]
    return question(
        "activation",
        "probability",
        settings,
        "number",
        prompt=say("act.ask_probability", **put),
        answer=right,
        because=say(f"act.ask_probability_because{'' if warm == 1 else '_warm'}", **put),
        hint=say(f"act.ask_probability_hint{'' if warm == 1 else '_warm'}", **put),
        mistakes=[
            Mistake(each, answer, say(f"act.ask_probability_{each}", **put),
                    {"class": ((0, asked, 0),)})
            for each, answer in answers.items()
        ],
        hides=("shares",),
        lights={"class": ((0, asked, 0),)},
        facts=(*given, *facts(settings)[len(LOGITS):]),
        formulas=(rf"p = \frac{{{latex(precise(_near(scaled[asked])))}}}{{{fraction}}}"
                  rf" = {latex(precise(right))}",),
    )  # fmt: skip


def _near(power: float) -> float:
    """Return a power as it was meant: a logit has six decimals, so that e to it is almost whole."""
    whole = round(float(power))
    return float(whole) if abs(power - whole) < 1e-3 else float(power)


def shift(settings: ActivationSettings) -> Question | None:
    """Ask what becomes of a share when all logits grow by 1."""
    if settings.kind != "softmax":
        return None
    z, warm, asked = np.array(settings.logits), settings.temperature, which(settings)
    mine = np.eye(len(z))[asked]
    found = {
        "stays": z + 1,
        "alone": z + mine,
        "others": z + (1 - mine),
    }
    shares = {
        each: float(engine.softmax(raised, temperature=warm)[asked])
        for each, raised in found.items()
    }
    ordered = sorted(shares, key=shares.__getitem__)
    if any(shares[b] - shares[a] < _APART for a, b in pairwise(ordered)):
        return None
    before = float(engine.softmax(z, temperature=warm)[asked])
    put = {"name": name(asked), "before": precise(before)}
    return question(
        "activation",
        "shift",
        settings,
        "choice",
        prompt=say("act.ask_shift", **put),
        answer="stays",
        because=say("act.ask_shift_because", **put),
        hint=say("act.ask_shift_hint", **put),
        mistakes=[
            Mistake(each, each, say(f"act.ask_shift_{each}", **put), {"class": ((0, asked, 0),)})
            for each in ("alone", "others")
        ],
        choices=[
            Choice(each, say(f"act.ask_shift_choice_{each}", share=precise(shares[each])))
            for each in ordered
        ],
        hides=("shares",),
        lights={"class": ((0, asked, 0),)},
        facts=facts(settings),
    )


def temperature(settings: ActivationSettings) -> Question | None:
    """Ask whether the temperature raises a share or lowers it."""
    warm, z = settings.temperature, settings.logits
    if settings.kind != "softmax" or warm == 1:
        return None
    asked = which(settings)
    before, after = (float(engine.softmax(z, temperature=t)[asked]) for t in (1.0, warm))
    if abs(before - after) < _APART:
        return None
    right = "grows" if after > before else "shrinks"
    put = {"name": name(asked), "warm": number(warm, 1), "before": precise(before),
           "after": written_shares(z, warm)[asked]}  # fmt: skip
    way = "flatter" if warm > 1 else "sharper"
    wrong = "shrinks" if right == "grows" else "grows"
    return question(
        "activation",
        "temperature",
        settings,
        "choice",
        prompt=say("act.ask_temperature", **put),
        answer=right,
        because=say(f"act.ask_temperature_{way}", **put),
        hint=say("act.ask_temperature_hint", **put),
        mistakes=[
            Mistake("stays", "stays", say("act.ask_temperature_stays", **put)),
            Mistake("wrong_way", wrong, say(f"act.ask_temperature_not_{way}", **put)),
        ],
        choices=[
            Choice(each, say(f"act.ask_temperature_choice_{each}"))
            for each in ("shrinks", "stays", "grows")
        ],
        hides=("shares",),
        lights={"class": ((0, asked, 0),)},
        facts=facts(settings)[: len(LOGITS)],
    )
