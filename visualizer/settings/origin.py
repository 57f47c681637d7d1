"""Where an example comes from: one channel of one unit of AlexNet, as plain text in an address.

``alexnet.goldfish.conv1.12.11.2.1.20.3f9c2a1b``: the photo, the layer, the unit's filter, row and
column, the input channel, the step that makes the unit, and a mark of the numbers that came along.
All are counted from 1, as the page says them. ``alexnet2012``, ``alexnet-random``, ``alexnet-own``
and ``alexnet2012-own`` name another network or other weights. Where the mark fits no longer, a hand
has changed the numbers, and they are that unit's no more.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

from visualizer.settings.grids import GridError, GridParameter, decode
from visualizer.settings.inputs import PHOTOS
from visualizer.settings.parameters import Parameter, ParameterError
from visualizer.settings.table import Settings, declared

OWN_PICTURES = ("upload", "webcam")  # they stay in the visit that they came in
TORCHVISION, PAPER = "torchvision", "2012"
TRAINED, RANDOM, OWN = "trained", "random", "own"
# How a network with its weights is written; the one of 2012 has no trained weights.
_NAMES = {
    (TORCHVISION, TRAINED): "alexnet",
    (TORCHVISION, RANDOM): "alexnet-random",
    (TORCHVISION, OWN): "alexnet-own",
    (PAPER, RANDOM): "alexnet2012",
    (PAPER, OWN): "alexnet2012-own",
}
_NAMED = {name: both for both, name in _NAMES.items()}
# Of each convolution: filters, rows (and columns) of a map, input channels that a filter reads.
CONVOLUTIONS = {
    "conv1": (64, 55, 3),
    "conv2": (192, 27, 64),
    "conv3": (384, 13, 192),
    "conv4": (256, 13, 384),
    "conv5": (256, 13, 256),
}
# Of each max pooling: maps, rows (and columns) of a map. A unit of it reads its own channel alone.
POOLINGS = {"pool1": (64, 27), "pool2": (192, 13), "pool5": (256, 6)}
# The same of the network of 2012, and how many groups a convolution has.
CONVOLUTIONS_2012 = {
    "conv1": (96, 55, 3),
    "conv2": (256, 27, 96),
    "conv3": (384, 13, 256),
    "conv4": (384, 13, 384),
    "conv5": (256, 13, 384),
}
POOLINGS_2012 = {"pool1": (96, 27), "pool2": (256, 13), "pool5": (256, 6)}
GROUPED_2012 = ("conv2", "conv4", "conv5")  # two groups: a filter reads one half of the channels
_WRITTEN = re.compile(
    r"(alexnet[0-9a-z-]{0,12})\.([a-z0-9_-]{1,40})\.((?:conv|relu)[1-5]|pool[125])"
    r"\.([1-9][0-9]{0,3})\.([1-9][0-9]{0,3})\.([1-9][0-9]{0,3})\.([1-9][0-9]{0,3})\.([1-9][0-9]{0,3})"
    r"\.([0-9a-f]{8})"
)


@dataclass(frozen=True)
class Origin:
    """One input channel of one unit of AlexNet; filter, row, column, channel and step from 1.

    ``layer``: a convolution, its ReLU or a max pooling, as the reader chose it. ``mark``: see
    ``mark_of``. ``network``, ``weights``: as the AlexNet page's address names them.
    """

    photo: str
    layer: str
    filter: int
    row: int
    col: int
    channel: int
    step: int
    mark: str = "00000000"
    network: str = TORCHVISION
    weights: str = TRAINED

    @property
    def convolution(self) -> str:
        """The convolution that makes the number, also where its ReLU was chosen."""
        return self.layer.replace("relu", "conv")

    @property
    def is_pooling(self) -> bool:
        """Whether the unit is one of a max pooling."""
        return self.layer in POOLINGS

    @property
    def channels(self) -> int:
        """How many input channels the layer of a convolution has."""
        return _convolutions(self.network)[self.convolution][2]

    @property
    def is_own(self) -> bool:
        """Whether picture or weights are the reader's own, which no address holds."""
        return self.photo in OWN_PICTURES or self.weights == OWN

    @property
    def written(self) -> str:
        """The text that an address holds; ``read`` gives the same origin back."""
        places = (self.filter, self.row, self.col, self.channel, self.step)
        name = _NAMES[self.network, self.weights]
        return ".".join((name, self.photo, self.layer, *map(str, places), self.mark))


