"""Words of the questions about activations."""
