"""The running average of a network's weights: steadier than the weights of any one step."""

from __future__ import annotations

import copy

import torch
from torch import nn


class Average:
    """`model` is the average of the weights that `update` has seen, in evaluation mode.

    Each step keeps the share `keep` of the average; the first steps keep less, so that it does not
    hang on to where it began.
    """

    def __init__(self, model: nn.Module, keep: float) -> None:
        """Begin with the weights of `model`."""
        self.model = copy.deepcopy(model).eval().requires_grad_(False)
        self.keep, self.steps = keep, 0

    @torch.no_grad()
    def update(self, model: nn.Module) -> None:
        """Take in the weights, and the normalisation's means and deviations, of one more step."""
        self.steps += 1
        share = 1 - min(self.keep, self.steps / (self.steps + 9))
        for mine, theirs in zip(
            self.model.state_dict().values(), model.state_dict().values(), strict=True
        ):
            if mine.is_floating_point():
                mine.lerp_(theirs, share)
            else:
                mine.copy_(theirs)
