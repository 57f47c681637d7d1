import pytest

from training.run.schedule import Phase, Plan, parse_phases, rate


def test_phases_are_read() -> None:
    assert parse_phases("96x8, 128x2,224x0.5/128", batch=64) == (
        Phase(96, 8, 64),
        Phase(128, 2, 64),
        Phase(224, 0.5, 128),
    )


@pytest.mark.parametrize("text", ["", "96", "96x", "x3", "62x1", "96x0", "96x1/1", "96x1,,"])
def test_bad_phases_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"SIZE|needed"):
        parse_phases(text)


def test_steps_and_photos_are_counted_through_the_phases() -> None:
    plan = Plan((Phase(64, 2, 10), Phase(128, 0.5, 5)), photos=25)
    assert plan.steps == 5 + 2
    assert [plan.position(i).seen for i in range(7)] == [0, 10, 20, 30, 40, 50, 55]
    assert [i for i in range(7) if plan.ends_phase(i)] == [4, 6]


def test_progress_counts_pixels() -> None:
    plan = Plan((Phase(64, 1, 10), Phase(128, 1, 10)), photos=20)
    assert plan.position(0).progress == 0
    assert plan.position(2).progress == pytest.approx(1 / 5)
    assert plan.position(3).progress == pytest.approx(3 / 5)


def test_no_step_outside_the_plan() -> None:
    plan = Plan((Phase(64, 1, 10),), photos=20)
    with pytest.raises(IndexError):
        plan.position(2)
    with pytest.raises(ValueError, match="shorter"):
        Plan((Phase(64, 0.1, 10),), photos=20)


def test_the_rate_rises_once_and_falls_once() -> None:
    rates = [rate(i / 1000) for i in range(1001)]
    peak = rates.index(max(rates))
    assert rates[peak] == pytest.approx(1)
    assert rates[:peak] == sorted(rates[:peak])
    assert rates[peak:] == sorted(rates[peak:], reverse=True)
    assert rates[0] > 0
    assert rates[-1] == 0


def test_a_held_rate_falls_late_and_a_trunks_never() -> None:
    assert rate(0.05, warmup=0.1) == pytest.approx(0.5)
    assert [rate(x, 0.1, 0.6) for x in (0.1, 0.6, 0.8)] == pytest.approx([1, 1, 0.5])
    assert [rate(x, 0.1, 1.0) for x in (0.5, 1.0)] == [1, 1]
    assert rate(0.0, warmup=0.0) == 1
