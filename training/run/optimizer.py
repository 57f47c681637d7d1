"""Muon on the sphere: the optimiser of every weight that a normalisation follows.

Muon (Jordan et al., 2024) takes the momentum of a weight matrix and replaces it with the nearest
matrix whose singular values are all alike, found by a Newton-Schulz iteration. Batch normalisation
makes the scale of these weights meaningless, so each is kept at one norm and the learning rate says
by what share of that norm a step moves it. The rest (output layer, normalisation) is for Adam.
"""

from __future__ import annotations

from collections.abc import Iterable

import torch
from torch import Tensor, nn

#: Jordan's coefficients: they raise small singular values fastest and leave all in about 0.7..1.2.
NEWTON_SCHULZ = (3.4445, -4.7750, 2.0315)
#: From this ratio of their sides on, matrices count as long.
LONG = 10


def orthogonalised(matrix: Tensor, steps: int = 5) -> Tensor:
    """Return a matrix (m, n) with the singular vectors of `matrix` and singular values near 1."""
    x = matrix.bfloat16()
    tall = x.shape[0] > x.shape[1]
    if tall:
        x = x.T
    x = x / (x.norm() + 1e-7)
    x = (_long if x.shape[1] >= LONG * x.shape[0] else _short)(x, steps)
    return (x.T if tall else x).to(matrix.dtype)


def _short(x: Tensor, steps: int) -> Tensor:
    """Iterate as it is written: x becomes (a + b·xxᵀ + c·(xxᵀ)²)·x."""
    a, b, c = NEWTON_SCHULZ
    for _ in range(steps):
        gram = x @ x.T
        x = a * x + (b * gram + c * gram @ gram) @ x
    return x


def _long(x: Tensor, steps: int) -> Tensor:
    """Do the same for matrices far longer than high.

    All steps multiply x from the left, by polynomials of xxᵀ: they run on this small matrix alone,
    in float32, and x is multiplied once, at the end.
    """
    a, b, c = NEWTON_SCHULZ
    gram = (x @ x.T).float()
    identity = torch.eye(len(gram), device=gram.device)
    product = identity
    for step in range(steps):
        factor = a * identity + b * gram + c * gram @ gram
        product = factor @ product if step else factor
        if step + 1 < steps:
            gram = factor @ gram @ factor
    return product.bfloat16() @ x


class SphereMuon(torch.optim.Optimizer):
    """Muon with Nesterov momentum; each weight keeps the norm sqrt(rows) all the time.

    Args:
        parameters: weights of two or more axes, each followed by a normalisation.
        lr: length of a step as a share of the weight's norm.
        momentum: 0..1.

    """

    def __init__(self, parameters: Iterable[Tensor], lr: float, momentum: float = 0.95) -> None:
        """Take the parameters; their first step brings them onto the sphere."""
        super().__init__(parameters, {"lr": lr, "momentum": momentum})

    @torch.no_grad()
    def step(self, closure: None = None) -> None:  # type: ignore[override]
        """Move every weight that has a gradient."""
        for group in self.param_groups:
            for weight in group["params"]:
                if weight.grad is None:
                    continue
                grad, state = weight.grad, self.state[weight]
                if "momentum" not in state:
                    state["momentum"] = torch.zeros_like(grad)
                buffer = state["momentum"]
                buffer.lerp_(grad, 1 - group["momentum"])
                direction = orthogonalised(grad.lerp(buffer, group["momentum"]).flatten(1))
                radius = len(weight) ** 0.5
                direction = direction * (radius / direction.norm().clamp(min=1e-7))
                weight.sub_(direction.view(weight.shape), alpha=group["lr"])
                weight.mul_(radius / weight.norm())


def optimizers(
    model: nn.Module, lr: float, adam_lr: float, momentum: float = 0.95
) -> list[torch.optim.Optimizer]:
    """SphereMuon for the normalised weights of a `Student`, Adam for all other parameters."""
    matrices: list[Tensor] = []
    others: list[Tensor] = []
    for name, parameter in model.named_parameters():
        scale_free = parameter.ndim > 1 and not name.startswith("output")
        (matrices if scale_free else others).append(parameter)
    return [
        SphereMuon(matrices, lr=lr, momentum=momentum),
        torch.optim.Adam(others, lr=adam_lr, betas=(0.9, 0.98)),
    ]
