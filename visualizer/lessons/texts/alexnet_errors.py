"""What the /alexnet page says when something cannot be done: (English, Korean) by error code."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "alexnet.error.cancelled": ("Stopped before the end.", "끝나기 전에 중단했습니다."),
    # Weights
    "alexnet.error.weights_missing": (
        "There is no file {path}.",
        "{path} 파일이 없습니다.",
    ),
    "alexnet.error.weights_unreadable": (
        "{path} cannot be read as a file of weights: {reason}.",
        "{path} 파일을 가중치 파일로 읽을 수 없습니다: {reason}.",
    ),
    "alexnet.error.weights_format": (
        "{path} is not a .pth, .pt, .npz or .safetensors file.",
        "{path} 파일은 .pth, .pt, .npz, .safetensors 중 어느 형식도 아닙니다.",
    ),
    "alexnet.error.weights_not_alexnet": (
        "{path} holds weights of another network: {problem}.",
        "{path}에는 다른 신경망의 가중치가 들어 있습니다: {problem}.",
    ),
    "alexnet.error.weights_not_finite": (
        "{path} holds values that are not numbers (in {tensor}).",
        "{path}에 숫자가 아닌 값이 들어 있습니다({tensor}).",
    ),
}
