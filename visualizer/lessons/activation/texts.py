"""The activation lesson: its title, controls, and what each function does."""

TEXTS: dict[str, tuple[str, str]] = {
    "nav.activation": ("Activation", "활성화 함수"),
    "home.card.activation": (
        "What ReLU, sigmoid and tanh do to each number, and to its gradient.",
        "ReLU, 시그모이드, tanh가 값과 기울기를 어떻게 바꾸는지 봅니다.",
    ),
    "act.title": ("Activation", "활성화 함수"),
    "act.lead": (
        "A nonlinear function is applied to each number of a feature map; without it, many layers"
        " could do no more than one.",
        "특징 맵의 값 하나하나를 비선형 함수에 통과시킵니다. 비선형 함수가 없으면 층을 아무리 쌓아도 한"
        " 층과 다를 바 없습니다.",
    ),
    "param.act_kind": ("Function", "함수"),
    "param.act_slope": ("Slope below 0", "음수 쪽 기울기"),
    "param.act_x": ("x", "x"),
    "param.act_layers": ("Layers", "층 수"),
    "param.act_bias": ("Bias of every neuron", "모든 뉴런의 편향"),
    "param.act_z1": ("Logit of dog", "개의 로짓"),
    "param.act_z2": ("Logit of cat", "고양이의 로짓"),
    "param.act_z3": ("Logit of pig", "돼지의 로짓"),
    "param.act_temperature": ("Temperature T", "온도 T"),
    "choice.act_kind.sigmoid": ("Sigmoid", "시그모이드"),
    "choice.act_kind.tanh": ("tanh", "tanh"),
    "choice.act_kind.relu": ("ReLU", "ReLU"),
    "choice.act_kind.leaky_relu": ("Leaky ReLU", "Leaky ReLU"),
    "choice.act_kind.gelu": ("GELU", "GELU"),
    "choice.act_kind.softmax": ("Softmax", "소프트맥스"),
    "act.section_logits": ("Logits", "로짓"),
    "act.class.dog": ("Dog", "개"),
    "act.class.cat": ("Cat", "고양이"),
    "act.class.pig": ("Pig", "돼지"),
    "act.example_animals": ("Dog 70 · cat 25 · pig 5", "개 70 · 고양이 25 · 돼지 5"),
    "act.example_equal": ("All the same", "모두 같게"),
    "act.example_huge": ("Logits of ±1000", "로짓 ±1000"),
    "act.derivative": ("Derivative", "도함수"),
    "act.what_title": ("What it does", "어떤 함수인가"),
    "act.at": (
        "At x = {x} it gives {y}, with slope {d}.",
        "x = {x}일 때 함숫값은 {y}, 기울기는 {d}입니다.",
    ),
    "act.table": (
        "The point, and some whole numbers around 0. Drag the point on the chart, or use the"
        " slider.",
        "지금 점과 0 주변의 값입니다. 그래프 위의 점을 끌거나 슬라이더를 움직여 보십시오.",
    ),
    "act.column_slope": ("slope f′(x)", "기울기 f′(x)"),
    "act.say.sigmoid": (
        "Sigmoid squeezes every real number into 0 to 1, so its value can be read as a probability:"
        " how likely the answer is yes. Its slope is 0.25 at most, at x = 0, and almost 0 far out:"
        " there hardly any gradient comes through.",
        "시그모이드는 모든 실수를 0과 1 사이의 값으로 바꾸므로, 결과를 ‘예’일 확률로 읽을 수 있습니다."
        " 기울기는 x = 0에서 0.25로 가장 크고, 멀어질수록 0에 가까워져 기울기가 거의 전달되지 않습니다.",
    ),
    "act.say.tanh": (
        "tanh squeezes every real number into −1 to 1, centred on 0. Its slope reaches 1, but only at"
        " x = 0.",
        "tanh는 모든 실수를 −1과 1 사이의 값으로, 0을 중심으로 바꿉니다. 기울기가 1이 되는 곳은 x = 0"
        " 한 점뿐입니다.",
    ),
    "act.say.relu": (
        "ReLU sets negatives to zero and leaves the rest alone. It is cheap: a comparison, no power"
        " of e. Above 0 its slope is exactly 1, below it is 0; at 0 itself torch takes 0.",
        "ReLU는 음수를 0으로 만들고 나머지는 그대로 둡니다. 지수 함수 없이 크기만 비교하므로 계산이 매우"
        " 쌉니다. 기울기는 0보다 크면 정확히 1, 작으면 0이며, 0에서는 torch를 따라 0으로 둡니다.",
    ),
    "act.say.leaky_relu": (
        "Leaky ReLU lets negatives through, multiplied by {slope}. Its slope is never 0, so a neuron"
        " can always come back.",
        "Leaky ReLU는 음수에 {slope:을/를} 곱해 통과시킵니다. 기울기가 0이 되지 않으므로 뉴런이 언제든"
        " 되살아날 수 있습니다.",
    ),
    "act.say.leaky_relu_0": (
        "With slope 0 below 0 it is ReLU itself: negatives become 0, their slope is 0, and neurons"
        " can die.",
        "음수 쪽 기울기가 0이면 ReLU와 똑같습니다. 음수는 0이 되고 기울기도 0이라 뉴런이 죽을 수"
        " 있습니다.",
    ),
    "act.say.leaky_relu_1": (
        "With slope 1 on both sides nothing bends any more: the output is the input, and many layers"
        " can do no more than one.",
        "음수 쪽 기울기도 1이면 꺾이는 곳이 없습니다. 입력이 그대로 출력되어, 층을 아무리 쌓아도 한 층과"
        " 다를 바 없습니다.",
    ),
    "act.say.gelu": (
        "GELU multiplies x by the probability that a standard normal number lies below it: like ReLU"
        " far out, but smooth, and slightly negative just below 0.",
        "GELU는 표준 정규 분포에서 x보다 작은 값이 나올 확률을 x에 곱합니다. 0에서 멀어지면 ReLU와 거의"
        " 같지만 매끄럽고, 0 바로 아래에서는 조금 음수가 됩니다.",
    ),
    "act.say.softmax": (
        "Softmax turns the logits of any number of classes into shares, all positive and 1 in all, so"
        " they can be read as the probabilities of the classes. Only the differences between logits"
        " count, so the greatest is subtracted first; that is why ±1000 is safe.",
        "소프트맥스는 클래스가 몇 개든 로짓을 모두 양수이고 합이 1인 비율로 바꾸므로, 결과를 클래스마다의"
        " 확률로 읽을 수 있습니다. 로짓 사이의 차이만 중요하므로 가장 큰 값을 먼저 뺍니다. 그래서"
        " ±1000도 안전합니다.",
    ),
    "act.underflow": (
        "One share here is too small for float64, which then holds 0. What is written was worked out"
        " from the logits.",
        "여기에는 float64에 담을 수 없을 만큼 작아 계산하면 0이 되는 비율이 있습니다. 적어 놓은 값은"
        " 로짓에서 따로 구한 것입니다.",
    ),
    # The feature map.
    "act.map_title": ("On a feature map", "특징 맵에 적용하면"),
    "act.map": (
        "The map that the convolution lesson made last, before its own activation. {name} works on"
        " each cell by itself: {negative} of {cells} {cells:cell|cells} {negative:is|are} negative;"
        " the range {low} to {high} becomes {after_low} to {after_high}.",
        "합성곱 페이지에서 마지막으로 만든 특징 맵(활성화 함수 적용 전)입니다. {name} 함수를 칸마다 따로"
        " 적용합니다. {cells}칸 가운데 음수는 {negative}칸이고, 값의 범위는 {low} ~ {high}에서"
        " {after_low} ~ {after_high:으로/로} 바뀝니다.",
    ),
    "act.before": ("before", "적용 전"),
    "act.map_link": (
        "Make another map in the convolution lesson",
        "합성곱 페이지에서 다른 특징 맵 만들기",
    ),
    # Vanishing gradients.
    "act.chain_title": ("Gradients through many layers", "층이 깊어지면 기울기는"),
    "act.chain": (
        "By the chain rule the slopes multiply. Starting at x = 1, through {layers}"
        " {layers:layer|layers} with weight 1, sigmoid leaves {sigmoid} of the gradient. It is at most"
        " ¼ in each layer, so never more than {bound}. ReLU leaves {relu}.",
        "연쇄 법칙에 따라 기울기가 층마다 곱해집니다. x = 1에서 출발해 가중치가 1인 층 {layers}개를 지나면"
        " 시그모이드에 남는 기울기는 {sigmoid}입니다. 한 층에서 많아야 ¼이므로 {bound:을/를} 넘을 수"
        " 없습니다. ReLU에는 {relu:이/가} 남습니다.",
    ),
    "act.axis_layers": ("layers", "층 수"),
    "act.axis_gradient": ("gradient left", "남은 기울기"),
    # Dead neurons.
    "act.dead_title": ("Neurons that die", "죽는 뉴런"),
    "act.dead": (
        "A layer of {neurons} {neurons:neuron|neurons} sees {samples} {samples:sample|samples}. Push"
        " the bias down: a neuron whose sum is negative for every sample gives 0 and slope 0 for all"
        " of them, and never learns again."
        " Dead with ReLU: **{dead}**. Dead with leaky ReLU (slope {slope}): **{leaky}**.",
        "뉴런이 {neurons}개인 층에 표본 {samples}개를 넣습니다. 편향을 내려 보십시오. 모든 표본에서 합이"
        " 음수인 뉴런은 출력도 기울기도 모두 0이라 다시는 학습하지 못합니다. ReLU에서 죽은 뉴런:"
        " **{dead}개**. Leaky ReLU(기울기 {slope})에서 죽은 뉴런: **{leaky}개**.",
    ),
    "act.dead_of": ("{name}: {dead} of {neurons} dead", "{name}: {neurons}개 중 {dead}개 죽음"),
    "act.dead_read": (
        "A row is a neuron, a column a sample. Outlined rows are dead.",
        "행은 뉴런, 열은 표본입니다. 테두리를 두른 행은 죽은 뉴런입니다.",
    ),
    # Two linear layers.
    "act.straight_title": (
        "Why is a straight line not enough? Two linear layers are one",
        "왜 비선형 함수가 필요할까요? 선형 층 두 개는 하나와 같습니다",
    ),
    "act.straight_lead": (
        "A linear layer multiplies by weights and adds a bias. Put a second one behind it: multiplied"
        " out, the two are again one matrix and one bias.",
        "선형 층은 가중치를 곱하고 편향을 더합니다. 그 뒤에 선형 층을 하나 더 놓고 식을 풀면, 다시 행렬"
        " 하나와 편향 하나가 됩니다.",
    ),
    "act.straight_two": ("Two layers", "두 층"),
    "act.straight_one": ("One layer", "한 층"),
    "act.straight_bent": ("ReLU between", "사이에 ReLU"),
    "act.straight_says": (
        "Two layers and one layer give the same number for every x: a straight line, however many"
        " linear layers follow one another. With ReLU between them, each neuron is cut off where its"
        " sum is negative, and the line bends there. With enough such bends a network comes close to any curve.",
        "어떤 x를 넣어도 두 층의 결과는 한 층의 결과와 같습니다. 선형 층을 아무리 쌓아도 직선입니다."
        " 사이에 ReLU를 넣으면 합이 음수인 뉴런이 0이 되면서 직선이 그 자리에서 꺾입니다. 이렇게 꺾이는"
        " 곳이 많아지면 신경망은 어떤 곡선에든 가까워질 수 있습니다.",
    ),
    # Softmax.
    "act.softmax_sum": (
        "Together the shares are exactly 1, whatever the logits. A low temperature sharpens them, a"
        " high one makes them alike.",
        "로짓이 무엇이든 비율의 합은 언제나 1입니다. 온도가 낮으면 차이가 뚜렷해지고, 높으면 서로"
        " 비슷해집니다.",
    ),
    "act.shifted": (
        "The larger the logits, the larger their powers, until they no longer fit into a computer's"
        " numbers. So the greatest logit is subtracted from all; the shares stay the same.",
        "로짓이 크면 e의 거듭제곱이 컴퓨터의 수에 담을 수 없을 만큼 커집니다. 그래서 모든 로짓에서 가장 큰"
        " 로짓을 뺐습니다. 비율은 그대로입니다.",
    ),
    "act.many_title": ("Why there is no single curve", "곡선 하나로 그릴 수 없는 까닭"),
    "act.many": (
        "Every share depends on all logits: the same logit gives another share as soon as the others"
        " change.",
        "비율 하나하나가 모든 로짓에 달려 있습니다. 로짓이 같아도 다른 로짓이 바뀌면 비율이 달라집니다.",
    ),
    "act.others": ("others {raised}", "나머지 {raised}"),
    "act.axis_logit": ("logit of {name}", "{name}의 로짓"),
    "act.column_class": ("Class", "클래스"),
    "act.column_logit": ("Logit z", "로짓 z"),
    "act.column_away": ("(z − max) / T", "(z − max) / T"),
    "act.column_power": ("e to that", "e의 거듭제곱"),
    "act.column_share": ("Share", "비율"),
}
