"""Words of the questions: levels, pictures, and one point of a curve."""

TEXTS: dict[str, tuple[str, str]] = {
    "act.ask_level_1": ("As in the lecture", "강의와 같이"),
    "act.ask_level_2": ("Smooth curves, dead neurons", "매끄러운 곡선과 죽은 뉴런"),
    "act.ask_level_3": ("Deep chains, temperature", "깊은 층과 온도"),
    "act.ask_leaky": ("{name} (slope {slope} below 0)", "{name}(음수 쪽 기울기 {slope})"),
    "act.ask_side_left": ("left of 0", "0의 왼쪽"),
    "act.ask_side_right": ("right of 0", "0의 오른쪽"),
    "act.ask_side_at": ("at 0 itself", "바로 0"),
    "act.ask_alt_value": (
        "An axis with x = {x} marked; the curve is hidden.",
        "x = {x}에 표시가 있는 축. 곡선은 가려져 있습니다.",
    ),
    "act.ask_alt_slope": (
        "The curve of {name} with the point at x = {x}; its derivative is hidden.",
        "{name}의 곡선과 x = {x}의 점. 도함수는 가려져 있습니다.",
    ),
    "act.ask_alt_chain": (
        "The derivative of {name}: at most {steepest}.",
        "{name}의 도함수. 최댓값은 {steepest}입니다.",
    ),
    "act.ask_alt_bars": ("{what}: {values}", "{what}: {values}"),
    "act.ask_sums": ("sums before ReLU", "ReLU를 적용하기 전의 합"),
    "act.ask_signs": (
        "sums of 8 neurons (rows): orange below 0, blue above",
        "뉴런 8개(행)의 합: 주황은 음수, 파랑은 양수",
    ),
    # The value at a point.
    "act.ask_value": (
        "What does {name} make of x = {x}?",
        "{name}에 x = {x:을/를} 넣으면 얼마가 나옵니까?",
    ),
    "act.ask_value_hint_bent": (
        "The point lies {side} (shaded). Which of the function's two pieces holds there?",
        "점은 {side}에 있습니다(색칠한 쪽). 함수의 두 조각 가운데 어느 쪽이 쓰입니까?",
    ),
    "act.ask_value_hint_sigmoid": (
        "Sigmoid runs from 0 to 1 and is ½ at x = 0. The point lies {side}.",
        "시그모이드는 0에서 1까지 오르고 x = 0에서 ½입니다. 점은 {side}에 있습니다.",
    ),
    "act.ask_value_hint_tanh": (
        "tanh runs from −1 to 1, is 0 at x = 0, and is near its ends from about ±2 on. The point"
        " lies {side}.",
        "tanh는 −1에서 1까지 오르고 x = 0에서 0이며, ±2쯤부터는 양 끝에 가깝습니다. 점은 {side}에 있습니다.",
    ),
    "act.ask_value_hint_gelu": (
        "GELU is x times the probability that a standard normal number lies below x. The point lies"
        " {side}.",
        "GELU는 표준 정규 분포에서 x보다 작은 값이 나올 확률을 x에 곱합니다. 점은 {side}에 있습니다.",
    ),
    "act.ask_value_because_relu": (
        "Negatives become 0, the rest stays: max(0, {x}).",
        "음수는 0이 되고 나머지는 그대로입니다: max(0, {x}).",
    ),
    "act.ask_value_because_leaky_relu": (
        "Below 0 the value is multiplied by {slope}, above it stays.",
        "음수에는 {slope:을/를} 곱하고 양수는 그대로 둡니다.",
    ),
    "act.ask_value_because_sigmoid": (
        "Sigmoid is ½ at 0, goes towards 1 on the right and towards 0 on the left.",
        "시그모이드는 0에서 ½이고, 오른쪽으로 갈수록 1에, 왼쪽으로 갈수록 0에 가까워집니다.",
    ),
    "act.ask_value_because_tanh": (
        "tanh is 0 at 0, goes towards 1 on the right and towards −1 on the left.",
        "tanh는 0에서 0이고, 오른쪽으로 갈수록 1에, 왼쪽으로 갈수록 −1에 가까워집니다.",
    ),
    "act.ask_value_because_gelu": (
        "GELU is close to ReLU, but smooth, and a little negative just below 0.",
        "GELU는 ReLU에 가깝지만 매끄럽고, 0 바로 아래에서는 조금 음수입니다.",
    ),
    "act.ask_value_identity": (
        "That is x itself. The function has not been applied yet.",
        "x 그대로입니다. 아직 함수를 적용하지 않았습니다.",
    ),
    "act.ask_value_zero": (
        "0 is what negatives become. Is {x} negative?",
        "0이 되는 것은 음수입니다. {x:은/는} 음수입니까?",
    ),
    "act.ask_value_relu": (
        "That is plain ReLU. {name} does something else with negatives.",
        "보통 ReLU의 값입니다. {name:은/는} 음수를 다르게 다룹니다.",
    ),
    "act.ask_value_times_slope": (
        "The slope {slope} holds below 0 alone. Look at the sign once more.",
        "기울기 {slope:은/는} 음수 쪽에만 쓰입니다. 부호를 다시 보십시오.",
    ),
    "act.ask_value_divided": (
        "That divides by {slope}. A slope is multiplied by.",
        "{slope:으로/로} 나눈 값입니다. 기울기는 곱합니다.",
    ),
    "act.ask_value_size": (
        "The sign is gone: that is the size of the number. The function does not turn it round.",
        "부호를 없앤 크기입니다. 이 함수는 부호를 뒤집지 않습니다.",
    ),
    "act.ask_value_derivative": (
        "That is the slope at this point. Asked is the value.",
        "이 점에서의 기울기입니다. 묻는 것은 함숫값입니다.",
    ),
    "act.ask_value_turned": (
        "That is the value at the opposite point: the exponent's sign was turned.",
        "부호를 바꾼 점에서의 값입니다. 지수의 부호를 확인하십시오.",
    ),
    "act.ask_value_tanh": (
        "That is tanh, which runs from −1 to 1. Sigmoid runs from 0 to 1.",
        "tanh의 값입니다. tanh는 −1에서 1까지, 시그모이드는 0에서 1까지 오릅니다.",
    ),
    "act.ask_value_sigmoid": (
        "That is sigmoid, which runs from 0 to 1. Asked is {name}.",
        "0에서 1까지 오르는 시그모이드의 값입니다. 묻는 것은 {name}입니다.",
    ),
    "act.ask_value_part": (
        "That is the probability alone. GELU multiplies x by it.",
        "확률만 구한 값입니다. GELU는 여기에 x를 곱합니다.",
    ),
    "act.ask_value_end": (
        "1 is where the curve leads far to the right; it never gets there.",
        "1은 오른쪽으로 멀리 갈 때 다가가는 값이고, 닿지는 않습니다.",
    ),
    # The slope at a point.
    "act.ask_slope": (
        "What is the slope of {name} at x = {x}?",
        "x = {x}에서 {name}의 기울기는 얼마입니까?",
    ),
    "act.ask_slope_hint_bent": (
        "The point lies {side} (shaded). How steep is the straight piece there?",
        "점은 {side}에 있습니다(색칠한 쪽). 그쪽 직선은 얼마나 가파릅니까?",
    ),
    "act.ask_slope_hint_sigmoid": (
        "The slope of sigmoid is y · (1 − y), and here y = {y}.",
        "시그모이드의 기울기는 y · (1 − y)이고, 여기서 y = {y}입니다.",
    ),
    "act.ask_slope_hint_tanh": (
        "The slope of tanh is 1 − y², and here y = {y}.",
        "tanh의 기울기는 1 − y²이고, 여기서 y = {y}입니다.",
    ),
    "act.ask_slope_because_relu": (
        "It is 1 above 0, else 0. At 0 itself torch takes 0, too.",
        "0보다 크면 1, 아니면 0이고, torch는 바로 0에서도 0으로 둡니다.",
    ),
    "act.ask_slope_because_leaky_relu": (
        "It is 1 above 0, else {slope}: never 0, so the neuron can learn on.",
        "0보다 크면 1, 아니면 {slope}입니다. 0이 되지 않으므로 뉴런이 계속 학습합니다.",
    ),
    "act.ask_slope_because_sigmoid": (
        "It is y · (1 − y) with y = {y}, and at most ¼, at x = 0.",
        "y · (1 − y)에 y = {y:을/를} 넣은 값이고, x = 0에서 ¼로 가장 큽니다.",
    ),
    "act.ask_slope_because_tanh": (
        "It is 1 − y² with y = {y}, and at most 1, at x = 0.",
        "1 − y²에 y = {y:을/를} 넣은 값이고, x = 0에서 1로 가장 큽니다.",
    ),
    "act.ask_slope_value": (
        "That is the value at this point. Asked is how steep the curve is.",
        "이 점에서의 함숫값입니다. 묻는 것은 곡선의 기울기입니다.",
    ),
    "act.ask_slope_other_side": (
        "That slope holds on the other side of 0. Look where {x} lies.",
        "0의 반대쪽 기울기입니다. {x:이/가} 어느 쪽에 있는지 보십시오.",
    ),
    "act.ask_slope_relu": (
        "That is plain ReLU's slope. A leaky one keeps {slope} below 0.",
        "보통 ReLU의 기울기입니다. Leaky ReLU는 음수 쪽에 {slope:을/를} 남깁니다.",
    ),
    "act.ask_slope_middle": (
        "Halfway between both sides would be fair, but ReLU's slope is always 0 or 1.",
        "양쪽의 중간값입니다. ReLU의 기울기는 언제나 0 아니면 1입니다.",
    ),
    "act.ask_slope_minus": (
        "The line still rises to the right, also below 0: the slope is positive.",
        "음수 쪽에서도 직선은 오른쪽으로 오릅니다. 기울기는 양수입니다.",
    ),
    "act.ask_slope_rest": (
        "That is 1 − y alone, with y = {y}. A factor or a square is missing.",
        "y = {y}일 때 1 − y만 계산한 값입니다. 곱하거나 제곱할 것이 남았습니다.",
    ),
    "act.ask_slope_tanh_rule": (
        "1 − y² is the rule for tanh. For sigmoid it is y · (1 − y).",
        "1 − y²은 tanh의 식입니다. 시그모이드는 y · (1 − y)입니다.",
    ),
    "act.ask_slope_sigmoid_rule": (
        "y · (1 − y) is the rule for sigmoid. For tanh it is 1 − y².",
        "y · (1 − y)는 시그모이드의 식입니다. tanh는 1 − y²입니다.",
    ),
    "act.ask_slope_steepest": (
        "So steep is it at x = 0 alone. Further out the curve flattens.",
        "x = 0에서만 그만큼 가파릅니다. 멀어질수록 완만해집니다.",
    ),
    "act.ask_slope_one": (
        "Slope 1 would be tanh at 0. Sigmoid is flatter everywhere.",
        "1은 0에서 tanh의 기울기입니다. 시그모이드는 어디서나 더 완만합니다.",
    ),
    "act.ask_slope_flat": (
        "0 would be quite level. The curve still rises here.",
        "0이면 완전히 평평합니다. 이 점에서 곡선은 아직 오르고 있습니다.",
    ),
}
