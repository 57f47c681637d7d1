"""The fully connected lesson: title, controls, sentences."""

TEXTS: dict[str, tuple[str, str]] = {
    "nav.dense": ("Fully connected", "완전 연결층"),
    "home.card.dense": (
        "Every input counts for every output, each with a weight of its own.",
        "모든 입력에 저마다의 가중치를 곱해 모든 출력에 더합니다.",
    ),
    "dense.title": ("Fully connected layer", "완전 연결층"),
    "dense.lead": (
        "The feature map is flattened into one row, and every output neuron is linked to every number"
        " in it.",
        "특징 맵을 한 줄로 펼치고, 모든 출력 뉴런을 모든 값과 연결합니다.",
    ),
    "param.dense_map": ("Feature map", "특징 맵"),
    "param.dense_data": ("Map numbers", "특징 맵의 값"),
    "param.dense_channels": ("Channels", "채널 수"),
    "param.dense_size": ("Height and width", "높이와 너비"),
    "param.dense_outputs": ("Output neurons", "출력 뉴런 수"),
    "param.dense_seed": ("Seed of the weights", "가중치의 난수 시드"),
    "param.dense_output": ("Chosen output", "고른 출력"),
    "param.dense_side": ("Height and width of the maps, s", "특징 맵의 높이와 너비 s"),
    "help.dense_map": (
        "What the convolution lesson made last (its first example until you go there), or random"
        " numbers.",
        "합성곱 페이지에서 마지막으로 만든 특징 맵(아직 가지 않았다면 첫 예제) 또는 난수입니다.",
    ),
    "help.dense_seed": (
        "The same seed always draws the same weights.",
        "시드가 같으면 언제나 같은 가중치가 나옵니다.",
    ),
    "choice.dense_map.convolution": ("From the convolution lesson", "합성곱 페이지의 결과"),
    "choice.dense_map.random": ("Random", "난수"),
    "dense.section_kernel": ("Layer", "층"),
    "dense.capped": (
        "Links to more than 18 numbers could not be told apart: of a larger map, the first two"
        " channels and their top left corner (4×4 of one channel, 3×3 of two) are taken.",
        "값이 18개를 넘으면 선을 알아보기 어렵습니다. 더 큰 특징 맵은 앞의 두 채널에서 왼쪽 위"
        " 모서리만 씁니다(채널 하나면 4×4, 둘이면 3×3).",
    ),
    "dense.map": ("feature map {shape}", "특징 맵 {shape}"),
    "dense.channel": ("channel {number}", "채널 {number}"),
    "dense.flat": ("flat: {count}", "펼친 값 {count}개"),
    "dense.outputs": ("scores: {count}", "점수 {count}개"),
    "dense.classes": ("softmax", "소프트맥스"),
    "dense.class": ("class {number}", "클래스 {number}"),
    "dense.cell": (
        "channel {channel}, row {row}, column {column} → x{index} = {value}",
        "채널 {channel}, {row}행 {column}열 → x{index} = {value}",
    ),
    "dense.neuron": (
        "output {output} = {value}: the score of “{name}”; probability {share}",
        "출력 {output} = {value}: ‘{name}’의 점수, 확률 {share}",
    ),
    "dense.hover": (
        "Click an output to choose it. Lines: orange for weights below 0, blue above, dotted for 0;"
        " the larger the weight, the wider a strong line.",
        "출력을 누르면 그 출력을 고릅니다. 선의 색은 가중치입니다. 주황은 음수, 파랑은 양수, 점선은"
        " 0이며, 진한 선은 가중치가 클수록 굵습니다.",
    ),
    "dense.letters": (
        "C, H, W: channels, height and width of the map; n inputs, m outputs.",
        "C, H, W는 특징 맵의 채널 수, 높이, 너비이고, n은 입력 수, m은 출력 수입니다.",
    ),
    "dense.parameters_how": (
        "{weights} {weights:weight|weights}, one for each line, and {biases} {biases:bias|biases}",
        "선마다 하나씩 가중치 {weights}개, 출력마다 하나씩 편향 {biases}개",
    ),
    "dense.cost_how": (
        "{outputs}·{inputs}: outputs · products for each",
        "{outputs}·{inputs}: 출력 수 · 출력 하나에 드는 곱의 수",
    ),
    "dense.reads": ("Each output reads", "출력 하나가 읽는 값"),
    "dense.reads_all": (
        "{inputs:the only input|all {inputs} inputs}",
        "입력 {inputs}개 전부",
    ),
    "dense.reads_how": (
        "there is no window, and no weight is used twice",
        "윈도가 없고, 두 번 쓰이는 가중치도 없습니다",
    ),
    "dense.scores": ("From scores to probabilities", "점수에서 확률로"),
    "dense.scores_words": (
        "At the end of a classifier each output is the score (logit) of one class. Softmax divides e"
        " to each score by the sum of all these powers: probabilities between 0 and 1 that add up to"
        " 1.",
        "분류 신경망의 끝에서 각 출력은 한 클래스의 점수(로짓)입니다. 소프트맥스는 e의 점수 제곱을"
        " 그 합으로 나누어, 0과 1 사이이고 모두 더하면 1인 확률을 만듭니다.",
    ),
    "dense.lead_by": (
        "“{first}” is {lead} ahead of “{second}”, so its probability is {raised} ≈ {power} times as"
        " large.",
        "‘{first}’의 점수가 ‘{second}’보다 {lead}만큼 높으므로 확률은 {raised} ≈ {power}배입니다.",
    ),
    "dense.lead_large": (
        "“{first}” is {lead} ahead of “{second}”: next to {raised} nothing else counts.",
        "‘{first}’의 점수가 ‘{second}’보다 {lead}만큼 높습니다. {raised} 앞에서 나머지는 없는 것과"
        " 같습니다.",
    ),
    "dense.lead_none": (
        "“{first}” and “{second}” have the same score, so the same probability.",
        "‘{first}’, ‘{second}’의 점수가 같으므로 확률도 같습니다.",
    ),
    "dense.lead_alone": (
        "There is one class alone: its probability is 1 whatever its score.",
        "클래스가 하나뿐이므로 점수가 얼마든 확률은 1입니다.",
    ),
    "dense.order": (
        "Order C, H, W: a {shape} map gives {inputs} {inputs:input|inputs}, channel after channel,"
        " each row by row. Counted from 1 like everything on this page, the input's number is"
        " {plane}·(channel − 1) + {width}·(row − 1) + column.",
        "C, H, W 순서: {shape} 특징 맵에서 입력 {inputs}개가 나옵니다. 채널 순서대로, 채널 안에서는"
        " 행 순서대로 놓습니다. 이 페이지의 모든 번호처럼 1부터 세면 입력 번호는"
        " {plane}·(채널 − 1) + {width}·(행 − 1) + 열입니다.",
    ),
    "dense.sentence": (
        "Output {output} reads {inputs:the only input|all {inputs} inputs}: {sum} = {total}. With the"
        " bias {bias}: {result}.",
        "출력 {output}번은 입력 {inputs}개를 모두 읽습니다: {sum} = {total}. 편향 {bias:을/를} 더하면"
        " {result}입니다.",
    ),
    "dense.column_input": ("No.", "번호"),
    "dense.matrix": ("The whole layer at once: y = Wx + b", "층 전체를 한 번에: y = Wx + b"),
    "dense.matrix_words": (
        "Row j of W holds the weights of output j. The chosen row times x, plus its bias, gives the"
        " chosen y.",
        "W의 j번째 행이 출력 j의 가중치입니다. 고른 행과 x를 곱해 더하고 편향을 더하면 고른 y가"
        " 됩니다.",
    ),
    "dense.matrix_hover": ("row {row}, column {column}", "{row}행 {column}열"),
    "dense.conv": ("The same layer as a convolution", "합성곱으로 본 같은 층"),
    "dense.conv_words": (
        "Fold each row of W back into the map's shape: it is a kernel that covers the whole map. It"
        " fits in one place only, so each kernel makes one number.",
        "W의 각 행을 특징 맵의 형상으로 되돌리면 전체를 덮는 커널이 됩니다. 놓일 자리가 하나뿐이므로"
        " 커널마다 값 하나가 나옵니다.",
    ),
    "dense.conv_equal": (
        "Computed both ways: Wx + b = [{dense}], convolution = [{conv}]. They are equal.",
        "두 방법의 계산 결과: Wx + b = [{dense}], 합성곱 = [{conv}]. 서로 같습니다.",
    ),
    "dense.count": ("How many parameters in AlexNet", "AlexNet에서 매개변수는 몇 개일까"),
    "dense.count_words": (
        "In AlexNet, 256 maps of s×s, with s = 6, lead to 4,096 neurons. The count grows with s²,"
        " while a 3×3 convolution on the same maps keeps its 590,080 whatever s is: its weights are"
        " shared by all places. Many parameters can learn the training data by heart: overfitting.",
        "AlexNet에서는 s×s 특징 맵 256개(s = 6)가 뉴런 4,096개로 이어집니다. 매개변수는 s²에 비례해"
        " 늘지만, 같은 특징 맵의 3×3 합성곱은 모든 자리에서 같은 가중치를 쓰므로 s와 관계없이"
        " 590,080개입니다. 매개변수가 많으면 학습 데이터를 외워 버리는 과적합이 일어나기 쉽습니다.",
    ),
    "dense.count_alexnet": (
        "This is AlexNet's first fully connected layer: more than half of all its parameters.",
        "AlexNet의 첫 완전 연결층이며, 전체 매개변수의 절반이 넘습니다.",
    ),
    "dense.count_memory": (
        "As float32, it takes {megabytes} MB.",
        "float32로 저장하면 {megabytes} MB입니다.",
    ),
    "dense.count_fc": ("fully connected, 4,096 neurons", "완전 연결층, 뉴런 4,096개"),
    "dense.count_conv": ("3×3 convolution, 256 maps", "3×3 합성곱, 특징 맵 256개"),
    "dense.count_axis": ("parameters", "매개변수 수"),
    "dense.share": (
        "Shared weights: the same picture through both layers",
        "가중치 공유: 같은 그림을 두 층에 넣어 보기",
    ),
    "dense.share_words": (
        "The first channel of the map, among empty columns ({shape}), goes through a 3×3 convolution"
        " with padding 1 and through a fully connected layer with as many outputs. Then it moves one"
        " cell to the right.",
        "특징 맵의 첫 채널을 빈 열 사이에 놓고({shape}) 패딩이 1인 3×3 합성곱과 출력 수가 같은 완전"
        " 연결층에 넣습니다. 그다음 오른쪽으로 한 칸 옮깁니다.",
    ),
    "dense.share_conv": (
        "**Convolution:** {count} {count:parameter|parameters}, the same at every place; each output"
        " reads the {kernel} {kernel:cell|cells} under its window.",
        "**합성곱:** 매개변수 {count}개를 모든 자리에서 함께 씁니다. 출력 하나는 윈도 아래의"
        " {kernel}칸만 읽습니다.",
    ),
    "dense.share_dense": (
        "**Fully connected:** {count} {count:parameter|parameters}, each used once; each output reads"
        " {cells:the only cell|all {cells} cells}.",
        "**완전 연결층:** 매개변수 {count}개를 한 번씩만 씁니다. 출력 하나가 {cells}칸을 모두"
        " 읽습니다.",
    ),
    "dense.share_before": ("before", "옮기기 전"),
    "dense.share_after": ("one cell further", "한 칸 옮긴 뒤"),
    "dense.share_title_picture": ("picture, {when}", "그림, {when}"),
    "dense.share_title_conv": ("convolution, {when}", "합성곱, {when}"),
    "dense.share_title_dense": ("fully connected, {when}", "완전 연결층, {when}"),
    "dense.share_follows": (
        "The convolution's output moves along and is the same otherwise: a pattern is found wherever"
        " it lies.",
        "합성곱의 출력은 그림을 따라 움직일 뿐 값은 그대로입니다. 패턴이 어디에 있든 똑같이"
        " 찾습니다.",
    ),
    "dense.share_changed": (
        "Of the fully connected layer's {cells} {cells:output|outputs}, {changed} {changed:is|are} not"
        " what moving along would give: it would have to learn the picture again at every place.",
        "완전 연결층의 출력 {cells}개 중 {changed}개는 따라 움직인 값과 다릅니다. 자리마다 그림을"
        " 새로 배워야 합니다.",
    ),
    "dense.alt": (
        "A {shape} feature map laid out as {inputs} {inputs:input|inputs}, each linked to every output."
        " Scores of the classes, and their probabilities: {values}.",
        "{shape} 특징 맵을 입력 {inputs}개로 펼쳐 모든 출력과 연결한 그림. 클래스별 점수와 확률:"
        " {values}.",
    ),
    "dense.alt_matrix": (
        "The matrix W, the input x, the bias b and the output y with their numbers.",
        "행렬 W, 입력 x, 편향 b, 출력 y를 값과 함께 그린 그림.",
    ),
    "dense.alt_count": (
        "Parameters by the size of the maps: {count} at s = {side}.",
        "특징 맵 크기에 따른 매개변수 수: s = {side}일 때 {count}개.",
    ),
}
