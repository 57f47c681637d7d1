"""Words of what a network has to take along."""

TEXTS: dict[str, tuple[str, str]] = {
    "arch.take_layers": ("Every layer (.csv)", "모든 층 (.csv)"),
    "arch.take_shapes": ("Shapes and parameters", "형상과 매개변수"),
    "arch.take_input": (
        "The input is {shape} (channels × rows × columns). Fill in what each layer makes of it, and how"
        " many numbers it learns.",
        "입력은 {shape}(채널 × 행 × 열)입니다. 층마다 출력의 형상과 학습하는 수의 개수를 쓰십시오.",
    ),
    "arch.take_ask_shape": (
        "Which shape comes out of {name} ({layer})?",
        "{name}({layer})의 출력 형상은 무엇입니까?",
    ),
    "arch.take_hint_shape": (
        "follow the input layer by layer; for a window n + 2p − k, divided by s, rounded down, plus 1.",
        "입력을 층마다 따라가십시오. 윈도는 n + 2p − k를 s로 나누어 내림하고 1을 더합니다.",
    ),
    "arch.take_ask_parameters": (
        "How many numbers does {name} ({layer}) learn?",
        "{name}({layer})에서 학습하는 수는 몇 개입니까?",
    ),
    "arch.take_hint_parameters": (
        "convolution: filters · channels that a filter reads · kernel · kernel; fully connected: outputs"
        " · inputs; and a bias for each output, if there is one.",
        "합성곱은 필터 수 · 필터가 읽는 채널 수 · 커널 · 커널, 완전 연결층은 출력 수 · 입력 수이고, 편향이 있으면"
        " 출력마다 하나씩 더합니다.",
    ),
    "arch.take_ask_all": (
        "How many numbers does the whole network learn?",
        "신경망 전체에서 학습하는 수는 몇 개입니까?",
    ),
    "arch.take_hint_all": (
        "only convolutions and fully connected layers learn: add them up.",
        "학습하는 층은 합성곱과 완전 연결층뿐입니다. 모두 더하십시오.",
    ),
}
