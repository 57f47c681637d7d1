"""The pool: turns for all, start, pause, step and stop, sessions that leave, no thread left."""

from __future__ import annotations

import gc
import itertools
import logging
from threading import Event

import pytest

from visualizer.engine import EngineError
from visualizer.engine.network.layers import Conv
from visualizer.learning import Run, Trainer, TrainingSettings
from visualizer.learning.run import Piece

LONG = 60.0  # seconds after which a test fails instead of waiting for ever
SMALL = TrainingSettings(layers=(), pictures=40, batch=20, epochs=3)
ENDLESS = TrainingSettings(layers=(), pictures=1200, batch=20, epochs=200)


class Clock:
    """A clock that goes on by one at each look, so that a turn of no length is one piece."""

    def __init__(self) -> None:
        self._ticks = itertools.count()
        self.ahead = 0.0

    def __call__(self) -> float:
        return next(self._ticks) + self.ahead


class Turns:
    """Whose turn it was, piece by piece; nobody has one before ``go`` is set."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.taken: list[Run] = []
        self.go = Event()
        advance = Run.advance

        def noted(run: Run) -> Piece | None:
            assert self.go.wait(LONG)
            self.taken.append(run)
            return advance(run)

        monkeypatch.setattr(Run, "advance", noted)


def pool(workers: int = 1, patience: float = 1e9, clock: Clock | None = None) -> Trainer:
    return Trainer(workers, turn=0.0, patience=patience, clock=clock or Clock())


def test_ten_trainings_take_turns_one_piece_each(monkeypatch: pytest.MonkeyPatch) -> None:
    turns, trainer = Turns(monkeypatch), pool()
    tickets = [trainer.open(SMALL) for _ in range(10)]
    for ticket in tickets:
        ticket.play()
    assert trainer.threads == 1
    turns.go.set()
    assert all(ticket.wait(LONG) for ticket in tickets)
    rounds = [turns.taken[start : start + 10] for start in range(0, len(turns.taken), 10)]
    # The first has begun before the second stood in line, and nobody comes twice in a round.
    assert all(len(set(map(id, one))) == len(one) for one in rounds)
    assert len({id(run) for run in rounds[0]}) == 10
    assert all(ticket.snapshot().state == "finished" for ticket in tickets)


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_there_are_never_more_threads_than_workers_and_none_in_the_end(workers: int) -> None:
    trainer = pool(workers)
    tickets = [trainer.open(SMALL) for _ in range(6)]
    assert trainer.threads == 0
    for ticket in tickets:
        ticket.play()
        assert trainer.threads <= workers
    assert all(ticket.wait(LONG) for ticket in tickets)
    assert trainer.no_thread_left(LONG)
    assert trainer.threads == trainer.running == 0


def test_what_a_training_comes_to_does_not_depend_on_its_turns() -> None:
    trainer = pool(2)
    tickets = [trainer.open(SMALL) for _ in range(4)]
    for ticket in tickets:
        ticket.play()
    assert all(ticket.wait(LONG) for ticket in tickets)
    alone = Run(SMALL)
    while alone.advance():
        pass
    for ticket in tickets:
        assert ticket.snapshot().losses.tolist() == alone.losses.tolist()


def test_one_step_one_epoch_pause_and_the_rest() -> None:
    ticket = pool().open(SMALL)
    assert (ticket.snapshot().state, ticket.snapshot().epochs) == ("ready", ())
    ticket.step()
    assert ticket.wait(LONG)
    shot = ticket.snapshot()
    assert (shot.state, shot.step, shot.batch, len(shot.epochs)) == ("paused", 1, 1, 1)
    ticket.epoch()
    assert ticket.wait(LONG)
    shot = ticket.snapshot()
    assert (shot.step, len(shot.epochs), shot.epochs[-1].number) == (2, 2, 1)
    ticket.play()
    assert ticket.wait(LONG)
    shot = ticket.snapshot()
    assert (shot.state, shot.step, len(shot.epochs), len(shot.losses)) == ("finished", 6, 4, 6)
    ticket.play()  # it has ended
    assert ticket.wait(LONG)
    assert ticket.snapshot().step == 6


def test_a_pause_rests_and_a_stop_is_for_good(monkeypatch: pytest.MonkeyPatch) -> None:
    turns, trainer = Turns(monkeypatch), pool()
    turns.go.set()
    ticket = trainer.open(ENDLESS)
    ticket.play()
    ticket.pause()
    assert ticket.wait(LONG)
    assert trainer.no_thread_left(LONG)
    assert ticket.snapshot().state == "paused"
    many = len(turns.taken)
    ticket.play()
    ticket.stop()
    assert ticket.wait(LONG)
    assert trainer.no_thread_left(LONG)
    assert ticket.snapshot().state == "stopped"
    stopped = len(turns.taken)
    assert stopped >= many
    ticket.play()
    ticket.step()
    assert ticket.wait(LONG)
    assert len(turns.taken) == stopped


def test_a_session_that_ends_takes_its_training_with_it() -> None:
    trainer = pool()
    ticket = trainer.open(ENDLESS)
    ticket.play()
    del ticket
    gc.collect()
    assert trainer.no_thread_left(LONG)


def test_a_training_waits_for_a_reader_who_is_away_and_goes_on_when_asked() -> None:
    clock = Clock()
    trainer = pool(patience=1000.0, clock=clock)
    ticket = trainer.open(ENDLESS)
    ticket.play()
    clock.ahead = 1e6
    assert trainer.no_thread_left(LONG)
    shot = ticket.snapshot()
    assert shot.state == "running"
    ticket.pause()
    assert ticket.wait(LONG)
    ticket.stop()
    assert trainer.no_thread_left(LONG)


def test_a_training_that_diverges_says_so_and_keeps_what_was_before() -> None:
    ticket = pool().open(TrainingSettings(rate=1e6, pictures=100, optimiser="sgd"))
    ticket.play()
    assert ticket.wait(LONG)
    shot = ticket.snapshot()
    assert shot.state == "diverged"
    assert shot.epochs[0].validation.loss == pytest.approx(2.3, abs=0.1)


def test_what_fails_in_a_thread_is_told_by_the_state_and_others_go_on(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    trainer = pool()
    broken, sound = trainer.open(ENDLESS), trainer.open(SMALL)
    advance = Run.advance

    def fails(run: Run) -> Piece | None:
        if run.settings == ENDLESS:
            raise RuntimeError("broken")
        return advance(run)

    monkeypatch.setattr(Run, "advance", fails)
    with caplog.at_level(logging.CRITICAL):
        broken.play()
        sound.play()
        assert broken.wait(LONG)
        assert sound.wait(LONG)
    assert (broken.snapshot().state, sound.snapshot().state) == ("failed", "finished")
    assert trainer.no_thread_left(LONG)


def test_settings_that_cannot_be_are_refused_when_a_training_is_opened() -> None:
    trainer = pool()
    with pytest.raises(EngineError) as error:
        trainer.open(TrainingSettings(layers=(Conv(4, 9),)))
    assert error.value.code == "kernel_too_large"
