"""The player's own words; buttons are named in ``common``."""

TEXTS: dict[str, tuple[str, str]] = {
    "player.name": ("Player: moves the window", "재생기: 윈도 움직이기"),
    "player.count": ("step {step} / {steps}", "{step} / {steps}단계"),
}
