"""The convolution's backward pass: the stage's titles, the step, why it is so."""

TEXTS: dict[str, tuple[str, str]] = {
    # Controls of this lesson alone are named in its catalog; the switch is shared.
    # What the stage's grids are. Two stand beside each other on a phone: short names for those.
    "conv.back_input_input": ("output gradient", "출력 기울기"),
    "conv.back_input_kernel": ("turned", "돌린 커널"),
    "conv.back_input_output": ("input gradient", "입력 기울기"),
    "conv.back_weight_input": ("input", "입력"),
    "conv.back_weight_kernel": ("δ", "기울기 δ"),
    "conv.back_weight_output": ("kernel gradient", "커널 기울기"),
    "conv.back_input_transposed_input": ("output gradient", "출력 기울기"),
    "conv.back_input_transposed_kernel": ("kernel", "커널"),
    "conv.back_input_transposed_output": ("input gradient", "입력 기울기"),
    "conv.back_weight_transposed_input": ("output gradient", "출력 기울기"),
    "conv.back_weight_transposed_kernel": ("input", "입력"),
    "conv.back_weight_transposed_output": ("kernel gradient", "커널 기울기"),
    "conv.back_numbered": ("{name} {number}", "{name} {number}"),
    "conv.back_alt": ("Backward pass: {parts}.", "역전파: {parts}."),
    "conv.back_values": ("Its values, row by row: {values}.", "기울기 값(행 순서): {values}."),
    # The step.
    "conv.back_cell": (
        "What flows back to channel {channel}, row {row}, column {column} of the input.",
        "입력 채널 {channel}, {row}행 {column}열로 흘러드는 기울기입니다.",
    ),
    "conv.back_weight": (
        "What flows back to the weight of filter {filter}, channel {channel}, row {row}, column"
        " {column}.",
        "필터 {filter}, 채널 {channel}, {row}행 {column}열 가중치로 흘러드는 기울기입니다.",
    ),
    "conv.back_more": (
        "Padding that repeats this cell adds {more}: {whole} in all.",
        "이 칸을 되풀이한 패딩에서 {more:이/가} 더해져 모두 {whole}입니다.",
    ),
    "conv.back_means_input": (
        "So the loss grows by {total} for each unit by which this cell grows, as long as the change is"
        " small.",
        "이 칸이 아주 조금 커지면 손실은 그 {total}배만큼 커집니다.",
    ),
    "conv.back_means_weight": (
        "Gradient descent moves this weight against {total}: that makes the loss smaller.",
        "경사 하강법은 이 가중치를 기울기 {total}의 반대쪽으로 옮겨 손실을 줄입니다.",
    ),
    "conv.back_column_map": ("Map", "맵"),
    "conv.back_column_input_value": ("Output gradient", "출력 기울기"),
    "conv.back_column_input_weight": ("Weight", "가중치"),
    "conv.back_column_weight_value": ("Input", "입력"),
    "conv.back_column_weight_weight": ("Output gradient", "출력 기울기"),
    "conv.back_column_input_transposed_value": ("Output gradient", "출력 기울기"),
    "conv.back_column_input_transposed_weight": ("Weight", "가중치"),
    "conv.back_column_weight_transposed_value": ("Output gradient", "출력 기울기"),
    "conv.back_column_weight_transposed_weight": ("Input", "입력"),
    # Why.
    "conv.back_letters_input": (
        "L: loss, δ: gradient at the output, x: input, w: kernel. The sum has a term for every output"
        " (m, n) whose window met the input cell (i, j) with its weight (a, b).",
        "L: 손실, δ: 출력의 기울기, x: 입력, w: 커널. 윈도가 가중치 (a, b)로 입력 칸 (i, j)를 읽은 출력"
        " (m, n)마다 항이 하나씩 있습니다.",
    ),
    "conv.back_letters_others": (
        "L: loss, δ: gradient at the output, x: input, w: kernel, s: stride, p: padding, d: dilation.",
        "L: 손실, δ: 출력의 기울기, x: 입력, w: 커널, s: 스트라이드, p: 패딩, d: 팽창률.",
    ),
    "conv.back_input_why": (
        "An input cell was read by several windows, each time with another weight. Each of those"
        " outputs now sends its gradient back, times that same weight, and what arrives at the cell"
        " adds up. Written out for all cells, that is again a convolution: the gradient of the output"
        " with the kernel turned by 180°.",
        "입력 한 칸은 여러 윈도가 저마다 다른 가중치를 곱해 읽었습니다. 이제 그 출력마다 자신의 기울기에 같은"
        " 가중치를 곱해 되돌려 보내고, 이 칸에 모인 값을 더합니다. 모든 칸에 대해 쓰면 다시 합성곱입니다."
        " 출력의 기울기와 180° 돌린 커널의 합성곱입니다.",
    ),
    "conv.back_weight_why": (
        "One weight was used at every place of the window, each time with another input cell. So its"
        " gradient is the sum over all those places: the input cell there times the gradient of the"
        " output that it helped to make. Hence the gradient of the output slides over the input as a"
        " kernel does, and each place where it stops belongs to one weight.",
        "가중치 하나는 윈도가 놓인 모든 자리에서 저마다 다른 입력 칸과 곱해졌습니다. 그래서 가중치의 기울기는"
        " 자리마다 그때의 입력 칸과 거기서 나온 출력의 기울기를 곱해 모두 더한 값입니다. 출력의 기울기가 커널처럼"
        " 입력 위를 옮겨 다니고, 멈추는 자리 하나가 가중치 하나에 대응합니다.",
    ),
    "conv.back_input_transposed_why": (
        "A transposed convolution spreads each input cell over the output through the kernel. On the"
        " way back the cell gathers from all the outputs it reached, each gradient times the same"
        " weight: an ordinary convolution of the gradient, with the kernel as it is.",
        "전치 합성곱은 입력 한 칸을 커널을 거쳐 출력에 퍼뜨립니다. 거꾸로 갈 때는 그 칸이 닿았던 출력의"
        " 기울기마다 같은 가중치를 곱해 모두 모읍니다. 곧 기울기에 커널을 그대로 쓴 보통 합성곱입니다.",
    ),
    "conv.back_weight_transposed_why": (
        "One weight carried every input cell to another output. So its gradient is the sum over all"
        " input cells: each times the gradient of the output that it reached through this weight. The"
        " input slides over the gradient of the output as a kernel does.",
        "가중치 하나는 모든 입력 칸을 저마다 다른 출력으로 옮겼습니다. 그래서 가중치의 기울기는 입력 칸마다 이"
        " 가중치를 거쳐 닿은 출력의 기울기를 곱해 모두 더한 값입니다. 입력이 커널처럼 출력의 기울기 위를 옮겨"
        " 다닙니다.",
    ),
    "conv.back_spread": (
        "The windows began {stride} {stride:cell|cells} apart, so between neighbouring cells of the gradient"
        " {zeros:lies 1 zero|lie {zeros} zeros}, down and across.",
        "윈도가 {stride}칸씩 움직였으므로 기울기의 이웃한 칸 사이에 가로세로로 0을 {zeros}개씩 넣습니다.",
    ),
    "conv.back_pads": (
        "Around it lie zeros, {top} above, {bottom} below, {left} left and {right} right, so that every"
        " input cell gets a step.",
        "입력 칸마다 한 단계씩 있도록 둘레에 0을 위 {top}, 아래 {bottom}, 왼쪽 {left}, 오른쪽 {right}줄"
        " 덧댑니다.",
    ),
    "conv.back_cut": (
        "Outputs made of padding alone reach no input cell: their gradients are cut off.",
        "패딩만으로 만든 출력은 어느 입력 칸에도 닿지 않으므로 그 기울기는 잘라 냅니다.",
    ),
    "conv.back_swapped": (
        "Stride and dilation change places: the cells of the sliding grid lie {stride} apart, as the"
        " windows did, and it moves by {dilation}, as the weights lay apart.",
        "스트라이드와 팽창률이 서로 바뀝니다. 미끄러지는 격자의 칸은 윈도가 움직인 만큼({stride}) 떨어져 있고,"
        " 한 번에 가중치 사이의 간격만큼({dilation}) 움직입니다.",
    ),
    "conv.back_groups": (
        "Groups stay apart on the way back too: a channel hears from the filters of its own group"
        " alone.",
        "그룹은 거꾸로 갈 때도 섞이지 않습니다. 채널은 자기 그룹의 필터에서만 기울기를 받습니다.",
    ),
    "conv.back_repeated": (
        "Padding here repeats input cells. What flows back to such a padding cell belongs to the cell"
        " that it repeats and is added there. The stage shows what reaches each cell directly; the part"
        " from the padding is added to it afterwards.",
        "여기서 패딩은 입력 칸을 되풀이한 것입니다. 패딩 칸으로 흘러간 기울기는 그 칸이 되풀이한 입력 칸의 몫이므로"
        " 거기에 더합니다. 그림은 칸마다 곧바로 닿는 기울기를 보여 주고, 패딩에서 오는 몫은 그 뒤에"
        " 더합니다.",
    ),
    "conv.back_direct": ("directly", "곧바로 닿은 몫"),
    "conv.back_padding": ("from the padding", "패딩에서 온 몫"),
    "conv.back_whole": ("input gradient", "입력 기울기"),
    "conv.back_channel": ("channel {channel}: {name}", "채널 {channel}: {name}"),
    "conv.back_input_shape": ("Gradient at the input", "입력의 기울기"),
    "conv.back_input_shape_how": ("one number for each input cell", "입력 칸마다 수 하나"),
    "conv.back_weight_shape": ("Gradient at the kernel", "커널의 기울기"),
    "conv.back_weight_shape_how": ("one number for each weight", "가중치마다 수 하나"),
    "conv.back_bias": ("Gradient at the bias", "편향의 기울기"),
    "conv.back_bias_of": (
        "Gradient at the bias of filter {filter}",
        "필터 {filter}번 편향의 기울기",
    ),
    "conv.back_bias_why": (
        "The bias was added to every sum, so its gradient is the sum of all theirs.",
        "편향은 모든 합에 더해졌으므로 편향의 기울기는 그 기울기를 모두 더한 값입니다.",
    ),
}
