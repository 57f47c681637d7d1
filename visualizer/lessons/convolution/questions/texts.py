"""Words of the questions about convolutions."""

TEXTS: dict[str, tuple[str, str]] = {
    "conv.ask_level_1": ("As in the lecture", "강의와 같이"),
    "conv.ask_level_2": ("Stride and padding", "스트라이드와 패딩"),
    "conv.ask_level_3": ("Dilated, grouped, transposed", "팽창, 그룹, 전치"),
    "conv.ask_input": ("Input", "입력"),
    "conv.ask_alt": (
        "The example asked about, without its answer. Input {input}, row by row: {values}."
        " Kernel {kernel}: {weights}.",
        "묻는 예제이며 답은 가려져 있습니다. 입력 {input}, 행마다: {values}. 커널 {kernel}: {weights}.",
    ),
    # The output's shape.
    "conv.ask_shape": ("What shape does the output have?", "출력의 형상은 무엇입니까?"),
    "conv.ask_shape_hint_direct": (
        "Count the places of the window: how many cells are there with the padding, how long is the"
        " window, how far does it move? Lit are its first two places.",
        "윈도가 놓이는 자리를 세어 보십시오. 패딩까지 몇 칸이고, 윈도는 몇 칸이며, 몇 칸씩 움직입니까?"
        " 처음 두 자리를 표시했습니다.",
    ),
    "conv.ask_shape_hint_transposed": (
        "Go the other way round: which size would a convolution with this kernel, stride and padding"
        " turn into the input's? The picture has the zeros put in already: over it the window moves"
        " by one. Lit are its first two places.",
        "거꾸로 생각해 보십시오. 같은 커널, 스트라이드, 패딩으로 합성곱했을 때 이 입력의 크기가 되는 것은 어떤"
        " 크기입니까? 그림에는 0이 이미 끼워져 있어 윈도가 한 칸씩 움직입니다. 처음 두 자리를 표시했습니다.",
    ),
    "conv.ask_shape_direct": (
        "Places of the window: {rows} down, {columns} across. Maps: {maps}, one for each filter.",
        "윈도가 놓이는 자리는 세로 {rows}곳, 가로 {columns}곳이고, 특징 맵은 필터마다 하나씩 {maps}개입니다.",
    ),
    "conv.ask_shape_transposed": (
        "Spread with the stride and cut by the padding, the output has {rows} {rows:row|rows} and"
        " {columns} {columns:column|columns}. Maps: {maps}, one for each filter.",
        "스트라이드만큼 벌리고 패딩만큼 잘라 내면 출력은 {rows}행 {columns}열입니다. 특징 맵은 필터마다 하나씩"
        " {maps}개입니다.",
    ),
    "conv.ask_maps": (
        "The output has a map for each filter, so {filters}, not one for each channel of the input,"
        " {channels}: a filter adds its channels up.",
        "출력의 특징 맵 수는 입력 채널 수 {channels:이/가} 아니라 필터 수 {filters:과/와} 같습니다. 필터마다"
        " 채널을 모두 더해 하나로 만듭니다.",
    ),
    "conv.ask_transposed_direct": (
        "That is the shape of a convolution with these numbers. A transposed one goes the other way,"
        " to a larger size.",
        "같은 설정의 합성곱이 만드는 형상입니다. 전치 합성곱은 반대로 크기를 키웁니다.",
    ),
    "conv.ask_transposed_padding_added": (
        "Here padding takes cells away: {padding} from each side of the {full} that the spread input"
        " covers.",
        "여기서 패딩은 칸을 없앱니다. 벌려 놓은 입력이 덮는 {full}칸에서 양쪽으로 {padding}칸씩 잘라 냅니다.",
    ),
    "conv.ask_transposed_padding_once": (
        "The padding is cut from both sides: {full} − 2·{padding}.",
        "패딩은 양쪽에서 잘라 냅니다: {full} − 2·{padding}.",
    ),
    "conv.ask_transposed_padding_ignored": (
        "That is before the padding is cut away: {padding} from each side of {full}.",
        "패딩을 잘라 내기 전의 크기입니다. {full}칸의 양쪽에서 {padding}칸씩 잘라 냅니다.",
    ),
    "conv.ask_transposed_output_padding": (
        "The output padding adds {extra} more at the end.",
        "출력 패딩이 끝에 {extra}칸을 더합니다.",
    ),
    "conv.ask_transposed_times_stride": (
        "The inputs lie {stride} apart, so from the first to the last it is ({size} − 1)·{stride} + 1;"
        " then the kernel reaches beyond the last, and the padding cuts.",
        "입력 {size}칸을 {stride}칸 간격으로 놓으면 ({size} − 1)·{stride} + 1칸을 차지합니다. 여기에 커널이"
        " 마지막 칸 밖까지 뻗고, 패딩만큼 잘라 냅니다.",
    ),
    # How much is learned.
    "conv.ask_parameters": (
        "How many numbers does this layer learn, biases included?",
        "이 층이 학습하는 수는 편향까지 모두 몇 개입니까?",
    ),
    "conv.ask_parameters_plain": (
        "How many numbers does this layer learn? It has no bias.",
        "이 층이 학습하는 수는 모두 몇 개입니까? 편향은 없습니다.",
    ),
    "conv.ask_parameters_hint": (
        "One filter has a weight for every cell of its window, in every channel that it reads. Lit is"
        " one filter's kernel. How many filters are there, and has each a bias?",
        "필터 하나에는 읽는 채널마다 윈도의 칸 수만큼 가중치가 있습니다. 필터 하나의 커널을 표시했습니다. 필터는"
        " 몇 개이고, 필터마다 편향이 있습니까?",
    ),
    "conv.ask_parameters_because": (
        "{sum} = {total}: filters · channels that each reads · rows · columns, and a bias for each"
        " filter if there is one. Where the window lies does not matter: the weights are shared.",
        "{sum} = {total}입니다. 필터 수 · 필터가 읽는 채널 수 · 행 · 열이고, 편향이 있으면 필터마다 하나씩"
        " 더합니다. 윈도가 어디에 놓이든 같은 가중치를 씁니다.",
    ),
    "conv.ask_parameters_bias_forgotten": (
        "Those are the weights. Each of the {filters:filter|filters} has a bias too: {filters} more.",
        "가중치만 센 값입니다. 필터마다 편향이 있으므로 {filters}개를 더합니다.",
    ),
    "conv.ask_parameters_one_bias": (
        "Not one bias for the layer but one for each filter: {filters}.",
        "편향은 층에 하나가 아니라 필터 {filters}개에 하나씩 있습니다.",
    ),
    "conv.ask_parameters_bias_invented": (
        "This layer has no bias: leave {filters} away.",
        "이 층에는 편향이 없습니다. {filters}개를 빼십시오.",
    ),
    "conv.ask_parameters_one_filter": (
        "That is one filter. There are {filters}, each with weights of its own.",
        "필터 하나의 수입니다. 필터는 {filters}개이고 저마다 가중치가 있습니다.",
    ),
    "conv.ask_parameters_one_channel": (
        "A filter has {kernel} {kernel:weight|weights} for each channel that it reads, so {reads} times"
        " {kernel}, not {kernel} for all of them.",
        "필터에는 읽는 채널 {reads}개마다 가중치가 {kernel}개씩 있습니다. 모두 합쳐 {kernel}개가 아닙니다.",
    ),
    "conv.ask_parameters_groups_ignored": (
        "The channels are split into groups, {groups} of them: of {channels} a filter reads {reads} only.",
        "그룹이 {groups}개이면 필터 하나는 채널 {channels}개 가운데 {reads}개만 읽습니다.",
    ),
    "conv.ask_parameters_not_shared": (
        "The window takes the same weights to every place: the number of places does not count.",
        "윈도는 어디에서나 같은 가중치를 씁니다. 자리 수는 곱하지 않습니다.",
    ),
    # The value of a cell.
    "conv.ask_value": (
        "Which number stands in {place} of the output?",
        "출력의 {place}에 오는 수는 무엇입니까?",
    ),
    "conv.ask_value_map": (
        "Which number stands in {place} of the output's map {map}?",
        "출력의 특징 맵 {map}, {place}에 오는 수는 무엇입니까?",
    ),
    "conv.ask_value_hint": (
        "Lit are the cells under the window. Multiply each by the weight that lies on it, and add up.",
        "윈도 아래의 칸을 표시했습니다. 칸마다 그 위에 놓인 가중치를 곱해 모두 더하십시오.",
    ),
    "conv.ask_value_because": ("{sum}", "{sum}"),
    "conv.ask_value_activated": (
        "{sum}, and {name} makes {value} of it.",
        "{sum}이고, 여기에 {name:을/를} 적용하면 {value}입니다.",
    ),
    "conv.ask_value_bias": (
        "That is the sum of the products. The bias, {bias}, is added to it.",
        "곱의 합입니다. 여기에 편향 {bias:을/를} 더합니다.",
    ),
    "conv.ask_value_activation": (
        "That is what goes into the activation. It still has to be applied.",
        "활성화 함수에 들어가는 값입니다. 활성화 함수를 적용해야 합니다.",
    ),
    "conv.ask_value_flipped": (
        "The kernel was turned round. Mathematics flips it in a convolution; networks lay it on the"
        " input as it is.",
        "커널을 뒤집어 계산했습니다. 수학의 합성곱은 커널을 뒤집지만, 신경망은 커널을 그대로 입력에 놓습니다.",
    ),
    "conv.ask_value_flipped_transposed": (
        "The kernel was turned round once more. It is drawn turned already: multiply it as it lies.",
        "커널을 한 번 더 뒤집었습니다. 그림의 커널은 이미 뒤집혀 있으니 그대로 곱하십시오.",
    ),
    "conv.ask_value_padding": (
        "The window was laid without the padding. Its first place begins in the padding, not at the"
        " input's first cell.",
        "패딩 없이 윈도를 놓았습니다. 첫 자리는 입력의 첫 칸이 아니라 패딩에서 시작합니다.",
    ),
    "conv.ask_value_edges": (
        "Padding cells hold 0, not the value at the input's edge.",
        "패딩 칸의 값은 가장자리의 입력값이 아니라 0입니다.",
    ),
    "conv.ask_value_zeros": (
        "The padding is not filled with zeros here but with values of the input.",
        "여기서는 패딩을 0이 아니라 입력값으로 채웁니다.",
    ),
    "conv.ask_value_stride": (
        "That is the window moved by one cell a step. Here it moves by {stride}.",
        "윈도를 한 칸씩 움직인 값입니다. 여기서는 {stride}칸씩 움직입니다.",
    ),
    "conv.ask_value_dilation": (
        "The cells read lie {dilation} apart; you took neighbours.",
        "읽는 칸은 {dilation}칸씩 떨어져 있는데 바로 이웃한 칸을 읽었습니다.",
    ),
    "conv.ask_value_dilation_as_stride": (
        "Dilation {dilation} spreads the kernel's own cells; it does not move the window further.",
        "팽창률 {dilation:은/는} 커널 안의 간격입니다. 윈도를 더 멀리 움직이지 않습니다.",
    ),
    "conv.ask_value_one_channel": (
        "That is the first channel alone. The sums of all channels, {channels}, are added.",
        "첫 채널만 계산한 값입니다. 채널 {channels}개의 합을 모두 더합니다.",
    ),
    "conv.ask_value_bias_each": (
        "The bias {bias} is added once, not once for each channel, {channels} times.",
        "편향 {bias:은/는} 채널 {channels}개마다가 아니라 한 번만 더합니다.",
    ),
    "conv.ask_value_averaged": (
        "The products are summed, not averaged: do not divide by {cells}.",
        "곱은 평균을 내지 않고 더합니다. {cells:으로/로} 나누지 마십시오.",
    ),
    "conv.ask_value_added": (
        "That adds the input's numbers up as they are. Each is multiplied by its weight first.",
        "입력값을 그대로 더했습니다. 먼저 칸마다 가중치를 곱해야 합니다.",
    ),
    "conv.ask_value_first_filter": (
        "That is filter 1's answer. Asked is filter {filter}, with a kernel and bias of its own.",
        "필터 1의 값입니다. 묻는 것은 필터 {filter}이며, 커널과 편향이 따로 있습니다.",
    ),
    "conv.ask_value_swapped": (
        "Row and column were swapped: asked is row {row}, column {column}; rows are counted down.",
        "행과 열을 바꾸었습니다. 묻는 것은 {row}행 {column}열이고, 행은 위에서 아래로 셉니다.",
    ),
    # What a cell reads.
    "conv.ask_reads": (
        "Which input cells does the output's {place} read?",
        "출력의 {place:은/는} 입력의 어느 칸을 읽습니까?",
    ),
    "conv.ask_reads_cells": (
        "{rows:row|rows} {rows}, {columns:column|columns} {columns}",
        "{rows}행, {columns}열",
    ),
    "conv.ask_reads_hint": (
        "The window's first place begins in the corner of the padded input and moves on by {stride}"
        " each time. Lit is the first cell asked for.",
        "윈도의 첫 자리는 패딩을 더한 입력의 모서리에서 시작하고, 한 번에 {stride}칸씩 움직입니다. 찾는 칸 가운데"
        " 첫 칸을 표시했습니다.",
    ),
    "conv.ask_reads_because": (
        "Moves of the window up to here, each by {stride}: {down} down, {across} across. Its first cell"
        " is row {first_row}, column {first_column}.",
        "여기까지 윈도가 움직인 횟수는 아래로 {down}번, 옆으로 {across}번이고 한 번에 {stride}칸씩입니다."
        " 첫 칸은 {first_row}행 {first_column}열입니다.",
    ),
    "conv.ask_reads_stride": (
        "That is the window moved by one cell a step. Here it moves by {stride}.",
        "윈도를 한 칸씩 움직인 자리입니다. 여기서는 {stride}칸씩 움직입니다.",
    ),
    "conv.ask_reads_padding": (
        "The first place begins {padding} {padding:cell|cells} before the input, in the padding.",
        "첫 자리는 입력보다 {padding}칸 앞, 패딩에서 시작합니다.",
    ),
    "conv.ask_reads_dilation": (
        "The cells read lie {dilation} apart, with gaps between them.",
        "읽는 칸은 서로 {dilation}칸씩 떨어져 있고, 그 사이는 건너뜁니다.",
    ),
    "conv.ask_reads_swapped": (
        "Row and column were swapped: asked is row {row}, column {column}; rows are counted down.",
        "행과 열을 바꾸었습니다. 묻는 것은 {row}행 {column}열이고, 행은 위에서 아래로 셉니다.",
    ),
    "conv.ask_reads_centred": (
        "The place in the output counts the window's moves; it is not the window's middle.",
        "출력의 자리는 윈도가 움직인 횟수를 나타냅니다. 윈도의 가운데가 아닙니다.",
    ),
    "conv.ask_reads_next": (
        "That is one move too far: the first output cell belongs to the window that has not moved.",
        "한 번 더 움직인 자리입니다. 출력의 첫 칸은 아직 움직이지 않은 윈도가 만듭니다.",
    ),
}
