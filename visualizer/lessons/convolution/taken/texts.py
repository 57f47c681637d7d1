"""Words of what a convolution has to take along."""

TEXTS: dict[str, tuple[str, str]] = {
    "conv.take_filter": ("filter {filter}", "필터 {filter}"),
    "conv.take_hint_value": (
        "multiply each cell under the window by its weight and add up, then add the bias, if any.",
        "윈도 아래의 칸마다 가중치를 곱해 모두 더하고, 편향이 있으면 더합니다.",
    ),
    "conv.take_hint_activation": (
        "At the end {name} is applied.",
        "마지막으로 {name:을/를} 적용합니다.",
    ),
    "conv.take_hint_parameters": (
        "filters · channels that a filter reads · kernel rows · kernel columns, and a bias for each"
        " filter, if there is one.",
        "필터 수 · 필터가 읽는 채널 수 · 커널 행 · 커널 열이고, 편향이 있으면 필터마다 하나씩 더합니다.",
    ),
    "conv.take_turned": (
        "the kernel is drawn as it slides: turned by 180°",
        "커널은 180° 돌려 놓은 모습입니다",
    ),
}
