"""Words of the questions about AlexNet; those about one layer are shared by several lessons."""

TEXTS: dict[str, tuple[str, str]] = {
    "alex.ask_level_1": ("First guesses", "첫 번째 답"),
    "alex.ask_level_2": ("The first five, what layers learn", "다섯 후보와 층의 매개변수"),
    "alex.ask_level_3": ("The first five, what units see", "다섯 후보와 수용 영역"),
    "alex.ask_guess": (
        "Photo “{photo}”: what does the network say first?",
        "사진 ‘{photo}’: 신경망의 첫 번째 답은 무엇입니까?",
    ),
    "alex.ask_guess_hint": (
        "Only what lies inside the frame goes in. Look for colours, textures and shapes, not for what"
        " you know.",
        "테두리 안쪽만 신경망에 들어갑니다. 아는 것이 아니라 색, 질감, 모양을 보십시오.",
    ),
    "alex.ask_guess_shown": (
        "That is what the photo shows. The network puts {name} in place {place} of {classes} only.",
        "사진에 있는 것은 맞습니다. 그러나 신경망은 {name:을/를} {classes}개 가운데 {place}위에 둡니다.",
    ),
    "alex.ask_guess_place": (
        "The network puts {name} in place {place} of {classes}.",
        "신경망은 {name:을/를} {classes}개 가운데 {place}위에 둡니다.",
    ),
    "alex.ask_guess_because_right": (
        "It says {name} with {share}%, and that is what the photo shows.",
        "첫 번째 답은 ‘{name}’, 확률 {share}%이고 사진에 있는 것과 같습니다.",
    ),
    "alex.ask_guess_because_wrong": (
        "It says {name} with {share}%. The photo shows something else that it knows.",
        "첫 번째 답은 ‘{name}’, 확률 {share}%입니다. 사진에 있는 것은 신경망이 아는 다른 것입니다.",
    ),
    "alex.ask_guess_because_none": (
        "It says {name} with {share}%. What the photo shows is none of its classes, so any answer is"
        " wrong.",
        "첫 번째 답은 ‘{name}’, 확률 {share}%입니다. 사진에 있는 것이 클래스에 없으므로 어떤 답을 해도 틀립니다.",
    ),
    "alex.ask_five": (
        "The photo shows: {name}. How far in front of {classes} {classes:class|classes} does the network"
        " put it?",
        "사진에 있는 것은 {name}입니다. 신경망은 이것을 클래스 {classes}개 가운데 몇 위에 둡니까?",
    ),
    "alex.ask_five_hint": (
        "How much of the frame does it fill, and does it look like most photos of its kind?",
        "테두리 안을 얼마나 채우고 있습니까? 같은 종류의 흔한 사진과 닮았습니까?",
    ),
    "alex.ask_five_because": (
        "It comes in place {place}, with {share}%.",
        "{place}위이고 확률은 {share}%입니다.",
    ),
    "alex.ask_five_choice_first": ("First", "1위"),
    "alex.ask_five_choice_five": ("Second to fifth", "2위에서 5위"),
    "alex.ask_five_choice_later": ("Behind the first five", "5위 밖"),
    "alex.ask_five_hoped": (
        "The network does not see it so clearly: more classes come before it.",
        "신경망에는 그만큼 뚜렷하지 않습니다. 그 앞에 오는 클래스가 더 있습니다.",
    ),
    "alex.ask_five_feared": (
        "The network does better than that.",
        "신경망은 그보다 잘 알아봅니다.",
    ),
    "alex.ask_certain": (
        "About which of these photos is the network most certain, whatever it says?",
        "무엇이라고 답하든, 신경망은 어느 사진의 답을 가장 확신합니까?",
    ),
    "alex.ask_certain_hint": (
        "Certain is not the same as right. In which photo does one thing fill the frame, with colours"
        " and textures that hardly anything else has?",
        "확신한다고 맞는 것은 아닙니다. 다른 것에는 드문 색과 질감을 가진 것 하나가 화면을 채운 사진은 무엇입니까?",
    ),
    "alex.ask_certain_because": (
        "About “{photo}”: {name}, it says, with {share}%.",
        "‘{photo}’의 첫 번째 답은 ‘{name}’, 확률 {share}%입니다.",
    ),
    "alex.ask_certain_less": (
        "About another photo it is more certain than about “{photo}”.",
        "‘{photo}’보다 더 확신하는 사진이 있습니다.",
    ),
    "alex.ask_first_guess": ("{photo}: {name}, {share}%", "{photo}: {name}, {share}%"),
    # The row before the connected layers.
    "alex.ask_last_maps": ("Last maps {shape}", "마지막 특징 맵 {shape}"),
    "alex.ask_row": (
        "The last maps are laid out flat. How many numbers go into {name}?",
        "마지막 특징 맵을 한 줄로 펼칩니다. {name}에 들어가는 값은 몇 개입니까?",
    ),
    "alex.ask_row_hint": (
        "Each of the {channels} {channels:map|maps} has {rows} {rows:row|rows} and {columns}"
        " {columns:column|columns}.",
        "특징 맵 {channels}개가 저마다 {rows}행 {columns}열입니다.",
    ),
    "alex.ask_row_because": (
        "Maps times rows times columns: {name} has a weight for each of them and each unit.",
        "특징 맵 수 · 행 · 열입니다. {name:은/는} 그 하나하나에 유닛마다 가중치를 둡니다.",
    ),
    "alex.ask_row_one_map": (
        "That is one map. There are {channels}.",
        "특징 맵 하나만 센 값입니다. 특징 맵은 {channels}개입니다.",
    ),
    "alex.ask_row_maps": (
        "That is the number of maps. Each has {rows} {rows:row|rows} and {columns}"
        " {columns:column|columns}.",
        "특징 맵의 수입니다. 특징 맵마다 {rows}행 {columns}열입니다.",
    ),
    "alex.ask_row_one_side": (
        "One side is missing: a map has rows and columns.",
        "한 변이 빠졌습니다. 특징 맵에는 행과 열이 있습니다.",
    ),
    "alex.ask_row_outputs": (
        "So many come out of {name}. Asked is what goes in.",
        "{name}에서 나오는 값의 수입니다. 묻는 것은 들어가는 값의 수입니다.",
    ),
}
