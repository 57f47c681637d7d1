"""Every word that ``convscope.show`` adds to those of the app, in English and Korean."""

from __future__ import annotations

from typing import Final

from visualizer.words.forms import Value

LANGUAGES: Final = ("en", "ko")

TEXTS: Final[dict[str, tuple[str, str]]] = {
    # What cannot be shown.
    "sentence": ("{sentence}", "{sentence}"),
    "language": (
        'lang must be "en" or "ko", but is {value}.',
        'lang은 "en" 또는 "ko"여야 하는데 받은 값은 {value}입니다.',
    ),
    "no_layer": (
        "The first argument must be a layer of torch.nn, such as torch.nn.Conv2d(1, 1, 3), but is {value}.",
        "첫 인수는 torch.nn.Conv2d(1, 1, 3) 같은 torch.nn의 층이어야 하는데 받은 값은 {value}입니다.",
    ),
    "a_class": (
        "{name} is a class. Make a layer of it first: {name}(…).",
        "{name:은/는} 클래스입니다. 먼저 {name}(…)처럼 층을 만드십시오.",
    ),
    "several": (
        "{name} holds several layers. Show them one by one, each with what the one before gives: {names}.",
        "{name:은/는} 여러 층의 묶음입니다. 앞 층의 출력을 넣어 하나씩 보십시오: {names}.",
    ),
    "unsupported": (
        "{name} cannot be shown. These can: {names}.",
        "{name:은/는} 볼 수 없습니다. 볼 수 있는 층: {names}.",
    ),
    "setting": (
        "{name} with {setting} cannot be shown; {instead} can.",
        "{setting}인 {name:은/는} 볼 수 없습니다. {instead:은/는} 볼 수 있습니다.",
    ),
    "lazy": (
        "{name} has no weights yet: call the layer once with your tensor, then show it.",
        "{name}의 가중치가 아직 없습니다. 텐서를 넣어 층을 한 번 호출한 다음 보십시오.",
    ),
    "no_tensor": (
        "x must be a tensor or an array of real numbers, but is {value}.",
        "x는 실수로 된 텐서나 배열이어야 하는데 받은 값은 {value}입니다.",
    ),
    "not_finite": (
        "{what} holds NaN or infinity: nothing of it can be drawn.",
        "{what}에 NaN이나 무한대가 있어 그릴 수 없습니다.",
    ),
    "empty": ("x has no elements: its shape is {shape}.", "x에 값이 없습니다. 형상: {shape}."),
    "wrong_shape": (
        "{name} reads {axes}, but x has the shape {shape}.",
        "{name:은/는} {axes:을/를} 읽는데 x의 형상은 {shape}입니다.",
    ),
    "axes_image": (
        "(channels, height, width), or that with a batch before it",
        "(채널, 높이, 너비) 또는 그 앞에 배치가 붙은 텐서",
    ),
    "axes_channels": (
        "{channels} {channels:channel|channels}: ({channels}, height, width), or that with a batch before it",
        "채널 {channels}개, 곧 ({channels}, 높이, 너비) 또는 그 앞에 배치가 붙은 텐서",
    ),
    "axes_features": (
        "{features} {features:number|numbers}: ({features},), (batch, {features}), or a map of as many cells",
        "수 {features}개, 곧 ({features},)나 (배치, {features}), 또는 칸이 그만큼인 특징 맵",
    ),
    "axes_any": ("a tensor of 1 to 4 axes", "축이 1~4개인 텐서"),
    "out_of_range": (
        "{name} must be a whole number from 0 to {high}, but is {value}.",
        "{name}: 0 이상 {high} 이하의 정수여야 하는데 받은 값은 {value}입니다.",
    ),
    "at_pair": (
        "at must be (row, column) of an output cell, from (0, 0) to ({row}, {col}), but is {value}.",
        "at: 출력 칸의 (행, 열), 곧 (0, 0)부터 ({row}, {col})까지여야 하는데 받은 값은 {value}입니다.",
    ),
    "wide_window": (
        "The window spans {span} cells, and one that can be seen spans at most {most}. Show a part of x, or a layer"
        " with a smaller kernel.",
        "윈도가 {span}칸에 걸치는데 화면에는 {most}칸까지만 들어갑니다. x의 일부를 쓰거나 커널이 더 작은 층을 쓰십시오.",
    ),
    "differs": (
        "This {name} computes something else than a {name} of torch.nn does: its own answer differs by {difference}."
        " It cannot be shown.",
        "이 {name:은/는} torch.nn의 {name:과/와} 다르게 계산합니다. 결과의 차이는 {difference}입니다. 볼 수 없습니다.",
    ),
    "refused": (
        "The layer itself refuses x: {reason}",
        "층이 x를 받지 않습니다: {reason}",
    ),
    # What is shown.
    "lead": ("{layer}: {input} → {output}", "{layer}: {input} → {output}"),
    "of": ("{name} {part} of {whole}", "{name} {whole} 중 {part}"),
    "numbered_of": ("{name} of {whole}", "{whole} 중 {name}"),
    "one_of": ("{name} {number}", "{name} {number}번"),
    "batch": (
        "x holds a batch of {count}; this is number {number} (index={index}).",
        "x는 {count}개짜리 배치입니다. 그중 {number}번을 봅니다(index={index}).",
    ),
    "outputs": (
        "Shown: output {shown:channel|channels} {shown} of {count}. Others: output=0 to {last}.",
        "출력 채널 {count}개 중 {shown}번을 봅니다. 다른 채널: output=0~{last}.",
    ),
    "area": (
        "Shown: {rows:row|rows} {rows} and {columns:column|columns} {columns} of the {height}×{width} output, and the"
        " input they read. Others: at=(row, column) of the first cell, counted from 0.",
        "{height}×{width} 출력 중 {rows}행, {columns}열과 그 칸들이 읽는 입력을 봅니다. 다른 곳: 첫 칸의 at=(행, 열), 0부터"
        " 셉니다.",
    ),
    "inputs": (
        "An output channel reads {count} channels. Shown: {shown}, whose products count most here. What the other"
        " {rest} {rest:gives|give} is added as one number, above the arrow.",
        "출력 채널 하나가 채널 {count}개를 읽습니다. 여기서 곱이 가장 큰 {shown}번을 봅니다. 나머지 {rest}개의 합은 화살표 위에 수"
        " 하나로 더합니다.",
    ),
    "inputs_bias": (
        "An output channel reads {count} channels. Shown: {shown}, whose products count most here. What the other"
        " {rest} {rest:gives|give}, and the bias, is added as one number, above the arrow.",
        "출력 채널 하나가 채널 {count}개를 읽습니다. 여기서 곱이 가장 큰 {shown}번을 봅니다. 나머지 {rest}개의 합과 편향은 화살표"
        " 위에 수 하나로 더합니다.",
    ),
    "numbers": (
        "Every output reads {count} numbers. Shown: those at {shown}, whose products count most for output {output}."
        " What the other {rest} {rest:gives|give}, with the bias if there is one, is added as one number, above the arrow.",
        "출력마다 수 {count}개를 읽습니다. 출력 {output}번에서 곱이 가장 큰 {shown}번을 봅니다. 나머지 {rest}개의 합은, 편향이 있으면"
        " 편향까지, 화살표 위에 수 하나로 더합니다.",
    ),
    "rest": ("all that is not shown", "화면에 없는 나머지"),
    "linear": (
        "A fully connected layer is a convolution whose kernel covers the whole input: one window, one step for each"
        " output.",
        "완전 연결층은 커널이 입력 전체를 덮는 합성곱입니다. 윈도는 하나이고 출력마다 한 단계입니다.",
    ),
    "in_rows": (
        "The {count} numbers of x are laid out row by row, {width} in a row.",
        "x의 수 {count}개를 한 행에 {width}개씩 늘어놓았습니다.",
    ),
    "elementwise": (
        "An activation takes each number by itself: a kernel of one cell, weight 1, hands it on, and {name} follows.",
        "활성화 함수는 수마다 따로 적용합니다. 가중치가 1인 한 칸짜리 커널이 값을 그대로 넘기고, 이어서 {name:을/를} 적용합니다.",
    ),
    "adaptive": (
        "On this input it is an average or a maximum over windows of {kernel}.",
        "이 입력에서는 {kernel} 윈도의 풀링과 같습니다.",
    ),
    "proof": (
        "PyTorch's own answer is the same: the greatest difference is {difference}.",
        "PyTorch가 계산한 값과 같습니다. 가장 큰 차이: {difference}.",
    ),
    "softmax": (
        "Softmax reads all {count} numbers along axis {axis} at once, so no window slides: e to each number, divided by"
        " the sum {total} of all.",
        "소프트맥스는 축 {axis}의 수 {count}개를 한꺼번에 읽으므로 움직이는 윈도가 없습니다. 수마다 e의 거듭제곱을 구해 그 합"
        " {total:으로/로} 나눕니다.",
    ),
    "softmax_place": (
        "The other axes stand at {place}; index and at choose another place.",
        "나머지 축의 위치는 {place}입니다. index와 at 인수로 다른 위치를 고릅니다.",
    ),
    "softmax_first": (
        "Shown: the first {shown} of {count}.",
        "{count}개 중 처음 {shown}개를 봅니다.",
    ),
    "position": ("Number", "번호"),
    "number": ("x", "x"),
    "power": ("e^(x − greatest)", "e^(x − 최댓값)"),
    "share": ("Share", "비율"),
    "step": ("Step", "단계"),
    "map": ("Output channel", "출력 채널"),
    "products": ("Sum of the products shown", "보이는 곱의 합"),
    "added": ("Added", "더하는 수"),
    "result": ("Result", "결과"),
    "frame": ("{layer}, step by step", "{layer} 한 단계씩 보기"),
}


def say(key: str, lang: str, **values: object) -> str:
    """Return the text of ``key`` with ``values`` in it, as ``visualizer.words.text`` does."""
    template = TEXTS[key][LANGUAGES.index(lang) if lang in LANGUAGES else 0]
    put = {
        name: value if isinstance(value, Value) else Value(value) for name, value in values.items()
    }
    return template.format(**put)
