"""The player's own words; buttons are named in ``common``."""

TEXTS: dict[str, tuple[str, str]] = {
    "player.name": ("Player: moves the window", "재생기: 윈도 움직이기"),
    "player.count": ("step {step} / {steps}", "{step} / {steps}단계"),
    "player.tie": ("(a tie: the first one counts)", "(같은 값이 여럿이면 맨 앞의 것)"),
}
