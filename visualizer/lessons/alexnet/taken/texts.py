"""Words of what one unit of AlexNet has to take along."""

TEXTS: dict[str, tuple[str, str]] = {
    "alex.take_channels": ("Every channel (.csv)", "모든 채널 (.csv)"),
    "alex.take_own": (
        "A picture of your own stays on this machine; choose a photo of the app to save an example.",
        "직접 올린 그림은 저장하지 않습니다. 예제를 저장하려면 앱의 사진을 고르십시오.",
    ),
}
