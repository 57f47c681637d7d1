import pytest
import torch

from training.calibrate import calibrate, calibration_error, fit_temperature


def honest(count: int, classes: int = 6) -> tuple[torch.Tensor, torch.Tensor]:
    """Logits and labels that are drawn with exactly the probabilities of the logits."""
    torch.manual_seed(0)
    logits = 2 * torch.randn(count, classes)
    return logits, torch.multinomial(torch.softmax(logits, 1), 1)[:, 0]


@pytest.mark.parametrize("wrong", [0.5, 1.0, 2.5])
def test_it_finds_by_how_much_logits_were_stretched(wrong: float) -> None:
    logits, labels = honest(20_000)
    assert fit_temperature(logits * wrong, labels) == pytest.approx(wrong, rel=0.05)


def test_the_error_is_the_gap_between_sure_and_right() -> None:
    logits = torch.log(torch.tensor([[0.8, 0.2]])).expand(10, 2)
    labels = torch.tensor([0] * 5 + [1] * 5)
    assert calibration_error(logits, labels) == pytest.approx(0.3, abs=1e-6)
    labels = torch.tensor([0] * 8 + [1] * 2)
    assert calibration_error(logits, labels) == pytest.approx(0, abs=1e-6)


def test_gaps_of_different_bins_do_not_cancel() -> None:
    sure, unsure = [10.0, 0.0], [0.2, 0.0]
    logits = torch.tensor([sure] * 2 + [unsure] * 2)
    labels = torch.tensor([0, 1, 0, 0])
    assert calibration_error(logits, labels) > 0.4


def test_overconfident_logits_are_mended_on_photos_not_fitted_to() -> None:
    logits, labels = honest(10_000)
    found = calibrate(3 * logits, labels)
    assert found.temperature == pytest.approx(3, rel=0.1)
    assert found.fitted_on == found.measured_on == 5000
    assert found.error_after < 0.03 < 0.1 < found.error_before
    assert set(found.entry()) >= {"temperature", "error_before", "error_after"}
