"""How an activation is written: in a formula, and as NumPy code. Its torch names: the engine's."""

from __future__ import annotations

# In a formula; {} stands for the argument.
WRITTEN = {
    "none": "",
    "relu": "max(0, {})",
    "leaky_relu": "leaky ReLU({})",
    "sigmoid": "σ({})",
    "tanh": "tanh({})",
}

# As NumPy expressions; {v} is the variable's name, {slope} leaky ReLU's.
NUMPY = {
    "sigmoid": "1 / (1 + np.exp(-{v}))",
    "tanh": "np.tanh({v})",
    "relu": "np.maximum({v}, 0)",
    "leaky_relu": "np.where({v} > 0, {v}, {slope} * {v})",
}
