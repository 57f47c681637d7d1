"""Words of the questions about pooling."""

TEXTS: dict[str, tuple[str, str]] = {
    "pool.ask_level_1": ("As in the lecture", "강의와 같이"),
    "pool.ask_level_2": ("Stride and padding", "스트라이드와 패딩"),
    "pool.ask_level_3": ("Rounded up, dilated, global", "올림, 팽창, 전역"),
    "pool.ask_input": ("Input", "입력"),
    "pool.ask_ceil": ("size rounded up (ceil_mode)", "출력 크기 올림(ceil_mode)"),
    "pool.ask_counted": ("padding counts in the average", "패딩도 평균에 포함"),
    "pool.ask_not_counted": ("padding does not count in the average", "패딩은 평균에서 제외"),
    "pool.ask_alt": (
        "The example asked about, without its answer. Input {input}, row by row: {values}.",
        "묻는 예제이며 답은 가려져 있습니다. 입력 {input}, 행마다: {values}.",
    ),
    # The output's shape.
    "pool.ask_shape": ("What shape does the output have?", "출력의 형상은 무엇입니까?"),
    "pool.ask_shape_hint": (
        "Count the places of the window: how many cells are there with the padding, how long is the"
        " window, how far does it move? Lit are its first two places.",
        "윈도가 놓이는 자리를 세어 보십시오. 패딩까지 몇 칸이고, 윈도는 몇 칸이며, 몇 칸씩 움직입니까?"
        " 처음 두 자리를 표시했습니다.",
    ),
    "pool.ask_shape_hint_global": (
        "One window covers a whole channel. Lit is what it covers.",
        "윈도 하나가 채널 전체를 덮습니다. 덮는 칸을 표시했습니다.",
    ),
    "pool.ask_shape_because": (
        "Places of the window: {rows} down, {columns} across. Every channel is pooled by itself, so"
        " there are as many as before: {channels}.",
        "윈도가 놓이는 자리는 세로 {rows}곳, 가로 {columns}곳입니다. 채널마다 따로 풀링하므로 채널 수는"
        " 그대로 {channels}입니다.",
    ),
    "pool.ask_shape_global": (
        "One number is left of each channel, so the shape is {channels}×{rows}×{columns}.",
        "채널마다 수 하나만 남으므로 형상은 {channels}×{rows}×{columns}입니다.",
    ),
    "pool.ask_dropped": (
        "Rounding up counts one window too many here: it would begin in the padding ({padding}) behind"
        " the input. Such a window is left out.",
        "올림하면 윈도를 하나 더 셉니다. 그 윈도는 입력 뒤의 패딩({padding})에서 시작하므로 빼야 합니다.",
    ),
    "pool.ask_one_channel": (
        "Channels are not mixed: each is pooled by itself, so as many stay: {channels}.",
        "채널은 섞이지 않습니다. 채널마다 따로 풀링하므로 {channels}개가 그대로 남습니다.",
    ),
    "pool.ask_global_kept": (
        "Global pooling leaves one number of each channel, whatever its {cells} {cells:cell is|cells"
        " are}.",
        "전역 풀링은 채널의 {cells}칸을 수 하나로 줄입니다.",
    ),
    # The value of a cell.
    "pool.ask_value": (
        "Which number stands in {place} of the output?",
        "출력의 {place}에 오는 수는 무엇입니까?",
    ),
    "pool.ask_value_map": (
        "Which number stands in {place} of the output's channel {channel}?",
        "출력의 채널 {channel}, {place}에 오는 수는 무엇입니까?",
    ),
    "pool.ask_value_hint_max": (
        "Lit are the cells under the window. The greatest of the input's own numbers is kept.",
        "윈도 아래의 칸을 표시했습니다. 입력값 가운데 가장 큰 값이 남습니다.",
    ),
    "pool.ask_value_hint_avg": (
        "Lit are the cells under the window. Add them up, and divide by how many of them count.",
        "윈도 아래의 칸을 표시했습니다. 모두 더해, 포함되는 칸 수로 나누십시오.",
    ),
    "pool.ask_value_because": ("{sum}", "{sum}"),
    "pool.ask_value_padding_entered": (
        "The padding's zeros entered the maximum. Max pooling's padding holds −∞: it never wins.",
        "패딩의 0이 최댓값에 들어갔습니다. 최대 풀링의 패딩은 −∞라서 뽑히는 일이 없습니다.",
    ),
    "pool.ask_value_averaged": (
        "That is the average. Max pooling keeps the greatest number as it is.",
        "평균을 냈습니다. 최대 풀링은 가장 큰 값을 그대로 남깁니다.",
    ),
    "pool.ask_value_least": (
        "That is the smallest number under the window. The greatest is kept.",
        "윈도 안에서 가장 작은 값입니다. 가장 큰 값이 남습니다.",
    ),
    "pool.ask_value_magnitude": (
        "That number is the farthest from 0, not the greatest: −1 is greater than −5.",
        "0에서 가장 먼 값입니다. 가장 큰 값이 아닙니다. −1은 −5보다 큽니다.",
    ),
    "pool.ask_value_signless": (
        "The minus was left out. A negative number stays negative.",
        "음의 부호를 빠뜨렸습니다. 음수는 음수 그대로입니다.",
    ),
    "pool.ask_value_summed": (
        "That is the sum. For the average it still has to be divided by {divisor}.",
        "합입니다. 평균을 내려면 {divisor:으로/로} 나누어야 합니다.",
    ),
    "pool.ask_value_greatest": (
        "That is the greatest number under the window. Here the average is taken.",
        "윈도 안에서 가장 큰 값입니다. 여기서는 평균을 냅니다.",
    ),
    "pool.ask_value_padding_left_out": (
        "The padding's zeros count here: the sum is divided by {divisor}.",
        "여기서는 패딩의 0도 셉니다. 합을 {divisor:으로/로} 나눕니다.",
    ),
    "pool.ask_value_padding_counted": (
        "Padding does not count here: the sum is divided by {divisor}, the input cells alone.",
        "여기서는 패딩을 세지 않습니다. 합을 입력 칸의 수인 {divisor:으로/로} 나눕니다.",
    ),
    "pool.ask_value_overhang_counted": (
        "The window hangs over the edge. What lies beyond the padding never counts, so the sum is"
        " divided by {divisor}, not by {cells}.",
        "윈도가 가장자리 밖으로 나가 있습니다. 패딩 너머의 칸은 세지 않으므로 합을 {cells:이/가} 아니라"
        " {divisor:으로/로} 나눕니다.",
    ),
    "pool.ask_value_stride": (
        "That is the window moved by one cell a step. Here it moves by {stride}.",
        "윈도를 한 칸씩 움직인 값입니다. 여기서는 {stride}칸씩 움직입니다.",
    ),
    "pool.ask_value_padding": (
        "The window was laid without the padding. Its first place begins in the padding.",
        "패딩 없이 윈도를 놓았습니다. 첫 자리는 패딩에서 시작합니다.",
    ),
    "pool.ask_value_dilation": (
        "The cells read lie {dilation} apart; you took neighbours.",
        "읽는 칸은 {dilation}칸씩 떨어져 있는데 바로 이웃한 칸을 읽었습니다.",
    ),
    "pool.ask_value_swapped": (
        "Row and column were swapped: asked is row {row}, column {column}; rows are counted down.",
        "행과 열을 바꾸었습니다. 묻는 것은 {row}행 {column}열이고, 행은 위에서 아래로 셉니다.",
    ),
    "pool.ask_value_first_channel": (
        "That is channel 1. Asked is channel {channel}; every channel is pooled by itself.",
        "채널 1의 값입니다. 묻는 것은 채널 {channel}이며, 채널마다 따로 풀링합니다.",
    ),
    # Which cell wins.
    "pool.ask_winner": (
        "Which input cell gives the output's {place} its number?",
        "출력의 {place:은/는} 입력의 어느 칸에서 값을 가져옵니까?",
    ),
    "pool.ask_winner_map": (
        "Which cell of the input's channel {channel} gives the output's {place} its number?",
        "출력 채널 {channel}의 {place:은/는} 입력 채널의 어느 칸에서 값을 가져옵니까?",
    ),
    "pool.ask_winner_hint": (
        "Lit are the cells under the window. The greatest of the input's own numbers wins.",
        "윈도 아래의 칸을 표시했습니다. 입력값 가운데 가장 큰 값이 뽑힙니다.",
    ),
    "pool.ask_winner_because": (
        "It holds {value}, the greatest number under the window.",
        "이 칸의 {value:이/가} 윈도 안에서 가장 큰 값입니다.",
    ),
    "pool.ask_winner_stride": (
        "That cell wins where the window has moved by one cell a step. Here it moves by {stride}.",
        "윈도를 한 칸씩 움직였을 때 뽑히는 칸입니다. 여기서는 {stride}칸씩 움직입니다.",
    ),
    "pool.ask_winner_padding": (
        "The window was laid without the padding. Its first place begins in the padding.",
        "패딩 없이 윈도를 놓았습니다. 첫 자리는 패딩에서 시작합니다.",
    ),
    "pool.ask_winner_dilation": (
        "The cells read lie {dilation} apart; you took neighbours.",
        "읽는 칸은 {dilation}칸씩 떨어져 있는데 바로 이웃한 칸을 읽었습니다.",
    ),
    "pool.ask_winner_swapped": (
        "Row and column were swapped: asked is row {row}, column {column}; rows are counted down.",
        "행과 열을 바꾸었습니다. 묻는 것은 {row}행 {column}열이고, 행은 위에서 아래로 셉니다.",
    ),
    "pool.ask_winner_everywhere": (
        "That cell holds the greatest number of the whole channel, but this window does not read it.",
        "채널 전체에서 가장 큰 값이지만, 이 윈도는 그 칸을 읽지 않습니다.",
    ),
    "pool.ask_winner_magnitude": (
        "That number is the farthest from 0, not the greatest: −1 is greater than −5.",
        "0에서 가장 먼 값입니다. 가장 큰 값이 아닙니다. −1은 −5보다 큽니다.",
    ),
    "pool.ask_winner_least": (
        "That cell holds the smallest number under the window. The greatest wins.",
        "윈도 안에서 가장 작은 값입니다. 가장 큰 값이 뽑힙니다.",
    ),
    # By what the sum is divided.
    "pool.ask_divisor": (
        "By what is the sum divided that makes the output's {place}?",
        "출력의 {place:을/를} 만들 때 합을 얼마로 나눕니까?",
    ),
    "pool.ask_divisor_hint": (
        "Lit are the cells under the window. Which of them are input, which padding, and which lie"
        " beyond the padding? Does padding count here?",
        "윈도 아래의 칸을 표시했습니다. 입력, 패딩, 패딩 너머의 칸은 각각 몇 개입니까? 여기서 패딩도 셉니까?",
    ),
    "pool.ask_divisor_with": (
        "Input cells: {real}, padding cells, which count here: {padded}. Together {divisor}. Cells"
        " beyond the padding never count: {beyond}.",
        "입력 {real}칸에, 여기서는 세는 패딩 {padded}칸을 더해 {divisor}입니다. 패딩 너머의 칸 {beyond}개는"
        " 세지 않습니다.",
    ),
    "pool.ask_divisor_without": (
        "Only the input cells count here: {divisor}. Padding does not: {padded}.",
        "여기서는 입력 칸만 세므로 {divisor}입니다. 패딩 {padded}칸은 세지 않습니다.",
    ),
    "pool.ask_divisor_window": (
        "That is the whole window, {cells}; not all of its cells count here.",
        "윈도는 {cells}칸이지만 여기서는 모두 세지 않습니다.",
    ),
    "pool.ask_divisor_input": (
        "Those are the input cells. The padding counts here as well: {padded} more.",
        "입력 칸만 센 수입니다. 여기서는 패딩도 세므로 {padded}칸을 더합니다.",
    ),
    "pool.ask_divisor_padding": (
        "Padding does not count here. The input cells alone: {real}.",
        "여기서는 패딩을 세지 않습니다. 입력 칸은 {real}개입니다.",
    ),
    "pool.ask_divisor_side": (
        "That is one side of the window. What counts are its cells, rows times columns.",
        "윈도 한 변의 길이입니다. 행과 열을 곱한 칸 수를 세어야 합니다.",
    ),
}
