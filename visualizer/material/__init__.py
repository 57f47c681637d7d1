"""What examples are made of: patterns, kernels, photos, random numbers, and people's pictures."""

from visualizer.material.opener import Picture, open_picture
from visualizer.material.picture_error import PictureError

__all__ = ["Picture", "PictureError", "open_picture"]
