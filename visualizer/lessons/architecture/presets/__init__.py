"""Networks to start from: those that lectures show, as their authors published them."""

from __future__ import annotations

from visualizer.lessons.architecture.presets.branching import (
    GOOGLENET,
    MOBILENET_V2,
    RESNET18,
    RESNET34,
    SQUEEZENET,
    UNET,
)
from visualizer.lessons.architecture.presets.classic import (
    ALEXNET,
    ALEXNET_2012,
    LENET5,
    TINY,
    VGG11,
    VGG16,
    VGG19,
)
from visualizer.lessons.architecture.presets.conventions import Convention, input_conventions
from visualizer.lessons.architecture.presets.network import Network
from visualizer.words.text import text

__all__ = [
    "ALEXNET", "ALEXNETS", "ALEXNET_2012", "DEFAULT", "GOOGLENET", "LENET5", "MOBILENET_V2",
    "PRESETS", "RESNET18", "RESNET34", "SQUEEZENET", "TINY", "UNET", "VGG11", "VGG16", "VGG19",
    "Convention", "Network", "input_conventions", "network_title",
]  # fmt: skip

PRESETS: dict[str, Network] = {
    "alexnet2012": ALEXNET_2012,
    "alexnet": ALEXNET,
    "lenet5": LENET5,
    "vgg11": VGG11,
    "vgg16": VGG16,
    "vgg19": VGG19,
    "googlenet": GOOGLENET,
    "resnet18": RESNET18,
    "resnet34": RESNET34,
    "squeezenet": SQUEEZENET,
    "mobilenetv2": MOBILENET_V2,
    "unet": UNET,
    "tiny": TINY,
}
DEFAULT = "alexnet2012"
ALEXNETS = ("alexnet2012", "alexnet")  # the input size of these is told


def network_title(net: str, lang: str) -> str:
    """Return the title of a network: a preset's, or the one for networks of one's own."""
    return text(f"choice.arch_net.{net if net in PRESETS else 'custom'}", lang)
