"""Figures of the architecture page."""
