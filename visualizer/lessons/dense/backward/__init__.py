"""The fully connected layer's backward pass: what flows back to inputs, weights and biases."""
