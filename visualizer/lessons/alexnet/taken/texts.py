"""Words of what one unit of AlexNet has to take along."""

TEXTS: dict[str, tuple[str, str]] = {
    "alex.take_channels": ("Every channel (.csv)", "모든 채널 (.csv)"),
    "alex.take_own": (
        "A picture of your own stays on this machine; choose a photo of the app to save an example.",
        "직접 올린 그림은 저장하지 않습니다. 예제를 저장하려면 앱의 사진을 고르십시오.",
    ),
    "alex.take_own_weights": (
        "Your own weights stay in this visit, and no file could bring them back; choose other weights to "
        "save an example.",
        "직접 올린 가중치는 이 방문에만 있어 파일로 다시 불러올 수 없습니다. 예제를 저장하려면 다른 가중치를 "
        "고르십시오.",
    ),
}
