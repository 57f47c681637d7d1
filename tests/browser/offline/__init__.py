"""Saved pages, opened from a disk without any network."""
