"""Top-1 and top-5 accuracy on the validation photos: python -m training.evaluate --data PATH.

Every photo goes the way a visitor's photo goes in the app: shorter side to 256, centre crop of 224,
ImageNet's means and deviations; and the network is the one that the app loads, weights multiplied
out and all.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import torch
from PIL import Image
from torch import Tensor, nn
from torch.nn import functional as F

from training.calibrate import calibrate
from training.photos.augment import normalise
from training.photos.data import Photos, load_photos
from visualizer.alexnet.model import AlexNet
from visualizer.alexnet.preprocessing import prepare
from visualizer.alexnet.weights.load import build
from visualizer.alexnet.weights.storage import read_npz

SHIPPED = Path(__file__).parent.parent / "assets" / "alexnet200.npz"


@dataclass(frozen=True)
class Score:
    """Shares (0..1) of the `photos` whose class came first, and among the first five."""

    top1: float
    top5: float
    photos: int


def logits_of(predict: Callable[[Tensor], Tensor], photos: Photos, batch: int = 100) -> Tensor:
    """Ask `predict` about all photos: it maps uint8 photos (n, H, W, 3) to (n, classes)."""
    return torch.cat([predict(photos.images[i : i + batch]) for i in range(0, len(photos), batch)])


def score(logits: Tensor, labels: Tensor) -> Score:
    """How often `logits` (n, classes) are right about `labels` (n,)."""
    best = logits.topk(min(5, logits.shape[1]), dim=1).indices
    hits = best == labels[:, None]
    first, five = float(hits[:, 0].double().mean()), float(hits.any(1).double().mean())
    return Score(first, five, len(labels))


def quick_predict(model: nn.Module, size: int) -> Callable[[Tensor], Tensor]:
    """Whole photos straight to size × size, in bfloat16: fast, for looking on while training.

    The share of the photo in view is that of the centre crop, 224/256.
    """
    device = next(model.parameters()).device

    @torch.inference_mode()
    def predict(images: Tensor) -> Tensor:
        x = normalise(images.to(device).permute(0, 3, 1, 2).float() / 255.0)
        edge = round(x.shape[-1] * (1 - 224 / 256) / 2)
        x = x[:, :, edge : x.shape[-2] - edge, edge : x.shape[-1] - edge]
        x = F.interpolate(x, size=(size, size), mode="bilinear", align_corners=False)
        x = x.contiguous(memory_format=torch.channels_last)
        with torch.autocast(device.type, dtype=torch.bfloat16):
            logits: Tensor = model(x).float().cpu()
            return logits

    return predict


def stock_predict(model: nn.Module) -> Callable[[Tensor], Tensor]:
    """Photos through the app's own preprocessing, in float32."""

    @torch.inference_mode()
    def predict(images: Tensor) -> Tensor:
        inputs = [prepare(Image.fromarray(image.numpy())).tensor for image in images]
        logits: Tensor = model(torch.stack(inputs))
        return logits

    return predict


def load_shipped(path: Path = SHIPPED) -> AlexNet:
    """Load the network in a weights file, as the app has it."""
    model = build(read_npz(path), path)
    assert isinstance(model, AlexNet)
    return model.eval()


def main(arguments: list[str] | None = None) -> int:
    """Print accuracy and calibration of a weights file."""
    parser = argparse.ArgumentParser(prog="python -m training.evaluate", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with val.npz")
    parser.add_argument("--weights", type=Path, default=SHIPPED, help="an .npz of weights")
    parser.add_argument("--work", type=Path, help="folder for the decoded photos (else temporary)")
    parser.add_argument("--threads", type=int, help="processor threads for torch")
    args = parser.parse_args(arguments)
    if args.threads:
        torch.set_num_threads(args.threads)
    with tempfile.TemporaryDirectory() as temporary:
        photos = load_photos(args.data, args.work or Path(temporary), "val")
        logits = logits_of(stock_predict(load_shipped(args.weights)), photos)
    result, calibration = score(logits, photos.labels), calibrate(logits, photos.labels)
    print(
        f"top-1 {result.top1:.2%}, top-5 {result.top5:.2%} on {result.photos} validation photos, "
        f"stock preprocessing at 224×224"
    )
    print(
        f"temperature {calibration.temperature:.4f} from {calibration.fitted_on} of them; expected "
        f"calibration error on the others {calibration.error_before:.2%}, with it "
        f"{calibration.error_after:.2%}"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
