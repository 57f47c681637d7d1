"""Files for slides, made in a real browser."""
