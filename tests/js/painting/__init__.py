"""Painting in the browser against the engine and the server's own pictures."""
