"""Words of what an activation function has to take along."""

TEXTS: dict[str, tuple[str, str]] = {
    "act.take_values": ("All values (.csv)", "모든 값 (.csv)"),
    "act.take_formula.sigmoid": (
        "σ(x) = 1 / (1 + e^(−x)), σ′(x) = σ(x)·(1 − σ(x))",
        "σ(x) = 1 / (1 + e^(−x))이고 σ′(x) = σ(x)·(1 − σ(x))",
    ),
    "act.take_formula.tanh": (
        "tanh(x) = (e^x − e^(−x)) / (e^x + e^(−x)), tanh′(x) = 1 − tanh²(x)",
        "tanh(x) = (e^x − e^(−x)) / (e^x + e^(−x))이고 tanh′(x) = 1 − tanh²(x)",
    ),
    "act.take_formula.relu": (
        "f(x) = max(0, x); f′(x) = 1 for x > 0, else 0",
        "f(x) = max(0, x). f′(x)는 x > 0이면 1, 아니면 0",
    ),
    "act.take_formula.leaky_relu": (
        "f(x) = x for x > 0, else {slope}·x; f′(x) = 1 for x > 0, else {slope}",
        "f(x)는 x > 0이면 x, 아니면 {slope}·x. f′(x)는 x > 0이면 1, 아니면 {slope}",
    ),
    "act.take_formula.gelu": (
        "f(x) = x·Φ(x), f′(x) = Φ(x) + x·φ(x); Φ and φ: the normal distribution and its density",
        "f(x) = x·Φ(x), f′(x) = Φ(x) + x·φ(x). Φ와 φ는 정규 분포의 누적 함수와 밀도 함수",
    ),
    "act.take_formula.softmax": (
        "Share of a class: e^(z / T) over the sum of all classes; T = {temperature}. With all z less"
        " the greatest the shares are the same.",
        "클래스의 비율은 e^(z / T)를 모든 클래스의 합으로 나눈 값이고, T = {temperature}입니다. 모든 z에서"
        " 가장 큰 값을 빼도 비율은 같습니다.",
    ),
    "act.take_ask_value": (
        "Which value has {name} at x = {x}?",
        "x = {x}에서 {name}의 값은 무엇입니까?",
    ),
    "act.take_ask_slope": (
        "Which slope has {name} at x = {x}?",
        "x = {x}에서 {name}의 기울기는 무엇입니까?",
    ),
    "act.take_ask_function": (
        "Write {name} as a function of an array. PyTorch checks it.",
        "{name:을/를} 배열을 받는 함수로 쓰십시오. PyTorch로 확인합니다.",
    ),
    "act.take_ask_chain": (
        "Sigmoid is applied {layers} {layers:time|times} in a row, all weights 1. How much of the"
        " gradient can be left at most?",
        "가중치가 모두 1인 시그모이드를 {layers}번 잇달아 적용합니다. 남을 수 있는 기울기는 최대 얼마입니까?",
    ),
    "act.take_hint_chain": (
        "sigmoid's slope is 1/4 at most, and slopes are multiplied.",
        "시그모이드의 기울기는 최대 1/4이고, 기울기는 곱해집니다.",
    ),
    "act.take_ask_learned": (
        "How many numbers does a layer of {name} learn?",
        "{name} 층에서 학습하는 수는 몇 개입니까?",
    ),
    "act.take_hint_learned": (
        "is there a weight in its formula?",
        "식에 가중치가 하나라도 있습니까?",
    ),
    "act.take_ask_share": (
        "Which share does softmax give the first class, {name}?",
        "소프트맥스가 첫 클래스 ‘{name}’에 주는 비율은 얼마입니까?",
    ),
    "act.take_hint_softmax": (
        "e to the logit, divided by the sum of these powers over all classes.",
        "로짓을 지수로 한 e의 거듭제곱을, 모든 클래스의 합으로 나눕니다.",
    ),
    "act.take_ask_raised": (
        "All logits grow by 100. By how much does the first share change?",
        "모든 로짓이 100씩 커지면 첫 클래스의 비율은 얼마나 달라집니까?",
    ),
    "act.take_hint_raised": (
        "every power grows by the same factor, and so does their sum.",
        "거듭제곱마다 같은 배수로 커지고, 합도 그만큼 커집니다.",
    ),
    "act.take_ask_softmax": (
        "Write softmax as a function that large logits do not break. PyTorch checks it.",
        "로짓이 커도 넘치지 않는 소프트맥스 함수를 쓰십시오. PyTorch로 확인합니다.",
    ),
    "act.take_hint_huge": (
        "e to 1000 is too large for a computer: subtract the greatest logit first.",
        "e의 1000제곱은 컴퓨터가 나타낼 수 없습니다. 가장 큰 로짓을 먼저 빼십시오.",
    ),
    "act.take_ask_sum": (
        "What do the shares of all classes add up to?",
        "모든 클래스의 비율을 더하면 얼마입니까?",
    ),
    "act.take_hint_sum": (
        "each is a part of the same whole.",
        "비율은 모두 같은 전체를 나눈 것입니다.",
    ),
}