def read(written: str) -> Origin:
    """Read an origin as ``Origin.written`` writes it; raise ParameterError for anything else."""
    match = _WRITTEN.fullmatch(written)
    if match is None or match[1] not in _NAMED:
        raise ParameterError
    photo, layer, mark = match[2], match[3], match[9]
    filter_, row, col, channel, step = (int(match[group]) for group in range(4, 9))
    network, weights = _NAMED[match[1]]
    origin = Origin(photo, layer, filter_, row, col, channel, step, mark, network, weights)
    if photo not in (*PHOTOS, *OWN_PICTURES) or not _exists(origin):
        raise ParameterError
    return origin


def _exists(origin: Origin) -> bool:
    """Tell whether AlexNet has that unit and the unit that channel."""
    paper = origin.network == PAPER
    if origin.is_pooling:
        filters, side = (POOLINGS_2012 if paper else POOLINGS)[origin.layer]
        reads = origin.channel == origin.filter
    else:
        filters, side, channels = _convolutions(origin.network)[origin.convolution]
        reads = origin.channel <= channels
        if paper and origin.convolution in GROUPED_2012:
            second = 2 * origin.filter > filters, 2 * origin.channel > channels
            reads = reads and second[0] == second[1]
    return reads and origin.filter <= filters and max(origin.row, origin.col) <= side


def _convolutions(network: str) -> dict[str, tuple[int, int, int]]:
    return CONVOLUTIONS_2012 if network == PAPER else CONVOLUTIONS


@dataclass(frozen=True)
class OriginParameter(Parameter):
    """An origin in its written form; the empty string means that there is none.

    ``pooling``: whether the lesson pools, and so takes units of poolings alone.
    """

    pooling: bool = False

    @property
    def initial(self) -> str:
        """No origin."""
        return ""

    def parse(self, written: str) -> str:
        """Read an origin, and write it again."""
        if not written:
            return ""
        origin = read(written)
        if origin.is_pooling != self.pooling:
            raise ParameterError
        return origin.written

    def accepts(self, value: object) -> bool:
        """Take the written form of an origin, or the empty string."""
        try:
            return isinstance(value, str) and self.parse(value) is not None
        except ParameterError:
            return False


def origin(*, pooling: bool = False) -> str:
    """Declare an origin, kept in its written form: a convolution's, or a pooling's."""
    field: str = declared(OriginParameter(pooling=pooling))
    return field


def mark_of(settings: Settings, idle: Collection[str]) -> str:
    """Return eight letters that change with every number of an example, not with its step.

    ``idle``: the fields that mean nothing now. Typed grids count by their numbers: two machines may
    write the same ones differently.
    """
    return _mark(settings.changed(step=0, from_=""), frozenset(idle))


def still_from(written: str, settings: Settings, idle: Collection[str]) -> bool:
    """Tell whether the settings are those that an origin was written for."""
    try:
        return bool(written) and read(written).mark == mark_of(settings, idle)
    except ParameterError:
        return False


@lru_cache(maxsize=256)
def _mark(settings: Settings, idle: frozenset[str]) -> str:
    found = hashlib.sha256()
    for parameter in settings.parameters():
        value = getattr(settings, parameter.field)
        # As in an address: a setting that comes later leaves the marks of today's links alone.
        if parameter.field in idle or value == parameter.initial:
            continue
        found.update(f"\n{parameter.field}=".encode())
        if isinstance(parameter, GridParameter) and value:
            found.update(_numbers(value))
        else:
            found.update(parameter.format(value).encode())
    return found.hexdigest()[:8]


def _numbers(written: str) -> bytes:
    try:
        grid = decode(written)
    except GridError:
        return b""
    return repr(grid.shape).encode() + grid.astype("<f8").tobytes()
