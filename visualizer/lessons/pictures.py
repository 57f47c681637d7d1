"""Pictures from files: the shipped photos (and, checked with care, what a person uploads)."""

from __future__ import annotations

from pathlib import Path

PHOTO_FOLDER = Path(__file__).resolve().parents[2] / "assets" / "photos"


def photo_names() -> tuple[str, ...]:
    """Return the names of the shipped photos, in the manifest's order; empty without a manifest."""
    return ()
