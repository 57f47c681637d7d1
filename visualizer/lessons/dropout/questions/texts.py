"""Words of the questions about dropout."""

TEXTS: dict[str, tuple[str, str]] = {
    "drop.ask_level_1": ("As in the lecture", "강의와 같이"),
    "drop.ask_level_2": ("Other probabilities, averages", "다른 확률과 평균"),
    "drop.ask_level_3": ("Into the next layer", "다음 층까지"),
    "drop.ask_weights": ("Weights of output 1", "출력 1의 가중치"),
    "drop.ask_alt": (
        "A network with {sizes} {sizes:neuron|neurons} in its layers; what is asked is hidden.",
        "층마다 뉴런이 {sizes}개인 신경망. 묻는 값은 가려져 있습니다.",
    ),
    # The factor.
    "drop.ask_factor": (
        "Dropout with p = {p}, while training: what are the values that stay multiplied by?",
        "학습할 때 p = {p:으로/로} 드롭아웃을 적용합니다. 남은 뉴런의 값에는 얼마를 곱합니까?",
    ),
    "drop.ask_factor_hint": (
        "Of many neurons, a share of {keep} stays. What makes up for the rest?",
        "뉴런이 많으면 그 가운데 {keep}만큼이 남습니다. 나머지를 메우려면 몇 배를 해야 합니까?",
    ),
    "drop.ask_factor_because": (
        "A share of {keep} stays, and 1/{keep} makes up for the rest.",
        "{keep}만큼이 남으므로 1/{keep}배를 하면 나머지가 메워집니다.",
    ),
    "drop.ask_factor_dropped": (
        "That is 1/p. What stays is 1 − p = {keep}: divide by that.",
        "1/p입니다. 남는 비율은 1 − p = {keep}이므로 그것으로 나눕니다.",
    ),
    "drop.ask_factor_keep": (
        "{keep} is the share that stays. To make up for the rest, divide by it.",
        "{keep:은/는} 남는 비율입니다. 나머지를 메우려면 그것으로 나누어야 합니다.",
    ),
    "drop.ask_factor_p": (
        "p is the probability to be dropped. The values that stay have to grow.",
        "p는 꺼질 확률입니다. 남은 값은 커져야 합니다.",
    ),
    "drop.ask_factor_none": (
        "Unchanged is right for evaluation. While training they make up for those dropped.",
        "그대로 두는 것은 평가할 때입니다. 학습할 때는 꺼진 뉴런의 몫을 메웁니다.",
    ),
    "drop.ask_factor_added": (
        "p more is not enough: a share of {keep} has to become the whole again.",
        "p만큼 늘려서는 모자랍니다. {keep:이/가} 다시 전체가 되어야 합니다.",
    ),
    "drop.ask_back": (
        "While training, the values that stay are multiplied by {factor}. What is p?",
        "학습할 때 남은 뉴런의 값에 {factor:을/를} 곱했습니다. p는 얼마입니까?",
    ),
    "drop.ask_back_hint": (
        "The factor is 1/(1 − p). What share of the neurons stays then?",
        "배율은 1/(1 − p)입니다. 그러면 남는 비율은 얼마입니까?",
    ),
    "drop.ask_back_because": (
        "1/{factor} of the neurons stays, and p is the rest.",
        "뉴런의 1/{factor:이/가} 남고, p는 그 나머지입니다.",
    ),
    "drop.ask_back_keep": (
        "That share stays. p is the probability to be dropped.",
        "남는 비율입니다. p는 꺼질 확률입니다.",
    ),
    "drop.ask_back_half": (
        "With p = 0.5 the factor would be 2.",
        "p = 0.5이면 배율은 2입니다.",
    ),
    "drop.ask_back_factor": (
        "That is the factor itself. A probability lies between 0 and 1.",
        "배율 그대로입니다. 확률은 0과 1 사이입니다.",
    ),
    "drop.ask_back_less": (
        "Not the factor less 1: solve 1/(1 − p) = {factor}.",
        "배율에서 1을 뺀 값이 아닙니다. 1/(1 − p) = {factor:을/를} 푸십시오.",
    ),
    # How many stay.
    "drop.ask_expected": (
        "How many of the {total} hidden {total:neuron|neurons} stay on average?",
        "은닉 뉴런 {total}개 가운데 평균 몇 개가 남습니까?",
    ),
    "drop.ask_expected_hint": (
        "Each of the hidden neurons stays with probability {keep}.",
        "은닉 뉴런은 하나하나 {keep}의 확률로 남습니다.",
    ),
    "drop.ask_expected_because": (
        "{total} · {keep}: each stays with probability 1 − p. A single mask may leave more or fewer.",
        "{total} · {keep}입니다. 하나하나가 1 − p의 확률로 남습니다. 마스크 하나에서는 더 많거나 적을 수 있습니다.",
    ),
    "drop.ask_expected_dropped": (
        "So many are dropped on average. Asked are those that stay.",
        "평균 몇 개가 꺼지는지 센 값입니다. 묻는 것은 남는 뉴런입니다.",
    ),
    "drop.ask_expected_one_layer": (
        "That is one hidden layer. In all there are {total}.",
        "은닉층 하나만 센 값입니다. 은닉 뉴런은 모두 {total}개입니다.",
    ),
    "drop.ask_expected_all": (
        "All of them stay when the network is evaluated. Asked is training.",
        "모두 남는 것은 평가할 때입니다. 묻는 것은 학습할 때입니다.",
    ),
    "drop.ask_expected_everyone": (
        "Inputs and outputs were counted in. Only hidden neurons are dropped.",
        "입력과 출력까지 세었습니다. 은닉 뉴런만 꺼집니다.",
    ),
    "drop.ask_expected_share": (
        "That is the share. How many of {total} is it?",
        "비율입니다. {total}개 가운데 몇 개입니까?",
    ),
    "drop.ask_masks": (
        "Each of {total} hidden {total:neuron|neurons} stays or is dropped. How many different masks are there?",
        "은닉 뉴런 {total}개가 저마다 남거나 꺼집니다. 서로 다른 마스크는 모두 몇 가지입니까?",
    ),
    "drop.ask_masks_hint": (
        "One neuron has two ways. With a second one there are two for each of these. And so on.",
        "뉴런 하나에는 두 가지가 있습니다. 하나를 더하면 그 각각에 다시 두 가지가 있습니다. 이렇게 이어집니다.",
    ),
    "drop.ask_masks_because": (
        "Two ways for each neuron: training with dropout trains {count} thinner networks that share"
        " their weights.",
        "뉴런마다 두 가지이므로, 드롭아웃은 가중치를 함께 쓰는 작은 신경망 {count}개를 학습하는 셈입니다.",
    ),
    "drop.ask_masks_two_each": (
        "The ways multiply from neuron to neuron; they do not add up.",
        "경우의 수는 뉴런마다 더하는 것이 아니라 곱합니다.",
    ),
    "drop.ask_masks_each": (
        "So many masks drop exactly one neuron. Any number of them may be dropped.",
        "뉴런 하나만 끄는 마스크의 수입니다. 몇 개든 꺼질 수 있습니다.",
    ),
    "drop.ask_masks_square": (
        "Not {total} squared: each of the {total} has two ways.",
        "{total}의 제곱이 아닙니다. 뉴런 {total}개에 두 가지씩입니다.",
    ),
    "drop.ask_masks_order": (
        "That counts orders. A mask only says of each neuron: on or off.",
        "순서를 센 값입니다. 마스크는 뉴런마다 남는지 꺼지는지만 정합니다.",
    ),
    "drop.ask_masks_one_layer": (
        "That is one hidden layer. In all there are {total}.",
        "은닉층 하나만 센 값입니다. 은닉 뉴런은 모두 {total}개입니다.",
    ),
    "drop.ask_masks_everyone": (
        "Inputs and outputs were counted in. Only hidden neurons are dropped.",
        "입력과 출력까지 세었습니다. 은닉 뉴런만 꺼집니다.",
    ),
    # One neuron.
    "drop.ask_kept": (
        "Training, p = {p}: neuron {neuron} of hidden layer 1 computes {x}. What does it pass on?",
        "p = {p:으로/로} 학습합니다. 은닉층 1의 뉴런 {neuron}에서 계산한 값은 {x}입니다. 다음 층으로 얼마를 전합니까?",
    ),
    "drop.ask_kept_hint": (
        "First look whether it is crossed out. If it stays, it is multiplied by 1/(1 − {p}).",
        "먼저 ✕ 표시가 있는지 보십시오. 남았다면 1/(1 − {p})배를 합니다.",
    ),
    "drop.ask_kept_stays_because": (
        "It stays, so its {x} is multiplied by {factor}.",
        "남았으므로 {x}에 {factor:을/를} 곱합니다.",
    ),
    "drop.ask_kept_gone_because": (
        "It is dropped: it passes on nothing, whatever it computes.",
        "꺼졌으므로 무엇을 계산하든 0을 전합니다.",
    ),
    "drop.ask_kept_not_gone": (
        "Look at the picture: this neuron is crossed out.",
        "그림을 보십시오. 이 뉴런에는 ✕ 표시가 있습니다.",
    ),
    "drop.ask_kept_unscaled": (
        "Unchanged is right for evaluation. While training, what stays is multiplied by {factor}.",
        "그대로 두는 것은 평가할 때입니다. 학습할 때는 남은 값에 {factor:을/를} 곱합니다.",
    ),
    "drop.ask_kept_shrunk": (
        "That is multiplied by 1 − p. It is divided by it, to make up for those dropped.",
        "1 − p를 곱한 값입니다. 꺼진 뉴런의 몫을 메우려면 나누어야 합니다.",
    ),
    "drop.ask_kept_divided": (
        "That is divided by p. Divide by the share that stays, 1 − p = {keep}.",
        "p로 나눈 값입니다. 남는 비율 1 − p = {keep:으로/로} 나누십시오.",
    ),
    "drop.ask_kept_by_p": (
        "That is multiplied by p, the probability to be dropped. Values that stay grow.",
        "꺼질 확률 p를 곱한 값입니다. 남은 값은 커집니다.",
    ),
    "drop.ask_kept_dropped": (
        "0 is what a dropped neuron passes on. This one is not crossed out.",
        "0은 꺼진 뉴런이 전하는 값입니다. 이 뉴런에는 ✕ 표시가 없습니다.",
    ),
    "drop.ask_kept_scaled": (
        "That is what it would pass on if it stayed.",
        "남았을 때 전하는 값입니다.",
    ),
    "drop.ask_evaluated": (
        "The network was trained with p = {p} and is now evaluated. Neuron {neuron} of hidden layer 1"
        " computes {x}. What does it pass on?",
        "p = {p:으로/로} 학습한 신경망을 이제 평가합니다. 은닉층 1의 뉴런 {neuron}에서 계산한 값은 {x}입니다. 다음"
        " 층으로 얼마를 전합니까?",
    ),
    "drop.ask_evaluated_hint": (
        "While training the values were multiplied by 1/(1 − {p}) already. What is left to be done?",
        "학습할 때 이미 1/(1 − {p})배를 했습니다. 평가할 때 더 할 일이 있습니까?",
    ),
    "drop.ask_evaluated_because": (
        "Unchanged: nothing is dropped and nothing scaled. That was done while training.",
        "그대로입니다. 아무것도 끄지 않고 배율도 곱하지 않습니다. 배율은 학습할 때 이미 곱했습니다.",
    ),
    "drop.ask_evaluated_shrunk": (
        "That is multiplied by 1 − p, as in the first paper on dropout. Today the scaling is done while"
        " training, as PyTorch does.",
        "처음 논문에서처럼 1 − p를 곱한 값입니다. 요즘은 PyTorch처럼 학습할 때 배율을 곱합니다.",
    ),
    "drop.ask_evaluated_scaled": (
        "1/(1 − p) belongs to training. Evaluation has nobody to make up for.",
        "1/(1 − p)는 학습할 때 곱합니다. 평가할 때는 메울 몫이 없습니다.",
    ),
    "drop.ask_evaluated_by_p": (
        "p plays no part any more: nothing is dropped.",
        "평가할 때는 p를 쓰지 않습니다. 꺼지는 뉴런이 없습니다.",
    ),
    "drop.ask_evaluated_dropped": (
        "No neuron is dropped when the network is evaluated.",
        "평가할 때는 꺼지는 뉴런이 없습니다.",
    ),
    "drop.ask_mean": (
        "Training, p = {p}: neuron {neuron} of hidden layer 1 computes {x}. What does it pass on on"
        " average, over very many masks?",
        "p = {p:으로/로} 학습합니다. 은닉층 1의 뉴런 {neuron}에서 계산한 값은 {x}입니다. 마스크를 아주 여러 번 뽑으면"
        " 평균 얼마를 전합니까?",
    ),
    "drop.ask_mean_hint": (
        "With probability {p} it passes on 0, with probability {keep} it passes on {x}/{keep}.",
        "{p}의 확률로 0을, {keep}의 확률로 {x}/{keep:을/를} 전합니다.",
    ),
    "drop.ask_mean_because": (
        "{p} · 0 + {keep} · {x}/{keep}: the factor keeps the expected value.",
        "{p} · 0 + {keep} · {x}/{keep}입니다. 배율 덕분에 기댓값이 그대로입니다.",
    ),
    "drop.ask_mean_shrunk": (
        "So it would be without the factor 1/(1 − p). What stays is multiplied by it.",
        "배율 1/(1 − p)가 없을 때의 값입니다. 남은 값에는 배율을 곱합니다.",
    ),
    "drop.ask_mean_scaled": (
        "So much it passes on when it stays. Sometimes it is dropped.",
        "남았을 때 전하는 값입니다. 꺼질 때도 있습니다.",
    ),
    "drop.ask_mean_half": (
        "Not always half: it depends on p, and the values that stay are made larger.",
        "언제나 절반인 것은 아닙니다. p에 달려 있고, 남은 값은 커집니다.",
    ),
    "drop.ask_mean_by_p": (
        "p is the probability to be dropped: that part adds 0.",
        "p는 꺼질 확률이고, 그때는 0을 더합니다.",
    ),
    "drop.ask_mean_dropped": (
        "It is 0 only when it is dropped.",
        "0을 전하는 것은 꺼졌을 때뿐입니다.",
    ),
    # The next layer.
    "drop.ask_next": (
        "Training, p = {p}: the hidden neurons compute {values}. What does output 1 give?",
        "p = {p:으로/로} 학습합니다. 은닉 뉴런에서 계산한 값은 차례로 {values}입니다. 출력 1은 얼마입니까?",
    ),
    "drop.ask_next_hint": (
        "Only the outlined neurons count. Multiply each value by its weight and by {factor}, and add up.",
        "테두리를 두른 뉴런만 셉니다. 값마다 가중치와 {factor:을/를} 곱해 더하십시오.",
    ),
    "drop.ask_next_because": (
        "{factor} · ({sum}): weights times values of the neurons that stay, and the factor.",
        "{factor} · ({sum})입니다. 남은 뉴런의 값에 가중치와 배율을 곱해 더합니다.",
    ),
    "drop.ask_next_unscaled": (
        "The factor is missing: what stays is multiplied by {factor}.",
        "배율이 빠졌습니다. 남은 값에는 {factor:을/를} 곱합니다.",
    ),
    "drop.ask_next_evaluated": (
        "That is the output when nothing is dropped. Here some neurons are crossed out.",
        "아무것도 끄지 않을 때의 출력입니다. 여기서는 ✕ 표시한 뉴런이 있습니다.",
    ),
    "drop.ask_next_all_scaled": (
        "The factor is there, but so are the dropped neurons. They pass on 0.",
        "배율은 맞지만 꺼진 뉴런까지 더했습니다. 꺼진 뉴런은 0을 전합니다.",
    ),
    "drop.ask_next_shrunk": (
        "That is multiplied by 1 − p. It is divided by it.",
        "1 − p를 곱한 값입니다. 1 − p로 나누어야 합니다.",
    ),
    "drop.ask_next_gone_alone": (
        "Those are the dropped neurons. Take the others.",
        "꺼진 뉴런을 더한 값입니다. 나머지를 더하십시오.",
    ),
    "drop.ask_next_no_weights": (
        "The weights are missing: each value is multiplied by the weight of its line.",
        "가중치가 빠졌습니다. 값마다 선의 가중치를 곱합니다.",
    ),
}
