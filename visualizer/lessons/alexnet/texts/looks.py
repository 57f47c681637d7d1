"""The words of what a unit looks for: the picture made for it, photos' places, the contact sheet."""

TEXTS: dict[str, tuple[str, str]] = {
    "alex.looks": ("What this unit looks for", "이 유닛은 무엇을 찾을까"),
    "alex.looks.words": (
        "Two ways to ask. **Photos**: where does it give its largest value? **A picture of its own**: "
        "begin with faint noise and change every pixel a little, 128 times, always the way in which "
        "this unit's value grows (gradient ascent).",
        "묻는 방법은 두 가지입니다. 하나는 **사진**에서 이 유닛의 값이 가장 큰 곳을 찾는 것입니다. 다른 "
        "하나는 **이 유닛만을 위한 그림**입니다. 옅은 잡음에서 시작해 이 유닛의 값이 커지는 쪽으로 모든 "
        "픽셀을 조금씩 128번 바꿉니다(경사 상승법).",
    ),
    "alex.looks.made_channel": (
        "**A picture made for {name}, channel {unit}**",
        "**{name} 층의 채널 {unit:을/를} 위해 만든 그림**",
    ),
    "alex.looks.made_unit": (
        "**A picture made for {name}, unit {unit}**",
        "**{name} 층의 유닛 {unit:을/를} 위해 만든 그림**",
    ),
    "alex.looks.seed": ("Seed", "시드"),
    "alex.looks.seed_help": (
        "Which faint noise it begins with. Another one gives another picture: a unit often looks for "
        "more than one thing.",
        "어떤 잡음에서 시작할지 정합니다. 다른 시드는 다른 그림을 만듭니다. 한 유닛이 찾는 것은 여러 "
        "가지일 때가 많습니다.",
    ),
    "alex.looks.make": ("Make it", "그림 만들기"),
    "alex.looks.again": ("Another seed", "다른 시드로"),
    "alex.looks.begins": ("It is about to begin …", "곧 시작합니다…"),
    "alex.looks.step": (
        "step {done} of {total}, value {value}",
        "{total}단계 중 {done}단계, 값 {value}",
    ),
    "alex.looks.none": (
        "Not made yet. It takes a few seconds.",
        "아직 만들지 않았습니다. 몇 초면 됩니다.",
    ),
    "alex.looks.quick": (
        "A quick one, from the contact sheet: {steps} {steps:step|steps}.",
        "대조표에서 {steps}단계만으로 빠르게 만든 그림입니다.",
    ),
    "alex.looks.failed": (
        "This picture could not be made; the cause is in the server's log.",
        "그림을 만들지 못했습니다. 원인은 서버 기록에 있습니다.",
    ),
    "alex.looks.picture": (
        "{size}, all that this unit sees; seed {seed}",
        "{size}, 이 유닛이 보는 전부. 시드 {seed}",
    ),
    "alex.looks.reached": (
        "For this picture the unit gives **{value}**, for the best photo ({photo}) {best}.",
        "이 그림에 대한 유닛의 값: **{value}**. 가장 좋은 사진({photo})에 대한 값: {best}.",
    ),
    "alex.looks.not_reached": (
        "For this picture the unit gives **{value}**. A photo does better here: {photo}, {best}. Try "
        "another seed.",
        "이 그림에 대한 유닛의 값: **{value}**. 여기서는 사진이 더 낫습니다: {photo}, {best}. 다른 "
        "시드로도 만들어 보십시오.",
    ),
    "alex.looks.class": (
        "The network gives the picture a probability of {share} for the class {name}.",
        "신경망이 이 그림에 대해 답한 확률은 {share}입니다(클래스: {name}).",
    ),
    "alex.looks.class_way": (
        "For a class part of the mean of all logits is taken off its own: otherwise an empty dark "
        "picture would win, which raises every logit.",
        "클래스를 위한 그림에서는 그 로짓에서 모든 로짓의 평균을 일부 뺀 값을 키웁니다. 그러지 않으면 "
        "모든 로짓을 함께 키우는 텅 빈 어두운 그림이 됩니다.",
    ),
    "alex.looks.weights": (
        "The weights themselves, {size}; gray is 0. The value is their product with the pixels, so the "
        "best picture repeats them.",
        "가중치 {size}개 그 자체(회색이 0). 유닛의 값은 가중치와 픽셀의 곱을 더한 것이므로, 값이 "
        "가장 큰 그림은 가중치를 닮습니다.",
    ),
    "alex.looks.own": ("your photo {number}", "내 사진 {number}"),
    "alex.looks.searching": (
        "{done} of {total} {total:photo|photos} searched",
        "사진 {total}장 중 {done}장을 살폈습니다",
    ),
    "alex.looks.places": (
        "**Where it is largest in {photos} {photos:photo|photos}**",
        "**사진 {photos}장에서 값이 가장 큰 곳**",
    ),
    "alex.looks.places_own": (
        "**Where it is largest in {photos} {photos:photo|photos}** ({own} of your own, which nobody "
        "else sees)",
        "**사진 {photos}장에서 값이 가장 큰 곳** (내 사진 {own}장 포함, 다른 사람에게는 보이지 않음)",
    ),
    "alex.looks.place_alt": (
        "{photo}: the unit's receptive field where it is largest, {value}",
        "{photo}: 유닛의 값이 {value:으로/로} 가장 큰 자리의 수용 영역",
    ),
    "alex.looks.open": ("Open this photo at this place", "이 사진을 이 자리에서 열기"),
    "alex.looks.caution": (
        "What the picture is: the answer to “what would please this unit most?”. What it is not: a "
        "photo that the network remembers, or the only thing that the unit reacts to. It looks strange "
        "because nobody asked for a natural picture: whatever raises the value is used and repeated, "
        "and colours go as far as they can. Shifting the picture at every step and smoothing it keep "
        "it from becoming mere noise. Compare it with the photos: where both show the same, you may "
        "trust it.",
        "이 그림은 ‘무엇을 보여 주면 이 유닛의 값이 가장 커질까?’에 대한 답입니다. 신경망이 기억하는 "
        "사진도 아니고, 유닛이 반응하는 유일한 것도 아닙니다. 이상해 보이는 까닭은 자연스러운 그림을 "
        "요구하지 않았기 때문입니다. 값을 키우는 것이라면 무엇이든 쓰고 되풀이하며 색도 지나치게 "
        "강해집니다. 단계마다 그림을 조금씩 옮기고 매끄럽게 해서 그저 잡음이 되지 않게 합니다. 사진과 "
        "비교해 보십시오. 둘이 같은 것을 보여 준다면 믿을 만합니다.",
    ),
    "alex.sheet": ("What every channel of {name} looks for", "{name} 층의 채널마다 무엇을 찾을까"),
    "alex.sheet.words": (
        "A small picture for each channel, made in the background in fewer steps. You can go on with "
        "something else on this page meanwhile.",
        "채널마다 작은 그림을 하나씩, 더 적은 단계로 뒤에서 만듭니다. 그동안 이 페이지의 다른 곳을 "
        "보아도 됩니다.",
    ),
    "alex.sheet.page": ("Channels", "채널"),
    "alex.sheet.make": (
        "Make {count} small {count:picture|pictures}",
        "작은 그림 {count}장 만들기",
    ),
    "alex.sheet.step": ("{done} of {total} {total:picture|pictures}", "그림 {total}장 중 {done}장"),
    "alex.sheet.hint": (
        "Click a picture to open its channel at its strongest cell.",
        "그림을 누르면 그 채널이 열리고, 값이 가장 큰 칸이 선택됩니다.",
    ),
}
