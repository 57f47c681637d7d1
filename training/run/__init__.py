"""A run: its steps and checkpoints, its schedule, its optimisers, its manners."""
