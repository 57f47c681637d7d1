"""What torch makes of shapes: the arguments of layers and functions, and their results."""
