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
    "shape.both": ("Each way", "가로와 세로 모두"),
    "shape.down": ("Downwards", "세로로"),
    "shape.across": ("Across", "가로로"),
    "shape.exact": (
        "{along}, a window of {extent} in {padded} cells can move by {room}. Strides of {stride}"
        " end exactly at the rim; with the first place that makes {places}.",
        "{along} {padded}칸 안에서 {extent}칸짜리 윈도가 움직일 수 있는 거리는 {room}칸입니다."
        " {stride}칸씩 움직이면 끝에 딱 맞습니다. 첫 자리까지 세면 놓을 자리는 {places}곳입니다.",
    ),
    "shape.filled": (
        "{along}, the window fills all {padded} cells: there is one place for it.",
        "{along} 윈도가 {padded}칸을 꽉 채우므로 놓을 자리는 한 곳입니다.",
    ),
    "shape.floor": (
        "{along}, a window of {extent} in {padded} cells can move by {room}. Strides of {stride}"
        " leave {rest} over, too little for another, so the division is rounded down; with the"
        " first place that makes {places}.",
        "{along} {padded}칸 안에서 {extent}칸짜리 윈도가 움직일 수 있는 거리는 {room}칸입니다."
        " {stride}칸씩 움직이면 {rest}칸이 남아 한 번 더 갈 수 없으므로 내림합니다."
        " 첫 자리까지 세면 놓을 자리는 {places}곳입니다.",
    ),
    "shape.same": (
        "torch offers “same” for stride 1 alone. With stride 2 TensorFlow would pad {before} before"
        " and {after} after and make {places}; padding {after} by number makes {by_number}.",
        "torch의 same 패딩은 스트라이드 1에서만 됩니다. 스트라이드가 2라면 TensorFlow는 앞에"
        " {before}칸, 뒤에 {after}칸을 채워 {places}칸을 만들고, 패딩을 숫자로 {after:으로/로} 하면"
        " {by_number}칸이 됩니다.",
    ),
    "shape.unused_rows": (
        "Input rows that no window ever reads, because the strides pass them by: {rows}.",
        "스트라이드가 지나쳐 어떤 윈도도 읽지 않는 입력의 행: {rows}.",
    ),
    "shape.unused_columns": (
        "Input columns that no window ever reads, because the strides pass them by: {columns}.",
        "스트라이드가 지나쳐 어떤 윈도도 읽지 않는 입력의 열: {columns}.",
    ),
    "shape.transposed": (
        "Zeros inserted between neighbouring input cells: {zeros} (stride − 1); around them:"
        " {around} (cells the kernel spans − 1 − padding). Then the kernel, turned by 180°, slides"
        " over all of it with stride 1.",
        "이웃한 입력 칸 사이에 0을 {zeros}개씩(스트라이드 − 1), 둘레에는 {around}칸씩(커널이 걸치는"
        " 칸 − 1 − 패딩) 넣고, 180° 돌린 커널을 한 칸씩 움직입니다.",
    ),
    "shape.output_padding": (
        "Output padding: {extra} more at the bottom and on the right.",
        "출력 패딩으로 아래와 오른쪽에 {extra}칸이 더해집니다.",
    ),
    "shape.transposed_turned": (
        "The sliding kernel is the typed one turned by 180°. Seen from the input it is the other"
        " way round: every input number lays the kernel, as typed, onto the output, and what"
        " overlaps adds up.",
        "움직이는 커널은 입력한 커널을 180° 돌린 것입니다. 입력 쪽에서 보면 입력값마다 커널을 적힌"
        " 그대로 출력에 펼치고, 겹치는 값을 더하는 것과 같습니다.",
    ),
    "shape.parameters": ("Parameters", "파라미터 수"),
    "shape.parameters_how": (
        "{sum}: the weights, and one bias a filter",
        "{sum}: 가중치와 필터별 편향",
    ),
    "shape.parameters_plain": ("{sum}: the weights, no bias", "{sum}: 가중치만, 편향 없음"),
    "shape.cost": ("Multiply-adds", "곱셈·덧셈 수"),
    "shape.cost_how": ("{sum}: outputs · products for each", "{sum}: 출력값 수 · 하나에 드는 곱"),
    "shape.cost_transposed": (
        "{sum}: inputs · products for each; zeros that were inserted are not counted",
        "{sum}: 입력값 수 · 하나에 드는 곱. 사이에 넣은 0은 세지 않습니다",
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
        "at most so many input cells reach one output cell",
        "출력 한 칸에 닿는 입력은 많아야 이만큼입니다",
    ),
    "shape.correlation": (
        "Strictly speaking this is cross-correlation: the kernel is laid on as it is written."
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
        "With this kernel turned, the first result would be {flipped} instead of {now}.",
        "이 커널을 돌려서 쓰면 첫 결과가 바뀝니다: {now} → {flipped}.",
    ),
}
