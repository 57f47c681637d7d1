"""Networks with weights of a visitor's own: checked, kept for one visit, a few at a time.

A file is looked through before anything is allocated for it: its names and shapes tell which
network it is, and how much memory that takes. Nothing of it is run, and nothing is written.
"""

from __future__ import annotations

import gc
import math
import threading
import time
import weakref
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Final

import torch
from torch import Tensor

from visualizer.alexnet.errors import AlexNetError, WeightsError
from visualizer.alexnet.model import NETWORKS, empty_model
from visualizer.alexnet.names import ClassName, class_names, numbered
from visualizer.alexnet.weights.archive import check_archive, is_archive, is_old, read_archive
from visualizer.alexnet.weights.layout import Layout, layout_of, unwrapped
from visualizer.alexnet.weights.load import Weights, finite
from visualizer.alexnet.weights.registry import Loaded, next_generation
from visualizer.alexnet.weights.tensorfile import TensorFileError, placed_tensors, tensor_at

MEGABYTES: Final = 572  # as Streamlit counts them: just below 600 million bytes
MAX_BYTES: Final = MEGABYTES * 2**20
MAX_HEADER: Final = 1_000_000  # bytes; AlexNet's has about 2000
MOST: Final = 3  # networks at a time in this process
MOST_BYTES: Final = 1_300_000_000  # of all of them, as float32
IDLE: Final = 900.0  # seconds without a look, after which one makes room for another
GRACE: Final = 150.0  # seconds after a visit's end: Streamlit lets it come back for 120
EVERY: Final = 30.0  # seconds between two looks for visits that ended
IMAGENET: Final = 1000
_GROUPS, _GROUP = Path("/sys/fs/cgroup"), Path("/proc/self/cgroup")
_FAULTS = {
    "header": "own_header",
    "dtype": "own_dtype",
    "place": "own_place",
    "overlap": "own_overlap",
}

GONE: deque[int] = deque()
"""Generations of own networks that are no more; who keeps answers of theirs drops them."""


class OwnNetwork:
    """The place of one visit's own network; ``loaded`` is None once it was given up.

    ``network``: its name in NETWORKS; ``notes``: errors' cousins, what was done to read it;
    ``alive``: tells whether the visit goes on; ``left``: when it was first seen not to.
    """

    def __init__(self, size: int, now: float) -> None:
        """Take a place of ``size`` bytes at the time ``now`` in seconds."""
        self.size, self.used = size, now
        self.alive: Callable[[], bool] = lambda: True
        self.left: float | None = None
        self.loaded: Loaded | None = None
        self.network = ""
        self.notes: tuple[AlexNetError, ...] = ()
        self._gone: weakref.finalize[[int], OwnNetwork] | None = None

    def fill(self, loaded: Loaded) -> None:
        """Put a network in, in place of the one that is there; the old one's answers are void."""
        self._forget()
        self.loaded = loaded
        # Called by the garbage collector too, wherever it happens to run: it may take no lock.
        self._gone = weakref.finalize(self, GONE.append, loaded.generation)

    def name_classes(self, names: tuple[ClassName, ...]) -> None:
        """Give the classes other names. Raises WeightsError if they are not as many."""
        loaded = self.loaded
        if loaded is None:
            return
        count = loaded.weights.num_classes
        if len(names) != count:
            raise WeightsError("own_names_count", names=len(names), classes=count)
        weights = replace(loaded.weights, classes=names)
        self.fill(replace(loaded, weights=weights, generation=next_generation()))

    def release(self) -> None:
        """Give the network up."""
        self._forget()
        loaded, self.loaded, self.size = self.loaded, None, 0
        if loaded is not None:
            # The page's fragments may hold on to the network, but not to its numbers.
            for parameter in loaded.model.parameters():
                parameter.data = parameter.data.new_empty(0)

    def _forget(self) -> None:
        if self._gone is not None:
            self._gone()
            self._gone = None


