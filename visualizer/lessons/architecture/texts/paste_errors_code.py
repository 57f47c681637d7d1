"""torch's messages about names, arguments and types: what each means, and what usually helps."""

TEXTS: dict[str, tuple[str, str]] = {
    "arch.paste.error_one_value": (
        "Batch normalisation cannot learn from one value per channel: its input is {input}.",
        "채널마다 값이 하나뿐이면 배치 정규화를 학습할 수 없습니다. 입력 형상은 {input}입니다.",
    ),
    "arch.paste.advice_one_value": (
        "Call model.eval() to try one example, or use batches of at least two (drop_last=True).",
        "표본 하나로 시험하려면 model.eval()을 호출하고, 학습할 때는 배치를 2개 이상으로 하십시오(drop_last=True).",
    ),
    "arch.paste.error_module_attribute": (
        "{module} has nothing called {name}.",
        "{module}에는 {name:이/가} 없습니다.",
    ),
    "arch.paste.advice_module_attribute": (
        "Capital and small letters count: nn.Conv2d, nn.Linear, nn.ReLU; functions are small, F.relu.",
        "대소문자를 구별합니다. 층은 nn.Conv2d, nn.Linear, nn.ReLU이고, 함수는 F.relu처럼 소문자입니다.",
    ),
    "arch.paste.error_attribute": (
        "{class} has no {name}.",
        "{class}에는 {name:이/가} 없습니다.",
    ),
    "arch.paste.advice_attribute": (
        "Compare the name in forward with that in __init__, and see that __init__ has two underscores on both sides.",
        "forward에서 쓴 이름과 __init__에서 만든 이름을 비교하고, __init__의 앞뒤 밑줄이 두 개씩인지 확인하십시오.",
    ),
    "arch.paste.error_positional": (
        "{function} takes {takes} {takes:argument|arguments} and gets {given}; self counts too.",
        "{function}의 인자는 {takes}개인데 {given}개를 받습니다. self도 하나로 셉니다.",
    ),
    "arch.paste.advice_positional": (
        "forward needs self and x: def forward(self, x).",
        "forward에는 self와 x가 필요합니다: def forward(self, x).",
    ),
    "arch.paste.error_missing_argument": (
        "{function} is called without {name}.",
        "{function:을/를} 호출하면서 {name:을/를} 빠뜨렸습니다.",
    ),
    "arch.paste.advice_missing_argument": (
        "In PyTorch the inputs come first: nn.Conv2d(in_channels, out_channels, kernel_size), nn.Linear(in_features, out_features).",
        "PyTorch에서는 입력이 먼저입니다: nn.Conv2d(in_channels, out_channels, kernel_size), nn.Linear(in_features, out_features).",
    ),
    "arch.paste.error_keyword": (
        "{function} has no argument {name}.",
        "{function}에는 {name} 인자가 없습니다.",
    ),
    "arch.paste.advice_keyword": (
        "In PyTorch it is stride, padding, out_channels; strides, filters and units are Keras's.",
        "PyTorch에서는 stride, padding, out_channels라고 합니다. strides, filters, units는 Keras의 이름입니다.",
    ),
    "arch.paste.error_device": (
        "The network and its input lie on different devices, one on the graphics card and one not.",
        "네트워크와 입력이 서로 다른 장치에 있습니다. 하나는 그래픽 카드에, 하나는 CPU에 있습니다.",
    ),
    "arch.paste.advice_device": (
        "Move both: model.to(device) and x = x.to(device). A layer made in forward is not moved along.",
        "둘 다 옮기십시오: model.to(device), x = x.to(device). forward 안에서 만든 층은 함께 옮겨지지 않습니다.",
    ),
    "arch.paste.error_types": (
        "The input is {input}, the weights are {weight}: both need one type of number.",
        "입력은 {input}, 가중치는 {weight} 자료형입니다. 둘의 자료형이 같아야 합니다.",
    ),
    "arch.paste.advice_types": (
        "x = x.float() makes the input what weights usually are; pictures of whole numbers are divided by 255 besides.",
        "x = x.float() 한 줄로 입력을 가중치와 같은 자료형으로 바꾸십시오. 정수로 된 그림은 255로 나누기도 합니다.",
    ),
    "arch.paste.error_super": (
        "A layer is set before the class above was set up.",
        "상위 클래스를 초기화하기 전에 층을 넣었습니다.",
    ),
    "arch.paste.advice_super": (
        "super().__init__() has to be the first line of __init__.",
        "__init__의 첫 줄에 super().__init__() 호출이 있어야 합니다.",
    ),
    "arch.paste.error_subclass": (
        "{class} stands where a layer belongs.",
        "층이 있어야 할 자리에 {class:이/가} 있습니다.",
    ),
    "arch.paste.advice_subclass": (
        "A class needs its brackets, nn.ReLU(); a list is spread by a star, nn.Sequential(*layers).",
        "클래스에는 괄호를 붙이고(nn.ReLU()), 리스트는 별표로 펼치십시오(nn.Sequential(*layers)).",
    ),
    "arch.paste.error_forward": (
        "The network {class} has no forward.",
        "네트워크 {class}에 forward가 없습니다.",
    ),
    "arch.paste.advice_forward": (
        "See that it is spelled forward and is indented as far as __init__. A ModuleList has none: call its layers one by one.",
        "이름이 forward가 맞는지, 들여쓰기가 __init__과 같은지 확인하십시오. ModuleList에는 forward가 없으므로 층을 하나씩 호출해야 합니다.",
    ),
    "arch.paste.error_groups": (
        "The number of groups does not divide {which}_channels.",
        "{which}_channels가 그룹 수로 나누어떨어지지 않습니다.",
    ),
    "arch.paste.advice_groups": (
        "Both in_channels and out_channels have to be multiples of groups.",
        "in_channels와 out_channels가 모두 groups의 배수여야 합니다.",
    ),
    "arch.paste.error_same": (
        "padding='same' is only possible with stride 1.",
        "padding='same'은 스트라이드가 1일 때만 쓸 수 있습니다.",
    ),
    "arch.paste.advice_same": (
        "Write the padding as a number: half of an odd kernel, as padding=1 for 3.",
        "패딩을 숫자로 쓰십시오. 홀수 커널이면 그 절반, 곧 커널 3에는 padding=1입니다.",
    ),
    "arch.paste.error_probability": (
        "The probability of dropout lies between 0 and 1, and it is {value}.",
        "드롭아웃 확률은 0과 1 사이여야 하는데 {value}입니다.",
    ),
    "arch.paste.advice_probability": (
        "It is no percentage: 0.5 for one half.",
        "퍼센트가 아닙니다. 절반이면 0.5입니다.",
    ),
    "arch.paste.error_not_tensor": (
        "{class} arrives at {function}, where a tensor belongs.",
        "{function}에 텐서가 아니라 {class:이/가} 들어옵니다.",
    ),
    "arch.paste.advice_not_tensor": (
        "NoneType: a forward before has no return. The name of a layer: nn.ReLU(x) makes a layer, nn.ReLU()(x) calls it.",
        "NoneType이면 앞의 forward에 return이 없는 것입니다. 층의 이름이면 nn.ReLU(x)는 층을 만들기만 하고, nn.ReLU()(x)가 호출하는 것입니다.",
    ),
    "arch.paste.error_fraction": (
        "A size has to be a whole number, and it is a fraction.",
        "크기는 정수여야 하는데 소수입니다.",
    ),
    "arch.paste.advice_fraction": (
        "/ gives a fraction even where it divides without a remainder; // gives a whole number.",
        "/는 나누어떨어져도 소수를 만들고, //는 정수를 만듭니다.",
    ),
}
