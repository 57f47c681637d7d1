"""The convolution page's parts."""
