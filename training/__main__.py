"""Make the weights: python -m training --data PATH. The same command goes on after a break."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from pathlib import Path

import torch

from training.data import load_photos, read_classes
from training.distill import soft_labels
from training.export import export
from training.loop import Run
from training.recipe import CPU, GPU
from training.student import Student


def parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    made.add_argument("--data", type=Path, required=True, help="folder with the photos")
    made.add_argument(
        "--work",
        type=Path,
        default=Path("build/training"),
        help="folder for decoded photos, soft labels, checkpoint and log (default: %(default)s)",
    )
    made.add_argument("--out", type=Path, help="weights file (default: alexnet200.npz in --work)")
    made.add_argument("--device", choices=("cpu", "cuda"), help="default: cuda where there is one")
    made.add_argument("--phases", help="other phases, as in 96x8,128x2,224x0.5/128")
    made.add_argument("--lr", type=float, help="another peak learning rate")
    made.add_argument("--seed", type=int, default=0)
    made.add_argument("--no-teacher", action="store_true", help="smoothed labels alone")
    made.add_argument("--minutes", type=float, help="stop after so long; run again to go on")
    made.add_argument("--threads", type=int, help="processor threads for torch")
    return made


def main(arguments: list[str] | None = None) -> int:
    args = parser().parse_args(arguments)
    if args.threads:
        torch.set_num_threads(args.threads)
    name = args.device or ("cuda" if torch.cuda.is_available() else "cpu")
    device = torch.device(name)
    recipe = replace(GPU if name == "cuda" else CPU, seed=args.seed)
    if args.phases:
        recipe = replace(recipe, phases=args.phases)
    if args.lr:
        recipe = replace(recipe, lr=args.lr)
    if args.no_teacher:
        recipe = replace(recipe, teacher_share=0.1)

    classes = read_classes(args.data)
    photos = load_photos(args.data, args.work, "train")
    validation = load_photos(args.data, args.work, "val")
    logits = None
    if not args.no_teacher:
        logits = soft_labels(photos, classes.imagenet, args.work, args.seed, device)
    if name == "cuda":
        photos = photos.to(device)
        logits = None if logits is None else logits.to(device)

    torch.manual_seed(args.seed)
    count = len(classes.names)
    model = Student(count, recipe.rank, recipe.dropout).to(device)
    run = Run(model, recipe, photos, logits, count, args.work, validation)
    if run.resume():
        print(f"going on at step {run.step} of {run.plan.steps}", flush=True)
    else:
        print(f"{run.plan.steps} steps: {recipe}", flush=True)
    if not run.train(minutes=args.minutes):
        print(f"stopped at step {run.step} of {run.plan.steps}: the same command goes on")
        return 0
    out = args.out or args.work / "alexnet200.npz"
    export(model, out)
    print(f"wrote {out}: {out.stat().st_size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
