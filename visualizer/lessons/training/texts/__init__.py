"""The texts of the training page."""
