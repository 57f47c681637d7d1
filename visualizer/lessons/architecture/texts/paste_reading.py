"""A pasted network: how it is put together, what is not read, and where reading ends."""

TEXTS: dict[str, tuple[str, str]] = {
    # How a network is put together.
    "arch.paste.no_super": (
        "A layer is set before super().__init__() was called in {name}, so the network cannot take it.",
        "{name}에서 super().__init__() 호출보다 먼저 층을 넣고 있어, 네트워크가 층을 받을 수 없습니다.",
    ),
    "arch.paste.class_not_layer": (
        "{name} is a class here, not a layer: the brackets are missing, {name}().",
        "여기에 넣은 {name:은/는} 층이 아니라 클래스입니다. {name}()처럼 괄호를 붙여야 합니다.",
    ),
    "arch.paste.list_not_layer": (
        "A list of layers was given to {container}, which takes the layers themselves: a * before the list spreads it.",
        "{container}에는 리스트가 아니라 층을 하나씩 넣어야 합니다. 리스트 앞에 *를 붙이면 펼쳐집니다.",
    ),
    "arch.paste.not_layer": (
        "Only layers can stand in {container}, and {value} is none.",
        "{container}에는 층만 넣을 수 있는데 {value:은/는} 층이 아닙니다.",
    ),
    "arch.paste.list_called": (
        "{container} cannot be called: it only holds its layers. A loop calls them one by one; nn.Sequential does it by itself.",
        "{container:은/는} 층을 담기만 하므로 호출할 수 없습니다. 반복문으로 층을 하나씩 호출하거나 nn.Sequential을 쓰십시오.",
    ),
    "arch.paste.made_with_tensor": (
        "{layer}(x) makes a layer with x as its setting. First make the layer, then call it: {layer}()(x).",
        "{layer}(x)는 x를 설정값으로 층을 만드는 코드입니다. 먼저 층을 만들고 그 층을 호출해야 합니다: {layer}()(x).",
    ),
    "arch.paste.layer_arrives": (
        "A layer arrives at {layer}, not a tensor: {made}(x) has made a layer and not called it.",
        "{layer}에 텐서가 아니라 층이 들어옵니다. {made}(x)는 층을 만들기만 하고 호출하지는 않습니다.",
    ),
    "arch.paste.none_arrives": (
        "None has no {name}: what was called before returns nothing.",
        "None에는 {name:이/가} 없습니다. 앞에서 호출한 것이 아무것도 돌려주지 않았습니다.",
    ),
    "arch.paste.none_arrives_at": (
        "None arrives at {layer}: the forward before has no return.",
        "{layer}에 None 값이 들어옵니다. 앞의 forward에 return이 없습니다.",
    ),
    "arch.paste.several_arrive": (
        "{count} {count:value arrives|values arrive} at {layer} as a tuple, but it reads one tensor.",
        "{layer}에는 텐서 하나가 필요한데 값 {count}개가 묶여서 들어옵니다.",
    ),
    "arch.paste.number_arrives": (
        "{value} arrives at {layer}, but it reads a tensor.",
        "{layer}에는 텐서가 필요한데 {value:이/가} 들어옵니다.",
    ),
    "arch.paste.nothing_given": (
        "{layer} is called with nothing to read.",
        "{layer:을/를} 호출하면서 아무것도 넣지 않았습니다.",
    ),
    "arch.paste.forward_inside": (
        "forward of {class} stands inside another method, so {class} has none: it is indented too far.",
        "{class}의 forward가 다른 메서드 안에 들어 있어 {class}에는 forward가 없습니다. 들여쓰기가 너무 깊습니다.",
    ),
    "arch.paste.forward_misspelled": (
        "{class} has no forward; {name} has to be called that.",
        "{class}에 forward가 없습니다. {name}의 이름을 forward로 바꿔야 합니다.",
    ),
    "arch.paste.no_forward": (
        "{class} has no forward, so torch does not know in what order to call its layers.",
        "{class}에 forward가 없어, torch는 층을 어떤 순서로 호출할지 알 수 없습니다.",
    ),
    "arch.paste.takes_fewer": (
        "{name} takes {takes} {takes:argument|arguments}, but {given} {given:is|are} given; self counts too.",
        "{name}의 인자는 {takes}개인데 {given}개가 주어집니다. self도 하나로 셉니다.",
    ),
    "arch.paste.no_such_parameter": (
        "{function} has no parameter {name}.",
        "{function}에는 {name} 매개변수가 없습니다.",
    ),
    "arch.paste.parameter_missing": (
        "{function} is made without a value for {name}.",
        "{function:을/를} 만들 때 {name}의 값이 주어지지 않았습니다.",
    ),
    # Warnings.
    "arch.paste.result_lost": (
        "The result of {name} is lost: it is not assigned to anything.",
        "{name}의 결과를 어디에도 대입하지 않아 사라집니다.",
    ),
    "arch.paste.batch_changed": (
        "For a batch of {batch} this {call} gives {after} {after:row|rows}, and no error: each example has {because} {because:value|values}.",
        "배치 크기가 {batch}일 때 이 {call:은/는} 오류 없이 {after}행을 만듭니다. 표본 하나의 값은 {because}개입니다.",
    ),
    "arch.paste.batch_joined": (
        "Along axis 0 the examples are laid behind each other: a batch of {batch} grows to {after}. Channels are axis 1.",
        "축 0번을 따라 이어 붙이면 표본이 나란히 놓여 배치 크기가 {batch}에서 {after:으로/로} 커집니다. 채널은 축 1번입니다.",
    ),
    "arch.paste.no_return": (
        "forward of {name} has no return, so the network gives back None.",
        "{name}의 forward에 return이 없어, 네트워크가 None 값을 돌려줍니다.",
    ),
    "arch.paste.layer_returned": (
        "forward gives back a layer, not a tensor: {made}(x) has made a layer and not called it.",
        "forward가 텐서가 아니라 층을 돌려줍니다. {made}(x)는 층을 만들기만 하고 호출하지는 않습니다.",
    ),
    "arch.paste.assumed": (
        "{name} has no value in what was pasted; {value} is assumed.",
        "붙여 넣은 코드에 {name}의 값이 없어 {value:으로/로} 가정했습니다.",
    ),
    # What is not read.
    "arch.paste.layer": (
        "{name} is not supported: the shapes behind it are not known.",
        "{name:은/는} 지원하지 않으므로 그 뒤의 형상은 알 수 없습니다.",
    ),
    "arch.paste.function": (
        "{name} is not supported: the shapes behind it are not known.",
        "{name} 연산은 지원하지 않으므로 그 뒤의 형상은 알 수 없습니다.",
    ),
    "arch.paste.not_in_builder": (
        "{name} is read, but the builder has no such layer.",
        "{name}의 형상은 계산하지만, 직접 쌓기에는 이런 층이 없습니다.",
    ),
    "arch.paste.value_unknown": (
        "{argument} of {name} cannot be known without running the code.",
        "{name}의 {argument} 값은 코드를 실행하지 않고는 알 수 없습니다.",
    ),
    "arch.paste.name_unknown": (
        "{name} has no value in what was pasted.",
        "붙여 넣은 코드에 {name}의 값이 없습니다.",
    ),
    "arch.paste.condition": (
        "This condition depends on values that are only known when the code runs; the branch is left out.",
        "이 조건은 코드를 실행해야 알 수 있는 값에 달려 있어, 이 분기는 건너뜁니다.",
    ),
    "arch.paste.loop": (
        "This loop goes over values that are only known when the code runs; it is left out.",
        "이 반복문은 코드를 실행해야 알 수 있는 값을 돌므로 건너뜁니다.",
    ),
    "arch.paste.part_unknown": (
        "A layer here is made in a way that is not read.",
        "여기 있는 층은 읽을 수 없는 방식으로 만들어집니다.",
    ),
    # Where reading ends.
    "arch.paste.empty": ("There is nothing to read yet.", "아직 읽을 코드가 없습니다."),
    "arch.paste.too_long": (
        "The text is too long: up to {most} characters are read.",
        "코드가 너무 깁니다. {most}자까지 읽습니다.",
    ),
    "arch.paste.too_many_lines": (
        "The text is too long: up to {most} lines are read.",
        "코드가 너무 깁니다. {most}줄까지 읽습니다.",
    ),
    "arch.paste.too_deep": (
        "This is nested too deeply to be read.",
        "너무 깊이 중첩되어 있어 읽지 않습니다.",
    ),
    "arch.paste.too_many_steps": (
        "Reading this takes too many steps, so it ends here.",
        "읽는 데 너무 많은 단계가 필요하여 여기서 멈춥니다.",
    ),
    "arch.paste.too_many_layers": (
        "There are more than {most} {most:layer|layers}; reading ends here.",
        "층이 {most}개를 넘어 여기서 멈춥니다.",
    ),
    "arch.paste.not_text": (
        "The text holds a sign that no Python code can hold.",
        "파이썬 코드에 들어갈 수 없는 문자가 있습니다.",
    ),
    "arch.paste.unreadable": (
        "This cannot be read, although it may be right.",
        "맞는 코드일 수도 있지만 읽을 수 없습니다.",
    ),
    "arch.paste.raises": (
        "The code itself raises an error here.",
        "코드가 여기서 스스로 오류를 일으킵니다.",
    ),
    "arch.paste.no_network": (
        "No network was found: an nn.Sequential, a class with forward, or a Keras Sequential is read.",
        "네트워크를 찾지 못했습니다. nn.Sequential, forward가 있는 클래스, Keras의 Sequential을 읽습니다.",
    ),
    # What is no Python.
    "arch.paste.syntax": ("This line is no Python code.", "이 줄은 파이썬 코드가 아닙니다."),
    "arch.paste.syntax_open": (
        "A bracket is opened here and never closed.",
        "여기서 연 괄호를 닫지 않았습니다.",
    ),
    "arch.paste.syntax_comma": (
        "A comma seems to be missing here.",
        "여기에 쉼표가 빠진 것 같습니다.",
    ),
    "arch.paste.syntax_colon": (
        "The colon at the end of the line is missing.",
        "줄 끝에 콜론(:)이 빠졌습니다.",
    ),
    "arch.paste.syntax_unmatched": (
        "A bracket is closed here that was never opened, or it is of another kind.",
        "여기서 닫는 괄호에 맞는 여는 괄호가 없거나 종류가 다릅니다.",
    ),
    "arch.paste.syntax_indent": (
        "This line is indented differently from what Python expects here.",
        "이 줄의 들여쓰기가 파이썬 규칙에 맞지 않습니다.",
    ),
    "arch.paste.syntax_text": (
        "A quotation mark is missing on this line.",
        "이 줄에 따옴표가 빠졌습니다.",
    ),
}
