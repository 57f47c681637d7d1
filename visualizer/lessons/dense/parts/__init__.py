"""The dense page's parts."""
