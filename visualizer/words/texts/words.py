"""A step in words."""

TEXTS: dict[str, tuple[str, str]] = {
    "words.step": ("Step {step} of {steps}.", "{steps}단계 중 {step}단계입니다."),
    "words.filter": ("Filter {filter}.", "필터 {filter}번입니다."),
    "words.filter_named": ("Filter {filter}: {name}.", "필터 {filter}번({name})입니다."),
    "words.covers": (
        "The window covers {rows:row|rows} {rows} and {columns:column|columns} {columns} of the"
        " input.",
        "윈도 위치: 입력의 {rows}행, {columns}열.",
    ),
    "words.covers_nothing": (
        "The window covers no input cell, only cells around or between them.",
        "윈도가 입력 칸을 하나도 덮지 않고, 그 둘레나 사이의 칸만 덮습니다.",
    ),
    "words.beside": (
        "{count} of its {cells} {cells:cell|cells} {count:is|are} padding.",
        "윈도의 {cells}칸 가운데 {count}칸은 패딩입니다.",
    ),
    "words.beside_transposed": (
        "{count} of its {cells} {cells:cell|cells} {count:is padding or an inserted zero|are padding or inserted"
        " zeros}.",
        "윈도의 {cells}칸 가운데 {count}칸은 패딩이거나 사이에 넣은 0입니다.",
    ),
    "words.product": (
        "There is one product: {sum} = {total}.",
        "곱은 하나입니다: {sum} = {total}.",
    ),
    "words.sum": (
        "The products add up: {sum} = {total}.",
        "곱을 모두 더합니다: {sum} = {total}.",
    ),
    "words.channel_sums": (
        "The sums of the channels add up: {sums} = {total}.",
        "채널마다 구한 합을 더합니다: {sums} = {total}.",
    ),
    "words.bias": ("With the bias {bias}: {result}.", "편향 {bias:을/를} 더하면 {result}입니다."),
    "words.activation": ("{name} gives {result}.", "{name} 함수를 적용하면 {result}입니다."),
    "words.goes": (
        "It goes to row {row}, column {column} of the output.",
        "이 값은 출력의 {row}행 {column}열에 들어갑니다.",
    ),
    "words.goes_map": (
        "It goes to row {row}, column {column} of output map {map}.",
        "이 값은 출력의 특징 맵 {map}번, {row}행 {column}열에 들어갑니다.",
    ),
    "words.padding": ("padding", "패딩"),
    "words.inserted": ("inserted 0", "넣은 0"),
    "words.column_channel": ("Channel", "채널"),
    "words.column_row": ("Row", "행"),
    "words.column_column": ("Column", "열"),
    "words.column_value": ("Input", "입력"),
    "words.column_weight": ("Weight", "가중치"),
    "words.column_product": ("Product", "곱"),
    "words.row_channel_sum": ("Channel sum", "채널 합"),
    "words.row_sum": ("Sum", "합"),
    "words.row_bias": ("Bias", "편향"),
    "words.row_result": ("Result", "결과"),
    "words.alt": (
        "Convolution: input {input}, kernel {kernel}, output {output}.",
        "합성곱: 입력 {input}, 커널 {kernel}, 출력 {output}.",
    ),
    "words.alt_transposed": (
        "Transposed convolution: input {input}, kernel {kernel}, output {output}.",
        "전치 합성곱: 입력 {input}, 커널 {kernel}, 출력 {output}.",
    ),
    "words.alt_values": ("Output values, row by row: {values}.", "출력값(행 순서): {values}."),
    "words.alt_range": (
        "Output values from {low} to {high}.",
        "출력값의 범위: 최소 {low}, 최대 {high}.",
    ),
}
