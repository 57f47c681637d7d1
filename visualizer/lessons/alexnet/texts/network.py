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
    # Both networks on one photo
    "alex.both": ("Both networks on this photo", "두 신경망 비교해 보기"),
    "alex.both_words": (
        "torchvision's AlexNet is the network of a second paper, of 2014, which leaves out what two small "
        "graphics cards had made necessary. Parameters and multiply-adds are those of the networks as they "
        "stand here, with their numbers of classes.",
        "torchvision의 AlexNet은 2014년에 나온 두 번째 논문의 신경망으로, 작은 그래픽 카드 두 장 때문에 "
        "필요했던 것을 뺐습니다. 매개변수와 곱셈-덧셈의 수는 여기서 쓰는 클래스 수로 셈했습니다.",
    ),
    "alex.col_adds": ("multiply-adds", "곱셈-덧셈"),
    "alex.both_total": ("total", "합계"),
    "alex.both_conv1": (
        "**conv1:** 96 filters in 2012, 64 in 2014. 227 pixels without padding and 224 with a padding of 2 "
        "both give 55 rows.",
        "**conv1:** 필터가 2012년에는 96개, 2014년에는 64개입니다. 패딩 없는 227픽셀과 패딩 2를 더한 "
        "224픽셀에서 똑같이 55행이 나옵니다.",
    ),
    "alex.both_groups": (
        "**conv2, conv4, conv5:** two groups in 2012, one on each graphics card of 3 GB. A filter reads half "
        "of the maps and has half of the weights. Only conv3 and the connected layers read those of both "
        "cards. 2014 had no need of it and reads them all.",
        "**conv2, conv4, conv5:** 2012년에는 3 GB 그래픽 카드 두 장에 나누어 두 그룹입니다. 필터는 맵의 "
        "절반만 읽고 가중치도 절반입니다. 두 카드의 맵을 모두 읽는 것은 conv3과 완전 연결층뿐입니다. "
        "2014년에는 그럴 필요가 없어 모두 읽습니다.",
    ),
    "alex.both_norm": (
        "**norm1, norm2:** in 2012 alone. The paper measured 1.2 to 1.4 points less error with them; later "
        "networks went without.",
        "**norm1, norm2:** 2012년에만 있습니다. 논문에서는 이 층으로 오류가 1.2에서 1.4%p 줄었지만, "
        "나중 신경망들은 쓰지 않았습니다.",
    ),
    "alex.both_pool": (
        "**pool1, pool2, pool5:** the same in both. Windows of 3×3 move by 2 and so overlap.",
        "**pool1, pool2, pool5:** 둘이 같습니다. 3×3 윈도가 2칸씩 움직여 서로 겹칩니다.",
    ),
    "alex.both_avgpool": (
        "**avgpool:** torchvision's alone. It changes nothing at 224 pixels and lets other sizes in.",
        "**avgpool:** torchvision에만 있습니다. 224픽셀에서는 아무것도 바꾸지 않고, 다른 크기도 받게 "
        "해 줍니다.",
    ),
    "alex.both_fc": (
        "**fc6, fc7, fc8:** the same, and most of the parameters. fc8 has a unit for each class: here "
        "{torchvision} and {paper}.",
        "**fc6, fc7, fc8:** 둘이 같고, 매개변수의 대부분이 여기에 있습니다. fc8은 클래스마다 유닛이 "
        "하나라서 여기서는 {torchvision}개와 {paper}개입니다.",
    ),
    "alex.both_layer": ("Maps of the layer", "특징 맵을 볼 층"),
    "alex.both_open": ("Open {layer} of {network}", "{network} {layer} 열기"),
    # Weights of the reader's own
    "alex.own": ("Your own network's weights", "내 신경망의 가중치"),
    "alex.own_words": (
        "A `state_dict` of torchvision's AlexNet or of the one of 2012, with as many classes as you like: "
        "`.safetensors`, or `.pth` and `.pt` as `torch.save(model.state_dict(), …)` writes them.",
        "torchvision의 AlexNet이나 2012년 AlexNet의 `state_dict`를 올립니다. 클래스 수는 상관없습니다. "
        "`.safetensors` 또는 `torch.save(model.state_dict(), …)`로 저장한 `.pth`, `.pt` 파일입니다.",
    ),
    "alex.own_file": ("File of weights", "가중치 파일"),
    "alex.own_kept": (
        "At most {megabytes} MB. It is checked and never run, kept in memory for this visit and nowhere "
        "else. There is room for {most} at a time; after {minutes} {minutes:minute|minutes} without use "
        "it may have to make room.",
        "최대 {megabytes} MB. 파일은 검사만 하고 실행하지 않으며, 이 방문 동안 메모리에만 둡니다. 한 번에 "
        "{most}개까지 둘 수 있어, {minutes}분 동안 쓰지 않으면 다른 사람에게 자리를 내줄 수 있습니다.",
    ),
    "alex.own_there": (
        "{file}: {network}, {classes} {classes:class|classes}.",
        "{file}: {network}, 클래스 {classes}개.",
    ),
    "alex.own_names": ("Names of the classes, a file", "클래스 이름 파일"),
    "alex.own_names_typed": ("… or typed, one a line", "또는 직접 입력(한 줄에 하나)"),
    "alex.own_names_example": ("cat\ndog", "고양이\n강아지"),
    "alex.own_drop": ("Put these weights away", "이 가중치 치우기"),
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
