"""The player and the stage it moves, in a real browser."""
