"""Predict, then reveal, on the screen: the series of a lesson, and one question alone."""
