"""What flows back: the gradients of a loss with respect to what each forward function read.

A function takes the loss's gradient at the forward function's output and then the forward
function's own arguments; it returns the gradients at the input, the weights and the bias.
"""
