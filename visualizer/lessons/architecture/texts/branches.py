"""The architecture page's branches: the drawing's marks, sources, blocks, and reordering."""

TEXTS: dict[str, tuple[str, str]] = {
    # The drawing.
    "arch.click_graph": (
        "Click a box or a mark for its layer.",
        "상자나 기호를 누르면 그 층을 자세히 봅니다.",
    ),
    "arch.marks": (
        "⊕ adds two maps cell by cell; the square with bars lays the channels of its branches behind"
        " each other. An arc goes past the boxes below it; where it leaves a row, its end names the"
        " layer where it goes on.",
        "⊕는 두 특징 맵을 칸마다 더하고, 줄이 그어진 네모는 갈래들의 채널을 이어 붙입니다. 호는 그 아래"
        " 상자들을 건너뛰며, 다른 줄로 넘어가는 호의 끝에는 이어지는 층의 이름이 있습니다.",
    ),
    "arch.alt_branches": ("Branches meet: {joins}.", "갈래가 만나는 곳: {joins}."),
    "arch.alt_add": ("{name} adds {layers}", "{name:은/는} {layers:을/를} 더함"),
    "arch.alt_concat": ("{name} concatenates {layers}", "{name:은/는} {layers:을/를} 이어 붙임"),
    "arch.alt_more": ("{count} more", "그 밖에 {count}곳"),
    # Which layers a branch reads.
    "arch.source.from": ("Go back to", "돌아갈 곳"),
    "arch.source.add": ("Add the output of", "출력을 더할 층"),
    "arch.source.concat": ("Concatenate with", "이어 붙일 층"),
    "arch.source_help.from": (
        "The next layer reads this output: a branch begins.",
        "다음 층은 여기서 고른 층의 출력을 읽습니다. 이렇게 갈래가 시작됩니다.",
    ),
    "arch.source_help.add": (
        "It is added to the output of the layer before; both must have one shape.",
        "바로 앞 층의 출력에 더합니다. 둘의 형상이 같아야 합니다.",
    ),
    "arch.source_help.concat": (
        "Their channels come first, in this order, those of the layer before last; rows and columns"
        " must be equal.",
        "고른 차례대로 채널을 놓고, 바로 앞 층의 채널을 맨 뒤에 붙입니다. 행과 열의 수는 같아야 합니다.",
    ),
    "arch.source_none": ("Choose layers", "층을 고르십시오"),
    # Pairs of numbers.
    "arch.apart": ("Rows and columns differ", "행과 열을 따로"),
    "arch.apart_rows": ("{field}: rows", "{field}: 행"),
    "arch.apart_columns": ("{field}: columns", "{field}: 열"),
    # Blocks.
    "arch.block.residual": ("Residual block", "잔차 블록"),
    "arch.block.two_branches": ("Two branches", "두 갈래"),
    "arch.block_how.residual": (
        "Two 3×3 convolutions with batch normalisation, and their input added to the result; where"
        " the channels differ, a 1×1 convolution fits the input.",
        "배치 정규화가 붙은 3×3 합성곱 둘을 지난 결과에 블록의 입력을 더합니다. 채널 수가 다르면"
        " 1×1 합성곱으로 입력을 맞춥니다.",
    ),
    "arch.block_how.two_branches": (
        "A 1×1 and a 3×3 convolution read the same maps; their outputs are concatenated.",
        "1×1 합성곱과 3×3 합성곱이 같은 맵을 읽고, 두 출력을 이어 붙입니다.",
    ),
    # Another order.
    "arch.order_how": (
        "Drag a row by its handle, or press Alt with an arrow key, to move the layer.",
        "줄 끝의 손잡이를 끌거나 Alt와 화살표 키를 누르면 층이 옮겨집니다.",
    ),
    "arch.order_moved": (
        "{name} is now layer {place} of {count}.",
        "{name}: 이제 {count}개 가운데 {place}번째 층입니다.",
    ),
}
