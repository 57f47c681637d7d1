"""The real network: model, weights, preprocessing, activations, attribution. Torch is here alone."""
