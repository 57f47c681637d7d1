"""The activation page's parts."""
