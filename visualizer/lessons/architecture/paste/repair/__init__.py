"""One-line changes that would make a network work, tried by reading the changed code."""
