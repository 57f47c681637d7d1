"""The words of what a layer and one of its units compute."""

TEXTS: dict[str, tuple[str, str]] = {
    # Inside
    "alex.kind.input": ("input", "입력"),
    "alex.kind.conv": ("convolution", "합성곱"),
    "alex.kind.relu": ("ReLU", "ReLU"),
    "alex.kind.maxpool": ("max pooling", "최대 풀링"),
    "alex.kind.avgpool": ("average pooling", "평균 풀링"),
    "alex.kind.norm": ("response normalisation", "응답 정규화"),
    "alex.kind.linear": ("fully connected", "완전 연결"),
    "alex.layer_words": (
        "**{name}**, {kind}: output **{shape}**, {parameters} {parameters:parameter|parameters}, {ms} ms.",
        "**{name}** ({kind}): 출력 **{shape}**, 매개변수 {parameters}개, {ms} ms.",
    ),
    "alex.about.conv": (
        "Each map is one filter's answer at every place: blue where its pattern is found, orange where "
        "the opposite of it is.",
        "특징 맵 하나는 필터 하나가 모든 자리에서 낸 답입니다. 찾는 무늬가 있으면 파랑, 반대이면 "
        "주황입니다.",
    ),
    "alex.about.relu": (
        "What was below zero is gone; only what a filter found goes on.",
        "0보다 작은 값은 사라지고, 필터가 찾아낸 것만 다음 층으로 갑니다.",
    ),
    "alex.about.maxpool": (
        "A 3×3 window moves two cells at a time, and its largest value goes on: the maps get smaller, "
        "what was found stays.",
        "3×3 윈도를 두 칸씩 옮기며 가장 큰 값만 남깁니다. 맵은 작아져도 찾은 것은 남습니다.",
    ),
    "alex.about.avgpool": (
        "At 224×224 pixels it changes nothing; it lets the network take other sizes.",
        "입력이 224×224이면 아무것도 바꾸지 않습니다. 다른 크기의 입력도 받게 해 주는 층입니다.",
    ),
    "alex.about.norm": (
        "A value is held down where its neighbouring channels are large.",
        "이웃 채널의 값이 크면 그만큼 눌러 줍니다.",
    ),
    "alex.about.linear": (
        "There are no places any more: each unit reads every number of the layer before.",
        "이제 위치는 없습니다. 유닛마다 앞 층의 모든 값을 읽습니다.",
    ),
    "alex.layers_2012": (
        "Five convolutional layers and three fully connected ones have weights; ReLU, normalisation and "
        "pooling lie between them. Channels, units, rows and columns are counted from 1.",
        "가중치는 합성곱층 5개와 완전 연결층 3개에 있고, 그 사이에 ReLU와 정규화, 풀링이 놓입니다. 채널, "
        "유닛, 행, 열은 1부터 셉니다.",
    ),
    "alex.layers_torchvision": (
        "Five convolutional layers and three fully connected ones have weights; ReLU, pooling and "
        "averaging lie between them. Channels, units, rows and columns are counted from 1.",
        "가중치는 합성곱층 5개와 완전 연결층 3개에 있고, 그 사이에 ReLU와 풀링이 놓입니다. 채널, 유닛, "
        "행, 열은 1부터 셉니다.",
    ),
    "alex.network_alt": (
        "AlexNet's layers from left to right; {name} is chosen.",
        "왼쪽부터 차례로 놓인 AlexNet의 층. {name} 층이 선택되어 있습니다.",
    ),
    "alex.network_hint": (
        "Click a box to open its layer. To scale: height and depth are a map's rows and columns, "
        "width its channels; a row of units stands upright. Blue boxes have weights.",
        "상자를 누르면 그 층이 열립니다. 크기는 실제 비율입니다. 높이와 깊이는 특징 맵의 행과 열, "
        "너비는 채널 수이고, 한 줄로 놓인 유닛은 세로로 세웠습니다. 파란 상자에는 가중치가 있습니다.",
    ),
    "alex.maps_alt": (
        "{count:The channel|All {count} channels} of {name}",
        "{name} 층의 채널 {count}개",
    ),
    "alex.maps_hint": (
        "Click a map to open it below, at its strongest cell.",
        "맵을 누르면 아래에 크게 열리고, 값이 가장 큰 칸이 선택됩니다.",
    ),
    "alex.units_hint": ("Click a unit to open it below.", "유닛을 누르면 아래에 열립니다."),
    "alex.map_hover": (
        "channel {channel}: largest {most}, mean {mean}",
        "채널 {channel}: 최댓값 {most}, 평균 {mean}",
    ),
    "alex.unit_hover": ("unit {unit}: {value}", "유닛 {unit}: {value}"),
    "alex.strongest": ("Strongest units:", "값이 가장 큰 유닛:"),
    "alex.strongest_cells": (
        "Strongest units, channel (row, column):",
        "값이 가장 큰 유닛, 채널(행, 열):",
    ),
    "alex.filters": ("The filters of conv1", "conv1의 필터"),
    "alex.filter": ("filter {filter}", "필터 {filter}"),
    "alex.filters_words": (
        "Filters of 11×11 pixels in three colours, {count} in all, can be seen as small pictures. Trained, "
        "they look for edges, stripes and spots of colour; random, they look like noise.",
        "필터 {count}개는 각각 11×11픽셀에 세 가지 색이라 작은 그림으로 볼 수 있습니다. 학습한 필터는 경계, "
        "줄무늬, 색 얼룩을 찾고, 무작위 가중치는 잡음처럼 보입니다.",
    ),
    "alex.filters_in": (
        "Channels 1 to {count}, row by row; each stretched to its own range.",
        "채널 1~{count}번(왼쪽 위부터). 필터마다 값의 범위에 맞추어 명암을 펼쳤습니다.",
    ),
    # A unit
    "alex.map_title": (
        "**{name}, channel {channel}** ({size})",
        "**{name}, 채널 {channel}** ({size})",
    ),
    "alex.unit_title": ("**{name}, unit {unit}**", "**{name}, 유닛 {unit}**"),
    "alex.map_alt": ("{name}, channel {channel}, large", "{name}, 채널 {channel} 확대"),
    "alex.map_hint": ("Click a cell to open it.", "칸을 누르면 그 값을 열어 봅니다."),
    "alex.field_title": ("**Where it looks**", "**이 유닛이 보는 곳**"),
    "alex.field": (
        "Receptive field {size} pixels; the next unit's lies {jump} {jump:pixel|pixels} further on.",
        "수용 영역은 {size}픽셀이고, 옆 유닛의 수용 영역은 {jump}픽셀 떨어져 있습니다.",
    ),
    "alex.field_cut": (
        "It hangs over the edge: {size} of it lie in the picture.",
        "가장자리 밖으로 나간 부분이 있어, 그림 안에 있는 부분은 {size}입니다.",
    ),
    "alex.term_channel": ("channel {channel}", "채널 {channel}"),
    "alex.term_input": ("input {channel}", "입력 {channel}"),
    "alex.term_others": ("{count} {count:other|others}", "나머지 {count}개"),
    "alex.term_bias": ("bias", "편향"),
    "alex.term_maxpool": ("largest value in the window", "윈도 안의 최댓값"),
    "alex.term_avgpool": ("mean of the window", "윈도 안의 평균"),
    "alex.equal": (
        "Our arithmetic: {ours}. torch: {torch}. Difference: {difference}.",
        "직접 계산한 값 {ours}, torch의 값 {torch}, 차이 {difference}.",
    ),
    "alex.unequal": (
        "Not equal! Our arithmetic: {ours}. torch: {torch}. Difference: {difference}.",
        "값이 다릅니다! 직접 계산한 값 {ours}, torch의 값 {torch}, 차이 {difference}.",
    ),
    "alex.products_lead": (
        "Input patch × weights = products, for the channels that give most to {layer}, channel "
        "{channel}. Outlined cells are padding.",
        "입력 조각 × 가중치 = 곱. {layer} 층 채널 {channel}에 가장 많이 보탠 입력 채널부터 "
        "보여 줍니다. 테두리를 두른 칸은 패딩입니다.",
    ),
    "alex.products_rest": (
        "The other {count:input channel adds|{count} input channels together add} {sum}.",
        "나머지 입력 채널 {count}개의 합은 {sum}입니다.",
    ),
    "alex.patch": ("input, channel {channel}", "입력 채널 {channel}"),
    "alex.weights": ("× weights", "× 가중치"),
    "alex.sum": ("= products, sum {sum}", "= 곱, 합계 {sum}"),
    "alex.rgb.0": ("input, channel 1: red", "입력 채널 1: 빨강"),
    "alex.rgb.1": ("input, channel 2: green", "입력 채널 2: 초록"),
    "alex.rgb.2": ("input, channel 3: blue", "입력 채널 3: 파랑"),
    "alex.step": (
        "Step through channel {channel}",
        "채널 {channel}의 합성곱을 한 단계씩 보기",
    ),
    "alex.step_pool": (
        "Step through the pooling of channel {channel}",
        "채널 {channel}의 풀링을 한 단계씩 보기",
    ),
    "alex.step_help": (
        "Opens the lesson with these very numbers, rounded to two decimals (weights to six).",
        "같은 값으로 그 페이지를 엽니다(입력은 소수 둘째 자리, 가중치는 여섯째 자리까지).",
    ),
    "alex.window": ("window; the winner is outlined", "윈도 안의 값(테두리가 최댓값)"),
    "alex.inputs_lead": (
        "The inputs that give most, of {count}:",
        "입력 {count}개 가운데 가장 많이 보탠 것:",
    ),
    "alex.inputs_rest": (
        "The other {count:input adds|{count} inputs together add} {sum}.",
        "나머지 입력 {count}개의 합은 {sum}입니다.",
    ),
    "alex.col_input": ("input", "입력"),
    "alex.col_value": ("value", "값"),
    "alex.col_weight": ("weight", "가중치"),
    "alex.col_product": ("product", "곱"),
}
