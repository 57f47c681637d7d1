from pathlib import Path

import pytest
import torch

from training.run.courtesy import Courtesy, Usage, usage
from training.run.loop import _free

STAT = "cpu  {user} {nice} 50 1000 10 0 5 0 0 0\ncpu0 1 2 3 4 5 6 7 0 0 0\n"


class Machine:
    """A machine of two cores with a clock of its own."""

    def __init__(self) -> None:
        self.seconds, self.others = 0.0, 0.0

    def pass_time(self, seconds: float, used: float) -> None:
        """`used` cores of the two are busy with others' work for so long."""
        self.seconds += seconds
        self.others += seconds * used

    def courtesy(self, busy: Path) -> Courtesy:
        return Courtesy(
            busy,
            cores=2,
            read=lambda: Usage(self.others, 2 * self.seconds),
            clock=lambda: self.seconds,
        )


@pytest.mark.parametrize(("used", "threads"), [(0.1, 2), (0.8, 1), (1.2, 1), (1.9, 0)])
def test_it_takes_the_cores_that_others_leave(tmp_path: Path, used: float, threads: int) -> None:
    machine = Machine()
    courtesy = machine.courtesy(tmp_path / "busy")
    assert courtesy.threads() == 2
    machine.pass_time(3, used)
    assert courtesy.threads() == threads


def test_it_looks_no_more_often_than_it_can_measure(tmp_path: Path) -> None:
    machine = Machine()
    courtesy = machine.courtesy(tmp_path / "busy")
    machine.pass_time(1, 2)
    assert courtesy.threads() == 2
    machine.pass_time(1, 2)
    assert courtesy.threads() == 0
    machine.pass_time(2, 0)
    assert courtesy.threads() == 2


def test_a_file_pauses_it(tmp_path: Path) -> None:
    busy = tmp_path / "busy"
    courtesy = Machine().courtesy(busy)
    busy.touch()
    assert courtesy.threads() == 0
    assert not _free(courtesy)
    busy.unlink()
    assert courtesy.threads() == 2


def test_processes_of_low_priority_do_not_count_as_others(tmp_path: Path) -> None:
    quiet, loud = tmp_path / "quiet", tmp_path / "loud"
    quiet.write_text(STAT.format(user=100, nice=900))
    loud.write_text(STAT.format(user=900, nice=100))
    one, two = usage(quiet), usage(loud)
    assert one is not None
    assert two is not None
    assert two.others - one.others > 7
    assert two.total == pytest.approx(one.total)


def test_where_nothing_can_be_measured_it_goes_on(tmp_path: Path) -> None:
    assert usage(tmp_path / "missing") is None
    seconds = iter(range(100))
    courtesy = Courtesy(tmp_path / "busy", 2, read=lambda: None, clock=lambda: 10.0 * next(seconds))
    assert [courtesy.threads() for _ in range(3)] == [2, 2, 2]


def test_a_run_gives_torch_the_threads(tmp_path: Path) -> None:
    before = torch.get_num_threads()
    machine = Machine()
    try:
        courtesy = machine.courtesy(tmp_path / "busy")
        assert _free(courtesy)
        assert torch.get_num_threads() == 2
        machine.pass_time(5, 1)
        assert _free(courtesy)
        assert torch.get_num_threads() == 1
    finally:
        torch.set_num_threads(before)
