"""The home page's words."""

TEXTS: dict[str, tuple[str, str]] = {
    "home.title": ("ConvScope", "ConvScope"),
    "home.lead": (
        "See how a convolutional network computes: every number on the screen, one step at a time.",
        "합성곱 신경망이 계산하는 과정을 숫자 하나하나, 한 단계씩 살펴봅니다.",
    ),
}
