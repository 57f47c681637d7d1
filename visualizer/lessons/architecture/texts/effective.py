"""What the architecture page says of a unit's effective field."""

TEXTS: dict[str, tuple[str, str]] = {
    "arch.effective": ("What it really depends on", "실제로 의존하는 범위"),
    "arch.effective_lead": (
        "The field holds every cell that can change the unit. How much each does is another"
        " question: the gradient of the unit at the picture answers it. torch measures it here, with"
        " random weights as before training.",
        "수용 영역에는 유닛의 값을 바꿀 수 있는 모든 칸이 들어 있습니다. 각 칸이 실제로 얼마나"
        " 바꾸는지는 유닛의 값을 그림으로 미분한 기울기가 알려 줍니다. 학습 전과 같은 무작위"
        " 가중치로 torch가 재어 봅니다.",
    ),
    "arch.effective_button": ("Measure it", "재어 보기"),
    "arch.effective_working": ("torch is measuring …", "torch가 재는 중 …"),
    "arch.effective_no_torch": (
        "torch is not installed here, so this cannot be measured.",
        "torch가 설치되어 있지 않아 잴 수 없습니다.",
    ),
    "arch.effective_none": (
        "No cell of the picture changes this unit.",
        "이 유닛의 값을 바꾸는 칸이 그림에 없습니다.",
    ),
    "arch.effective_cannot": (
        "A fully connected unit reads every value of the last map; and very large networks take too"
        " long here. Choose a unit of a map.",
        "완전 연결층의 유닛은 마지막 특징 맵을 모두 읽습니다. 아주 큰 신경망은 재는 데 너무 오래"
        " 걸립니다. 특징 맵의 유닛을 고르십시오.",
    ),
    "arch.effective_theory": ("field: {field}", "수용 영역: {field}"),
    "arch.effective_half": ("half of the strength: {field}", "세기의 절반: {field}"),
    "arch.effective_found": (
        "Of the field's {field}, the middle {middle}, {share}% of it, holds half of all strength. As"
        " strong as 4.55% of the greatest or more: {strong}, the area of a square of {side}×{side}."
        " (Mean of {draws} {draws:draw|draws} of random weights.)",
        "수용 영역 {field}칸 가운데 한가운데의 {middle}칸, 곧 {share}%가 세기의 절반을 차지합니다."
        " 가장 센 칸의 4.55% 이상인 칸은 {strong}개로, {side}×{side} 정사각형의 칸 수와 같습니다."
        " (무작위 가중치 {draws}벌의 평균)",
    ),
    "arch.effective_why": (
        "Why the middle: a cell there reaches the unit on many paths through the layers, a cell at"
        " the field's edge on one alone. So a deep unit's strength is shaped like a bell, and the"
        " effective field grows more slowly than the theoretical one. Where branches meet, the field"
        " is that of the largest path; the shorter paths make its middle stronger still.",
        "왜 한가운데일까요? 가운데 칸은 층을 거치는 여러 경로로 유닛에 닿지만, 가장자리 칸은 한"
        " 경로로만 닿습니다. 그래서 깊은 층의 유닛일수록 세기가 종 모양이 되고, 실제로 의존하는"
        " 범위는 이론상의 수용 영역보다 천천히 넓어집니다. 가지가 만나는 곳의 수용 영역은 가장 넓은"
        " 경로의 것이며, 짧은 경로는 그 한가운데를 더 세게 만듭니다.",
    ),
    "arch.effective_row": ("column of the picture, in row {row}", "그림 {row}행의 열"),
    "arch.effective_strength": ("strength", "세기"),
    "arch.effective_alt": (
        "How much the unit depends on each cell of the picture: field {field}, half of the strength"
        " in the middle {middle}.",
        "유닛이 그림의 각 칸에 얼마나 의존하는가: 수용 영역 {field}, 세기의 절반은 한가운데 {middle}.",
    ),
    "arch.effective_profile_alt": (
        "The strength along row {row}: highest at column {peak}, inside a field from column {left}"
        " to column {right}.",
        "{row}행의 세기: {peak}열에서 가장 세고, 수용 영역은 {left}열부터 {right}열까지.",
    ),
}
