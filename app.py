"""The door: the table of pages and their navigation. Nothing else."""

from visualizer.ui import shell

shell.run_app()
