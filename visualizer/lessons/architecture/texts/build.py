"""The architecture page's own stacks: building one, what cannot work, what a unit sees."""

TEXTS: dict[str, tuple[str, str]] = {
    # Build your own.
    "arch.build": ("Build your own", "직접 쌓기"),
    "arch.build_lead": (
        "Add, change, move or delete layers. Every number follows at once; the address keeps the"
        " stack.",
        "층을 더하고, 바꾸고, 옮기고, 지워 보십시오. 모든 수가 바로 따라오고, 쌓은 층은 주소에"
        " 담깁니다.",
    ),
    "arch.input_size": ("Input {shape}", "입력 {shape}"),
    "arch.input_channels": ("Input channels", "입력 채널 수"),
    "arch.input_height": ("Input height", "입력 높이"),
    "arch.input_width": ("Input width", "입력 너비"),
    "arch.add": ("Add a layer", "층 추가"),
    "arch.add_after": ("Add after {name}", "{name} 뒤에 추가"),
    "arch.up": ("Move up", "위로"),
    "arch.down": ("Move down", "아래로"),
    "arch.delete": ("Delete", "삭제"),
    "arch.undo": ("Undo", "실행 취소"),
    "arch.redo": ("Redo", "다시 실행"),
    "arch.full": (
        "The stack is full: {most} {most:layer|layers} at most.",
        "더 쌓을 수 없습니다. 층은 {most}개까지입니다.",
    ),
    "arch.empty": (
        "No layers yet. Add the first one.",
        "아직 층이 없습니다. 첫 층을 더해 보십시오.",
    ),
    "arch.field.out_channels": ("Filters", "필터 수"),
    "arch.field.kernel_size": ("Kernel size", "커널 크기"),
    "arch.field.stride": ("Stride", "스트라이드"),
    "arch.field.padding": ("Padding", "패딩"),
    "arch.field.dilation": ("Dilation", "팽창률"),
    "arch.field.groups": ("Groups", "그룹 수"),
    "arch.field.output_padding": ("Output padding", "출력 패딩"),
    "arch.field.left": ("Left", "왼쪽"),
    "arch.field.right": ("Right", "오른쪽"),
    "arch.field.top": ("Top", "위"),
    "arch.field.bottom": ("Bottom", "아래"),
    "arch.field.source": ("Layer", "층"),
    "arch.field.bias": ("Bias", "편향"),
    "arch.field.ceil_mode": ("Round the size up", "크기를 올림"),
    "arch.field.output_size": ("Output size", "출력 크기"),
    "arch.field.kind": ("Function", "함수"),
    "arch.field.p": ("Dropped, in percent", "끄는 비율(%)"),
    "arch.field.size": ("Neighbouring channels", "이웃 채널 수"),
    "arch.field.out_features": ("Outputs", "출력 수"),
    # What cannot work.
    "arch.failure": (
        "Layer {number} ({layer}) cannot work",
        "{number}번째 층({layer})을 쓸 수 없습니다",
    ),
    "arch.failure_input": ("Its input is {shape}.", "이 층의 입력은 {shape}입니다."),
    "arch.suggest_change": ("This would work: {layers}.", "이렇게 하면 됩니다: {layers}."),
    "arch.suggest_remove": (
        "Nothing of this kind can stand here: remove the layer.",
        "이 자리에는 이런 층을 둘 수 없습니다. 층을 지우십시오.",
    ),
    "arch.repair": ("Do that", "그렇게 하기"),
    "arch.then": ("{first}, then {second}", "{first}, 그다음 {second}"),
    # Receptive field.
    "arch.field": ("What a unit sees", "유닛이 보는 범위"),
    "arch.field_lead": (
        "Choose a layer and a unit. Its field on the picture grows from layer to layer, by the"
        " kernel's reach times the strides so far.",
        "층과 유닛을 고르십시오. 유닛이 그림에서 보는 범위는 층을 지날 때마다, 커널이 뻗는 칸 수에"
        " 지금까지의 스트라이드를 모두 곱한 만큼 넓어집니다.",
    ),
    "arch.field_label": ("{name}: {field}", "{name}: {field}"),
    "arch.field_unit": (
        "{name}, row {row}, column {column} sees {rows:row|rows} {rows} and {columns:column|columns}"
        " {columns} of the picture.",
        "{name}, {row}행 {column}열의 유닛이 보는 범위: 그림의 {rows}행, {columns}열.",
    ),
    "arch.field_nothing": (
        "{name}, row {row}, column {column} sees nothing of the picture: its field is padding.",
        "{name}, {row}행 {column}열의 유닛에는 그림이 보이지 않습니다. 수용 영역이 모두 패딩입니다.",
    ),
    "arch.field_empty": (
        "{name}, row {row}, column {column} sees nothing: it lies where no kernel of a transposed"
        " convolution reaches.",
        "{name}, {row}행 {column}열의 유닛에는 아무것도 보이지 않습니다. 전치 합성곱의 커널이 닿지 않는"
        " 자리입니다.",
    ),
    "arch.field_padding": (
        "What else its field covers is padding.",
        "수용 영역의 나머지는 패딩입니다.",
    ),
    "arch.field_outside": ("outside the picture: padding", "그림 밖: 패딩"),
}
