"""Questions about dropout: the factor, one neuron while training and after, and what remains."""
