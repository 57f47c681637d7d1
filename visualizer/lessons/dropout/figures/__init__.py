"""The dropout page's pictures."""
