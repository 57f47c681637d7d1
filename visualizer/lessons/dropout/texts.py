"""The dropout lesson: title, controls, choices, sentences."""

TEXTS: dict[str, tuple[str, str]] = {
    "nav.dropout": ("Dropout", "드롭아웃"),
    "home.card.dropout": (
        "In training some neurons are silent at random; the others speak louder.",
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
    "param.drop_draws": ("Draws to average", "평균 낼 추첨 횟수"),
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
        "아래 평균을 낼 때 뽑는 마스크의 수입니다(1~2000).",
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
        "드롭아웃이 있는 신경망 (평가): 그대로",
    ),
    "drop.inputs": ("inputs", "입력"),
    "drop.hidden": ("hidden {number}", "은닉 {number}"),
    "drop.outputs": ("outputs", "출력"),
    "drop.neuron": ("{layer}, neuron {number}", "{layer}, 뉴런 {number}"),
    "drop.was_dropped": ("{value} dropped: <b>0</b>", "{value} 꺼짐: <b>0</b>"),
    "drop.legend": (
        "Colour shows values and weights: orange below 0, blue above. No biases; ReLU, then dropout"
        " after every hidden layer. A crossed neuron passes on nothing, so its lines are gone.",
        "색은 값과 가중치를 나타냅니다. 주황은 음수, 파랑은 양수입니다. 편향은 없고, 은닉층마다"
        " ReLU 다음에 드롭아웃을 적용합니다."
        " ✕ 표시된 뉴런은 아무것도 전하지 않으므로 선도 없습니다.",
    ),
    "drop.say_train": (
        "Training: of {total} hidden neurons, {kept} stay and {dropped} are dropped.",
        "학습: 은닉 뉴런 {total}개 가운데 {kept}개가 남고 {dropped}개가 꺼집니다.",
    ),
    "drop.say_scale": (
        "Each value that stays is multiplied by 1/(1 − {p}) = {scale}. Fewer neurons speak, so each"
        " speaks louder, and the next layer receives as much as before on average.",
        "남은 값에는 1/(1 − {p}) = {scale} 배를 합니다. 말하는 뉴런이 줄어든 만큼 크게 말하게 해서,"
        " 다음 층이 받는 값이 평균으로는 그대로입니다.",
    ),
    "drop.say_p0": (
        "With p = 0 nobody is dropped and the factor is 1: training computes what evaluation does.",
        "p = 0이면 아무도 꺼지지 않고 배율도 1이므로, 학습 때 계산이 평가 때와 같습니다.",
    ),
    "drop.say_p1": (
        "With p = 1 everything is dropped. 1/(1 − 1) does not exist; PyTorch returns zeros instead."
        " Nothing passes, so the average can never come back to the value.",
        "p = 1이면 모두 꺼집니다. 1/(1 − 1) 값은 없으므로 PyTorch는 0을 돌려줍니다. 아무것도"
        " 지나가지 못하니 평균도 원래 값으로 돌아올 수 없습니다.",
    ),
    "drop.say_eval": (
        "Evaluation: all {total} hidden neurons work and nothing is scaled. The scaling was already"
        " done while training, so both networks are the same here.",
        "평가: 은닉 뉴런 {total}개가 모두 일하고 배율도 없습니다. 배율은 학습할 때 이미 곱했으므로"
        " 두 신경망이 같습니다.",
    ),
    "drop.why": ("Why 1/(1 − p)", "왜 1/(1 − p) 배인가"),
    "drop.why_words": (
        "A value x becomes 0 with probability p and x/(1 − p) with probability 1 − p. Its expected"
        " value is x again: the network needs no correction when it is used.",
        "값 x는 확률 p로 0이 되고, 확률 1 − p로 x/(1 − p)이 됩니다. 기댓값이 다시 x이므로"
        " 사용할 때는 따로 고칠 것이 없습니다.",
    ),
    "drop.why_dropout": (
        "Why drop at all: a neuron that cannot rely on any single neighbour must learn something"
        " useful by itself. Every draw trains a different thinned network; evaluation uses them all"
        " at once.",
        "드롭아웃을 쓰는 까닭: 특정 이웃에 기댈 수 없는 뉴런은 혼자서도 쓸모 있는 특징을 배우게"
        " 됩니다. 추첨할 때마다 다른 작은 신경망을 학습하고,"
        " 평가할 때는 그 모두를 한꺼번에 씁니다.",
    ),
    "drop.many": ("Many draws, averaged", "여러 번 뽑아 평균 내기"),
    "drop.mean_neuron": (
        "Neuron {number} of the first hidden layer, after dropout",
        "첫 은닉층의 뉴런 {number}, 드롭아웃 다음 값",
    ),
    "drop.mean_output": ("Output 1 of the network", "신경망의 출력 1"),
    "drop.mean": ("mean of the draws", "추첨값의 평균"),
    "drop.target": ("evaluation", "평가 때 값"),
    "drop.axis_draws": ("draws", "추첨 횟수"),
    "drop.axis_value": ("value", "값"),
    "drop.mean_says": (
        "After {draws} draws: mean {mean}, evaluation {target}.",
        "{draws}번 뽑은 뒤: 평균 {mean}, 평가 때 값 {target}.",
    ),
    "drop.mean_exact": (
        "The more draws, the closer: the expected value is exactly the evaluation's.",
        "많이 뽑을수록 가까워집니다. 기댓값이 평가 때 값과 정확히 같습니다.",
    ),
    "drop.mean_gap": (
        "Here the mean settles beside it, not on it: a ReLU lies between the dropped layers,"
        " and the mean of ReLU(z) is not ReLU of the mean."
        " Evaluation is an approximation of the average.",
        "여기서는 그 곁에 머물 뿐 꼭 같아지지는 않습니다. 꺼지는 층들 사이에 ReLU가 있고, ReLU(z)의"
        " 평균은 평균의 ReLU와 다르기 때문입니다. 평가 때 값은 평균의 근삿값입니다.",
    ),
    "drop.mean_p1": (
        "With p = 1 every draw gives 0.",
        "p = 1이면 몇 번을 뽑아도 0입니다.",
    ),
    "drop.column_layer": ("Layer", "층"),
    "drop.column_neuron": ("Neuron", "뉴런"),
    "drop.column_before": ("Before dropout", "드롭아웃 전"),
    "drop.column_mask": ("Mask", "마스크"),
    "drop.column_factor": ("Factor", "배율"),
    "drop.column_after": ("After dropout", "드롭아웃 후"),
    "drop.alt": (
        "A network with layers of {sizes} neurons; {dropped} of {total} hidden neurons are dropped."
        " Outputs: {values}.",
        "층별 뉴런 수가 {sizes}개인 신경망. 은닉 뉴런 {total}개 가운데 {dropped}개가 꺼져 있습니다."
        " 출력: {values}.",
    ),
    "drop.proof": (
        "Four things are compared: the whole network, the network under the mask on the screen, the"
        " network under a mask that nn.Dropout draws itself, and the expected value over every"
        " possible mask of the first hidden layer.",
        "네 가지를 견줍니다. 전체 신경망, 화면의 마스크를 적용한 신경망, nn.Dropout이 스스로 뽑은"
        " 마스크를 적용한 신경망,"
        " 그리고 첫 은닉층에서 나올 수 있는 모든 마스크에 대한 기댓값입니다.",
    ),
}
