"""The words of the AlexNet page; those of layers and units are in layers.py, errors in errors.py."""

TEXTS: dict[str, tuple[str, str]] = {
    "nav.alexnet": ("AlexNet", "AlexNet"),
    "home.card.alexnet": (
        "A real network names your picture; open any of its units down to the products.",
        "실제 신경망이 사진을 분류합니다. 어느 유닛이든 곱 하나하나까지 열어 볼 수 있습니다.",
    ),
    "alex.title": ("AlexNet, live", "AlexNet 들여다보기"),
    "alex.lead": (
        "Give a real network a photo, see what it thinks, and take the answer apart: from the "
        "prediction to a layer, from a layer to one number, from that number to its products.",
        "실제 신경망에 사진을 넣고 무엇이라고 답하는지 본 다음, 그 답을 층에서 값 하나로, 다시 그 값을 "
        "만든 곱까지 차례로 열어 봅니다.",
    ),
    "alex.in_line": (
        "Many photos at once: yours is number {count} in the line.",
        "사진이 한꺼번에 많이 들어왔습니다. 내 사진은 {count}번째입니다.",
    ),
    "alex.loading": ("Loading the network …", "신경망을 불러오는 중입니다…"),
    # Controls
    "param.alex_photo": ("Photo", "사진"),
    "param.alex_layer": ("Layer", "층"),
    "param.alex_sort": ("Order of the maps", "특징 맵 순서"),
    "param.alex_scale": ("One colour scale for", "색 눈금의 범위"),
    "param.alex_channel": ("Channel or unit", "채널 또는 유닛 번호"),
    "param.alex_row": ("Row", "행"),
    "param.alex_col": ("Column", "열"),
    "param.alex_method": ("Method", "방법"),
    "param.alex_class": ("Evidence for the class", "근거를 볼 클래스"),
    "param.alex_cam_layer": ("Convolution layer", "합성곱층"),
    "param.alex_patch": ("Patch, pixels wide", "가림판의 너비(픽셀)"),
    "choice.alex_photo.upload": ("Your own file …", "내 사진 파일…"),
    "choice.alex_photo.webcam": ("The camera …", "카메라로 찍기…"),
    "choice.alex_sort.index": ("as in the network", "신경망에 저장된 순서"),
    "choice.alex_sort.mean": ("highest mean first", "평균이 큰 순서"),
    "choice.alex_sort.max": ("highest value first", "최댓값이 큰 순서"),
    "choice.alex_scale.map": ("each map", "특징 맵마다 따로"),
    "choice.alex_scale.layer": ("the layer", "이 층 전체"),
    "choice.alex_scale.all": ("all layers", "모든 층"),
    "choice.alex_method.grad_cam": ("Grad-CAM", "Grad-CAM"),
    "choice.alex_method.occlusion": ("Occlusion", "가려 보기(occlusion)"),
    "notice.alex_picture_missing": (
        "This link was made with a picture that never left the sender's machine. A shipped photo "
        "stands in.",
        "이 링크를 만들 때 쓴 그림은 보낸 사람의 컴퓨터에만 있습니다. 대신 기본 사진을 "
        "보여 줍니다.",
    ),
    # The picture
    "alex.upload": ("A picture of yours", "내 사진"),
    "alex.camera": ("Take a picture", "사진 찍기"),
    "alex.wait.upload": (
        "Choose a file on the left; the network answers as soon as it is there.",
        "왼쪽에서 파일을 고르면 신경망이 바로 답합니다.",
    ),
    "alex.wait.webcam": (
        "Take a picture on the left; the network answers as soon as it is there.",
        "왼쪽에서 사진을 찍으면 신경망이 바로 답합니다.",
    ),
    "alex.crop": (
        "The photo ({size}); the frame is the part that the network gets.",
        "원본 사진({size}). 테두리 안쪽만 신경망에 들어갑니다.",
    ),
    "alex.sees": ("What the network really sees", "신경망이 실제로 보는 것"),
    "alex.sees_words": (
        "The shorter side becomes 256 pixels, the middle, {side}×{side}, is cut out, and each colour "
        "becomes (value / 255 − mean) / standard deviation, with ImageNet's mean and deviation. "
        "It gets nothing but these numbers: 3×{side}×{side}.",
        "짧은 변을 256픽셀로 줄이고 가운데 {side}×{side} 부분을 잘라 낸 다음, 색마다 (값 / 255 − 평균) / "
        "표준편차를 계산합니다. 평균과 표준편차는 ImageNet의 것입니다. 신경망에 들어가는 것은 이 "
        "3×{side}×{side}개의 수뿐입니다.",
    ),
    "alex.resized": ("resized to {size}", "크기 조정 {size}"),
    "alex.cropped": ("cut out, {size}", "가운데 {size}"),
    "alex.red": ("red, {low} to {high}", "빨강, {low}~{high}"),
    "alex.green": ("green, {low} to {high}", "초록, {low}~{high}"),
    "alex.blue": ("blue, {low} to {high}", "파랑, {low}~{high}"),
    # Parts
    "alex.part.prediction": ("What it thinks", "신경망의 답"),
    "alex.part.inside": ("Inside: every channel of a layer", "안쪽: 한 층의 모든 채널"),
    "alex.part.unit": ("One unit, opened", "유닛 하나 열어 보기"),
    "alex.part.why": ("Why it thinks so", "왜 그렇게 답했을까"),
    # Prediction
    "alex.bars_alt": (
        "The most probable classes; the first is {name} with {share}.",
        "확률이 가장 높은 클래스. 1위는 {name}, {share}입니다.",
    ),
    "alex.rest_none": (
        "There are no other classes. Forward pass {forward} ms, opening and preparing the picture "
        "{prepare} ms.",
        "다른 클래스는 없습니다. 순전파에 {forward} ms, 사진을 열고 준비하는 데 {prepare} ms 걸렸습니다.",
    ),
    "alex.rest": (
        "The other {others:class has|{others} classes share} {rest}. Forward pass {forward} ms, opening "
        "and preparing the picture {prepare} ms.",
        "나머지 {others}개 클래스의 확률은 모두 합해 {rest}입니다. 순전파에 {forward} ms, 사진을 "
        "열고 준비하는 데 {prepare} ms 걸렸습니다.",
    ),
    "alex.truth.first": (
        "Right: the photo's class, **{name}**, comes first.",
        "맞혔습니다. 확률 1위가 이 사진의 클래스와 같습니다: **{name}**.",
    ),
    "alex.truth.later": (
        "Wrong: the photo's class, **{name}**, comes only in place {place} of {classes}, with {share}.",
        "틀렸습니다. 이 사진의 클래스는 {classes}개 가운데 {place}위이고 확률은 {share}입니다: "
        "**{name}**.",
    ),
    "alex.truth.none": (
        "“{photo}” is not one of the {classes} {classes:class|classes}: the network can only choose among them. It "
        "cannot say “something else”, so any answer is wrong.",
        "이 사진({photo})은 클래스 {classes}개 가운데 어디에도 속하지 않습니다. 신경망은 이 클래스 "
        "가운데 하나를 고를 수밖에 없고 ‘모르는 것’이라고 답하지 못하므로, 어떤 답을 해도 틀립니다.",
    ),
    "alex.softmax": ("From logits to probabilities", "로짓에서 확률로"),
    "alex.softmax_words": (
        "The last layer gives one number per class, its logit z: {classes} in all. Softmax raises e to "
        "each and divides by the sum of all; subtracting the largest logit first changes nothing but "
        "keeps the numbers small.",
        "마지막 층은 클래스마다 수 하나, 곧 로짓 z를 내놓습니다. 모두 {classes}개입니다. 소프트맥스는 "
        "e의 거듭제곱을 모두의 합으로 나눕니다. 가장 큰 로짓을 먼저 빼도 결과는 같고, 수가 너무 "
        "커지지 않습니다.",
    ),
    "alex.calibrated": (
        "Here every logit is divided by a temperature, T = {temperature}, before softmax. The order "
        "of the classes stays; the probabilities come closer to how often they are right. T was "
        "fitted to one half of the validation photos; the model card has what it changed on the "
        "other half.",
        "여기서는 소프트맥스 전에 모든 로짓을 온도 T = {temperature:으로/로} 나눕니다. 클래스의 순서는 "
        "그대로이고, 확률은 실제로 맞히는 비율에 더 가까워집니다. T는 검증 사진의 절반으로 "
        "정했으며, 나머지 절반에서 얼마나 달라졌는지는 모델 카드에 있습니다.",
    ),
    "alex.col_class": ("class", "클래스"),
    "alex.col_logit": ("logit z", "로짓 z"),
    "alex.col_sum": ("sum of all", "전체 합"),
    "alex.col_probability": ("probability", "확률"),
    "alex.times": ("Time of each layer", "층마다 걸린 시간"),
    "alex.times_words": (
        "All layers together took {total} ms, measured in this very run; {layer} alone {share} of "
        "it. Convolutions compute most, fully connected layers hold most of the weights.",
        "이번 실행에서 모든 층을 지나는 데 {total} ms가 걸렸고, 그중 {layer} 층이 {share}입니다. "
        "계산은 합성곱층에, 가중치는 완전 연결층에 가장 많습니다.",
    ),
    "alex.times_alt": (
        "Milliseconds of each layer; {layer} took longest.",
        "층별 시간(ms). {layer} 층이 가장 오래 걸렸습니다.",
    ),
    "alex.col_layer": ("layer", "층"),
    "alex.col_shape": ("output", "출력"),
    "alex.col_parameters": ("parameters", "매개변수"),
    "alex.weights.file": ("weights from a file", "사용자 파일의 가중치"),
    "alex.weights.official": ("official ImageNet weights", "공식 ImageNet 가중치"),
    "alex.weights.shipped": ("shipped weights", "기본 제공 가중치"),
    "alex.weights.own": ("your own weights", "내 가중치"),
    "alex.weights.random": ("random weights", "무작위 가중치"),
    # Weights
    "alex.weights_title": ("Network and weights", "신경망과 가중치"),
    "alex.random": (
        "**Random weights: the answers mean nothing.** There are no trained weights on this "
        "machine. Everything else on the page is real: every map, product and sum. Fetch the "
        "official weights with the button in the sidebar, or name a file in "
        "`CONVSCOPE_ALEXNET_WEIGHTS`.",
        "**무작위 가중치라 답에 아무 뜻이 없습니다.** 이 컴퓨터에는 학습한 가중치가 없습니다. "
        "다만 맵, 곱, 합은 모두 실제로 계산한 것입니다. 사이드바의 버튼으로 공식 가중치를 "
        "내려받거나, `CONVSCOPE_ALEXNET_WEIGHTS`에 파일 경로를 지정하십시오.",
    ),
    "alex.source.file": (
        "Weights from the file {file}, {classes} {classes:class|classes}.",
        "{file} 파일의 가중치, 클래스 {classes}개.",
    ),
    "alex.source.official": (
        "The official ImageNet weights ({file}), {classes} {classes:class|classes}.",
        "공식 ImageNet 가중치({file}), 클래스 {classes}개.",
    ),
    "alex.source.shipped": (
        "Weights that come with ConvScope ({file}), {classes} {classes:class|classes} of everyday things.",
        "ConvScope에 들어 있는 가중치({file}), 일상 사물 {classes}개 클래스.",
    ),
    "alex.source.own": (
        "Your own weights ({file}), {classes} {classes:class|classes}, for this visit alone.",
        "직접 올린 가중치({file}), 클래스 {classes}개. 이 방문에서만 씁니다.",
    ),
    "alex.source.random": (
        ":red[Random weights, {classes} {classes:class|classes}, never trained.]",
        ":red[학습하지 않은 무작위 가중치, 클래스 {classes}개.]",
    ),
    "alex.accuracy": (
        "Of {photos} {photos:photo|photos} it had not seen, the first guess is right for {top1}%, one of "
        "the first five for {top5}%.",
        "처음 보는 사진 {photos}장에서 1위 답이 맞은 비율은 {top1}%, 5위 안에 정답이 든 비율은 "
        "{top5}%입니다.",
    ),
    "alex.shipped_right": (
        "Of the {photos} {photos:photo|photos} to choose here, {known} {known:shows|show} one of its "
        "classes and {right} of these {right:comes|come} out right first ({chosen} of them "
        "{chosen:was added because it does|were added because they do}).",
        "여기서 고를 수 있는 사진 {photos}장 가운데 {known}장이 이 클래스에 속하고, 그중 {right}장을 "
        "1위로 맞힙니다(맞히기 때문에 더한 사진이 {chosen}장입니다).",
    ),
    "alex.no_accuracy": ("Their accuracy was never measured.", "정확도는 측정한 적이 없습니다."),
    "alex.card": ("Model card", "모델 카드"),
    "alex.card.calibration": (
        "**Calibration.** Logits are divided by T = {temperature}, fitted to {fitted} validation "
        "{fitted:photo|photos}. On {measured} {measured:other|others} the probabilities are off by "
        "{before}% on average without it and by {after}% with it (expected calibration error).",
        "**확률 보정.** 검증 사진 {fitted}장으로 정한 T = {temperature:으로/로} 로짓을 나눕니다. 다른 "
        "{measured}장에서 기대 보정 오차(ECE)는 보정 전 {before}%, 보정 후 {after}%입니다.",
    ),
    "alex.card.data": ("Data.", "데이터."),
    "alex.card.recipe": ("Training.", "학습."),
    "alex.card.limits": ("What it is bad at.", "약한 점."),
    "alex.card.licence": ("Licence.", "라이선스."),
    "alex.download_words": (
        "The official weights know 1000 classes. They come from {host}.",
        "공식 가중치는 클래스 1000개를 구별합니다. {host}에서 내려받습니다.",
    ),
    "alex.download": ("Download, {size} MB", "내려받기({size} MB)"),
    "alex.downloading": ("Downloading the official weights", "공식 가중치를 내려받는 중입니다"),
    "alex.connecting": ("Connecting …", "연결하는 중…"),
    "alex.bytes": ("{done} of {total} {total:byte|bytes}", "{total}바이트 중 {done}바이트"),
    "alex.left": ("{minutes} min {seconds} s left", "{minutes}분 {seconds}초 남음"),
    "alexnet.error.download_failed": (
        "The download ended for a reason that was not expected; the next try goes on from there.",
        "예상하지 못한 이유로 내려받기가 끝났습니다. 다시 시도하면 이어서 받습니다.",
    ),
}
