"""The activation's backward pass: the slope times the gradient."""
