"""A small interpreter of Python, in steps that are counted: it reads networks and runs nothing."""
