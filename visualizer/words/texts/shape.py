"""Why the output has its shape, what it costs, and the note on cross-correlation."""

TEXTS: dict[str, tuple[str, str]] = {
    "shape.letters": (
        "n input, k kernel, s stride, p padding, d dilation, o output; ⌊ ⌋ rounds down.",
        "n 입력, k 커널, s 스트라이드, p 패딩, d 팽창률, o 출력. ⌊ ⌋ 기호는 내림입니다.",
    ),
    "shape.letters_transposed": (
        "n input, k kernel, s stride, p padding, d dilation, q output padding, o output.",
        "n 입력, k 커널, s 스트라이드, p 패딩, d 팽창률, q 출력 패딩, o 출력.",
    ),
    "shape.both": ("In each direction", "가로와 세로 모두"),
    "shape.down": ("Vertically", "세로로"),
    "shape.across": ("Horizontally", "가로로"),
    "shape.exact": (
        "{along}, the window spans {extent} of {padded} {padded:cell|cells} and can move by {room}."
        " Moved {stride} {stride:cell|cells} at a time, it ends exactly at the edge: {places} {places:place|places},"
        " counting the first.",
        "{along} {padded}칸 안에서 {extent}칸짜리 윈도가 움직일 수 있는 거리는 {room}칸입니다."
        " {stride}칸씩 움직이면 끝에 딱 맞습니다. 첫 자리까지 세면 놓을 자리는 {places}곳입니다.",
    ),
    "shape.filled": (
        "{along}, the window fills {padded:the only cell|all {padded} cells}: there is one place for"
        " it.",
        "{along} 윈도가 {padded}칸을 꽉 채우므로 놓을 자리는 한 곳입니다.",
    ),
    "shape.floor": (
        "{along}, the window spans {extent} of {padded} {padded:cell|cells} and can move by {room}."
        " Moved {stride} {stride:cell|cells} at a time, it stops {rest} {rest:cell|cells} short of the edge, so the"
        " division is rounded down: {places} {places:place|places}, counting the first.",
        "{along} {padded}칸 안에서 {extent}칸짜리 윈도가 움직일 수 있는 거리는 {room}칸입니다."
        " {stride}칸씩 움직이면 {rest}칸이 남아 한 번 더 갈 수 없으므로 내림합니다."
        " 첫 자리까지 세면 놓을 자리는 {places}곳입니다.",
    ),
    "shape.same": (
        "PyTorch offers “same” for stride 1 alone. With stride 2, TensorFlow would pad {before}"
        " {before:cell|cells} before and {after} after, for an output of {places}; a padding of"
        " {after} {after:cell|cells} on every side gives {by_number}.",
        "PyTorch의 same 패딩은 스트라이드 1에서만 쓸 수 있습니다. 스트라이드가 2라면 TensorFlow는"
        " 앞에 {before}칸, 뒤에 {after}칸을 채워 출력 크기를 {places:으로/로} 만들고, 사방에 {after}칸씩"
        " 채우면 출력 크기는 {by_number:이/가} 됩니다.",
    ),
    "shape.unused_rows": (
        "No window reads {rows:row|rows} {rows} of the input: the stride passes {rows:it|them} by.",
        "스트라이드 때문에 어떤 윈도도 읽지 않는 입력의 행: {rows}.",
    ),
    "shape.unused_columns": (
        "No window reads {columns:column|columns} {columns} of the input: the stride passes"
        " {columns:it|them} by.",
        "스트라이드 때문에 어떤 윈도도 읽지 않는 입력의 열: {columns}.",
    ),
    "shape.transposed": (
        "Zeros inserted between neighbouring input cells: {zeros} (stride − 1); on each side of the"
        " input: {around} (cells the kernel spans − 1 − padding). Then the kernel, turned by 180°,"
        " slides over all of it with stride 1.",
        "이웃한 입력 칸 사이에는 0을 {zeros}개씩(스트라이드 − 1), 둘레에는 {around}칸씩(커널이 걸치는"
        " 칸 수 − 1 − 패딩) 넣은 다음, 180° 돌린 커널을 한 칸씩 움직입니다.",
    ),
    "shape.output_padding": (
        "Output padding adds {extra} {extra:row|rows} at the bottom and {extra}"
        " {extra:column|columns} on the right.",
        "출력 패딩으로 아래에 {extra}행, 오른쪽에 {extra}열이 더해집니다.",
    ),
    "shape.transposed_turned": (
        "The sliding kernel is the one in the settings, turned by 180°. Seen from the input, nothing"
        " is turned: every input number adds its multiple of the kernel to the output, and where"
        " these overlap they add up.",
        "움직이는 커널은 설정한 커널을 180° 돌린 것입니다. 입력 쪽에서 보면 돌릴 것이 없습니다."
        " 입력값마다 그 값을 곱한 커널을 출력에 더하고, 겹치는 곳은 합칩니다.",
    ),
    "shape.parameters": ("Parameters", "매개변수 수"),
    "shape.parameters_how": (
        "{sum}: the weights, and one bias per filter",
        "{sum}: 가중치와 필터별 편향",
    ),
    "shape.parameters_plain": ("{sum}: the weights, no bias", "{sum}: 가중치만, 편향 없음"),
    "shape.cost": ("Multiply-adds (MACs)", "곱셈-누산(MAC) 수"),
    "shape.cost_how": (
        "{sum}: output values · products for each",
        "{sum}: 출력값 수 · 출력값 하나에 드는 곱의 수",
    ),
    "shape.cost_transposed": (
        "{sum}: input values · products for each; the inserted zeros are not counted",
        "{sum}: 입력값 수 · 입력값 하나에 드는 곱의 수. 사이에 넣은 0은 세지 않습니다",
    ),
    "shape.field": ("Receptive field", "수용 영역"),
    "shape.reach": (
        "input cells that one output cell sees in a channel",
        "출력 한 칸이 채널마다 보는 입력의 범위",
    ),
    "shape.reach_dilated": (
        "d(k − 1) + 1: wider than the kernel, with gaps between",
        "d(k − 1) + 1: 커널보다 넓지만 사이사이를 건너뜁니다",
    ),
    "shape.reach_transposed": (
        "input cells that reach one output cell, at most",
        "출력 한 칸에 닿는 입력 칸(가장 많을 때)",
    ),
    "shape.correlation": (
        "Strictly speaking this is cross-correlation: the kernel is used as it is written."
        " Convolution in mathematics turns it by 180° first. Networks learn their kernels, so"
        " either way would do.",
        "엄밀히 말하면 이 계산은 교차 상관입니다. 커널을 적힌 그대로 올려놓기 때문입니다. 수학의"
        " 합성곱은 커널을 먼저 180° 돌립니다. 신경망은 커널을 학습하므로 어느 쪽이든 상관없습니다.",
    ),
    "shape.flip_same": (
        "This kernel looks the same when turned, so nothing would change.",
        "이 커널은 돌려도 그대로이므로 결과가 달라지지 않습니다.",
    ),
    "shape.flip_sign": (
        "Turned, this kernel has every sign reversed: each sum would change its sign.",
        "이 커널은 돌리면 부호가 모두 바뀌므로 합의 부호도 모두 바뀝니다.",
    ),
    "shape.flip_other": (
        "With this kernel turned, step {step} would give {flipped} instead of {now}.",
        "이 커널을 돌려서 쓰면 {step}단계의 결과가 {now}에서 {flipped:으로/로} 바뀝니다.",
    ),
    "shape.flip_here": (
        "This kernel turned is another one, but on this input every result stays the same.",
        "이 커널을 돌리면 다른 커널이 되지만, 이 입력에서는 결과가 하나도 바뀌지 않습니다.",
    ),
}
