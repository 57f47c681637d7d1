"""The convolution lesson: its title, controls, choices and what each is for."""

TEXTS: dict[str, tuple[str, str]] = {
    "nav.convolution": ("Convolution", "합성곱"),
    "home.card.convolution": (
        "A kernel slides over the input and makes the output, product by product.",
        "커널이 입력 위를 옮겨 다니며 곱하고 더해 출력을 만듭니다.",
    ),
    "conv.title": ("Convolution", "합성곱"),
    "conv.lead": (
        "A kernel slides over the input; at each place, products add up to one output number.",
        "커널이 입력 위를 움직이며, 놓인 자리마다 곱을 모두 더해 출력값 하나를 만듭니다.",
    ),
    # Controls.
    "param.conv_height": ("Height", "높이"),
    "param.conv_width": ("Width", "너비"),
    "param.conv_preset": ("Kernel", "커널 종류"),
    "param.conv_kernel": ("Kernel size", "커널 크기"),
    "param.conv_kernel_h": ("Kernel height", "커널 높이"),
    "param.conv_kernel_w": ("Kernel width", "커널 너비"),
    "param.conv_filters": ("Filters", "필터 수"),
    "param.conv_weights": ("Kernel numbers", "커널 가중치"),
    "param.conv_stride": ("Stride", "스트라이드"),
    "param.conv_stride_h": ("Stride down", "세로 스트라이드"),
    "param.conv_stride_w": ("Stride across", "가로 스트라이드"),
    "param.conv_pad_kind": ("Padding by", "패딩 방식"),
    "param.conv_padding": ("Padding", "패딩"),
    "param.conv_padding_h": ("Padding above and below", "위아래 패딩"),
    "param.conv_padding_w": ("Padding left and right", "좌우 패딩"),
    "param.conv_mode": ("Padding filled with", "패딩을 채우는 값"),
    "param.conv_dilation": ("Dilation", "팽창률"),
    "param.conv_dilation_h": ("Dilation down", "세로 팽창률"),
    "param.conv_dilation_w": ("Dilation across", "가로 팽창률"),
    "param.conv_bias": ("Bias", "편향"),
    "param.conv_bias_value": ("Bias value", "편향값"),
    "param.conv_activation": ("Activation", "활성화 함수"),
    "param.conv_rect": ("Height and width apart", "높이와 너비를 따로"),
    "param.conv_groups": ("Groups", "그룹 수"),
    "param.conv_transposed": ("Transposed convolution", "전치 합성곱"),
    "param.conv_output_padding": ("Output padding", "출력 패딩"),
    "param.conv_step": ("Step", "단계"),
    "param.conv_from": ("Unit of AlexNet", "AlexNet의 유닛"),
    # Where an example comes from.
    "conv.from": (
        "This is channel {channel} of {channels} of AlexNet's **{layer}**, filter {filter}, at row "
        "{row}, column {col} (photo: {photo}). Step {step} adds up to {sum}; the other channels and "
        "the bias are added to it.",
        "AlexNet의 **{layer}** 층, 필터 {filter}, {row}행 {col}열 값을 만드는 입력 채널 {channels}개 "
        "가운데 채널 {channel}입니다(사진: {photo}). {step}단계의 합은 {sum}이고, 여기에 나머지 채널의 "
        "합과 편향을 더합니다.",
    ),
    # What a control does.
    "help.conv_kernel": (
        "Rows and columns of the kernel. It must fit in the padded input.",
        "커널의 행과 열 수입니다. 패딩을 더한 입력 안에 들어가야 합니다.",
    ),
    "help.conv_filters": (
        "Each filter has its own kernel and bias and makes one output map.",
        "필터마다 커널과 편향이 따로 있고, 필터 하나가 특징 맵 하나를 만듭니다.",
    ),
    "help.conv_weights": (
        "Type your own weights, from −999 to 999. The address keeps them.",
        "−999부터 999까지 가중치를 직접 입력합니다. 입력한 값은 주소에 담깁니다.",
    ),
    "help.conv_stride": (
        "How many cells the window moves from one step to the next.",
        "윈도가 한 번에 움직이는 칸 수입니다.",
    ),
    "help.conv_pad_kind": (
        "Valid adds nothing. Same keeps the output as large as the input; it needs stride 1.",
        "valid는 패딩이 없고, same은 출력을 입력과 같은 크기로 맞춥니다(스트라이드 1에서만).",
    ),
    "help.conv_padding": (
        "Cells added on every side before the window starts. An output stays within 32×32.",
        "시작하기 전에 사방에 덧붙이는 칸 수입니다. 출력은 32×32를 넘지 않습니다.",
    ),
    "help.conv_mode": (
        "Zeros, or values taken from the input: mirrored, repeated from its edge, or wrapped around.",
        "0으로 채우거나 입력값을 가져옵니다: 거울 반사, 가장자리 반복, 반대편에서 이어 오기.",
    ),
    "help.conv_dilation": (
        "Distance between neighbouring weights: 2 skips every other cell, 1 means no gaps.",
        "이웃한 가중치 사이의 간격입니다. 2이면 한 칸씩 건너뛰고, 1이면 간격이 없습니다.",
    ),
    "help.conv_bias": (
        "A number added to every sum of a filter.",
        "필터가 만드는 모든 합에 더하는 수입니다.",
    ),
    "conv.filters_differ": (
        "Each filter has a kernel of its own: {kernels}.",
        "필터마다 커널이 다릅니다: {kernels}.",
    ),
    "conv.filter_has": ("filter {filter} {name}", "필터 {filter}번 {name}"),
    "help.conv_bias_value": (
        "The first filter's bias; each further filter's is 1 less.",
        "첫 필터의 편향입니다. 다음 필터로 갈수록 1씩 작아집니다.",
    ),
    "help.conv_activation": (
        "Applied to every output number after the bias.",
        "편향을 더한 뒤 출력값 하나하나에 적용합니다.",
    ),
    "help.conv_groups": (
        "Channels and filters are split into groups that do not see one another; as many groups as"
        " channels is a depthwise convolution.",
        "채널과 필터를 서로 섞이지 않는 그룹으로 나눕니다. 그룹 수가 채널 수와 같으면"
        " 깊이별 합성곱입니다.",
    ),
    "help.conv_transposed": (
        "The way back to a larger size: each input number spreads over the output through the"
        " kernel. It is drawn as a convolution over the input with zeros inserted.",
        "크기를 다시 키우는 합성곱입니다. 입력값 하나가 커널을 거쳐 출력에 퍼집니다."
        " 입력 사이에 0을 넣고 합성곱하는 그림으로 보여 줍니다.",
    ),
    "help.conv_output_padding": (
        "Rows and columns added at the end of the output. A convolution with a stride makes the same"
        " size from several input sizes; this says which of them to go back to.",
        "출력 끝에 더하는 행과 열의 수입니다. 스트라이드가 있는 합성곱에서는 크기가 다른 입력도 같은"
        " 크기의 출력이 되므로, 그중 어느 크기로 되돌릴지 정합니다.",
    ),
    # Choices: kernels, and what each is for.
    "choice.conv_preset.identity": ("Identity", "항등"),
    "choice.conv_preset.box": ("Box blur", "박스 블러"),
    "choice.conv_preset.gaussian": ("Gaussian blur", "가우시안 블러"),
    "choice.conv_preset.sharpen": ("Sharpen", "샤프닝"),
    "choice.conv_preset.laplacian": ("Laplacian", "라플라시안"),
    "choice.conv_preset.sobel_x": ("Sobel x", "소벨 x"),
    "choice.conv_preset.sobel_y": ("Sobel y", "소벨 y"),
    "choice.conv_preset.emboss": ("Emboss", "엠보싱"),
    "choice.conv_preset.random": ("Random", "난수"),
    "choice.conv_preset.custom": ("Custom", "직접 입력"),
    "use.conv_preset.identity": (
        "A single 1 in the centre copies the input: the one to try when a result surprises.",
        "가운데만 1이라 입력이 그대로 나옵니다. 결과가 뜻밖일 때 가장 먼저 확인해 볼 커널입니다.",
    ),
    "use.conv_preset.box": (
        "The mean of everything under the window: it blurs, and takes noise away together with"
        " detail.",
        "윈도 안의 평균을 냅니다. 그림이 흐려지고, 잡음과 함께 세부도 사라집니다.",
    ),
    "use.conv_preset.gaussian": (
        "A mean that weighs the centre most: it blurs more softly than a box.",
        "가운데에 큰 비중을 둔 평균입니다. 박스 블러보다 부드럽게 흐려집니다.",
    ),
    "use.conv_preset.sharpen": (
        "The centre counts up, its neighbours count down: differences grow and edges look crisper.",
        "가운데는 키우고 이웃은 뺍니다. 차이가 커져 경계가 또렷해집니다.",
    ),
    "use.conv_preset.laplacian": (
        "Centre minus surroundings: 0 where the picture is flat or slopes evenly, large at edges"
        " and spots.",
        "가운데에서 주변을 뺍니다. 평평하거나 고르게 변하는 곳은 0, 경계와 점에서는 커집니다.",
    ),
    "use.conv_preset.sobel_x": (
        "Right side minus left side: it finds vertical edges and is positive where the picture gets"
        " brighter to the right.",
        "오른쪽에서 왼쪽을 뺍니다. 세로 경계를 찾으며, 오른쪽으로 갈수록 밝아지면 양수입니다.",
    ),
    "use.conv_preset.sobel_y": (
        "Lower side minus upper side: it finds horizontal edges and is positive where the picture"
        " gets brighter downwards.",
        "아래쪽에서 위쪽을 뺍니다. 가로 경계를 찾으며, 아래로 갈수록 밝아지면 양수입니다.",
    ),
    "use.conv_preset.emboss": (
        "Lower right minus upper left, plus the centre: the picture looks pressed into metal.",
        "오른쪽 아래에서 왼쪽 위를 빼고 가운데를 더합니다. 금속판에 눌러 찍은 듯 보입니다.",
    ),
    "use.conv_preset.random": (
        "Weights before any training: networks start from numbers like these and learn better ones.",
        "학습하기 전의 가중치입니다. 신경망은 이런 값에서 출발해 학습으로 바꾸어 갑니다.",
    ),
    "use.conv_preset.custom": (
        "Your own weights: change one number and watch which output cells react.",
        "직접 정한 가중치입니다. 수 하나를 바꾸고 어느 출력 칸이 달라지는지 보십시오.",
    ),
    # What a convolution is good for.
    "conv.shift_title": (
        "Shift the input and the output shifts",
        "입력을 옮기면 출력도 따라 옮겨집니다",
    ),
    "conv.shift_input": ("input, moved by one cell", "한 칸 옮긴 입력"),
    "conv.shift_output": ("output of it", "그 출력"),
    "conv.shift_exact": (
        "The input is moved one cell to the right. {kept} of {cells} output {cells:cell|cells} now"
        " {kept:holds|hold} what the left neighbour held before (outlined): with stride 1 there is a"
        " window at every cell, so whatever the kernel finds moves exactly as the picture does. The"
        " other {rest:cell has a window that touches|{rest} have windows that touch} the left or the right"
        " edge: there something comes in or goes out. With stride 2 the output follows only where the"
        " input moves by two cells; moved by one, its windows read other cells.",
        "입력을 오른쪽으로 한 칸 옮겼습니다. 출력 {cells}칸 가운데 {kept}칸이 옮기기 전 왼쪽 칸의 값을 그대로"
        " 갖습니다(테두리). 스트라이드가 1이면 윈도가 모든 칸에 놓이므로, 커널이 찾은 것은 그림과 똑같이"
        " 옮겨집니다. 나머지 {rest}칸은 윈도가 왼쪽이나 오른쪽 가장자리에 닿는 칸입니다. 가장자리에서는 값이 새로"
        " 들어오거나 밖으로 나갑니다. 스트라이드가 2이면 입력을 두 칸 옮겨야 출력이 한 칸 옮겨집니다. 한 칸만"
        " 옮기면 윈도마다 다른 칸을 읽습니다.",
    ),
    "conv.shift_stride": (
        "The input is moved one cell to the right. With stride {stride} there is no window at every"
        " cell, so the windows now read other cells: {kept} of {cells} output {cells:cell|cells}"
        " {kept:holds|hold} what the left neighbour held before (outlined). For the output to move by"
        " one, the input has to move as far as the stride. Cell by cell it moves along with stride 1"
        " alone.",
        "입력을 오른쪽으로 한 칸 옮겼습니다. 스트라이드가 {stride}일 때는 윈도가 {stride}칸마다 놓이므로 이제"
        " 윈도마다 다른 칸을 읽습니다. 출력 {cells}칸 가운데 {kept}칸이 옮기기 전 왼쪽 칸의 값을"
        " 갖습니다(테두리). 입력을 {stride}칸 옮기면 가장자리를 빼고는 출력이 한 칸 옮겨집니다. 한 칸씩 그대로"
        " 따라 옮겨지는 것은 스트라이드가 1일 때뿐입니다.",
    ),
    "conv.pattern_title": (
        "A kernel answers most to its own pattern",
        "커널은 자신과 같은 무늬에 가장 크게 반응합니다",
    ),
    "conv.pattern_own": ("own pattern", "같은 무늬"),
    "conv.pattern_turned": ("turned by 90°", "90° 돌림"),
    "conv.pattern_upside": ("upside down", "위아래 뒤집음"),
    "conv.pattern_mirrored": ("mirrored", "좌우 뒤집음"),
    "conv.pattern_board": ("checkerboard", "체커보드"),
    "conv.pattern_flat": ("flat", "고른 밝기"),
    "conv.pattern": (
        "Five patches as large as the first filter's kernel, each with the same sum of squares,"
        " {energy}; above each stands what the kernel answers, the sum of products. Its own pattern"
        " gives {energy}, and no patch of the same energy can give more (the Cauchy–Schwarz"
        " inequality): every product of a number with itself adds, nothing cancels out. So a large"
        " output says: here the input looks like the kernel. The flat patch gives its one value times"
        " the sum of the weights: {level} · {total} = {flat}.",
        "첫 번째 필터의 커널과 크기가 같은 무늬 다섯 개입니다. 제곱의 합은 모두 {energy:으로/로} 같고, 무늬마다"
        " 커널의 반응, 곧 곱의 합을 위에 적었습니다. 자신과 같은 무늬의 반응은 {energy}이고, 제곱의 합이"
        " 같은 무늬로는 이보다 커질 수 없습니다(코시-슈바르츠 부등식). 같은 수끼리 곱하면 서로 지워지는 것 없이"
        " 모두 더해지기 때문입니다. 그래서 출력이 크다는 것은 그 자리의 입력이 커널을 닮았다는 뜻입니다. 고른"
        " 무늬의 반응은 그 값에 가중치의 합을 곱한 것입니다: {level} · {total} = {flat}.",
    ),
    "conv.pattern_none": (
        "All weights of the first filter are 0: it answers 0 to every patch.",
        "첫 번째 필터의 가중치가 모두 0이라 어떤 무늬에도 0으로 반응합니다.",
    ),
    "conv.pattern_channel": (
        "Drawn is the first channel; the responses add up all channels.",
        "그림은 첫 번째 채널이며, 반응은 모든 채널을 더한 값입니다.",
    ),
    # Choices: padding, mode, activation.
    "choice.conv_pad_kind.number": ("Number", "칸 수 지정"),
    "choice.conv_pad_kind.valid": ("Valid (none)", "valid (없음)"),
    "choice.conv_pad_kind.same": ("Same", "same (같은 크기)"),
    "choice.conv_mode.zeros": ("Zeros", "0"),
    "choice.conv_mode.reflect": ("Reflect", "거울 반사"),
    "choice.conv_mode.replicate": ("Replicate", "가장자리 반복"),
    "choice.conv_mode.circular": ("Circular", "순환"),
    "choice.conv_activation.none": ("None", "없음"),
    "choice.conv_activation.relu": ("ReLU", "ReLU"),
    "choice.conv_activation.leaky_relu": ("Leaky ReLU", "Leaky ReLU"),
    "choice.conv_activation.sigmoid": ("Sigmoid", "시그모이드"),
    "choice.conv_activation.tanh": ("tanh", "tanh"),
}
