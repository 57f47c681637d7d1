"""Words of the questions about a layer of a network, which several lessons ask."""

TEXTS: dict[str, tuple[str, str]] = {
    "ask.kind_conv": ("Convolution", "합성곱"),
    "ask.kind_max_pool": ("Max pooling", "최대 풀링"),
    "ask.kind_avg_pool": ("Average pooling", "평균 풀링"),
    "ask.kind_global_avg_pool": ("Global average pooling", "전역 평균 풀링"),
    "ask.kind_adaptive_avg_pool": ("Adaptive average pooling", "적응형 평균 풀링"),
    "ask.kind_flatten": ("Flatten", "펼치기"),
    "ask.kind_linear": ("Fully connected", "완전 연결층"),
    "ask.layer_input": ("Input", "입력"),
    "ask.layer_output": ("Output", "출력"),
    "ask.layer_outputs": ("Outputs", "출력 수"),
    "ask.layer_filters": ("Filters", "필터 수"),
    "ask.layer_window": ("Window", "윈도"),
    "ask.layer_stride": ("Stride", "스트라이드"),
    "ask.layer_padding": ("Padding", "패딩"),
    "ask.layer_dilation": ("Dilation", "팽창률"),
    "ask.layer_groups": ("Groups", "그룹 수"),
    "ask.layer_no_bias": ("No bias", "편향 없음"),
    "ask.layer_ceil": ("Rounded up (ceil_mode)", "올림(ceil_mode)"),
    "ask.layer_moved": (
        "{name}: window {window}, stride {stride}",
        "{name}: 윈도 {window}, 스트라이드 {stride}",
    ),
    "ask.layer_spread": (
        "{name}: window {window}, dilated to {reach}, stride {stride}",
        "{name}: 윈도 {window}, {reach:으로/로} 팽창, 스트라이드 {stride}",
    ),
    # The shape.
    "ask.layer_shape": ("What shape comes out of {name}?", "{name}의 출력 형상은 무엇입니까?"),
    "ask.layer_shape_hint_conv": (
        "Maps: how many filters are there? Rows and columns: how far can the window move over the"
        " padded input, and in how many steps?",
        "특징 맵 수는 필터 수를 보십시오. 행과 열은 패딩을 더한 입력 위에서 윈도가 몇 번 움직일 수 있는지 세어"
        " 보십시오.",
    ),
    "ask.layer_shape_hint_pool": (
        "Pooling works on each map by itself. How many places has its window?",
        "풀링은 특징 맵마다 따로 합니다. 윈도가 놓이는 자리는 몇 곳입니까?",
    ),
    "ask.layer_shape_conv": (
        "A map for each filter, {maps}. Down the window has {rows} {rows:place|places}, across {columns}.",
        "특징 맵은 필터마다 하나씩 {maps}개이고, 윈도가 놓이는 자리는 세로 {rows}곳, 가로 {columns}곳입니다.",
    ),
    "ask.layer_shape_pool": (
        "Pooling keeps all {maps} {maps:map|maps}. Down its window has {rows} {rows:place|places}, across {columns}.",
        "풀링은 특징 맵 수 {maps:을/를} 그대로 두고, 윈도가 놓이는 자리는 세로 {rows}곳, 가로 {columns}곳입니다.",
    ),
    "ask.layer_channels_kept": (
        "The output has a map for each filter, so {maps}, not one for each channel of the input,"
        " {channels}.",
        "출력의 특징 맵 수는 입력 채널 수 {channels:이/가} 아니라 필터 수 {maps:과/와} 같습니다.",
    ),
    "ask.layer_channels_times": (
        "Filters and channels were multiplied. A filter adds its channels up: one map for each filter.",
        "필터 수와 채널 수를 곱했습니다. 필터는 채널을 모두 더하므로 필터마다 특징 맵 하나입니다.",
    ),
    "ask.layer_maps_fewer": (
        "Pooling makes the maps smaller, not fewer: there are still {channels}.",
        "풀링은 특징 맵의 크기를 줄일 뿐 수는 줄이지 않습니다. 여전히 {channels}개입니다.",
    ),
    "ask.layer_unchanged": (
        "That is what goes in. Pooling makes the maps smaller.",
        "들어가는 형상 그대로입니다. 풀링은 특징 맵의 크기를 줄입니다.",
    ),
    "ask.layer_one_map": (
        "Pooling does not join the maps: each of the {channels} is pooled by itself.",
        "풀링은 특징 맵을 합치지 않습니다. {channels}개를 하나씩 따로 풀링합니다.",
    ),
    # What is learned.
    "ask.layer_parameters": (
        "How many numbers does {name} learn, biases included?",
        "{name:이/가} 학습하는 수는 편향까지 모두 몇 개입니까?",
    ),
    "ask.layer_weights": (
        "How many numbers does {name} learn? It has no bias.",
        "{name:이/가} 학습하는 수는 모두 몇 개입니까? 편향은 없습니다.",
    ),
    "ask.layer_parameters_hint_conv": (
        "One filter has a weight for each cell of its window in each channel that it reads. How many"
        " filters are there, and has each a bias?",
        "필터 하나에는 읽는 채널마다 윈도의 칸 수만큼 가중치가 있습니다. 필터는 몇 개이고, 필터마다 편향이 있습니까?",
    ),
    "ask.layer_parameters_hint_linear": (
        "Each output has a weight for every input. How many inputs and outputs are there, and has each"
        " output a bias?",
        "출력마다 입력 하나하나에 가중치가 있습니다. 입력과 출력은 몇 개이고, 출력마다 편향이 있습니까?",
    ),
    "ask.layer_parameters_conv": (
        "Filters · channels that each reads · rows · columns of the window, and a bias for each filter"
        " if there is one.",
        "필터 수 · 필터가 읽는 채널 수 · 윈도의 행 · 열이고, 편향이 있으면 필터마다 하나씩 더합니다.",
    ),
    "ask.layer_parameters_linear": (
        "Outputs · inputs, and a bias for each output if there is one.",
        "출력 수 · 입력 수이고, 편향이 있으면 출력마다 하나씩 더합니다.",
    ),
    "ask.layer_bias_forgotten": (
        "Those are the weights. The biases are missing: {biases} more.",
        "가중치만 센 값입니다. 편향 {biases}개를 더합니다.",
    ),
    "ask.layer_one_bias": (
        "Not one bias for the layer: there are {biases}.",
        "편향은 층에 하나가 아니라 {biases}개입니다.",
    ),
    "ask.layer_bias_invented": (
        "This layer has no bias: leave {outputs} away.",
        "이 층에는 편향이 없습니다. {outputs}개를 빼십시오.",
    ),
    "ask.layer_one_channel": (
        "A filter has {window} {window:weight|weights} for each channel that it reads, not for all of"
        " them together.",
        "필터에는 읽는 채널마다 가중치가 {window}개씩 있습니다. 모두 합쳐 {window}개가 아닙니다.",
    ),
    "ask.layer_one_filter": (
        "That is one filter. There are {filters}, each with weights of its own.",
        "필터 하나의 수입니다. 필터는 {filters}개이고 저마다 가중치가 있습니다.",
    ),
    "ask.layer_groups_ignored": (
        "The channels are split into groups, {groups} of them: a filter reads its own group only.",
        "채널이 그룹 {groups}개로 나뉘어 있어, 필터는 자기 그룹의 채널만 읽습니다.",
    ),
    "ask.layer_not_shared": (
        "The window takes the same weights to every place: the number of places does not count.",
        "윈도는 어디에서나 같은 가중치를 씁니다. 자리 수는 곱하지 않습니다.",
    ),
    "ask.layer_bias_of_inputs": (
        "A bias belongs to an output, not to an input: {biases} of them.",
        "편향은 입력이 아니라 출력마다 하나씩, {biases}개입니다.",
    ),
    "ask.layer_added": (
        "Inputs and outputs were added. Every input is linked to every output: multiply.",
        "입력과 출력의 수를 더했습니다. 모든 입력이 모든 출력에 이어지므로 곱합니다.",
    ),
    "ask.layer_one_output": (
        "That is one output. There are {outputs}, each with weights of its own.",
        "출력 하나만 센 값입니다. 출력은 {outputs}개이고 저마다 가중치가 있습니다.",
    ),
    # What is seen.
    "ask.layer_field": (
        "One unit of {name} looks at a square of the network's input. How many rows is it from the first"
        " to the last?",
        "{name}의 유닛 하나는 신경망 입력의 정사각형을 봅니다. 첫 행부터 끝 행까지 몇 행입니까?",
    ),
    "ask.layer_field_hint": (
        "A unit of {last} sees {before}×{before}. {name} looks at {window} of them in a row, and from"
        " one to the next it is {jump} {jump:cell|cells} further in the input.",
        "{last}의 유닛 하나는 {before}×{before:을/를} 봅니다. {name:은/는} 그런 유닛을 한 줄에 {window}개씩"
        " 보고, 유닛마다 입력에서 {jump}칸씩 떨어져 있습니다.",
    ),
    "ask.layer_field_because": (
        "A unit of {last} sees {before}, and each of the other {window} − 1 in the window lies {jump}"
        " {jump:cell|cells} further: all strides before multiply.",
        "{last:이/가} 보는 {before}에 {jump}칸씩 {window} − 1번을 더합니다. 앞선 층의 스트라이드를 모두 곱한"
        " 만큼씩 움직입니다.",
    ),
    "ask.layer_own_window": (
        "That is its window in the layer before. Each cell there sees several of the input.",
        "바로 앞 층에서 보는 윈도입니다. 앞 층의 한 칸은 입력의 여러 칸을 봅니다.",
    ),
    "ask.layer_jump_ignored": (
        "That would be right if every stride were 1. Behind a stride, neighbours lie further apart in"
        " the input: {jump} {jump:cell|cells} here.",
        "스트라이드가 모두 1일 때의 값입니다. 스트라이드를 지나면 이웃한 칸이 입력에서 더 멀리, 여기서는 {jump}칸씩"
        " 떨어집니다.",
    ),
    "ask.layer_windows_added": (
        "The windows were added up. They overlap: each further layer adds its window less 1, times"
        " the strides before it.",
        "윈도의 길이를 모두 더했습니다. 윈도는 겹치므로, 층마다 (윈도 − 1)에 앞선 스트라이드를 곱해 더합니다.",
    ),
    "ask.layer_field_before": (
        "So much a unit of {last} sees. {name} looks at {window} of them in a row.",
        "{last}의 유닛이 보는 크기입니다. {name:은/는} 그런 유닛을 한 줄에 {window}개씩 봅니다.",
    ),
    "ask.layer_whole_window": (
        "One move too many: from the first to the last of {window} it is {window} − 1.",
        "한 번 더 움직였습니다. {window}개 가운데 첫 유닛에서 끝 유닛까지는 {window} − 1번입니다.",
    ),
    "ask.layer_map_side": (
        "That is the whole map that goes in, not what one unit depends on.",
        "층에 들어가는 특징 맵 전체의 크기입니다. 유닛 하나가 보는 것은 그 일부입니다.",
    ),
}
