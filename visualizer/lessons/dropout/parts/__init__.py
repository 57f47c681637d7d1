"""The dropout page's parts."""
