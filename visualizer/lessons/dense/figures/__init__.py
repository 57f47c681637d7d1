"""The dense page's pictures."""
