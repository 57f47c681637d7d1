"""Make the weights: python -m training --data PATH. The same command goes on after a break."""

from __future__ import annotations

import argparse
import os
import sys
from dataclasses import replace
from pathlib import Path

import torch
from torch.nn import functional as F

from training.export import export
from training.network.student import Student
from training.network.warm import student_from
from training.photos.augment import normalise
from training.photos.data import Photos, load_photos, read_classes
from training.recipe import BRANCH, CPU, GPU, TRUNK, Recipe
from training.run.courtesy import Courtesy, step_back
from training.run.loop import Run
from training.run.schedule import parse_phases
from training.teachers.distill import VIEWS, soft_labels
from training.teachers.views import taught_views

RECIPES = {"cpu": CPU, "gpu": GPU, "trunk": TRUNK, "branch": BRANCH}
#: Photos that a warm start takes the layers' means and deviations from.
SAMPLE = 512


def parser() -> argparse.ArgumentParser:
    """Describe what the command takes."""
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
    made.add_argument("--recipe", choices=tuple(RECIPES), help="default: cuda's or cpu's own")
    made.add_argument(
        "--start", type=Path, help="begin from these weights (.npz) or this checkpoint (.ckpt)"
    )
    made.add_argument("--name", default="", help="folder in --work for checkpoint and log")
    made.add_argument(
        "--background",
        action="store_true",
        help="lowest priority; pauses while --busy exists and while others use all cores",
    )
    made.add_argument("--busy", type=Path, default=Path("build/busy"), help="default: %(default)s")
    made.add_argument("--phases", help="other phases, as in 96x8,128x2,224x0.5/128")
    made.add_argument("--lr", type=float, help="another peak learning rate")
    made.add_argument("--seed", type=int, default=0)
    made.add_argument(
        "--views",
        default=",".join(VIEWS),
        help="teachers to average, with an m for mirrored photos (default: %(default)s)",
    )
    made.add_argument("--no-teacher", action="store_true", help="smoothed labels alone")
    made.add_argument("--minutes", type=float, help="stop after so long; run again to go on")
    made.add_argument(
        "--finish", type=float, help="be complete after so many seconds, even before the plan is"
    )
    made.add_argument("--teach", type=float, help="seconds to fit a whole teacher for")
    made.add_argument("--threads", type=int, help="processor threads for torch")
    return made


def first_model(start: Path | None, recipe: Recipe, photos: Photos, classes: int) -> Student:
    """Make the network of step 0: new, or with the weights of the file `start`.

    What a checkpoint holds is read later, by the run.
    """
    if start is None or start.suffix == ".ckpt":
        return Student(classes, recipe.rank, recipe.dropout)
    size = parse_phases(recipe.phases, recipe.batch)[0].size
    some = photos.images[:SAMPLE].permute(0, 3, 1, 2).float() / 255.0
    some = F.interpolate(normalise(some), size=(size, size), mode="bilinear", align_corners=False)
    return student_from(start, some, recipe.dropout)


def main(arguments: list[str] | None = None) -> int:
    """Run the command; 0 also when it was stopped on the way."""
    args = parser().parse_args(arguments)
    if args.background:
        step_back()
    if args.threads:
        torch.set_num_threads(args.threads)
    name = args.device or ("cuda" if torch.cuda.is_available() else "cpu")
    device = torch.device(name)
    chosen = args.recipe or ("gpu" if name == "cuda" else "cpu")
    recipe = replace(RECIPES[chosen], seed=args.seed)
    if args.phases:
        recipe = replace(recipe, phases=args.phases)
    if args.lr:
        recipe = replace(recipe, lr=args.lr)
    if args.teach:
        recipe = replace(recipe, fitting=replace(recipe.fitting, seconds=args.teach))
    if args.no_teacher:
        recipe = replace(recipe, teacher_share=0.1)

    classes = read_classes(args.data)
    photos = load_photos(args.data, args.work, "train")
    validation = load_photos(args.data, args.work, "val")
    if name == "cuda":
        torch.set_float32_matmul_precision("high")
        photos = photos.to(device)
    logits, views = None, None
    if recipe.crops and not args.no_teacher:
        views = taught_views(photos, classes.imagenet, args.work, recipe, validation)
    elif not args.no_teacher:
        logits = soft_labels(
            photos,
            classes.imagenet,
            args.work,
            args.seed,
            device,
            validation,
            views=args.views.split(","),
        ).to(photos.images.device)

    # The teacher has so many kinds of layer that trying out all algorithms takes a minute.
    torch.backends.cudnn.benchmark = name == "cuda"
    torch.manual_seed(args.seed)
    count = len(classes.names)
    model = first_model(args.start, recipe, photos, count).to(device)
    run = Run(model, recipe, photos, logits, count, args.work / args.name, validation, views)
    if run.resume():
        print(f"going on at step {run.step} of {run.plan.steps}", flush=True)
    else:
        if args.start and args.start.suffix == ".ckpt":
            run.begin_from(args.start)
        print(f"{run.plan.steps} steps: {recipe}", flush=True)
    courtesy = Courtesy(args.busy, os.cpu_count() or 1) if args.background else None
    if not run.train(minutes=args.minutes, courtesy=courtesy, finish=args.finish):
        print(f"stopped at step {run.step} of {run.plan.steps}: the same command goes on")
        return 0
    out = args.out or args.work / "alexnet200.npz"
    export(run.result, out)
    print(f"wrote {out}: {out.stat().st_size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
