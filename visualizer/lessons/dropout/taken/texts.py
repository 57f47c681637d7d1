"""Words of what a network with dropout has to take along."""

TEXTS: dict[str, tuple[str, str]] = {
    "drop.take_draws": ("Every draw (.csv)", "모든 표본 (.csv)"),
    "drop.take_draw": ("Draw", "표본"),
    "drop.take_kept": ("Hidden neurons kept", "남은 은닉 뉴런"),
    "drop.take_output": ("Output", "출력"),
    "drop.take_weights": (
        "weights to hidden layer 1: a row for each neuron",
        "은닉층 1의 가중치: 뉴런마다 한 행",
    ),
    "drop.take_first": ("The first hidden layer", "첫 은닉층"),
    "drop.take_first_words": (
        "Each neuron multiplies the inputs by its row of weights, adds up, and applies ReLU.",
        "뉴런마다 입력에 자기 행의 가중치를 곱해 더하고 ReLU를 적용합니다.",
    ),
    "drop.take_masked": ("Dropout while training", "학습할 때의 드롭아웃"),
    "drop.take_masked_words": (
        "Mask 1: the neuron is kept, and its value grows by the factor 1 / (1 − p). Mask 0: it gives 0.",
        "마스크가 1이면 뉴런이 남아 값에 1 / (1 − p)를 곱하고, 0이면 0이 됩니다.",
    ),
    "drop.take_ask_factor": (
        "By what is a kept value multiplied while training, for p = {p}?",
        "p = {p}일 때, 학습할 때 남은 값에 얼마를 곱합니까?",
    ),
    "drop.take_hint_factor": (
        "what is kept stands in for what is dropped: 1 / (1 − p).",
        "남은 값이 꺼진 몫까지 대신합니다: 1 / (1 − p).",
    ),
    "drop.take_ask_weights": (
        "From layer to layer there are so many neurons: {sizes}; no biases. How many weights are there?",
        "층마다 뉴런이 {sizes}개이고 편향은 없습니다. 가중치는 모두 몇 개입니까?",
    ),
    "drop.take_hint_weights": (
        "between two layers there are as many as their numbers of neurons multiplied.",
        "두 층 사이의 가중치 수는 두 층의 뉴런 수를 곱한 것입니다.",
    ),
    "drop.take_ask_value": (
        "Which value has neuron {number} of the first hidden layer before dropout?",
        "첫 은닉층의 뉴런 {number:은/는} 드롭아웃 전에 값이 얼마입니까?",
    ),
    "drop.take_hint_value": (
        "multiply the inputs by the neuron's weights, add up, and apply ReLU.",
        "입력에 뉴런의 가중치를 곱해 더하고 ReLU를 적용합니다.",
    ),
    "drop.take_ask_expected": (
        "What is the mean of neuron {number} of the first hidden layer after dropout, over all masks?",
        "첫 은닉층의 뉴런 {number}에 드롭아웃을 적용한 값을 모든 마스크에 걸쳐 평균하면 얼마입니까?",
    ),
    "drop.take_hint_expected": (
        "p·0 + (1 − p)·x / (1 − p): the factor keeps the mean; only p = 1 leaves nothing.",
        "p·0 + (1 − p)·x / (1 − p)이므로 평균은 그대로입니다. p = 1일 때만 0이 됩니다.",
    ),
    "drop.take_ask_function": (
        "Write dropout for p below 1: `keep` says which values of `x` stay.",
        "p가 1보다 작을 때의 드롭아웃 함수를 쓰십시오. `keep`은 `x`의 어느 값이 남는지 알려 줍니다.",
    ),
    "drop.take_hint_function": (
        "0 where keep is False, else x / (1 − p).",
        "keep이 False인 곳은 0, 나머지는 x / (1 − p)입니다.",
    ),
}
