"""Pictures made for units: how often one beats every shipped photo, and time and memory.

    python -m benchmarks.looks                    # 100 units of all layers, then 100 pictures more
    python -m benchmarks.looks --layers fc8 --seed 1

Units are drawn at random, from a seed. docs/looks.md says what came out.
"""

from __future__ import annotations

import argparse
import random
import time
from typing import Final

from benchmarks.own_weights import resident
from visualizer.alexnet.looks.growth import STEPS
from visualizer.alexnet.looks.made import Wanted, make, table
from visualizer.alexnet.looks.tops import Tops, tops_of
from visualizer.alexnet.preprocessing import prepare
from visualizer.alexnet.run import run_network
from visualizer.alexnet.weights.registry import Loaded, shared_network
from visualizer.material.photos import photo_bytes, photo_names

TRIED: Final = {
    "conv1": 10, "pool1": 4, "conv2": 12, "relu2": 4, "conv3": 14, "conv4": 12, "relu4": 4,
    "conv5": 14, "pool5": 5, "fc6": 6, "relu7": 6, "fc8": 9,
}  # fmt: skip
"""How many units of each layer: more of those that take little time."""
MORE: Final = 100
"""Pictures made besides, to see whether memory grows; of layers that take little time."""


def photos(loaded: Loaded) -> list[Tops]:
    """Return what each shipped photo excites."""
    size = loaded.model.input_size
    found = []
    for name in photo_names():
        ready = prepare(photo_bytes(name), crop_to=size)
        found.append(tops_of(run_network(loaded.model, ready.tensor)))
    return found


def main() -> None:
    """Print, by layer, the share of units whose picture beats all photos, and the time of each."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--steps", type=int, default=STEPS)
    asked.add_argument("--seed", type=int, default=0)
    asked.add_argument("--layers", nargs="*", choices=TRIED, default=list(TRIED))
    given = asked.parse_args()
    loaded = shared_network()
    seen = photos(loaded)
    chance = random.Random(given.seed)
    before, made, won, tried = 0.0, 0, 0, 0
    print("layer   won/tried  least ratio   seconds, thread: mean, most   both: mean, most   MB")
    for layer in given.layers:
        count = TRIED[layer]
        channels = len(seen[0].layers[seen[0].before.get(layer, layer)].values)
        wins, least = 0, float("inf")
        spent, both = [], []
        for channel in chance.sample(range(channels), count):
            wanted = Wanted(0, layer, channel, given.seed, given.steps)
            started = time.thread_time(), time.process_time()
            for _ in make(loaded.model, wanted):
                pass
            # The second thread works while the first does: alone on two cores, a picture takes the
            # first one's time.
            spent.append(time.thread_time() - started[0])
            both.append(time.process_time() - started[1])
            found = table().get(wanted)
            assert found is not None
            best = max(tops.top(layer, channel)[0] for tops in seen)
            wins += found.activation > best
            if best > 0:
                least = min(least, found.activation / best)
            made += 1
            before = before or resident()
        won, tried = won + wins, tried + count
        print(
            f"{layer:7} {wins:3}/{count:<3} {least:12.1f} {sum(spent) / count:20.2f}"
            f" {max(spent):6.2f} {sum(both) / count:13.2f} {max(both):6.2f} {resident():8.0f}",
            flush=True,
        )
    print(f"all     {won:3}/{tried:<3} {100 * won / tried:.1f} %")
    for number in range(MORE):
        layer = ("conv1", "conv2", "conv3")[number % 3]
        for _ in make(loaded.model, Wanted(0, layer, number // 3, given.seed + 1, given.steps)):
            pass
    print(
        f"memory: {before:.0f} MB after the first picture, {resident():.0f} after {made + MORE};"
        f" the table holds {len(table())}, {table().weight / 1e6:.1f} MB"
    )


if __name__ == "__main__":
    main()
