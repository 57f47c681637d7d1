"""The real network: model, weights, preprocessing, activations, attribution. Only here is torch."""
