"""The convolution page's own parts."""
