"""Pooling's backward pass: the stage's titles, the step, why it is so."""

TEXTS: dict[str, tuple[str, str]] = {
    "pool.back_from": ("output gradient", "출력 기울기"),
    "pool.back_arrives": ("arrives", "닿는 기울기"),
    "pool.back_to": ("input gradient", "입력 기울기"),
    "pool.back_alt": (
        "Backward pass: output gradient {output}, input gradient {input}.",
        "역전파: 출력 기울기 {output}, 입력 기울기 {input}.",
    ),
    "pool.back_values": ("Its values, row by row: {values}.", "기울기 값(행 순서): {values}."),
    "pool.back_cell": (
        "What flows back to channel {channel}, row {row}, column {column} of the input.",
        "입력 채널 {channel}, {row}행 {column}열로 흘러드는 기울기입니다.",
    ),
    "pool.back_unread": (
        "No window read this cell, so nothing flows back to it.",
        "이 칸을 읽은 윈도가 없어 흘러드는 기울기도 없습니다.",
    ),
    "pool.back_lost": (
        "{count} {count:window|windows} read this cell, but another cell was the greatest: nothing"
        " flows back to it.",
        "윈도 {count}개가 이 칸을 읽었지만 최댓값은 다른 칸이었습니다. 흘러드는 기울기가 없습니다.",
    ),
    "pool.back_step_max": (
        "{all} {all:window|windows} read this cell, and in {count} of them it was the greatest: from"
        " there all of the gradient comes. {sum}.",
        "윈도 {all}개가 이 칸을 읽었고 그중 {count}개에서 이 칸이 최댓값이었습니다. 거기서는 기울기가 모두"
        " 이리로 옵니다. {sum}.",
    ),
    "pool.back_step_avg": (
        "{all} {all:window|windows} read this cell, and each sends it its share. {sum}.",
        "윈도 {all}개가 이 칸을 읽었고 저마다 제 몫을 보냅니다. {sum}.",
    ),
    "pool.back_column": ("Output gradient", "출력 기울기"),
    "pool.back_goes": ("Goes here", "이 칸으로"),
    "pool.back_flows": ("yes", "예"),
    "pool.back_elsewhere": ("to another cell", "다른 칸으로"),
    "pool.back_letters": (
        "L: loss, x: an input cell, δ: gradients of the windows that read it, n: cells that a window"
        " averages.",
        "L: 손실, x: 입력 한 칸, δ: 그 칸을 읽은 윈도의 기울기, n: 윈도가 평균 낸 칸 수.",
    ),
    "pool.back_why_max": (
        "Only the greatest number of a window came through, so only it can change the output: it gets"
        " the whole gradient of its output, the others get 0. Of equal numbers the first gets it. A"
        " cell that won in several windows adds up what comes from each.",
        "윈도에서 최댓값만 출력으로 나갔으므로 출력을 바꿀 수 있는 것도 그 칸뿐입니다. 그 칸이 출력의 기울기를"
        " 모두 받고 나머지는 0을 받습니다. 같은 값이 여럿이면 맨 앞의 칸이 받습니다. 여러 윈도에서 최댓값이었던"
        " 칸은 거기서 오는 기울기를 모두 더합니다.",
    ),
    "pool.back_why_avg": (
        "Every cell of a window counted equally, so the gradient of the output is spread equally over"
        " them. A cell that lies in several windows adds up its shares; shares that fall on padding"
        " are lost.",
        "윈도 안의 칸은 모두 똑같이 쳤으므로 출력의 기울기도 똑같이 나누어 줍니다. 여러 윈도에 들어간 칸은 제 몫을"
        " 모두 더하고, 패딩에 떨어진 몫은 사라집니다.",
    ),
    "pool.back_why_global": (
        "Every cell of the map counted equally in one mean, so each gets the same share of its"
        " gradient.",
        "맵의 모든 칸이 평균 하나에 똑같이 들어갔으므로 모두 같은 몫의 기울기를 받습니다.",
    ),
    "pool.back_shares": (
        "Windows at the edge average fewer cells, so their shares are larger: the stage begins with"
        " each gradient divided by its own window's count.",
        "가장자리의 윈도는 더 적은 칸을 평균 내므로 몫이 더 큽니다. 그림은 기울기를 저마다 제 윈도의 칸 수로 나눈"
        " 값에서 시작합니다.",
    ),
    "pool.back_how": ("one number for each input cell", "입력 칸마다 수 하나"),
    "pool.back_reached": ("Cells with a gradient", "기울기를 받는 칸"),
    "pool.back_won": (
        "input, channel {channel}: the winners are outlined",
        "입력 채널 {channel}: 최댓값인 칸에 테두리",
    ),
    "pool.back_take_count": ("Gradients that arrive", "닿는 기울기 수"),
    "pool.back_of": (
        "of {count} {count:cell|cells}; the others get 0",
        "{count}칸 가운데; 나머지는 0",
    ),
}