def free_memory() -> float:
    """Return the bytes of memory that machine and container have left; infinite if neither says."""
    left = math.inf
    with suppress(OSError, StopIteration, ValueError, IndexError):
        lines = Path("/proc/meminfo").read_text(encoding="ascii").splitlines()
        said = next(line for line in lines if line.startswith("MemAvailable:"))
        left = 1024.0 * int(said.split()[1])
    # A limit on this process's group, as of a container or of a unit of systemd; "max" is none.
    with suppress(OSError, ValueError, StopIteration):
        named = (line.partition("::") for line in _GROUP.read_text().splitlines())
        inside = next(path for kind, _, path in named if kind == "0")
        group = _GROUPS / inside.lstrip("/")
        most, now = (int((group / f"memory.{name}").read_text()) for name in ("max", "current"))
        left = min(left, float(most - now))
    return left


class OwnNetworks:
    """The places for visitors' own networks: a few, as each takes some 240 MB."""

    def __init__(
        self,
        most: int = MOST,
        most_bytes: int = MOST_BYTES,
        idle: float = IDLE,
        clock: Callable[[], float] = time.monotonic,
        free: Callable[[], float] = free_memory,
    ) -> None:
        """Take how many there may be, their bytes in all, and seconds until one is idle.

        ``clock``: the time in seconds; ``free``: bytes of memory that are left.
        """
        self.most, self.most_bytes, self.idle = most, most_bytes, idle
        self._clock, self._free = clock, free
        self._lock = threading.Lock()
        self._watcher: threading.Thread | None = None
        # A visit's end is the end of its place: nothing else keeps one.
        self._places: weakref.WeakSet[OwnNetwork] = weakref.WeakSet()

    def touch(self, place: OwnNetwork) -> None:
        """Note that somebody is looking at it."""
        place.used = self._clock()

    def reserve(self, size: int) -> OwnNetwork:
        """Return a place for a network of ``size`` bytes.

        Idle ones make room, the longest unused first. Raises WeightsError where there is none.
        """
        gc.collect()  # visits that ended may still be waiting for it
        with self._lock:
            now = self._clock()
            taken = sorted((each for each in self._places if each.size), key=lambda p: p.used)
            while len(taken) >= self.most or sum(p.size for p in taken) + size > self.most_bytes:
                if not taken or now - taken[0].used < self.idle:
                    minutes = round(self.idle / 60)
                    raise WeightsError("own_full", most=self.most, minutes=minutes)
                taken.pop(0).release()
            # The numbers are there twice while they are read.
            if self._free() < 2 * size:
                raise WeightsError("own_memory")
            place = OwnNetwork(size, now)
            self._places.add(place)
            if self._watcher is None:
                self._watcher = threading.Thread(target=self._watch, daemon=True)
                self._watcher.start()
            return place

    def look(self) -> int:
        """Give up the networks of visits that ended; return how many there are."""
        with self._lock:
            now = self._clock()
            for place in list(self._places):
                if not place.size or place.alive():
                    place.left = None
                elif place.left is None:
                    place.left = now
                elif now - place.left >= GRACE:
                    place.release()
            return sum(1 for place in self._places if place.size)

    def _watch(self) -> None:
        """Look now and then, as long as there is something to look at."""
        while True:
            time.sleep(EVERY)
            if not self.look():
                with self._lock:
                    if not any(place.size for place in self._places):
                        self._watcher = None
                        return


OWNS = OwnNetworks()


