"""Pooling's backward pass: what flows back to the input."""
