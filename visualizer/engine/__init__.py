"""The mathematics of the app, in NumPy alone: pure functions and frozen dataclasses, in float64.

Function names, argument order and meaning are those of torch.nn.functional, for arrays without the
batch axis: images are (C, H, W), weights (C_out, C_in/groups, kH, kW), and every size, stride,
padding and dilation is an int or an (h, w) pair. What torch refuses raises `EngineError` here.
"""

from visualizer.engine.activation import (
    ELEMENTWISE,
    NEGATIVE_SLOPE,
    Elementwise,
    gelu,
    gelu_derivative,
    leaky_relu,
    leaky_relu_derivative,
    relu,
    relu_derivative,
    sigmoid,
    sigmoid_derivative,
    softmax,
    softmax_jacobian,
    tanh,
    tanh_derivative,
)
from visualizer.engine.backward.convolution import conv2d_backward
from visualizer.engine.backward.dense import linear_backward
from visualizer.engine.backward.gather import GatherTrace
from visualizer.engine.backward.gradients import Gradients
from visualizer.engine.backward.loss import Loss, softmax_cross_entropy
from visualizer.engine.backward.pooling import avg_pool2d_backward, max_pool2d_backward
from visualizer.engine.backward.traces import (
    trace_conv2d_backward_input,
    trace_conv2d_backward_weight,
    trace_conv_transpose2d_backward_input,
    trace_conv_transpose2d_backward_weight,
)
from visualizer.engine.backward.transposed import conv_transpose2d_backward
from visualizer.engine.convolution import conv2d, trace_conv2d
from visualizer.engine.dense import linear
from visualizer.engine.dropout import dropout, dropout_mask
from visualizer.engine.errors import SENTENCES, EngineError
from visualizer.engine.padding import INSERTED, OVERHANG, PADDED, PADDING_MODES, REAL
from visualizer.engine.pooling import (
    avg_pool2d,
    global_avg_pool2d,
    max_pool2d,
    trace_avg_pool2d,
    trace_global_avg_pool2d,
    trace_max_pool2d,
)
from visualizer.engine.receptive_field import ReceptiveField, receptive_field
from visualizer.engine.sizes import conv_output_size, conv_transpose_output_size, pool_output_size
from visualizer.engine.trace_pool import PoolStep, PoolTrace
from visualizer.engine.trace_window import ConvStep, WindowTrace
from visualizer.engine.transposed import conv_transpose2d, trace_conv_transpose2d

__all__ = [
    "ELEMENTWISE",
    "INSERTED",
    "NEGATIVE_SLOPE",
    "OVERHANG",
    "PADDED",
    "PADDING_MODES",
    "REAL",
    "SENTENCES",
    "ConvStep",
    "Elementwise",
    "EngineError",
    "GatherTrace",
    "Gradients",
    "Loss",
    "PoolStep",
    "PoolTrace",
    "ReceptiveField",
    "WindowTrace",
    "avg_pool2d",
    "avg_pool2d_backward",
    "conv2d",
    "conv2d_backward",
    "conv_output_size",
    "conv_transpose2d",
    "conv_transpose2d_backward",
    "conv_transpose_output_size",
    "dropout",
    "dropout_mask",
    "gelu",
    "gelu_derivative",
    "global_avg_pool2d",
    "leaky_relu",
    "leaky_relu_derivative",
    "linear",
    "linear_backward",
    "max_pool2d",
    "max_pool2d_backward",
    "pool_output_size",
    "receptive_field",
    "relu",
    "relu_derivative",
    "sigmoid",
    "sigmoid_derivative",
    "softmax",
    "softmax_cross_entropy",
    "softmax_jacobian",
    "tanh",
    "tanh_derivative",
    "trace_avg_pool2d",
    "trace_conv2d",
    "trace_conv2d_backward_input",
    "trace_conv2d_backward_weight",
    "trace_conv_transpose2d",
    "trace_conv_transpose2d_backward_input",
    "trace_conv_transpose2d_backward_weight",
    "trace_global_avg_pool2d",
    "trace_max_pool2d",
]
