"""The names in torch.nn and torch.nn.functional, to tell a slip from what is not supported."""

from __future__ import annotations

import difflib

from visualizer.lessons.architecture.paste.rules.signatures import FUNCTIONS, LAYERS

CONTAINERS = ("Module", "Sequential", "ModuleList", "ModuleDict", "Parameter")

_OTHER_LAYERS = [
    "AdaptiveAvgPool1d",
    "AdaptiveAvgPool3d",
    "AdaptiveMaxPool1d",
    "AdaptiveMaxPool3d",
    "AvgPool1d",
    "AvgPool3d",
    "BatchNorm3d",
    "Bilinear",
    "BCELoss",
    "BCEWithLogitsLoss",
    "CTCLoss",
    "ChannelShuffle",
    "CircularPad2d",
    "ConstantPad2d",
    "Conv1d",
    "Conv3d",
    "ConvTranspose1d",
    "ConvTranspose3d",
    "CosineEmbeddingLoss",
    "CosineSimilarity",
    "CrossEntropyLoss",
    "DataParallel",
    "Dropout1d",
    "Dropout3d",
    "Embedding",
    "EmbeddingBag",
    "FeatureAlphaDropout",
    "Fold",
    "FractionalMaxPool2d",
    "GLU",
    "GRU",
    "GRUCell",
    "Hardshrink",
    "Hardtanh",
    "HuberLoss",
    "InstanceNorm1d",
    "InstanceNorm3d",
    "KLDivLoss",
    "L1Loss",
    "LPPool2d",
    "LSTM",
    "LSTMCell",
    "LazyConv1d",
    "LazyConvTranspose2d",
    "LazyInstanceNorm2d",
    "MSELoss",
    "MarginRankingLoss",
    "MaxPool1d",
    "MaxPool3d",
    "MaxUnpool2d",
    "MultiheadAttention",
    "NLLLoss",
    "ParameterDict",
    "ParameterList",
    "PixelShuffle",
    "PixelUnshuffle",
    "RMSNorm",
    "RNN",
    "RNNCell",
    "RReLU",
    "ReflectionPad2d",
    "ReplicationPad2d",
    "SmoothL1Loss",
    "Softmax2d",
    "Softmin",
    "Softshrink",
    "Softsign",
    "SyncBatchNorm",
    "Tanhshrink",
    "Threshold",
    "Transformer",
    "TransformerDecoder",
    "TransformerDecoderLayer",
    "TransformerEncoder",
    "TransformerEncoderLayer",
    "TripletMarginLoss",
    "Unfold",
    "UpsamplingBilinear2d",
    "UpsamplingNearest2d",
]
_OTHER_FUNCTIONS = [
    "adaptive_avg_pool1d",
    "avg_pool1d",
    "batch_norm",
    "binary_cross_entropy",
    "binary_cross_entropy_with_logits",
    "celu",
    "conv1d",
    "conv2d",
    "conv_transpose2d",
    "cosine_similarity",
    "cross_entropy",
    "dropout1d",
    "embedding",
    "glu",
    "group_norm",
    "hardsigmoid",
    "hardtanh",
    "instance_norm",
    "kl_div",
    "l1_loss",
    "layer_norm",
    "linear",
    "logsigmoid",
    "max_pool1d",
    "mse_loss",
    "nll_loss",
    "normalize",
    "one_hot",
    "pixel_shuffle",
    "prelu",
    "rrelu",
    "scaled_dot_product_attention",
    "smooth_l1_loss",
    "softmin",
    "softshrink",
    "softsign",
    "threshold",
    "unfold",
    "upsample",
]

NN = {*LAYERS, *CONTAINERS, *_OTHER_LAYERS, "init", "functional", "utils", "modules", "parameter"}
OF_TENSORS = {"view", "permute", "cat", "concat", "chunk", "squeeze", "unsqueeze", "reshape"}
F = {*FUNCTIONS, *_OTHER_FUNCTIONS} - OF_TENSORS - {
    "flatten", "mean", "amax", "sum", "add", "mul", "sub", "div", "matmul", "transpose",
}  # fmt: skip


_OF_KERAS = {
    "Dense": "Linear",
    "MaxPooling2D": "MaxPool2d",
    "AveragePooling2D": "AvgPool2d",
    "GlobalAveragePooling2D": "AdaptiveAvgPool2d",
    "BatchNormalization": "BatchNorm2d",
    "BatchNorm": "BatchNorm2d",
    "Conv": "Conv2d",
    "MaxPool": "MaxPool2d",
    "Dropout1D": "Dropout",
}


def meant(name: str, names: set[str]) -> str | None:
    """Return the known name that a name is a slip of: another case first, then other letters."""
    if _OF_KERAS.get(name) in names:
        return _OF_KERAS[name]
    same = [each for each in sorted(names) if each.lower() == name.lower()]
    alike = same or difflib.get_close_matches(name, sorted(names), 1, 0.75)
    return alike[0] if alike else None
