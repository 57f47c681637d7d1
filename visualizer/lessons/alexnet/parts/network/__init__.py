"""Which network and which weights the page runs, and where they come from."""
