"""A kernel learns: its controls, its grids, a step, what the learning rate does."""

TEXTS: dict[str, tuple[str, str]] = {
    # Controls.
    "common.section_learn": ("A kernel learns", "커널 학습"),
    "choice.conv_pass.learn": ("A kernel learns", "커널이 학습하기"),
    "back.bar_learn": ("Learns", "학습"),
    "conv.learn_open": ("A kernel learns", "커널 학습시키기"),
    "conv.learn_open_help": (
        "From random weights, step by step, until it does what this kernel does.",
        "난수 가중치에서 출발해 한 단계씩, 이 커널과 같은 결과를 낼 때까지 학습합니다.",
    ),
    "param.conv_goal": ("Target", "목표"),
    "choice.conv_goal.kernel": ("What the kernel makes", "커널이 만드는 출력"),
    "choice.conv_goal.painted": ("A picture, or painted by hand", "다른 그림, 직접 칠하기"),
    "conv.learn_target": ("Target", "목표"),
    "conv.learn_target_of": ("What {name} makes", "{name} 커널의 출력"),
    "help.conv_goal": (
        "What the output is to become. The kernel that learns sees input and target, never the kernel"
        " behind it.",
        "출력이 닮아야 할 그림입니다. 학습하는 커널은 입력과 목표만 보고, 목표를 만든 커널은 보지 못합니다.",
    ),
    "param.conv_start": ("Start weights: seed", "시작 가중치의 시드"),
    "help.conv_start": (
        "Each seed starts with other random weights from −1 to 1.",
        "시드마다 −1부터 1까지의 다른 난수 가중치에서 시작합니다.",
    ),
    "conv.learn_again": ("Other start", "다르게 시작"),
    "param.conv_rate": ("Learning rate", "학습률"),
    "help.conv_rate": (
        "η, how far a step goes against the gradient. The first three are shares of 2/λmax of this"
        " very problem: 2%, 75% and 110%.",
        "η, 기울기의 반대쪽으로 얼마나 갈지 정합니다. 앞의 세 가지는 이 문제의 2/λmax에 대한 비율로,"
        " 각각 2%, 75%, 110%입니다.",
    ),
    "choice.conv_rate.small": ("Too small", "너무 작게"),
    "choice.conv_rate.right": ("Right", "알맞게"),
    "choice.conv_rate.large": ("Too large", "너무 크게"),
    "choice.conv_rate.own": ("Own", "직접"),
    "param.conv_rate_value": ("Own learning rate", "직접 정한 학습률"),
    "param.conv_descents": ("Descent steps", "학습 단계 수"),
    "param.conv_opened": ("Opened weight", "펼친 가중치"),
    "conv.learn_picture": (
        "Take a picture that tells: random numbers",
        "알 수 있는 입력으로 바꾸기: 난수",
    ),
    "conv.learn_kernel_behind": ("Kernel behind the target", "목표를 만드는 커널"),
    # The grids and what is said of them.
    "conv.learn_input": ("input {shape}", "입력 {shape}"),
    "conv.learn_kernel": ("kernel {shape}", "커널 {shape}"),
    "conv.learn_bias_title": ("bias b", "편향 b"),
    "conv.learn_filter": ("filter {filter}", "필터 {filter}"),
    "conv.learn_best": ("best kernel", "가장 나은 커널"),
    "conv.learn_loss": ("loss (log scale)", "손실(로그 눈금)"),
    "conv.learn_least": ("least possible", "가능한 최솟값"),
    "conv.learn_rate": ("learning rate η", "학습률 η"),
    "conv.learn_gradient": ("gradient of this weight", "이 가중치의 기울기"),
    "conv.learn_formula": ("the outlined weight", "테두리를 두른 가중치"),
    "conv.learn_weight": ("w({row}, {col})", "w({row}, {col})"),
    "conv.learn_bias_name": ("b", "b"),
    "conv.learn_step": (
        "Step {step} of {steps}: loss {loss}.",
        "{steps}단계 중 {step}단계: 손실 {loss}.",
    ),
    "conv.learn_count": ("step {step} of {steps}", "{step} / {steps}단계"),
    "conv.learn_diverged": (
        "It diverged: the computation stops here.",
        "발산하여 계산을 여기서 멈춥니다.",
    ),
    "conv.learn_at_weight": (
        "weight, row {row}, column {col}: {value}, its gradient {gradient}",
        "{row}행 {col}열 가중치 {value}, 기울기 {gradient}",
    ),
    "conv.learn_at_bias": (
        "bias: {value}, its gradient {gradient}",
        "편향 {value}, 기울기 {gradient}",
    ),
    "conv.learn_at_cell": (
        "{name}, row {row}, column {col}: {value}",
        "{name} {row}행 {col}열: {value}",
    ),
    "conv.learn_at_output": (
        "row {row}, column {col}: output {y}, target {t}, difference {apart}",
        "{row}행 {col}열: 출력 {y}, 목표 {t}, 차이 {apart}",
    ),
    "conv.learn_stage": (
        "The learning kernel. The arrow keys go from weight to weight.",
        "학습하는 커널. 화살표 키로 가중치를 옮겨 다닙니다.",
    ),
    "conv.learn_paint": ("Paint the target", "목표 칠하기"),
    "conv.learn_hint": (
        "Click a weight of the kernel: its gradient opens below as the sum that it is.",
        "커널의 가중치를 누르면 그 기울기가 어떤 합인지 아래에 펼쳐집니다.",
    ),
    "conv.learn_alt": (
        "A kernel learns in {steps} {steps:step|steps}; the loss goes from {first} to {last}.",
        "커널이 {steps}단계에 걸쳐 학습하며, 손실은 {first}에서 {last:으로/로} 바뀝니다.",
    ),
    # The learning rate.
    "conv.learn_rate_below": (
        "Learning rate η = {rate}, below the bound 2/λmax = {bound}: the loss falls at every step.",
        "학습률 η = {rate}, 한계 2/λmax = {bound}보다 작습니다. 손실이 단계마다 줄어듭니다.",
    ),
    "conv.learn_rate_small": (
        "Learning rate η = {rate}, far below the bound 2/λmax = {bound}: the loss falls at every step,"
        " but even along the steepest direction a step leaves {factor} of the error.",
        "학습률 η = {rate}, 한계 2/λmax = {bound}보다 훨씬 작습니다. 손실이 단계마다 줄지만, 가장 가파른"
        " 방향에서도 한 단계 뒤에 오차가 {factor}배나 남습니다.",
    ),
    "conv.learn_rate_above": (
        "Learning rate η = {rate}, not below the bound 2/λmax = {bound}: along the steepest direction"
        " every step overshoots and leaves {factor} times the error, on the other side.",
        "학습률 η = {rate}, 한계 2/λmax = {bound}보다 작지 않습니다. 가장 가파른 방향에서 단계마다 골짜기를"
        " 지나쳐, 오차가 반대쪽에 {factor}배로 남습니다.",
    ),
    "conv.learn_rate_activation": (
        "Learning rate η = {rate}. Without the activation the bound would be 2/λmax = {bound}; with it"
        " that is only a guide.",
        "학습률 η = {rate}. 활성화 함수가 없다면 한계는 2/λmax = {bound}이고, 있을 때는 어림일 뿐입니다.",
    ),
    "conv.learn_ended": (
        "It diverges: after {steps} {steps:step|steps} the loss is on its way beyond 10,000 times the"
        " first one, and the computation stops.",
        "발산합니다. {steps}단계 다음에 손실이 처음의 1만 배를 넘어서므로 계산을 멈춥니다.",
    ),
    "conv.learn_nothing": (
        "Every number under the windows is 0: no weight has a gradient, and nothing can be learned.",
        "윈도가 읽는 수가 모두 0이어서 어느 가중치에도 기울기가 없고, 배울 것이 없습니다.",
    ),
    # What the picture does not tell.
    "conv.learn_unknown": (
        "This picture does not tell which kernel it was: of {weights} {weights:direction|directions} in"
        " which a filter's weights can move, {hidden} {hidden:changes|change} no output at all. So the loss can come to"
        " 0 with other numbers than those of the kernel behind the target; along those directions the"
        " weights keep their random start.",
        "이 그림만으로는 어떤 커널이었는지 알 수 없습니다. 필터의 가중치가 움직일 수 있는 {weights}방향 가운데"
        " {hidden}방향은 출력을 전혀 바꾸지 않습니다. 그래서 목표를 만든 커널과 다른 수로도 손실이 0에 이를 수"
        " 있고, 그 방향으로는 가중치가 난수 시작값 그대로 남습니다.",
    ),
    "conv.learn_unknown_painted": (
        "Of {weights} {weights:direction|directions} in which a filter's weights can move, {hidden}"
        " {hidden:changes|change} no output at all: along those the weights keep their random start.",
        "필터의 가중치가 움직일 수 있는 {weights}방향 가운데 {hidden}방향은 출력을 전혀 바꾸지 않습니다. 그"
        " 방향으로는 가중치가 난수 시작값 그대로 남습니다.",
    ),
    # Why.
    "conv.learn_title": ("How a kernel learns", "커널이 학습하는 방법"),
    "conv.learn_letters": (
        "L: loss, y: output, t: target, N: count of output numbers, w: kernel, η: learning rate, x:"
        " input, at the cell (i, j) that the weight (a, b) meets when the output cell (m, n) is made.",
        "L: 손실, y: 출력, t: 목표, N: 출력값의 개수, w: 커널, η: 학습률, x: 입력. 칸 (i, j)는 출력 칸 (m, n)을"
        " 만들 때 가중치 (a, b)가 만나는 입력 칸입니다.",
    ),
    "conv.learn_why": (
        "Nobody tells the kernel its numbers. A step asks for every weight how the loss would change"
        " with it, the gradient, and moves the weight the other way, η times as far. All weights move"
        " at once; then output and gradients are computed anew.",
        "커널에 들어갈 수를 아무도 알려 주지 않습니다. 한 단계마다 가중치 하나하나에 대해 그것이 커질 때 손실이"
        " 얼마나 변하는지, 곧 기울기를 구하고, 그 반대쪽으로 기울기의 η배만큼 옮깁니다. 모든 가중치를 한꺼번에 옮긴"
        " 뒤 출력과 기울기를 다시 계산합니다.",
    ),
    "conv.learn_overshoots": (
        "Seen along one direction, the loss is a parabola. Too small a rate creeps down its side. Too"
        " large a one jumps across the valley, higher up on the other side each time. How narrow the"
        " narrowest valley is, λmax says: the greatest eigenvalue of the loss's second derivatives.",
        "한 방향으로 보면 손실은 포물선입니다. 학습률이 너무 작으면 비탈을 기어 내려가고, 너무 크면 골짜기를"
        " 건너뛰어 맞은편의 더 높은 곳으로 올라갑니다. 가장 좁은 골짜기가 얼마나 좁은지는 손실의 이계도함수가 갖는"
        " 가장 큰 고윳값 λmax가 말해 줍니다.",
    ),
    "conv.learn_bound": ("Bound 2/λmax", "한계 2/λmax"),
    "conv.learn_bound_how": (
        "the greatest eigenvalue λmax is {curvature}",
        "가장 큰 고윳값 λmax = {curvature}",
    ),
    "conv.learn_slowest": ("Slowest direction", "가장 느린 방향"),
    "conv.learn_slowest_steps": (
        "{steps} {steps:step|steps} to halve the error",
        "오차가 반으로 줄기까지 {steps}단계",
    ),
    "conv.learn_slowest_many": (
        "more than {steps} {steps:step|steps} to halve the error",
        "오차가 반으로 줄기까지 {steps}단계가 넘게 걸림",
    ),
    "conv.learn_slowest_how": (
        "the least eigenvalue λmin is {curvature}",
        "가장 작은 고윳값 λmin = {curvature}",
    ),
    "conv.learn_least_loss": ("Least loss", "가장 작은 손실"),
    "conv.learn_least_how": (
        "no kernel of this size comes closer to the painted target",
        "이 크기의 어떤 커널도 칠한 목표에 이보다 가까워질 수 없습니다",
    ),
    "conv.learn_apart": (
        "Largest difference from the kernel behind the target",
        "목표를 만든 커널과의 가장 큰 차이",
    ),
    "conv.learn_apart_how": (
        "of any weight after {steps} {steps:step|steps}",
        "{steps}단계 뒤 가중치 가운데 가장 큰 것",
    ),
    # The gradient of a weight.
    "conv.learn_sum": (
        "The gradient of the weight of filter {filter}, channel {channel}, row {row}, column {column}"
        " has a term for each of the filter's {count} output {count:cell|cells}: δ = 2·(y − t)/{all}"
        " times the number x that the weight met there.",
        "필터 {filter}, 채널 {channel}, {row}행 {column}열 가중치의 기울기에는 이 필터의 출력 {count}칸마다 항이"
        " 하나씩 있습니다. δ = 2·(y − t)/{all}에 그 자리에서 가중치가 만난 수 x를 곱한 값입니다.",
    ),
    "conv.learn_sum_bias": (
        "The bias of filter {filter} was added to all of its {count} output {count:cell|cells}, so its"
        " gradient adds up δ = 2·(y − t)/{all} of each, times 1.",
        "필터 {filter}의 편향은 출력 {count}칸에 모두 더해졌으므로, 기울기는 칸마다 δ = 2·(y − t)/{all}에 1을 곱해"
        " 모두 더한 값입니다.",
    ),
    "conv.learn_sum_slope": (
        "Each δ is multiplied by the slope of the activation at its sum.",
        "δ마다 그 합에서의 활성화 함수 기울기를 곱합니다.",
    ),
    "conv.learn_grows": (
        "It is negative: a greater weight makes the loss smaller, so the step raises it, {before} −"
        " {rate}·{gradient} = {after}.",
        "음수이므로 가중치가 커지면 손실이 줄어듭니다. 그래서 이 단계는 가중치를 키웁니다: {before} −"
        " {rate}·{gradient} = {after}.",
    ),
    "conv.learn_shrinks": (
        "It is positive: a smaller weight makes the loss smaller, so the step lowers it, {before} −"
        " {rate}·{gradient} = {after}.",
        "양수이므로 가중치가 작아지면 손실이 줄어듭니다. 그래서 이 단계는 가중치를 줄입니다: {before} −"
        " {rate}·{gradient} = {after}.",
    ),
    "conv.learn_stays": (
        "It is 0: the weight stays {before}.",
        "0이므로 가중치는 {before} 그대로입니다.",
    ),
    "conv.learn_stage_link": (
        "See this sum on the stage: the window moves over its products",
        "이 합을 그림에서 보기: 윈도가 곱 위를 움직입니다",
    ),
    "conv.learn_no_link": (
        "An address keeps numbers up to ±999 with six decimals: too little for a stage of this sum.",
        "주소에는 ±999까지의 수를 소수 여섯째 자리까지만 담을 수 있어, 이 합의 그림으로 가는 링크가 없습니다.",
    ),
}
