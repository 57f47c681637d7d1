"""A kernel learns: gradient descent, step by step, until the output is the target."""
