"""Questions about what the network says of the shipped photos."""

from __future__ import annotations

from collections.abc import Sequence

from visualizer.asking import Choice, Mistake, Question, question
from visualizer.asking.question import say
from visualizer.lessons.alexnet.questions.network import Ranked, ranked, title
from visualizer.lessons.alexnet.settings import TRAINED, AlexNetSettings
from visualizer.notation import number
from visualizer.settings.inputs import PHOTOS

_NAME = "alexnet"
_FAR = (11, 37, 83)  # places of classes that the network hardly thinks of
_FIVE = 5
_AHEAD = 0.02  # what the most certain photo must be ahead by
TRIO = 3


def photo_alone(settings: AlexNetSettings) -> AlexNetSettings:
    """Return settings that show the photo, and no unit, class or layer that somebody chose."""
    return AlexNetSettings().changed(photo=settings.photo)


def _asked(settings: AlexNetSettings) -> Ranked | None:
    if settings.photo not in PHOTOS or settings.weights != TRAINED:
        return None
    return ranked(settings.photo)


def guess(settings: AlexNetSettings) -> Question | None:
    """Ask for the first guess among classes that the network hardly thinks of."""
    answer = _asked(settings)
    if answer is None:
        return None
    places = [0, *(place for place in _FAR if place < len(answer.order))]
    if answer.truth is not None:
        places.append(answer.truth - 1)
    return _which(settings, answer, "guess", places)


def close(settings: AlexNetSettings) -> Question | None:
    """Ask for the first guess among the first five."""
    answer = _asked(settings)
    if answer is None:
        return None
    return _which(settings, answer, "close", range(min(_FIVE, len(answer.order))))


def _which(
    settings: AlexNetSettings, answer: Ranked, kind: str, places: Sequence[int]
) -> Question | None:
    """Ask which of the classes in these places comes first; in the order of the network's list."""
    found: dict[int, int] = {}
    labels: set[str] = set()
    for place in places:  # a name that two classes share would be two right answers
        said = {answer.name(place).text(lang) for lang in ("en", "ko")}
        if labels.isdisjoint(said):
            labels |= said
            found[answer.order[place]] = place
    wrong = []
    for index, place in found.items():
        shows = answer.truth is not None and place == answer.truth - 1
        key = "alex.ask_guess_shown" if shows else "alex.ask_guess_place"
        put = {"name": answer.names[index], "place": place + 1, "classes": len(answer.order)}
        if place:
            wrong.append(Mistake(f"place_{place + 1}", str(index), say(key, **put)))
    share = number(round(100 * answer.shares[0]))
    right = answer.truth == 1
    key = "right" if right else "none" if answer.truth is None else "wrong"
    return question(
        _NAME,
        kind,
        photo_alone(settings),
        "choice",
        prompt=say("alex.ask_guess", photo=title(settings.photo)),
        answer=str(answer.order[0]),
        because=say(f"alex.ask_guess_because_{key}", name=answer.name(0), share=share),
        hint=say("alex.ask_guess_hint"),
        mistakes=wrong,
        choices=[Choice(str(index), answer.names[index]) for index in sorted(found)],
        hides=("answer",),
    )


def five(settings: AlexNetSettings) -> Question | None:
    """Ask how far in front the photo's own class comes."""
    answer = _asked(settings)
    if answer is None or answer.truth is None:
        return None
    names = ("first", "five", "later")
    right = names[0 if answer.truth == 1 else 1 if answer.truth <= _FIVE else 2]
    put: dict[str, object] = {
        "name": answer.name(answer.truth - 1), "place": answer.truth, "classes": len(answer.order),
        "share": number(round(100 * answer.shares[answer.truth - 1])),
    }  # fmt: skip
    return question(
        _NAME,
        "five",
        photo_alone(settings),
        "choice",
        prompt=say("alex.ask_five", **put),
        answer=right,
        because=say("alex.ask_five_because", **put),
        hint=say("alex.ask_five_hint", **put),
        mistakes=[
            Mistake(
                name, name,
                say("alex.ask_five_hoped" if names.index(name) < names.index(right)
                    else "alex.ask_five_feared"),
            )
            for name in names
        ],
        choices=[Choice(name, say(f"alex.ask_five_choice_{name}")) for name in names],
        hides=("answer",),
    )  # fmt: skip


def trio(photo: str) -> tuple[str, ...]:
    """Return three photos: this one and the two that follow it in the list."""
    start = PHOTOS.index(photo)
    return tuple(PHOTOS[(start + i) % len(PHOTOS)] for i in range(TRIO))


def certain(settings: AlexNetSettings) -> Question | None:
    """Ask which of three photos the network is most certain about."""
    if settings.photo not in PHOTOS or settings.weights != TRAINED or len(PHOTOS) < TRIO:
        return None
    photos = trio(settings.photo)
    shares: dict[str, float] = {}
    for photo in photos:
        answer = ranked(photo)
        if answer is None:
            return None
        shares[photo] = answer.shares[0]
    order = sorted(photos, key=shares.__getitem__, reverse=True)
    if shares[order[0]] - shares[order[1]] < _AHEAD:
        return None
    best = ranked(order[0])
    assert best is not None
    put: dict[str, object] = {
        "photo": title(order[0]), "name": best.name(0),
        "share": number(round(100 * best.shares[0])),
    }  # fmt: skip
    return question(
        _NAME,
        "certain",
        photo_alone(settings),
        "choice",
        prompt=say("alex.ask_certain"),
        answer=order[0],
        because=say("alex.ask_certain_because", **put),
        hint=say("alex.ask_certain_hint"),
        mistakes=[
            Mistake(f"less_{photo}", photo, say("alex.ask_certain_less", photo=title(photo)))
            for photo in order[1:]
        ],
        choices=[Choice(photo, title(photo)) for photo in photos],
        hides=("answer",),
        facts=[title(photo) for photo in photos],
    )
