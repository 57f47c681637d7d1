"""Questions about activations: values, slopes, neurons that die, gradients, and softmax."""
