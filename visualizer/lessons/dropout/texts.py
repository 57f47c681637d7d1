"""The dropout lesson: title, controls, choices, sentences."""

TEXTS: dict[str, tuple[str, str]] = {
    "nav.dropout": ("Dropout", "드롭아웃"),
    "home.card.dropout": (
        "In training some neurons are switched off at random, and the others count for more.",
        "학습할 때 뉴런 일부를 무작위로 끄고, 남은 뉴런의 값을 그만큼 키웁니다.",
    ),
    "drop.title": ("Dropout", "드롭아웃"),
    "drop.lead": (
        "While training, each hidden neuron is switched off with probability p; when the network is"
        " used, all of them work.",
        "학습할 때는 은닉 뉴런을 확률 p로 끄고, 학습이 끝나 사용할 때는 모든 뉴런을 씁니다.",
    ),
    "param.drop_inputs": ("Inputs", "입력 수"),
    "param.drop_layers": ("Hidden layers", "은닉층 수"),
    "param.drop_neurons": ("Neurons per hidden layer", "은닉층마다 뉴런 수"),
    "param.drop_outputs": ("Outputs", "출력 수"),
    "param.drop_p": ("Dropout probability p", "드롭아웃 확률 p"),
    "param.drop_mode": ("Mode", "모드"),
    "param.drop_seed": ("Seed of the mask", "마스크의 난수 시드"),
    "param.drop_draws": ("Draws to average", "평균 낼 표본 수"),
    "help.drop_p": (
        "The probability that a hidden neuron is dropped, from 0 (none) to 1 (all).",
        "은닉 뉴런 하나가 꺼질 확률입니다. 0이면 모두 남고 1이면 모두 꺼집니다.",
    ),
    "help.drop_mode": (
        "In PyTorch: net.train() and net.eval().",
        "PyTorch에서는 net.train()과 net.eval()입니다.",
    ),
    "help.drop_seed": (
        "The same seed always draws the same mask.",
        "시드가 같으면 언제나 같은 마스크가 나옵니다.",
    ),
    "help.drop_draws": (
        "How many masks the averages below are taken over, 1 to 2000.",
        "아래에서 평균을 낼 마스크의 수입니다(1~2000).",
    ),
    "choice.drop_mode.train": ("Training", "학습 (train)"),
    "choice.drop_mode.eval": ("Evaluation", "평가 (eval)"),
    "drop.section_input": ("Network", "신경망"),
    "drop.section_motion": ("Dropout", "드롭아웃"),
    "drop.section_after": ("Many draws", "여러 번 뽑기"),
    "drop.again": ("Draw again", "다시 뽑기"),
    "drop.whole": ("The whole network", "전체 신경망"),
    "drop.with": ("With dropout, training", "드롭아웃을 적용한 신경망 (학습)"),
    "drop.without": (
        "With dropout, evaluation: unchanged",
        "드롭아웃을 적용한 신경망 (평가): 그대로",
    ),
    "drop.inputs": ("inputs", "입력"),
    "drop.hidden": ("hidden layer {number}", "은닉층 {number}"),
    "drop.outputs": ("outputs", "출력"),
    "drop.neuron": ("{layer}, neuron {number}", "{layer}, 뉴런 {number}"),
    "drop.was_dropped": ("{value} dropped: <b>0</b>", "{value} 꺼짐: <b>0</b>"),
    "drop.legend": (
        "Colour shows values and weights: orange below 0, blue above. There are no biases; after every"
        " hidden layer come ReLU and dropout. A crossed-out neuron passes nothing on, so its lines are"
        " gone.",
        "색은 값과 가중치를 나타냅니다. 주황은 음수, 파랑은 양수입니다. 편향은 없고, 은닉층마다"
        " ReLU 다음에 드롭아웃을 적용합니다."
        " ✕로 표시한 뉴런은 아무것도 전하지 않으므로 선도 없습니다.",
    ),
    "drop.say_train": (
        "Training: of {total} hidden {total:neuron|neurons}, {kept} {kept:stays|stay} and {dropped}"
        " {dropped:is|are} dropped.",
        "학습: 은닉 뉴런 {total}개 가운데 {kept}개가 남고 {dropped}개가 꺼집니다.",
    ),
    "drop.say_scale": (
        "Each value that stays is multiplied by 1/(1 − {p}) = {scale}, which makes up for those that"
        " are dropped: the input of the next layer keeps its expected value.",
        "남은 뉴런의 값을 그만큼 키워 다음 층 입력의 기댓값을 유지합니다: 1/(1 − {p}) = {scale}배.",
    ),
    "drop.say_p0": (
        "With p = 0 no neuron is dropped and the factor is 1: training computes what evaluation does.",
        "p = 0이면 꺼지는 뉴런이 없고 배율도 1이므로, 학습 때의 계산이 평가 때와 같습니다.",
    ),
    "drop.say_p1": (
        "With p = 1 everything is dropped. 1/(1 − 1) does not exist; PyTorch returns zeros instead."
        " Nothing passes, so the average cannot come back to the value.",
        "p = 1이면 모두 꺼집니다. 1/(1 − 1)은 정의되지 않으므로 PyTorch는 0을 돌려줍니다. 아무것도"
        " 지나가지 못하니 평균도 원래 값으로 돌아올 수 없습니다.",
    ),
    "drop.say_eval": (
        "Evaluation: {total:the hidden neuron works|all {total} hidden neurons work} and nothing is"
        " scaled. The scaling was already done while training, so both networks are the same here.",
        "평가: 은닉 뉴런 {total}개를 모두 쓰고 값을 키우지 않습니다. 배율은 학습할 때 이미 곱했으므로"
        " 두 신경망이 같습니다.",
    ),
    "drop.why": ("Why 1/(1 − p)", "왜 1/(1 − p)배인가"),
    "drop.why_words": (
        "A value x becomes 0 with probability p and x/(1 − p) with probability 1 − p. Its expected"
        " value is x again: the network needs no correction when it is used.",
        "값 x는 확률 p로 0이 되고, 확률 1 − p로 x/(1 − p)가 됩니다. 기댓값이 그대로 x이므로"
        " 사용할 때는 따로 보정할 것이 없습니다.",
    ),
    "drop.why_dropout": (
        "Why drop at all: against overfitting. A neuron that cannot rely on any single neighbour must"
        " learn something useful by itself. And every mask leaves another, thinner network: training"
        " with dropout trains many models that share their weights, and evaluation combines them all"
        " in one.",
        "드롭아웃을 쓰는 까닭은 과적합을 줄이는 데 있습니다. 특정 이웃에 기댈 수 없는 뉴런은 혼자서도"
        " 쓸모 있는 특징을 배우게 됩니다. 또 마스크마다 다른 작은 신경망이 남으므로, 가중치를 함께 쓰는"
        " 여러 모델을 학습한 다음 평가할 때 하나로 합치는 셈입니다.",
    ),
    "drop.many": ("Many draws, averaged", "여러 번 뽑아 평균 내기"),
    "drop.mean_neuron": (
        "Neuron {number} of hidden layer 1, after dropout",
        "은닉층 1의 뉴런 {number}, 드롭아웃을 적용한 값",
    ),
    "drop.mean_output": ("Output 1 of the network", "신경망의 출력 1"),
    "drop.mean": ("mean of the draws", "표본 평균"),
    "drop.target": ("evaluation", "평가 때 값"),
    "drop.axis_draws": ("draws", "표본 수"),
    "drop.axis_value": ("value", "값"),
    "drop.mean_says": (
        "After {draws} {draws:draw|draws}: mean {mean}, evaluation {target}.",
        "표본 {draws}개의 평균 {mean}, 평가 때 값 {target}.",
    ),
    "drop.mean_exact": (
        "The more draws, the closer: the expected value is exactly that of evaluation. The larger p,"
        " the more draws it takes.",
        "표본이 많을수록 가까워집니다. 기댓값이 평가 때 값과 정확히 같기 때문입니다. p가 클수록 더 많은"
        " 표본이 필요합니다.",
    ),
    "drop.mean_gap": (
        "Here the two need not meet, however many draws: a ReLU lies between the dropped layers. When"
        " dropout makes a sum z swing up, ReLU lets it through; when it swings below 0, ReLU cuts it"
        " off. So the expected ReLU(z) is never below ReLU of the expected z, and the larger p, the"
        " wider the swings and the difference; the weights behind carry it on, up or down. Evaluation"
        " is an approximation of the average, used because averaging many masks for every answer would"
        " cost too much.",
        "여기서는 표본이 아무리 많아도 두 값이 같아진다는 보장이 없습니다. 드롭아웃을 적용하는 층 사이에"
        " ReLU가 있기 때문입니다. 드롭아웃 때문에 합 z가 커지면 ReLU는 그대로 통과시키지만, 0보다"
        " 작아지면 잘라 냅니다. 그래서 ReLU(z)의 기댓값은 기댓값의 ReLU보다 작을 수 없고, p가 클수록 z가"
        " 크게 흔들려 차이도 커집니다. 이 차이는 뒤의 가중치를 거치며 늘기도 줄기도 합니다. 평가 때 값은"
        " 평균의 근삿값이며, 답할 때마다 수많은 마스크의 평균을 내려면 계산이 너무 많아지므로 이 값을"
        " 씁니다.",
    ),
    "drop.mean_p0": (
        "With p = 0 every draw gives the value of evaluation.",
        "p = 0이면 어느 표본이든 평가 때 값과 같습니다.",
    ),
    "drop.mean_p1": (
        "With p = 1 every draw gives 0.",
        "p = 1이면 어느 표본이든 0입니다.",
    ),
    "drop.column_layer": ("Layer", "층"),
    "drop.column_neuron": ("Neuron", "뉴런"),
    "drop.column_before": ("Before dropout", "드롭아웃 전"),
    "drop.column_mask": ("Mask", "마스크"),
    "drop.column_factor": ("Factor", "배율"),
    "drop.column_after": ("After dropout", "드롭아웃 후"),
    "drop.alt": (
        "A network; neurons by layer: {sizes}; {dropped} of {total} hidden"
        " {total:neuron|neurons} {dropped:is|are} dropped. Outputs: {values}.",
        "층별 뉴런 수가 {sizes}개인 신경망. 은닉 뉴런 {total}개 가운데 {dropped}개가 꺼져 있습니다."
        " 출력: {values}.",
    ),
    "drop.proof": (
        "Four things are compared: the whole network, the network under the mask on the screen, the"
        " network under a mask that nn.Dropout draws itself, and the expected value over every"
        " possible mask of the first hidden layer.",
        "네 가지를 비교합니다. 전체 신경망, 화면의 마스크를 적용한 신경망, nn.Dropout이 스스로 뽑은"
        " 마스크를 적용한 신경망, 그리고 은닉층 1에서 나올 수 있는 모든 마스크에 대한 기댓값입니다.",
    ),
}
