"""The training page's parts."""
