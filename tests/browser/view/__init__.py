"""Stage, player and formula alone: on a projector, in a frame of another page, on a phone."""
