"""What a thousand photos leave in memory, when each was answered, opened and explained.

    python -m benchmarks.photos_memory

A shipped photo with other noise each time is another photo to the server. Each is answered as the
page does, and its Grad-CAM made; after the first hundred, which fill the tables of what is kept for
all readers, the process may not grow by more than 50 MB.
"""

from __future__ import annotations

import argparse
import io
import logging

import numpy as np
from PIL import Image

from benchmarks.own_weights import resident
from visualizer.alexnet.attribution import grad_cam
from visualizer.lessons.alexnet.parts import answers
from visualizer.material.photos import open_photo, photo_names

WARM = 100


def noisy(number: int) -> bytes:
    """Return a JPEG of a shipped photo that nobody has asked about yet."""
    names = photo_names()
    pixels = np.asarray(open_photo(names[number % len(names)]).convert("RGB")).astype(np.int16)
    noise = np.random.default_rng(number).integers(-20, 21, pixels.shape, dtype=np.int16)
    file = io.BytesIO()
    Image.fromarray(np.clip(pixels + noise, 0, 255).astype(np.uint8)).save(file, "JPEG")
    return file.getvalue()


def main() -> None:
    """Print the memory on the way."""
    parser = argparse.ArgumentParser(description="Measure what many photos leave in memory.")
    parser.add_argument("--photos", type=int, default=1000)
    given = parser.parse_args()
    logging.disable(logging.WARNING)  # Streamlit's, of a script that no reader sees
    loaded = answers.network("en")
    before = 0.0
    for number in range(WARM + given.photos):
        if number == WARM:
            before = resident()
            print(f"after {WARM} photos {before:.0f} MB", flush=True)
        answer = answers.answer(loaded, noisy(number))
        best = answer.prediction.top[0].name.index
        key = ("grad_cam", answer.key, best, "conv5")
        answers.results().get(key, lambda: grad_cam(answer.run, best, "conv5"))  # noqa: B023
        if number >= WARM and (number - WARM + 1) % 200 == 0:
            print(f"after {number - WARM + 1} more {resident() - before:+.0f} MB", flush=True)


if __name__ == "__main__":
    main()
