"""The teachers, and the soft labels that come of them."""
