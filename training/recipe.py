"""The recipes: what two processor cores can do in an hour or two, and what a GPU is for.

For time that comes in pieces there are two more, TRUNK and BRANCH: see README.md.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from training.photos.augment import Augmentation
from training.teachers.finetune import Fitting


@dataclass(frozen=True)
class Recipe:
    """Everything that decides what the weights become, but the data and the rounding.

    `teacher_share` is the teacher's part of the target (without a teacher: of label smoothing);
    `mixup` the Beta distribution's parameter (Zhang et al., 2018), 0 for none; `lr` the share of
    its norm by which a weight moves in a step at the peak; `warmup` and `hold` the shares of the
    work until which the rate rises and stays level. `average` is how much of the running average
    of the weights is kept at a step (0: the weights of the last step count, no average is made).
    `settle` is the share of the work, at its end, that is done without mixup, without dropout and
    with the larger half of the crops. With `crops` a teacher fitted whole (`fitting`, `lite`) is
    asked about so many crops of each photo; without, teachers with new last layers about the photo.
    """

    phases: str
    lr: float = 0.0125
    adam_lr: float = 2e-3
    batch: int = 256
    rank: int = 256
    dropout: float = 0.0
    teacher_share: float = 0.6
    mixup: float = 0.0
    warmup: float = 0.06
    hold: float = 0.0
    average: float = 0.0
    settle: float = 0.0
    crops: int = 0
    lite: int = 2
    fitting: Fitting = field(default_factory=Fitting)
    augmentation: Augmentation = field(default_factory=Augmentation)
    seed: int = 0


CPU = Recipe(phases="96x8.5,128x2.8,224x1.15/128")
GPU = Recipe(
    phases="128x40,224x105",
    lr=0.02,
    adam_lr=3e-3,
    batch=1024,
    rank=384,
    dropout=0.3,
    teacher_share=0.8,
    mixup=0.2,
    warmup=0.03,
    average=0.998,
    settle=0.12,
    crops=12,
    augmentation=Augmentation(area=(0.2, 1.0), noise_probability=0.2, detail_share=0.25),
)
#: Goes on from weights that are good already, at a level rate, for as long as there is time.
TRUNK = Recipe(
    phases="128x60",
    lr=0.008,
    adam_lr=1e-3,
    mixup=0.2,
    warmup=0.001,
    hold=1.0,
    average=0.998,
)
#: From the trunk to weights that can ship: the rate falls to zero, the photos grow to full size.
BRANCH = Recipe(
    phases="224x1.4/128",
    lr=0.006,
    adam_lr=1e-3,
    warmup=0.02,
    average=0.99,
    augmentation=Augmentation(area=(0.35, 1.0)),
)
