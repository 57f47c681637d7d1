"""The pooling lesson: its title, controls, and what stands under its stage."""

TEXTS: dict[str, tuple[str, str]] = {
    "nav.pooling": ("Pooling", "풀링"),
    "home.card.pooling": (
        "Each window keeps its greatest number, or its mean.",
        "윈도마다 최댓값이나 평균 하나만 남깁니다.",
    ),
    "pool.title": ("Pooling", "풀링"),
    "pool.lead": (
        "A window moves over each map and keeps one number of what it covers: the greatest, or"
        " the mean.",
        "윈도가 특징 맵 위를 움직이며, 덮은 값들을 수 하나로 줄입니다. 가장 큰 값이나 평균을"
        " 남깁니다.",
    ),
    # Controls.
    "param.pool_kind": ("Pooling", "풀링 종류"),
    "param.pool_kernel": ("Window size", "윈도 크기"),
    "param.pool_padding": ("Padding", "패딩"),
    "param.pool_step": ("Step", "단계"),
    "param.pool_from": ("Unit of AlexNet", "AlexNet의 유닛"),
    # Where an example comes from.
    "pool.from": (
        "This is channel {channel} of AlexNet's **{layer}** (photo: {photo}). Step {step} makes the "
        "cell in row {row}, column {col} of its map: {value}.",
        "AlexNet의 **{layer}** 층, 채널 {channel}입니다(사진: {photo}). {step}단계에서 이 맵의 {row}행 "
        "{col}열 값 {value:이/가} 나옵니다.",
    ),
    "param.pool_stride": ("Stride", "스트라이드"),
    "param.pool_height": ("Height", "높이"),
    "param.pool_width": ("Width", "너비"),
    "param.pool_kernel_h": ("Window height", "윈도 높이"),
    "param.pool_kernel_w": ("Window width", "윈도 너비"),
    "param.pool_stride_h": ("Stride down", "세로 스트라이드"),
    "param.pool_stride_w": ("Stride across", "가로 스트라이드"),
    "param.pool_padding_h": ("Padding above and below", "위아래 패딩"),
    "param.pool_padding_w": ("Padding left and right", "좌우 패딩"),
    "param.pool_dilation_h": ("Dilation down", "세로 팽창률"),
    "param.pool_dilation_w": ("Dilation across", "가로 팽창률"),
    "param.pool_rect": ("Height and width apart", "높이와 너비를 따로"),
    "choice.pool_stride_w.kernel": ("As the window", "윈도 크기와 같게"),
    "param.pool_dilation": ("Dilation", "팽창률"),
    "param.pool_ceil": ("Round the size up (ceil_mode)", "출력 크기 올림 (ceil_mode)"),
    "param.pool_count_pad": (
        "Padding counts (count_include_pad)",
        "패딩도 세기 (count_include_pad)",
    ),
    "param.pool_neurons": ("Neurons of the next layer", "다음 완전 연결층의 뉴런 수"),
    "help.pool_kind": (
        "Maximum, mean, or the mean of the whole map.",
        "최댓값, 평균, 또는 특징 맵 전체의 평균을 남깁니다.",
    ),
    "help.pool_kernel": (
        "Rows and columns the window covers. It must fit in the padded input.",
        "윈도가 덮는 행과 열 수입니다. 패딩을 더한 입력 안에 들어가야 합니다.",
    ),
    "help.pool_stride": (
        "As large as the window unless set: then no cell is read twice.",
        "따로 정하지 않으면 윈도 크기와 같아, 어떤 칸도 두 번 읽지 않습니다.",
    ),
    "help.pool_padding": (
        "At most half the window. Max pooling pads with −∞, which never wins; average pooling"
        " with 0.",
        "윈도 크기의 절반까지입니다. 최대 풀링은 결코 뽑히지 않는 −∞로, 평균 풀링은 0으로"
        " 채웁니다.",
    ),
    "help.pool_dilation": (
        "Distance between the cells the window reads; 1 leaves no gaps. For max pooling alone.",
        "윈도가 읽는 칸 사이의 간격입니다. 1이면 간격이 없습니다. 최대 풀링에만 있습니다.",
    ),
    "help.pool_ceil": (
        "A last window that hangs over the edge is kept and uses the cells it has.",
        "가장자리 밖으로 걸친 마지막 윈도도 버리지 않고, 덮은 칸만으로 계산합니다.",
    ),
    "help.pool_count_pad": (
        "Whether the zeros of the padding count in the divisor.",
        "평균을 낼 때 패딩의 0도 개수에 넣을지 정합니다.",
    ),
    "help.pool_neurons": (
        "To count what pooling saves: 10 classes, or AlexNet's 4096 neurons.",
        "풀링으로 줄어드는 매개변수를 세는 데 씁니다. 클래스가 10개면 10, AlexNet이면 4096입니다.",
    ),
    "choice.pool_input.lecture": ("Lecture example", "강의 예제"),
    "choice.pool_kind.max": ("Max pooling", "최대 풀링"),
    "choice.pool_kind.avg": ("Average pooling", "평균 풀링"),
    "choice.pool_kind.global": ("Global average pooling", "전역 평균 풀링"),
    "choice.pool_stride.kernel": ("As the window", "윈도 크기와 같게"),
    "pool.section_kernel": ("Pooling", "풀링"),
    "pool.section_examples": ("Examples", "예제"),
    "pool.example_lecture": ("Lecture: 2×2, stride 2", "강의: 2×2, 스트라이드 2"),
    "pool.example_alexnet": (
        "AlexNet: overlapping 3×3, stride 2",
        "AlexNet: 겹치는 3×3, 스트라이드 2",
    ),
    "pool.example_ceil": ("ceil_mode: 6 cells, 3×3, stride 2", "ceil_mode: 6칸, 3×3, 스트라이드 2"),
    # On the stage and in words.
    "pool.window": ("window", "윈도"),
    "pool.alt": (
        "{name}: input {input}, output {output}.",
        "{name}: 입력 {input}, 출력 {output}.",
    ),
    "pool.words_channel": (
        "Channel {channel}, pooled by itself.",
        "채널 {channel:을/를} 다른 채널과 섞지 않고 따로 풀링합니다.",
    ),
    "pool.words_outside": (
        "{count} of its {cells} {cells:cell|cells} {count:lies|lie} outside the input.",
        "윈도의 {cells}칸 가운데 {count}칸은 입력 밖입니다.",
    ),
    "pool.words_nothing": (
        "It touches no input cell, so no number can win: {formula}.",
        "입력 칸을 하나도 읽지 못해 뽑을 값이 없습니다: {formula}.",
    ),
    "pool.words_max": (
        "The greatest number stays: {formula}.",
        "가장 큰 값이 남습니다: {formula}.",
    ),
    "pool.words_avg": (
        "The mean of {count} {count:cell|cells}: {formula}.",
        "{count}칸의 평균을 냅니다: {formula}.",
    ),
    "pool.words_winner": (
        "It comes from row {row}, column {column}; in training, the gradient goes back there alone.",
        "뽑힌 칸은 입력의 {row}행 {column}열입니다. 학습할 때 기울기는 이 칸으로만 돌아갑니다.",
    ),
    "pool.words_tied": (
        "Several cells hold this number; torch takes the first one, row by row.",
        "가장 큰 값이 여럿이라, torch는 행 순서로 맨 앞의 칸을 고릅니다.",
    ),
    "pool.wins": ("wins", "뽑힘"),
    "pool.counts": ("counts", "포함"),
    "pool.left_out": ("left out", "제외"),
    "pool.divisor": ("Divided by", "나누는 수"),
    "pool.column_counts": ("In the result", "계산"),
    # Why this shape.
    "pool.letters": (
        "n input, k window, s stride, p padding, o output; ⌊ ⌋ rounds down, ⌈ ⌉ up.",
        "n 입력, k 윈도, s 스트라이드, p 패딩, o 출력. ⌊ ⌋ 기호는 내림, ⌈ ⌉ 기호는 올림입니다.",
    ),
    "pool.letters_global": (
        "C channels, H rows and W columns of the input.",
        "C 입력 채널 수, H 행 수, W 열 수.",
    ),
    "pool.shape_exact": (
        "{along}, the window spans {kernel} of {padded} {padded:cell|cells} and can move by {room}."
        " Moved {stride} {stride:cell|cells} at a time, it ends exactly at the edge: {places}"
        " {places:place|places}, counting the first.",
        "{along} {padded}칸 안에서 {kernel}칸짜리 윈도가 움직일 수 있는 거리는"
        " {room}칸입니다. {stride}칸씩 움직이면 끝에 딱 맞습니다. 첫 자리까지 세면 놓을 자리는"
        " {places}곳입니다.",
    ),
    "pool.shape_floor": (
        "{along}, the window spans {kernel} of {padded} {padded:cell|cells} and can move by {room}."
        " Moved {stride} {stride:cell|cells} at a time, it stops {rest} {rest:cell|cells} short of"
        " the edge, so the division is rounded down: {places} {places:place|places}. With ceil_mode"
        " the window could go on and hang over the edge.",
        "{along} {padded}칸 안에서 {kernel}칸짜리 윈도가 움직일 수 있는 거리는"
        " {room}칸입니다. {stride}칸씩 움직이면 {rest}칸이 남아 내림하며, 놓을 자리는"
        " {places}곳입니다. ceil_mode를 켜면 가장자리 밖으로 걸친 윈도도 셉니다.",
    ),
    "pool.shape_ceil": (
        "{along}, the window spans {kernel} of {padded} {padded:cell|cells} and can move by {room}."
        " Moved {stride} {stride:cell|cells} at a time, it would stop {rest} {rest:cell|cells} short"
        " of the edge; ceil_mode rounds up, so that a last window hangs over it: {places}"
        " {places:place|places}.",
        "{along} {padded}칸 안에서 {kernel}칸짜리 윈도가 움직일 수 있는 거리는"
        " {room}칸입니다. {stride}칸씩 움직이면 {rest}칸이 남는데, ceil_mode는 올림하므로 마지막"
        " 윈도가 가장자리 밖으로 걸칩니다. 놓을 자리는 {places}곳입니다.",
    ),
    "pool.shape_dropped": (
        "The last window would start outside the input, in the padding; torch drops it.",
        "마지막 윈도는 입력 밖의 패딩에서 시작하게 되므로 torch가 버립니다.",
    ),
    "pool.global_shape": (
        "The window is the whole map: in {channels:the one channel|each of the {channels} channels},"
        " {cells} {cells:number becomes|numbers become} one.",
        "윈도가 특징 맵 전체입니다. 채널마다 값 {cells}개가 하나로 줄어듭니다(채널 {channels}개).",
    ),
    "pool.one_by_one": (
        "Channels are pooled one by one and never added: {channels} come in, {channels} go out."
        " A convolution would add them up.",
        "채널은 하나씩 따로 풀링하며 서로 더하지 않습니다. {channels}개가 들어가면 {channels}개가"
        " 나옵니다. 합성곱이라면 채널을 모두 더합니다.",
    ),
    "pool.unused": (
        "No window reads {lines:row and column|rows and columns} {lines}.",
        "어떤 윈도도 읽지 않는 행과 열: {lines}.",
    ),
    "pool.overlap": (
        "The stride is smaller than the window, so neighbouring windows overlap by {cells}"
        " {cells:cell|cells}; AlexNet's windows overlap, too.",
        "스트라이드가 윈도보다 작아 이웃한 윈도가 {cells}칸씩 겹칩니다. AlexNet도 겹쳐 풀링합니다.",
    ),
    "pool.no_parameters": (
        "nothing to learn: no weight, no bias",
        "학습할 것이 없습니다. 가중치도 편향도 없습니다",
    ),
    "pool.values": ("Values", "값의 수"),
    "pool.next": (
        "Parameters of a fully connected layer that follows, with {neurons} {neurons:neuron|neurons}",
        "뒤따르는 완전 연결층(뉴런 {neurons}개)의 매개변수 수",
    ),
    "pool.next_fewer": (
        "{first} without pooling, {second} with it: {change} fewer, {share}% saved",
        "풀링이 없으면 {first}, 있으면 {second}: {change}개({share}%)가 줄어듭니다",
    ),
    "pool.next_more": (
        "{first} without pooling, {second} with it: {change} more, {share}% added, for this output"
        " is larger than its input",
        "풀링이 없으면 {first}, 있으면 {second}: 출력이 입력보다 커서 {change}개({share}%)가 늘어납니다",
    ),
    "pool.next_same": (
        "{first} without pooling, {second} with it: nothing saved, for this output is as large as"
        " its input",
        "풀링이 없으면 {first}, 있으면 {second}: 출력이 입력과 같은 크기라 줄지 않습니다",
    ),
    # Why at all.
    "pool.why_max": (
        "Why pool: the map becomes smaller, so the layers behind it compute less, have fewer"
        " parameters and overfit less. Of each window the strongest answer stays, its exact place"
        " does not.",
        "풀링을 쓰는 까닭: 특징 맵이 작아져 뒤따르는 층의 계산과 매개변수가 줄고, 그만큼 과적합도"
        " 덜해집니다. 윈도마다 가장 강한 반응은 남고, 그 정확한 위치는 사라집니다.",
    ),
    "pool.why_avg": (
        "Why pool: the map becomes smaller, so the layers behind it compute less, have fewer"
        " parameters and overfit less. The average keeps less of the location than the maximum: one"
        " strong number is spread over its whole window, and a window with one strong number can"
        " give the same as one with many weak ones.",
        "풀링을 쓰는 까닭: 특징 맵이 작아져 뒤따르는 층의 계산과 매개변수가 줄고, 그만큼 과적합도"
        " 덜해집니다. 평균은 최댓값보다 위치 정보를 덜 남깁니다. 강한 값 하나가 윈도 전체에 퍼지고,"
        " 강한 값 하나인 윈도와 약한 값 여럿인 윈도가 같은 결과를 낼 수도 있기 때문입니다.",
    ),
    "pool.why_global": (
        "Why pool globally: one number per channel goes straight into the classification. It takes"
        " the place of large fully connected layers and has no parameters, so it has nothing to"
        " overfit with. Where in the map a feature was found is lost altogether.",
        "전역 풀링을 쓰는 까닭: 채널마다 값 하나가 곧바로 분류에 쓰입니다. 큰 완전 연결층을 대신하면서"
        " 매개변수가 없으므로 과적합될 것도 없습니다. 다만 특징이 맵의 어디에 있었는지는 완전히"
        " 사라집니다.",
    ),
    # Side by side, and the shift.
    "pool.beside_title": ("The same input, pooled three ways", "같은 입력을 세 가지로 풀링하면"),
    "pool.beside": (
        "Max pooling keeps the strongest answer, wherever it stands in the window; average pooling"
        " lets every cell have its say, so that less can be told of where the strong one was; global"
        " average pooling leaves one number per channel and no location at all.",
        "최대 풀링은 윈도 어디에 있든 가장 강한 반응을 남깁니다. 평균 풀링은 모든 칸을 고르게 반영해"
        " 강한 값이 어디에 있었는지 알기 어려워지고, 전역 평균 풀링은 채널마다 값 하나만 남겨 위치가"
        " 완전히 사라집니다.",
    ),
    "pool.first_channel": ("channel 1", "채널 1"),
    "pool.shift_title": (
        "How much changes when the input moves by one cell",
        "입력이 한 칸 움직이면 얼마나 달라질까",
    ),
    "pool.shift": (
        "The input moved one cell to the right. On average, a cell of the input changes by {input}, a"
        " cell of the pooled map by {pooled}. Outlined cells hold exactly the number they held"
        " before.",
        "입력을 오른쪽으로 한 칸 옮겼습니다. 입력은 한 칸에 평균 {input}만큼, 풀링 결과는 한 칸에 평균"
        " {pooled}만큼 달라집니다. 테두리를 두른 칸은 값이 그대로입니다.",
    ),
    "pool.shift_less": (
        "Pooling changes less: while a number stays inside its window, it may move without changing"
        " the result. Only what crosses into another window, or leaves the map, shows.",
        "풀링 결과가 덜 달라집니다. 값이 윈도 안에서 움직이는 동안에는 결과가 바뀌지 않고, 다른 윈도로"
        " 넘어가거나 맵 밖으로 나간 값만 결과를 바꿉니다.",
    ),
    "pool.shift_no_less": (
        "Here pooling changes no less: it evens out only what moves inside a window, and here"
        " numbers crossed from one window into the next, or left the map.",
        "여기서는 풀링 결과가 덜 달라지지 않습니다. 풀링은 윈도 안의 움직임만 흡수하는데, 여기서는 값이"
        " 옆 윈도로 넘어갔거나 맵 밖으로 나갔기 때문입니다.",
    ),
    "pool.shift_flat": (
        "The input moved one cell to the right, and nothing changed: each of its rows holds the same"
        " number throughout. Choose another input to see what pooling keeps.",
        "입력을 오른쪽으로 한 칸 옮겼지만 행마다 값이 모두 같아 달라진 것이 없습니다. 다른 입력을 골라"
        " 무엇이 남는지 보십시오.",
    ),
    "pool.moved": ("input, moved", "옮긴 입력"),
    "pool.pooled": ("pooled", "풀링 결과"),
    "pool.pooled_moved": ("moved, pooled", "옮긴 뒤 풀링 결과"),
    "notice.pool_padding": (
        "{parameter}: {value} is more than half the window. Now: {used}.",
        "{parameter}: {value} 값은 윈도 크기의 절반을 넘습니다. 지금 값: {used}.",
    ),
}
