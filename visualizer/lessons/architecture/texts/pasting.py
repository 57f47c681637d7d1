"""What stands on the architecture page around pasted code."""

TEXTS: dict[str, tuple[str, str]] = {
    "arch.paste": ("Paste your network or an error", "내 신경망 코드나 오류 붙여 넣기"),
    "arch.paste_lead": (
        "PyTorch (`nn.Sequential`, or a class with `forward`) or Keras `Sequential`. The code is"
        " read, never run, and stays on this page.",
        "PyTorch(`nn.Sequential` 또는 `forward`가 있는 클래스)나 Keras `Sequential` 코드를 붙여"
        " 넣으십시오. 코드는 읽기만 하고 실행하지 않으며, 이 페이지 밖으로 나가지 않습니다.",
    ),
    "arch.paste_code": ("Code", "코드"),
    "arch.paste_error": ("Error message, if there is one", "오류 메시지(있을 때만)"),
    "arch.paste_sample": ("Try an example", "예제로 해 보기"),
    "arch.paste_sample.features": ("A number that does not fit", "맞지 않는 숫자"),
    "arch.paste_sample.flatten": ("Nothing flattens the map", "펼치지 않은 특징 맵"),
    "arch.paste_sample.residual": ("A sum of two shapes", "형상이 다른 덧셈"),
    "arch.paste_sample.keras": ("Keras, nothing wrong", "Keras, 잘못 없음"),
    "arch.paste_read": ("Read it", "읽기"),
    "arch.paste_channels": ("Channels", "채널"),
    "arch.paste_height": ("Height", "높이"),
    "arch.paste_width": ("Width", "너비"),
    "arch.paste_given": (
        "The code gives its own input in line {line}: {shape}.",
        "코드의 {line}행에 입력 형상이 적혀 있습니다: {shape}.",
    ),
    "arch.paste_listing": (
        "The code, with the shape that each line makes",
        "코드와 줄마다 나오는 형상",
    ),
    "arch.paste_works": (
        "Everything fits: {input} becomes {output} in {count} {count:layer|layers}.",
        "모두 맞습니다. {count}개 층을 지나 {input} 입력이 {output} 출력이 됩니다.",
    ),
    "arch.paste_nothing": (
        "No network was found in this code.",
        "이 코드에서 신경망을 찾지 못했습니다.",
    ),
    "arch.paste_line": ("Line {line}", "{line}행"),
    "arch.paste_fails": ("this line cannot work", "이 줄에서 오류가 납니다"),
    "arch.paste_fix": ("this line is to be changed", "고칠 줄입니다"),
    "arch.paste_noted": ("see the note on this line", "이 줄에 설명이 있습니다"),
    "arch.paste_mend": ("Change it so", "이렇게 고치기"),
    "arch.paste_turn": ("Take {shape} as the input", "입력 바꾸기: {shape}"),
    "arch.paste_build": ("Open in the builder", "조립기에서 열기"),
    "arch.paste_cannot_build": (
        "The builder does not know every layer of this network, or it is too large for it.",
        "조립기가 모르는 층이 있거나 신경망이 너무 커서 조립기로 옮길 수 없습니다.",
    ),
    "arch.paste_other_input": (
        "With the input chosen here the code does not fail like this: was another one put in?",
        "여기서 고른 입력으로는 이런 오류가 나지 않습니다. 다른 크기의 입력을 넣은 것은 아닙니까?",
    ),
    "arch.paste_cut": (
        "Only the first {most} lines are listed.",
        "처음 {most}행까지만 보여 줍니다.",
    ),
}
