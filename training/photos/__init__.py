"""The photos: read from disk, and changed at random before each step."""
