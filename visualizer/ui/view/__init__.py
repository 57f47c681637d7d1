"""How a page is seen: whole, on a projector, or in a frame of another page."""