def open_own(
    file: BytesIO, name: str, before: OwnNetwork | None = None, places: OwnNetworks = OWNS
) -> OwnNetwork:
    """Return the network of an uploaded file; raises WeightsError, and nothing else for any file.

    ``name``: what the file is called; ``before``: the visit's network until now, given up once the
    file's names and shapes are right.
    """
    started = time.perf_counter()
    size = file.seek(0, 2)
    if size > MAX_BYTES:
        raise WeightsError("own_size", size=f"{size / 1e6:.0f}", most=f"{MAX_BYTES / 1e6:.0f}")
    file.seek(0)
    read = _Archive(file, size) if is_archive(file.read(4)) else _Tensors(file)
    layout = read.layout
    if before is not None:
        before.release()
    place = places.reserve(layout.size)
    try:
        state = {key.removeprefix(layout.prefix): read.tensor(key) for key in read.names}
        for key, tensor in state.items():
            if not finite(tensor):
                raise WeightsError("own_not_finite", tensor=key)
        model = empty_model(NETWORKS[layout.network], layout.classes)
        model.load_state_dict(state, assign=True)
    except BaseException as error:
        place.release()
        if isinstance(error, MemoryError):
            raise WeightsError("own_memory") from error
        raise
    plain = "".join(letter if letter.isprintable() and letter != "/" else " " for letter in name)
    count = layout.classes
    classes = class_names(count) if count == IMAGENET else numbered(count)
    weights = Weights("own", Path(plain.strip()[-80:] or "?"), classes, None)
    seconds = time.perf_counter() - started
    place.network, place.notes = layout.network, read.notes
    place.fill(Loaded(model.requires_grad_(False), weights, seconds, next_generation()))
    return place


def _noted(layout: Layout, key: str = "") -> tuple[AlexNetError, ...]:
    """Return what was done to find the tensors: taken out of a checkpoint, a prefix left away."""
    notes = [AlexNetError("own_note_key", name=key)] if key else []
    if layout.prefix:
        notes.append(AlexNetError("own_note_prefix", prefix=layout.prefix))
    return tuple(notes)


class _Tensors:
    """A .safetensors file, or what is none."""

    def __init__(self, file: BytesIO) -> None:
        self._data = memoryview(file.getvalue())  # the bytes themselves: no copy is made
        if len(self._data) < 9 or self._data[8] != ord("{"):
            old = is_old(bytes(self._data[:2]))
            raise WeightsError("own_old" if old else "own_format")
        try:
            self._placed = placed_tensors(self._data, MAX_HEADER)
        except TensorFileError as error:
            tensor, dtype = error.tensor[:80] or "—", error.dtype[:20] or "—"
            raise WeightsError(_FAULTS[error.code], tensor=tensor, dtype=dtype) from error
        self.layout = layout_of({name: each.shape for name, each in self._placed.items()})
        self.names = tuple(self._placed)
        self.notes = _noted(self.layout)

    def tensor(self, name: str) -> Tensor:
        return tensor_at(self._data, self._placed[name])


class _Archive:
    """A .pth file: its shapes first, its numbers when a first tensor is asked for."""

    def __init__(self, file: BytesIO, size: int) -> None:
        self._file = file
        check_archive(file, size)
        table, self._key = unwrapped(read_archive(file, "meta"))
        shapes: dict[str, tuple[int, ...]] = {}
        for name, tensor in table.items():
            if not isinstance(name, str) or not isinstance(tensor, Tensor):
                raise WeightsError("own_no_tensor", tensor=str(name)[:80])
            shapes[name] = tuple(tensor.shape)
        self.layout = layout_of(shapes)
        for name, tensor in table.items():
            if not tensor.is_floating_point() or tensor.layout != torch.strided:
                dtype = str(tensor.dtype).removeprefix("torch.")
                raise WeightsError("own_dtype", tensor=name, dtype=dtype)
        self.names = tuple(table)
        self.notes = _noted(self.layout, self._key)
        self._numbers: dict[str, Tensor] | None = None

    def tensor(self, name: str) -> Tensor:
        if self._numbers is None:
            self._numbers = unwrapped(read_archive(self._file, "cpu"))[0]
        tensor = self._numbers.pop(name).detach()
        made = tensor.to(torch.float32).contiguous()
        alone = made.untyped_storage().nbytes() == made.numel() * made.element_size()
        return made if alone else made.clone()  # a part of something larger would keep all of it
