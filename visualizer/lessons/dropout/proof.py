"""The proof of the dropout lesson; torch is imported inside, as in ``visualizer.ui.proof``."""

from __future__ import annotations

from itertools import product

import numpy as np

from visualizer.lessons.dropout.example import Array, DropoutExample


def dropout_by_torch(example: DropoutExample) -> tuple[Array, Array]:
    """Compute the network in torch; returns (ours, theirs), four parts one after the other.

    Evaluation; training under the mask on screen; training under a mask that nn.Dropout draws
    itself, which ours then applies; and the expected value of dropout over every mask of the first
    hidden layer, each weighed by its probability (evaluation's own value; 0 for p = 1).
    """
    import torch
    from torch import nn

    p = example.p
    parts: list[nn.Module] = []
    for index, weight in enumerate(example.weights):
        layer = nn.Linear(weight.shape[1], weight.shape[0], bias=False, dtype=torch.float64)
        with torch.no_grad():
            layer.weight.copy_(torch.from_numpy(weight.copy()))
        parts.append(layer)
        if index < len(example.hidden):
            parts += [nn.ReLU(), nn.Dropout(p)]
    net, x = nn.Sequential(*parts), torch.from_numpy(example.x.copy())
    keep = 0.0 if p == 1 else 1 / (1 - p)
    with torch.no_grad():
        whole = net.eval()(x).numpy()
        h = x
        masks = iter(example.masks)
        for part in parts:
            h = (
                h * torch.from_numpy(next(masks)) * keep
                if isinstance(part, nn.Dropout)
                else part(h)
            )
        dropout = nn.Dropout(p).train()
        torch.manual_seed(example.seed)
        drawn = [dropout(torch.ones(n, dtype=torch.float64)).numpy() != 0 for n in example.hidden]
        torch.manual_seed(example.seed)
        own = net.train()(x).numpy()
        first = torch.from_numpy(example.whole.before[1].copy())
        mean = torch.zeros_like(first)
        for bits in product((0.0, 1.0), repeat=len(first)):
            mask = torch.tensor(bits, dtype=torch.float64)
            chance = float((mask * (1 - p) + (1 - mask) * p).prod())
            mean += chance * first * mask * keep
    expected = example.whole.before[1] * (0.0 if p == 1 else 1.0)
    ours = [example.whole.output, example.dropped.output, example.run(drawn).output, expected]
    return np.concatenate(ours), np.concatenate([whole, h.numpy(), own, mean.numpy()])
