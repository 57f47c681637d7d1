"""Home: what this is, the lessons, and the order to take them in."""
