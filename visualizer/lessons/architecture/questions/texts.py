"""Words of the questions about networks; those about one layer are shared by several lessons."""

TEXTS: dict[str, tuple[str, str]] = {
    "arch.ask_level_1": ("As in the lecture", "강의와 같이"),
    "arch.ask_level_2": ("AlexNet, VGG, with strides", "AlexNet, VGG, 스트라이드"),
    "arch.ask_level_3": ("Dilated, grouped, and what it costs", "팽창, 그룹, 계산량"),
    "arch.ask_alt": (
        "A network up to what is asked: {path}.",
        "묻는 곳까지 그린 신경망: {path}.",
    ),
    "arch.ask_learns": ("{name} {shape}", "{name} {shape}"),
    "arch.ask_flat": (
        "{name} lays the maps out flat. How many numbers are in the row?",
        "{name:은/는} 특징 맵을 한 줄로 펼칩니다. 모두 몇 개의 값이 놓입니까?",
    ),
    "arch.ask_flat_hint": (
        "Each of the {channels} {channels:map|maps} has {rows} {rows:row|rows} and {columns}"
        " {columns:column|columns}.",
        "특징 맵 {channels}개가 저마다 {rows}행 {columns}열입니다.",
    ),
    "arch.ask_flat_because": (
        "Maps times rows times columns: the next layer has a weight for each of them and each output.",
        "특징 맵 수 · 행 · 열입니다. 다음 층은 그 하나하나에 출력마다 가중치가 있습니다.",
    ),
    "arch.ask_flat_channels": (
        "That is one map. There are {channels}.",
        "특징 맵 하나만 센 값입니다. 특징 맵은 {channels}개입니다.",
    ),
    "arch.ask_flat_plane": (
        "That is the number of maps. Each of them has {rows} {rows:row|rows} and {columns}"
        " {columns:column|columns}.",
        "특징 맵의 수입니다. 특징 맵마다 {rows}행 {columns}열입니다.",
    ),
    "arch.ask_flat_one_side": (
        "One side is missing: a map has rows and columns.",
        "한 변이 빠졌습니다. 특징 맵에는 행과 열이 있습니다.",
    ),
    "arch.ask_flat_added": (
        "The sides were added. Cells are counted by multiplying them.",
        "변의 길이를 더했습니다. 칸의 수는 곱해서 셉니다.",
    ),
    "arch.ask_flat_start": (
        "That is the network's input. Here it is {shape}.",
        "신경망의 입력입니다. 여기서는 {shape}입니다.",
    ),
    "arch.ask_flat_outputs": (
        "So many come out of the layer behind. Asked is what goes in.",
        "다음 층에서 나오는 값의 수입니다. 묻는 것은 들어가는 값의 수입니다.",
    ),
    "arch.ask_most": (
        "Which layer learns most numbers (weights and biases)?",
        "학습하는 수(가중치와 편향)가 가장 많은 층은 무엇입니까?",
    ),
    "arch.ask_most_hint": (
        "Where does every output have a weight of its own for very many inputs? Two are marked.",
        "출력 하나하나가 아주 많은 입력에 저마다 가중치를 두는 곳은 어디입니까? 둘을 표시했습니다.",
    ),
    "arch.ask_most_because": (
        "{name} has {count} of them.",
        "{name}에 {count}개가 있습니다.",
    ),
    "arch.ask_most_work": (
        "That one computes most. Its weights are used again at every place; there are fewer of them.",
        "계산이 가장 많은 층입니다. 같은 가중치를 자리마다 다시 쓰므로 가중치 수는 더 적습니다.",
    ),
    "arch.ask_most_largest": (
        "That one has the largest output. A large map does not make more weights.",
        "출력이 가장 큰 층입니다. 특징 맵이 크다고 가중치가 많아지지는 않습니다.",
    ),
    "arch.ask_most_filters": (
        "That one has most outputs or maps. It also matters how much each of them reads.",
        "출력이나 특징 맵의 수가 가장 많은 층입니다. 하나가 얼마나 많이 읽는지도 따져야 합니다.",
    ),
    "arch.ask_work": (
        "Which layer needs most multiplications?",
        "곱셈이 가장 많은 층은 무엇입니까?",
    ),
    "arch.ask_work_hint": (
        "Multiply the weights of a layer by the number of places where they are used. Two are marked.",
        "층의 가중치 수에 그 가중치를 쓰는 자리의 수를 곱해 보십시오. 둘을 표시했습니다.",
    ),
    "arch.ask_work_because": (
        "{name} needs {count}: its weights are used again at each place of its map.",
        "{name}에 {count}번이 듭니다. 같은 가중치를 특징 맵의 자리마다 다시 씁니다.",
    ),
    "arch.ask_work_parameters": (
        "That one has most weights. In a fully connected layer each is used once.",
        "가중치가 가장 많은 층입니다. 완전 연결층에서는 가중치를 한 번씩만 씁니다.",
    ),
    "arch.ask_work_largest": (
        "That one has the largest output. It also matters how much each cell reads.",
        "출력이 가장 큰 층입니다. 칸 하나가 얼마나 많이 읽는지도 따져야 합니다.",
    ),
}
