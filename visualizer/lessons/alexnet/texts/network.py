"""The words of which network runs and with which weights."""

TEXTS: dict[str, tuple[str, str]] = {
    "param.alex_network": ("Network", "신경망"),
    "param.alex_weights": ("Weights", "가중치"),
    "choice.alex_network.torchvision": (
        "torchvision's AlexNet (224)",
        "torchvision의 AlexNet(224)",
    ),
    "choice.alex_network.2012": ("AlexNet of 2012 (227)", "2012년 논문의 AlexNet(227)"),
    "choice.alex_weights.trained": ("trained", "학습한 가중치"),
    "choice.alex_weights.random": ("random", "무작위 가중치"),
    "choice.alex_weights.own": ("your own", "내 가중치"),
    "alex.making": (
        "Making a network with random weights …",
        "무작위 가중치로 신경망을 만드는 중입니다…",
    ),
    "notice.alex_weights_missing": (
        "Weights of one's own stay in the visit that they were uploaded in; no link holds them. In their "
        "place: {used}.",
        "직접 올린 가중치는 올린 그 방문에만 있고 링크에는 담기지 않습니다. 대신 쓰는 것: {used}.",
    ),
    "notice.alex_layer_missing": (
        "This network has no layer {value}; {used} is shown.",
        "이 신경망에는 {value} 층이 없어 {used} 층을 보여 줍니다.",
    ),
    "alex.random_chosen": (
        "**Random weights: the answers mean nothing.** Everything else on the page is real: every map, "
        "product and sum. What training has changed, the trained weights show.",
        "**무작위 가중치라 답에 아무 뜻이 없습니다.** 다만 맵, 곱, 합은 모두 실제로 계산한 것입니다. "
        "학습으로 무엇이 달라지는지는 학습한 가중치를 골라 비교해 보십시오.",
    ),
    "alex.random_2012": (
        "**Random weights: the answers mean nothing.** There are no trained weights of the network of 2012 "
        "to give you. Everything else on the page is real: every map, product and sum.",
        "**무작위 가중치라 답에 아무 뜻이 없습니다.** 2012년 신경망은 나누어 줄 수 있는 학습한 가중치가 "
        "없습니다. 다만 맵, 곱, 합은 모두 실제로 계산한 것입니다.",
    ),
    "alex.meaningless": (
        "Random weights: the answer means nothing.",
        "무작위 가중치라 답에 아무 뜻이 없습니다.",
    ),
    "alex.about_2012": (
        "The network of the paper of 2012: two groups in conv2, conv4 and conv5, one for each of its two "
        "graphics cards, and response normalisation after conv1 and conv2. It takes 227×227 pixels: the "
        "paper says 224, but only with 227 do its own sizes come out. Colours are normalised here as for "
        "torchvision's; the paper only subtracted the mean.",
        "2012년 논문의 신경망입니다. 그래픽 카드 두 장에 나누느라 conv2, conv4, conv5가 두 그룹으로 "
        "나뉘고, conv1과 conv2 뒤에 응답 정규화가 있습니다. 입력은 227×227픽셀입니다. 논문에는 224라고 "
        "되어 있지만 227이어야 논문에 적힌 크기가 나옵니다. 색은 여기서도 torchvision처럼 정규화합니다. "
        "논문에서는 평균만 뺐습니다.",
    ),
    # A unit of a convolution with groups, and of response normalisation
    "alex.group": (
        "Two groups: this filter reads channels {first} to {last} of {maps}, those of its own graphics card.",
        "두 그룹으로 나뉘어 있어, 이 필터는 채널 {maps}개 가운데 같은 그래픽 카드에 있던 {first}번에서 "
        "{last}번까지만 읽습니다.",
    ),
    "alex.norm_lead": (
        "Channel {channel} is divided by a number d that grows with the squares at the same place in "
        "{count:its channel|{count} neighbouring channels, its own among them} ({size} at most):",
        "채널 {channel}의 값을 수 d로 나눕니다. d는 같은 자리에 있는 이웃 채널 {count}개(자신을 포함해 "
        "많아야 {size}개)의 제곱이 클수록 커집니다.",
    ),
    "alex.norm_letters": (
        "k = 2, α = 0.0001, β = 0.75 and neighbours up to {size} in all are the paper's. torch divides its "
        "α by this number, and is given one that much larger.",
        "k = 2, α = 0.0001, β = 0.75와 채널 {size}개는 논문의 값입니다. torch는 α를 채널 수로 나누므로 "
        "그만큼 큰 값을 줍니다.",
    ),
    "alex.col_channel": ("channel", "채널"),
    "alex.col_square": ("square", "제곱"),
}
