"""The player's own words; buttons are named in ``common``."""

TEXTS: dict[str, tuple[str, str]] = {
    "player.name": ("Player: moves the window", "재생기: 윈도 움직이기"),
    "player.count": ("step {step} / {steps}", "{step} / {steps}단계"),
    "player.speed_help": (
        "Speed: 1× is one step a second",
        "속도: 1×는 1초에 한 단계",
    ),
    "player.slow": ("Product by product", "곱을 하나씩"),
    "player.slow_numbers": ("Number by number", "수를 하나씩"),
    "player.skip": ("Skip to the player", "재생기로 바로 가기"),
    "player.stage": (
        "Stage. The arrow keys go from cell to cell, Enter stays at one, Escape leaves it.",
        "무대. 화살표 키로 칸을 옮기고, Enter로 고정하고, Esc로 풉니다.",
    ),
    "player.hint_point": (
        "Point at a cell to see what belongs to it; click, and it stays.",
        "칸을 가리키면 관련된 칸이 보이고, 클릭하면 그대로 남습니다.",
    ),
    "player.hint_touch": (
        "Tap a cell to see what belongs to it.",
        "칸을 누르면 관련된 칸이 보입니다.",
    ),
    "player.hint_keys": (
        "Keys: Space plays, ← → step, Home and End jump.",
        "단축키: Space 재생, ← → 한 단계, Home·End 처음과 끝.",
    ),
    "player.more": ("More", "더 보기"),
    "player.speak": ("Speak each step", "단계마다 읽어 주기"),
    "player.paint": ("Paint the input", "입력 칠하기"),
    "player.minus": ("minus ", "마이너스 "),
    "player.said": (
        "Step {step} of {steps}. Row {row}, column {col}: {result}",
        "{steps}단계 중 {step}단계. {row}행 {col}열: {result}",
    ),
    "player.said_map": (
        "Step {step} of {steps}. Map {map}, row {row}, column {col}: {result}",
        "{steps}단계 중 {step}단계. 맵 {map}, {row}행 {col}열: {result}",
    ),
    "player.where": ("Go to a cell of the output", "출력의 칸으로 가기"),
    "player.axis_filter": ("Map", "맵"),
    "player.axis_row": ("Row", "행"),
    "player.axis_col": ("Column", "열"),
    "player.input": ("input", "입력"),
    "player.input_n": ("input, channel {number}", "입력 채널 {number}"),
    "player.kernel": ("kernel", "커널"),
    "player.kernel_n": ("kernel, channel {number}", "커널 채널 {number}"),
    "player.products": ("products", "곱"),
    "player.products_n": ("products, channel {number}", "곱 채널 {number}"),
    "player.window": ("window", "윈도"),
    "player.output": ("output", "출력"),
    "player.output_n": ("output, map {number}", "출력 맵 {number}"),
    "player.activated": ("activated", "활성화 출력"),
    "player.activated_n": ("activated, map {number}", "활성화 출력 맵 {number}"),
    "player.cell": ("{grid}, row {row}, column {col}", "{grid} {row}행 {col}열"),
    "player.read_by": ("in {count} of {all} windows", "윈도 {all}개 중 {count}개에 들어감"),
    "player.tie": ("(a tie: the first one counts)", "(같은 값이 여럿이면 맨 앞의 것)"),
}
