"""The convolution's backward pass: what flows back to the input and to the kernels."""
