"""The pooling page's parts."""
