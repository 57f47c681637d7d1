"""Home: what this is, the lessons that exist, and the order to take them in."""

from visualizer.ui import shell

lang = shell.open_page("home")
