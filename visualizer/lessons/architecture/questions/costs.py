"""Questions about a whole network: which layer learns most, which one computes most."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from visualizer.asking import Choice, Mistake, Question, Said, question
from visualizer.asking.question import say
from visualizer.engine.network.walk import Step
from visualizer.lessons.architecture.naming import compact
from visualizer.lessons.architecture.questions.layers import plain
from visualizer.lessons.architecture.settings import ArchitectureSettings
from visualizer.notation import shape

Measure = Callable[[Step], int]


def most_parameters(settings: ArchitectureSettings) -> Question | None:
    """Ask which layer learns most numbers."""
    wrong = {
        "work": _work,
        "largest": _values,
        "filters": _filters,
    }
    return _most("most", settings, _parameters, wrong)


def most_work(settings: ArchitectureSettings) -> Question | None:
    """Ask which layer needs most multiplications."""
    wrong = {
        "parameters": _parameters,
        "largest": _values,
    }
    return _most("work", settings, _work, wrong)


def _parameters(step: Step) -> int:
    return step.parameters


def _work(step: Step) -> int:
    return step.multiply_adds


def _values(step: Step) -> int:
    return step.values


def _filters(step: Step) -> int:
    return step.output[0]


def _most(
    what: str, settings: ArchitectureSettings, right: Measure, wrong: Mapping[str, Measure]
) -> Question | None:
    walk = settings.network.walk()
    steps = [step for step in walk.steps if step.parameters]
    best = _first(steps, right)
    if best is None or walk.failure is not None:
        return None
    put: dict[str, object] = {"name": best.name, "count": compact(right(best))}
    found = {name: _first(steps, measure) for name, measure in wrong.items()}
    return question(
        "architecture",
        what,
        plain(settings).changed(layer=0),
        "choice",
        prompt=say(f"arch.ask_{what}"),
        answer=best.name,
        because=say(f"arch.ask_{what}_because", **put),
        hint=say(f"arch.ask_{what}_hint"),
        mistakes=[
            Mistake(name, step.name, say(f"arch.ask_{what}_{name}"))
            for name, step in found.items()
            if step is not None
        ],
        choices=[Choice(step.name, step.name) for step in steps],
        hides=("costs",),
        lights={"layer": tuple((0, step.index, 0) for step in _two_best(steps, right))},
        facts=(
            say("ask.fact", name=Said("ask.layer_input"), value=shape(walk.input_shape)),
            *(say("arch.ask_learns", name=step.name, shape=shape(step.output)) for step in steps),
        ),
    )


def _first(steps: list[Step], measure: Measure) -> Step | None:
    """Return the step with most of something; None where two have as much."""
    ranked = sorted(steps, key=measure, reverse=True)
    if len(ranked) < 2 or measure(ranked[0]) == measure(ranked[1]):
        return None
    return ranked[0]


def _two_best(steps: list[Step], measure: Measure) -> list[Step]:
    return sorted(steps, key=measure, reverse=True)[:2]
