"""The texts of the architecture page."""
