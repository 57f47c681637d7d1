"""The compose file's nginx before three processes, seen from a browser."""
