"""What examples are made of: patterns, kernels, photos, random numbers."""
