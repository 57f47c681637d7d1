"""Reading torch's .pth archives of strangers: looked through before anything is allocated.

Such a file is a zip archive with ``data.pkl``, a pickle that describes the tensors, and their bytes
in ``data/0``, ``data/1``, …, not compressed. ``weights_only=True`` lets the pickle make nothing but
tensors and plain values. Before that, the archive's own table of contents and the names that the
pickle asks for are checked, so that what unpacks to more than the file holds is not unpacked.
"""

from __future__ import annotations

import pickletools
import zipfile
from typing import IO, Any, Final

import torch

from visualizer.alexnet.errors import WeightsError

MAX_ENTRIES: Final = 10_000
MAX_PICKLE: Final = 1_000_000  # bytes; that of AlexNet's own state_dict has about 3000
_STORAGES = ("Float", "Half", "BFloat16", "Double", "Long", "Int", "Short", "Char", "Byte", "Bool")
_TYPES = ("float16", "bfloat16", "float32", "float64", "int64", "int32", "uint8", "bool")
ALLOWED: Final = {
    "collections OrderedDict",
    "torch._utils _rebuild_tensor_v2",
    "torch._utils _rebuild_parameter",
    "torch Size",
    "torch device",
    *(f"torch {name}Storage" for name in _STORAGES),
    *(f"torch {name}" for name in _TYPES),
}


def is_archive(start: bytes) -> bool:
    """Tell by its first bytes whether a file is a zip archive."""
    return start[:4] == b"PK\x03\x04"


def is_old(start: bytes) -> bool:
    """Tell by its first bytes whether a file is a bare pickle, as torch wrote before 1.6."""
    return start[:1] == b"\x80"


def check_archive(file: IO[bytes], size: int) -> None:
    """Look through an archive of ``size`` bytes. Raises WeightsError if it is not to be opened."""
    file.seek(0)
    try:
        with zipfile.ZipFile(file) as archive:
            entries = archive.infolist()
            pickles = [each for each in entries if each.filename.rpartition("/")[2] == "data.pkl"]
            whole = all(
                each.compress_type == zipfile.ZIP_STORED and each.file_size == each.compress_size
                for each in entries
            )
            # Entries that lie on one another would unpack to more than the file holds.
            fits = sum(each.file_size for each in entries) <= size
            few = len(entries) <= MAX_ENTRIES and len(pickles) == 1
            if not (whole and fits and few and pickles[0].file_size <= MAX_PICKLE):
                raise WeightsError("own_archive")
            written = archive.read(pickles[0])
    except WeightsError:
        raise
    except Exception as error:  # zipfile raises many kinds for a damaged archive
        raise WeightsError("own_archive") from error
    _check_pickle(written)


def _check_pickle(written: bytes) -> None:
    """Raise WeightsError for a pickle that asks for more than tensors and plain values."""
    try:
        asked = [
            str(argument) if code.name == "GLOBAL" else code.name
            for code, argument, _ in pickletools.genops(written)
            if code.name in ("GLOBAL", "STACK_GLOBAL", "INST", "EXT1", "EXT2", "EXT4")
        ]
    except Exception as error:  # of a damaged pickle anything
        raise WeightsError("own_archive") from error
    for name in asked:
        if name not in ALLOWED:
            raise WeightsError("own_pickle", name=name.replace(" ", ".")[:80])


def read_archive(file: IO[bytes], place: str) -> Any:
    """Return what a checked archive holds; ``place``: "meta" for shapes alone, "cpu" for numbers.

    Raises WeightsError.
    """
    file.seek(0)
    try:
        return torch.load(file, map_location=place, weights_only=True)
    except MemoryError as error:
        raise WeightsError("own_memory") from error
    except Exception as error:  # of a damaged file anything
        raise WeightsError("own_archive") from error
