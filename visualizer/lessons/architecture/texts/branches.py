"""The architecture page's branches: the drawing's marks, sources, blocks, and reordering."""

TEXTS: dict[str, tuple[str, str]] = {
    # The drawing.
    "arch.click_graph": (
        "Click a box or a mark for its layer.",
        "상자나 기호를 누르면 그 층을 자세히 봅니다.",
    ),
    "arch.marks": (
        "⊕ adds two maps cell by cell; the square with bars lays the channels of its branches behind"
        " each other. An arc goes past the boxes below it; where it leaves a row, its end names the"
        " layer where it goes on.",
        "⊕는 두 특징 맵을 칸마다 더하고, 줄이 그어진 네모는 갈래들의 채널을 이어 붙입니다. 호는 그 아래"
        " 상자들을 건너뛰며, 다른 줄로 넘어가는 호의 끝에는 이어지는 층의 이름이 있습니다.",
    ),
    "arch.alt_branches": ("Branches meet: {joins}.", "갈래가 만나는 곳: {joins}."),
    "arch.alt_add": ("{name} adds {layers}", "{name:은/는} {layers:을/를} 더함"),
    "arch.alt_concat": ("{name} concatenates {layers}", "{name:은/는} {layers:을/를} 이어 붙임"),
    "arch.alt_more": ("{count} more", "그 밖에 {count}곳"),
}
