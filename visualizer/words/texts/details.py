"""What stands under every stage: proof, editing; titles on the stage; the backward pass."""

TEXTS: dict[str, tuple[str, str]] = {
    "proof.lead": (
        "torch computes the same call in float64, here and now. It takes a few seconds the first"
        " time, because torch is loaded only for this.",
        "같은 계산을 torch로 지금 다시 합니다(float64). torch를 이때 처음 불러오므로 처음 한 번은"
        " 몇 초 걸립니다.",
    ),
    "proof.button": ("Prove it with torch", "torch로 검증하기"),
    "proof.working": ("torch is computing …", "torch가 계산하고 있습니다 …"),
    "proof.equal": (
        "Equal. {count} {count:value|values} compared; the greatest difference is {difference}.",
        "같습니다. 값 {count}개를 비교했고, 가장 큰 차이는 {difference}입니다.",
    ),
    "proof.unequal": (
        "Not equal: the greatest difference is {difference}. Please report this.",
        "다릅니다. 가장 큰 차이는 {difference}입니다. 이 문제를 알려 주십시오.",
    ),
    "proof.missing": (
        "torch is not installed here, so the proof cannot run. Everything else works without it.",
        "torch가 설치되어 있지 않아 검증할 수 없습니다. 나머지는 torch 없이도 모두 쓸 수 있습니다.",
    ),
    "proof.rounding": (
        "A difference this small is the rounding of float64: the same sum in another order.",
        "이만큼 작은 차이는 float64의 반올림 때문에 생깁니다. 같은 합을 다른 순서로 더했을 뿐입니다.",
    ),
    "edit.input": ("Edit the input", "입력값 고치기"),
    "edit.kernel": ("Edit the kernel", "커널 고치기"),
    "edit.which": ("Grid", "격자"),
    "edit.channel": ("channel {channel}", "채널 {channel}"),
    "edit.weights": ("filter {filter}, channel {channel}", "필터 {filter}, 채널 {channel}"),
    "edit.hint": ("Numbers from −999 to 999.", "−999부터 999까지의 수를 넣습니다."),
    "edit.no_number": (
        "Row {row}, column {column}: {typed} is no number, so {used} stays. Allowed are numbers from"
        " {low} to {high}.",
        "{row}행 {column}열: {typed:은/는} 수가 아니므로 {used:을/를} 그대로 둡니다. {low}부터"
        " {high}까지의 수를 넣을 수 있습니다.",
    ),
    "edit.empty": (
        "Row {row}, column {column}: nothing was typed, so {used} stays. Allowed are numbers from"
        " {low} to {high}.",
        "{row}행 {column}열: 비어 있으므로 {used:을/를} 그대로 둡니다. {low}부터 {high}까지의 수를 넣을"
        " 수 있습니다.",
    ),
    "edit.too_large": (
        "Row {row}, column {column}: {typed} is out of range. Allowed are numbers from {low} to"
        " {high}, so {used} was put.",
        "{row}행 {column}열: {typed:은/는} 범위를 벗어납니다. {low}부터 {high}까지의 수만 넣을 수"
        " 있으므로 {used:을/를} 넣었습니다.",
    ),
    "edit.too_fine": (
        "Row {row}, column {column}: {typed} has more than six decimals, so {used} was put.",
        "{row}행 {column}열: {typed:은/는} 소수점 아래가 여섯 자리를 넘으므로 {used:을/를} 넣었습니다.",
    ),
    "edit.more": (
        "The same happened in {count} more {count:cell|cells}.",
        "다른 칸 {count}개에서도 같은 일이 있었습니다.",
    ),
    "origin.own": ("your own", "내 사진"),
    "origin.network_2012": ("network of 2012", "2012년 신경망"),
    "origin.weights_random": ("random weights", "무작위 가중치"),
    "origin.weights_own": ("your own weights", "내 가중치"),
    "origin.back": ("Back to this unit", "이 유닛으로 돌아가기"),
    "stage.of": ("{name} {shape}", "{name} {shape}"),
    # The backward pass.
    "param.pass": ("Direction", "방향"),
    "help.pass": (
        "Forward computes the output. Backward takes the loss's gradient at the output and follows it"
        " back.",
        "순전파는 출력을 계산합니다. 역전파는 손실의 출력에 대한 기울기를 받아 거꾸로 되짚어 갑니다.",
    ),
    "choice.pass.forward": ("Forward", "순전파"),
    "choice.pass.input": ("Backward, to the input", "역전파: 입력의 기울기"),
    "choice.pass.weight": ("Backward, to the kernel", "역전파: 커널의 기울기"),
    # The same switch above the stage, where a phone has room for little.
    "back.bar_forward": ("Forward", "순전파"),
    "back.bar_input": ("Back to input", "입력으로"),
    "back.bar_weight": ("Back to kernel", "커널로"),
    "param.upstream": ("Gradient at the output", "출력의 기울기"),
    "help.upstream": (
        "How much the loss grows with each output number; everything further back follows from it.",
        "출력값 하나가 커질 때 손실이 얼마나 커지는지입니다. 그 앞의 기울기는 모두 여기서 나옵니다.",
    ),
    "choice.upstream.ones": ("1 everywhere", "모두 1"),
    "choice.upstream.typed": ("Typed", "직접 입력"),
    "choice.upstream.target": ("From a target", "목표와의 차이"),
    "param.aim": ("Target picture", "목표 그림"),
    "help.aim": (
        "What the output is to become. Your own picture or numbers can be the target too.",
        "출력이 닮아야 할 그림입니다. 내 그림이나 직접 입력한 값도 쓸 수 있습니다.",
    ),
    "param.gradient": ("Gradient numbers", "기울기 값"),
    "param.target": ("Target numbers", "목표값"),
    "back.aim_upload": ("Your picture as the target", "목표로 삼을 내 그림"),
    "back.edit_gradient": ("Edit the gradient at the output", "출력의 기울기 고치기"),
    "back.edit_target": ("Edit the target", "목표값 고치기"),
    "back.paint_painting": ("Painting the target", "목표 칠하기 도구"),
    "back.paint_easel": (
        "The target, to be painted. The arrow keys go from cell to cell, Enter or Space paints.",
        "칠할 수 있는 목표 그림. 화살표 키로 칸을 옮기고, Enter나 스페이스로 칠합니다.",
    ),
    "back.paint_at": ("Row {row}, column {col}: {value}", "{row}행 {col}열: {value}"),
    "back.paint_all": (
        "Seen is the first map; what is painted goes into every map.",
        "보이는 것은 첫 번째 특징 맵입니다. 칠한 값은 모든 특징 맵에 들어갑니다.",
    ),
    "back.title": ("What flows back", "거꾸로 흐르는 기울기"),
    # Where the gradient at the output is from.
    "back.ones": (
        "The gradient at the output is 1 everywhere, as if the loss were the sum of all outputs.",
        "출력의 기울기는 모두 1입니다. 손실이 출력값의 합일 때와 같습니다.",
    ),
    "back.typed": (
        "The gradient at the output was typed in.",
        "출력의 기울기는 직접 입력한 값입니다.",
    ),
    "back.target": (
        "The loss is the mean squared error between output y and target t, here {loss}. So the gradient"
        " at each output is the difference y − t, doubled, over the count of {count}: for the first one"
        " 2·({y} − {t}) / {count} = {gradient}.",
        "손실은 출력 y와 목표 t의 평균 제곱 오차이고, 지금은 {loss}입니다. 그래서 출력의 기울기는 차이 y − t를"
        " 두 배 하여 개수 {count:으로/로} 나눈 값입니다. 첫 번째 값은 2·({y} − {t}) / {count} ="
        " {gradient}입니다.",
    ),
    "back.slope": (
        "First it goes back through {name}: every gradient is multiplied by the slope at its sum, for"
        " the first one {gradient}·{slope} = {result}. The stage begins with these products.",
        "먼저 {name} 함수를 거꾸로 지나며 합에서의 접선 기울기를 곱합니다. 첫 번째 값은"
        " {gradient}·{slope} = {result}입니다. 위 그림은 이 곱에서 시작합니다.",
    ),
    "back.y": ("output y", "출력 y"),
    "back.t": ("target t", "목표 t"),
    "back.given": ("gradient at the output", "출력의 기울기"),
    "back.slopes": ("slope of {name}", "{name}의 접선 기울기"),
    "back.sums": ("gradient at the sums", "합의 기울기"),
    "back.first_map": ("Drawn is the first map.", "그림은 첫 번째 특징 맵입니다."),
    "back.where_from": ("Where this gradient is from", "이 기울기가 나온 과정"),
}
