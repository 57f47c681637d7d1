"""The training loop: resumable at any step, with the same result as a run without a break.

Everything random in a step comes from the seed and the step's number, so a checkpoint needs no
generator states, and a run may be stopped, paused or killed anywhere.
"""

from __future__ import annotations

import json
import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from training.evaluate import logits_of, quick_predict, score
from training.network.average import Average
from training.network.student import DenseBlock
from training.photos.augment import augment
from training.photos.data import Order, Photos
from training.recipe import Recipe
from training.run.courtesy import Courtesy
from training.run.optimizer import optimizers
from training.run.schedule import Plan, parse_phases, rate
from training.teachers.distill import targets
from training.teachers.views import Views

CHECKPOINT = "student.ckpt"
LOG = "log.jsonl"
GRADIENT_NORM = 5.0
#: Seconds between two questions whether the machine is free again.
PAUSE = 2.0


class Run:
    """One training run in a folder: model, optimisers, position, log."""

    def __init__(
        self,
        model: nn.Module,
        recipe: Recipe,
        photos: Photos,
        logits: Tensor | None,
        classes: int,
        folder: Path,
        validation: Photos | None = None,
        views: Views | None = None,
    ) -> None:
        """Stand at step 0 in `folder`, which is made if need be."""
        # The layout that convolutions are fastest in.
        for weight in model.parameters():
            if weight.ndim == 4:
                weight.data = weight.data.contiguous(memory_format=torch.channels_last)
        self.model, self.recipe, self.folder, self.classes = model, recipe, folder, classes
        self.photos, self.logits, self.validation = photos, logits, validation
        self.views = views
        self.device = next(model.parameters()).device
        self.plan = Plan(parse_phases(recipe.phases, recipe.batch), len(photos))
        self.order = Order(len(photos), recipe.seed)
        self.optimizers = optimizers(model, recipe.lr, recipe.adam_lr)
        self.peaks = [group["lr"] for o in self.optimizers for group in o.param_groups]
        self.average = Average(model, recipe.average) if recipe.average else None
        self.step, self.seconds = 0, 0.0
        #: The share of the time given that is left; 1 where no time is given.
        self.left = 1.0
        folder.mkdir(parents=True, exist_ok=True)

    @property
    def result(self) -> nn.Module:
        """The network to judge and to ship: the average, where one is made."""
        return self.model if self.average is None else self.average.model

    def save(self) -> None:
        """Write the checkpoint; the old one is there until the new one is whole."""
        path = self.folder / CHECKPOINT
        part = path.with_suffix(".part")
        state = {
            "model": self.model.state_dict(),
            "optimizers": [optimizer.state_dict() for optimizer in self.optimizers],
            "step": self.step,
            "seconds": self.seconds,
            "recipe": asdict(self.recipe),
        }
        if self.average is not None:
            state["average"] = self.average.model.state_dict()
            state["averaged"] = self.average.steps
        with part.open("wb") as file:
            torch.save(state, file)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)

    def resume(self) -> bool:
        """Go on from the folder's checkpoint, if there is one."""
        path = self.folder / CHECKPOINT
        if not path.exists():
            return False
        state = self._read(path)
        self.step, self.seconds = state["step"], state["seconds"]
        return True

    def begin_from(self, checkpoint: Path) -> None:
        """Begin at step 0 with the weights and the momentum of another run's checkpoint."""
        self._read(checkpoint)

    def _read(self, path: Path) -> dict[str, Any]:
        state: dict[str, Any] = torch.load(path, map_location=self.device, weights_only=True)
        self.model.load_state_dict(state["model"])
        for optimizer, kept in zip(self.optimizers, state["optimizers"], strict=True):
            optimizer.load_state_dict(kept)
        if self.average is not None:
            self.average.model.load_state_dict(state.get("average", state["model"]))
            self.average.steps = state.get("averaged", 0)
        return state

    def log(self, **entry: Any) -> None:
        """One line of JSON in the log and on the screen."""
        line = json.dumps({"step": self.step, "seconds": round(self.seconds), **entry})
        with (self.folder / LOG).open("a", encoding="utf-8") as file:
            file.write(line + "\n")
        print(line, flush=True)

    def settling(self, progress: float) -> bool:
        """Whether the run is at its end, where nothing is mixed and crops are large."""
        return min(1 - progress, self.left) < self.recipe.settle

    def batch(
        self, seen: int, count: int, size: int, generator: torch.Generator, settling: bool = False
    ) -> tuple[Tensor, Tensor]:
        """Make inputs (n, 3, size, size) and target probabilities (n, classes) of one step."""
        numbers = self.order.numbers(seen, count).to(self.photos.images.device)
        labels = self.photos.labels[numbers].to(self.device)
        x = self.photos.images[numbers].to(self.device)
        view: tuple[Tensor, Tensor] | None = None
        logits: Tensor | None
        if self.views is not None:
            boxes, flips, logits = self.views.draw(numbers, generator, settling)
            view = boxes, flips
        else:
            logits = None if self.logits is None else self.logits[numbers].to(self.device)
        goal = targets(labels, logits, self.classes, self.recipe.teacher_share)
        x = augment(x, size, self.recipe.augmentation, generator, view)
        if self.recipe.mixup and not settling:
            # Beta(a, a) as a ratio of Gamma draws; NumPy-free so that the generator is the only one
            draw = torch._standard_gamma(torch.full((2,), self.recipe.mixup), generator=generator)
            keep = float((draw[0] / draw.sum().clamp(min=1e-12)).nan_to_num(1.0))
            x = keep * x + (1 - keep) * x.flip(0)
            goal = keep * goal + (1 - keep) * goal.flip(0)
        return x.contiguous(memory_format=torch.channels_last), goal

    def train_step(self) -> Tensor:
        """One step of the optimisers; the loss, left on its device so that nothing waits for it."""
        where = self.plan.position(self.step)
        seed = self.recipe.seed * 1_000_003 + self.step
        generator = torch.Generator().manual_seed(seed)
        torch.manual_seed(seed)  # dropout
        share = rate(where.progress, self.recipe.warmup, self.recipe.hold)
        share = min(share, self.left / (1 - self.recipe.warmup))
        groups = (group for optimizer in self.optimizers for group in optimizer.param_groups)
        for group, peak in zip(groups, self.peaks, strict=True):
            group["lr"] = peak * share
        settling = self.settling(where.progress)
        for module in self.model.modules():
            if isinstance(module, DenseBlock):
                module.dropout = 0.0 if settling else self.recipe.dropout
        x, goal = self.batch(where.seen, where.phase.batch, where.phase.size, generator, settling)
        self.model.train()
        with torch.autocast(self.device.type, dtype=torch.bfloat16):
            logits = self.model(x)
        loss = -(goal * F.log_softmax(logits.float(), 1)).sum(1).mean()
        for optimizer in self.optimizers:
            optimizer.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(self.model.parameters(), GRADIENT_NORM)
        for optimizer in self.optimizers:
            optimizer.step()
        if self.average is not None:
            self.average.update(self.model)
        return loss.detach()

    def validate(self, size: int, **entry: Any) -> None:
        """Log the accuracy on the validation photos at size × size, if there are any."""
        if self.validation is not None:
            logits = logits_of(quick_predict(self.result.eval(), size), self.validation)
            result = score(logits, self.validation.labels)
            self.log(
                validated=size, top1=round(result.top1, 4), top5=round(result.top5, 4), **entry
            )

    def train(
        self,
        minutes: float | None = None,
        stop_at: int | None = None,
        save_every: float = 300.0,
        log_every: int = 50,
        validate_every: int = 400,
        courtesy: Courtesy | None = None,
        finish: float | None = None,
    ) -> bool:
        """Train to the end, or until `minutes` are over or `stop_at` steps are made.

        After `finish` seconds of training, those before a break counted in, the run is complete
        whatever the plan says: the rate falls to zero until then, should the plan be slower.
        SIGTERM and SIGINT end it after the step at hand. Saves every `save_every` seconds and at
        the end. `courtesy` says before each step how many threads it may use, and may make it wait.
        True when the run is complete.
        """
        started = saved = last = time.monotonic()
        losses: list[Tensor] = []
        photos = 0
        with _stop_signal() as stopped:
            while self.step < self.plan.steps and self.step != stop_at and not stopped():
                if not _free(courtesy):
                    time.sleep(PAUSE)
                    continue
                if finish is not None:
                    self.left = 1 - (self.seconds + time.monotonic() - last) / finish
                    if self.left <= 0:
                        break
                where = self.plan.position(self.step)
                ends = self.plan.ends_phase(self.step)
                losses.append(self.train_step())
                photos += where.phase.batch
                self.step += 1
                now = time.monotonic()
                if self.step % log_every == 0 or ends:
                    loss = float(torch.stack(losses).mean())  # waits for the device
                    now = time.monotonic()
                    self.seconds += now - last
                    self.log(
                        size=where.phase.size,
                        batch=where.phase.batch,
                        progress=round(where.progress, 4),
                        loss=round(loss, 4),
                        speed=round(photos / max(now - last, 1e-9)),
                    )
                    losses, photos, last = [], 0, now
                if ends or self.step % validate_every == 0:
                    self.validate(where.phase.size)
                if now - saved > save_every:
                    self.save()
                    saved = now
                if minutes is not None and now - started > minutes * 60:
                    break
        self.seconds += time.monotonic() - last
        if self.left <= 0:
            self.validate(self.plan.phases[-1].size)
        self.save()
        return self.step == self.plan.steps or self.left <= 0


def _free(courtesy: Courtesy | None) -> bool:
    """Whether a step may be made now; gives torch the threads that it may use."""
    if courtesy is None:
        return True
    threads = courtesy.threads()
    if threads and threads != torch.get_num_threads():
        torch.set_num_threads(threads)
    return threads > 0


@contextmanager
def _stop_signal() -> Iterator[Callable[[], bool]]:
    """Inside, SIGTERM and SIGINT only raise a flag, which the callable given reads."""
    flag = {"stop": False}

    def stop(*_: object) -> None:
        flag["stop"] = True

    try:
        old = {number: signal.signal(number, stop) for number in (signal.SIGTERM, signal.SIGINT)}
    except ValueError:  # not in the main thread: nobody to interrupt us
        old = {}
    try:
        yield lambda: flag["stop"]
    finally:
        for number, handler in old.items():
            signal.signal(number, handler)
