"""From a trained `Student` to the weights file that the app reads.

python -m training.export CHECKPOINT OUT writes the file from a checkpoint, finished or not.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import torch
from torch import nn

from training.network.student import DENSE, Student, folded_state
from visualizer.alexnet.weights.storage import Precision, write_npz


def export(model: nn.Module, path: Path, factors_in: Precision = "int8") -> None:
    """Fold the normalisation in and write the weights, float16, the FC layers as factors.

    `factors_in`: the factors' precision; int8 has a scale for each row.
    """
    assert isinstance(model, Student)
    tensors = {name: tensor.float().cpu() for name, tensor in folded_state(model).items()}
    factors = {}
    for index, *_ in DENSE:
        up, down = tensors.pop(f"classifier.{index}.up"), tensors.pop(f"classifier.{index}.down")
        # Even out the factors' sizes, so that neither loses digits to float16.
        balance = (down.norm() / up.norm() * (len(up) / down.shape[1]) ** 0.5).sqrt()
        factors[f"classifier.{index}.weight"] = (up * balance, down / balance)
    path.parent.mkdir(parents=True, exist_ok=True)
    write_npz(path, tensors, factors, factor_precision=factors_in)


def student_of(checkpoint: Path) -> Student:
    """Load the network of a checkpoint, its average if it has one, to evaluate on the CPU."""
    kept = torch.load(checkpoint, map_location="cpu", weights_only=True)
    state = kept.get("average", kept["model"])
    model = Student(len(state["output.bias"]), rank=len(state["dense.0.down.weight"]))
    model.load_state_dict(state)
    return model.eval()


def main(arguments: list[str] | None = None) -> int:
    """Write the weights of a checkpoint."""
    parser = argparse.ArgumentParser(prog="python -m training.export", description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("out", type=Path)
    args = parser.parse_args(arguments)
    export(student_of(args.checkpoint), args.out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
