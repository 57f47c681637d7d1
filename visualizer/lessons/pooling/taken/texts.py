"""Words of what a pooling has to take along."""

TEXTS: dict[str, tuple[str, str]] = {
    "pool.take_winner_row": ("Row of the greatest", "최댓값의 행"),
    "pool.take_winner_column": ("Column of the greatest", "최댓값의 열"),
    "pool.take_letters": (
        "n input, k window, s stride, p padding, d dilation, o output; ⌊ ⌋ rounds down, ⌈ ⌉ up.",
        "n 입력, k 윈도, s 스트라이드, p 패딩, d 팽창률, o 출력. ⌊ ⌋ 기호는 내림, ⌈ ⌉ 기호는 올림입니다.",
    ),
    "pool.take_hint_max": (
        "the greatest of the input's cells under the window; padding never wins.",
        "윈도 아래의 입력 칸 가운데 가장 큰 값입니다. 패딩은 뽑히지 않습니다.",
    ),
    "pool.take_hint_avg": (
        "add up the cells under the window, divide by how many of them count.",
        "윈도 아래의 칸을 모두 더해, 포함되는 칸 수로 나눕니다.",
    ),
    "pool.take_hint_global": (
        "one number is left of each channel.",
        "채널마다 수 하나만 남습니다.",
    ),
    "pool.take_hint_ceil": (
        "take n + 2p − d·(k − 1) − 1, divide by s, round up, add 1; a window that would begin behind"
        " the input is left out.",
        "n + 2p − d·(k − 1) − 1을 s로 나누어 올림하고 1을 더합니다. 입력 뒤에서 시작하는 윈도는 뺍니다.",
    ),
    "pool.take_ask_next": (
        "A fully connected layer of {neurons} {neurons:neuron|neurons} follows. How many weights and"
        " biases does it have?",
        "다음에 뉴런 {neurons}개인 완전 연결층이 옵니다. 가중치와 편향은 모두 몇 개입니까?",
    ),
    "pool.take_hint_next": (
        "every neuron reads every value of the output and has one bias.",
        "뉴런마다 출력의 모든 값을 읽고, 편향이 하나씩 있습니다.",
    ),
    "pool.take_ask_learned": (
        "How many numbers does the pooling itself learn?",
        "풀링 자체가 학습하는 수는 몇 개입니까?",
    ),
    "pool.take_hint_learned": (
        "is there a weight anywhere in it?",
        "풀링 안에 가중치가 하나라도 있습니까?",
    ),
    "pool.take_ask_function_max": (
        "Write max pooling of a map `x` (rows, columns) with windows of k×k side by side. PyTorch"
        " checks it.",
        "특징 맵 `x`(행, 열)를 k×k 윈도로 겹치지 않게 최대 풀링하는 함수를 쓰십시오. PyTorch로 확인합니다.",
    ),
    "pool.take_ask_function_avg": (
        "Write average pooling of a map `x` (rows, columns) with windows of k×k side by side. PyTorch"
        " checks it.",
        "특징 맵 `x`(행, 열)를 k×k 윈도로 겹치지 않게 평균 풀링하는 함수를 쓰십시오. PyTorch로 확인합니다.",
    ),
    "pool.take_hint_function": (
        "cut off what fills no window, then reshape to (rows, k, columns, k).",
        "윈도를 채우지 못하는 끝을 잘라 내고 (행, k, 열, k) 형상으로 바꾸어 보십시오.",
    ),
}
