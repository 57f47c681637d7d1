"""Attribution: which parts of a picture speak for a class, and how far such a map can be trusted.

Three methods (`grad_cam`, `occlusion`, `integrated_gradients`), the check with random weights
(`sanity`), and the curve of what is left of an answer while marked pixels go (`deletion`).

Several threads may use the model at once: it is only read, and gradients are computed for a run's
own activations, never for the model's parameters.
"""

from visualizer.alexnet.attribution.cam import attribution_layers, grad_cam
from visualizer.alexnet.attribution.covering import OcclusionStep, occlusion
from visualizer.alexnet.attribution.heat import Heat
from visualizer.alexnet.attribution.integrated import IntegratedStep, integrated_gradients

__all__ = [
    "Heat",
    "IntegratedStep",
    "OcclusionStep",
    "attribution_layers",
    "grad_cam",
    "integrated_gradients",
    "occlusion",
]
