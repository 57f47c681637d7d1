"""The activation's backward pass."""

TEXTS: dict[str, tuple[str, str]] = {
    "param.act_gradient": ("Gradient ∂L/∂y", "기울기 ∂L/∂y"),
    "param.act_target": ("Target t", "목표 t"),
    "act.back_typed": (
        "The gradient at the output is {gradient}: so much the loss grows with y.",
        "출력의 기울기는 {gradient}입니다. y가 커질 때 손실이 그만큼 커진다는 뜻입니다.",
    ),
    "act.back_target": (
        "The loss is the squared error between y and the target t, here {loss}; its gradient at the"
        " output is 2·({y} − {t}) = {gradient}.",
        "손실은 y와 목표 t의 제곱 오차이고, 지금은 {loss}입니다. 출력의 기울기는 2·({y} − {t}) ="
        " {gradient}입니다.",
    ),
    "act.back_product": (
        "Going back, it is multiplied by the slope of the curve at x = {x}, that of the tangent:"
        " {slope}·{gradient} = {result}.",
        "거꾸로 갈 때는 x = {x}에서 곡선의 접선 기울기를 곱합니다: {slope}·{gradient} = {result}.",
    ),
    "act.back_none": (
        "The tangent is level: nothing flows back, and what made x learns nothing here.",
        "접선이 수평이라 아무것도 거꾸로 흐르지 않고, x를 만든 가중치는 여기서 배우지 못합니다.",
    ),
    "act.back_less": (
        "The slope is below 1, so less comes out than went in.",
        "접선 기울기가 1보다 작아 기울기가 줄어들어 나옵니다.",
    ),
    "act.back_all": (
        "The slope is 1 or more, so nothing is lost.",
        "접선 기울기가 1 이상이라 줄어들지 않습니다.",
    ),
}
