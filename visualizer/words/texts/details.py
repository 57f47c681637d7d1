"""What stands under every stage: proof, editing; and titles on the stage."""

TEXTS: dict[str, tuple[str, str]] = {
    "proof.lead": (
        "torch computes the same call in float64, here and now. It takes a few seconds the first"
        " time, because torch is loaded only for this.",
        "같은 계산을 torch로 지금 다시 합니다(float64). torch를 이때 처음 불러오므로 처음 한 번은"
        " 몇 초 걸립니다.",
    ),
    "proof.button": ("Prove it with torch", "torch로 검증하기"),
    "proof.working": ("torch is computing …", "torch가 계산하고 있습니다 …"),
    "proof.equal": (
        "Equal. {count} {count:value|values} compared; the greatest difference is {difference}.",
        "같습니다. 값 {count}개를 비교했고, 가장 큰 차이는 {difference}입니다.",
    ),
    "proof.unequal": (
        "Not equal: the greatest difference is {difference}. Please report this.",
        "다릅니다. 가장 큰 차이는 {difference}입니다. 이 문제를 알려 주십시오.",
    ),
    "proof.missing": (
        "torch is not installed here, so the proof cannot run. Everything else works without it.",
        "torch가 설치되어 있지 않아 검증할 수 없습니다. 나머지는 torch 없이도 모두 쓸 수 있습니다.",
    ),
    "proof.rounding": (
        "A difference this small is the rounding of float64: the same sum in another order.",
        "이만큼 작은 차이는 float64의 반올림 때문에 생깁니다. 같은 합을 다른 순서로 더했을 뿐입니다.",
    ),
    "edit.input": ("Edit the input", "입력값 고치기"),
    "edit.kernel": ("Edit the kernel", "커널 고치기"),
    "edit.which": ("Grid", "격자"),
    "edit.channel": ("channel {channel}", "채널 {channel}"),
    "edit.weights": ("filter {filter}, channel {channel}", "필터 {filter}, 채널 {channel}"),
    "edit.hint": ("Numbers from −999 to 999.", "−999부터 999까지의 수를 넣습니다."),
    "edit.no_number": (
        "Row {row}, column {column}: {typed} is no number, so {used} stays. Allowed are numbers from"
        " {low} to {high}.",
        "{row}행 {column}열: {typed:은/는} 수가 아니므로 {used:을/를} 그대로 둡니다. {low}부터"
        " {high}까지의 수를 넣을 수 있습니다.",
    ),
    "edit.empty": (
        "Row {row}, column {column}: nothing was typed, so {used} stays. Allowed are numbers from"
        " {low} to {high}.",
        "{row}행 {column}열: 비어 있으므로 {used:을/를} 그대로 둡니다. {low}부터 {high}까지의 수를 넣을"
        " 수 있습니다.",
    ),
    "edit.too_large": (
        "Row {row}, column {column}: {typed} is out of range. Allowed are numbers from {low} to"
        " {high}, so {used} was put.",
        "{row}행 {column}열: {typed:은/는} 범위를 벗어납니다. {low}부터 {high}까지의 수만 넣을 수"
        " 있으므로 {used:을/를} 넣었습니다.",
    ),
    "edit.too_fine": (
        "Row {row}, column {column}: {typed} has more than six decimals, so {used} was put.",
        "{row}행 {column}열: {typed:은/는} 소수점 아래가 여섯 자리를 넘으므로 {used:을/를} 넣었습니다.",
    ),
    "edit.more": (
        "The same happened in {count} more {count:cell|cells}.",
        "다른 칸 {count}개에서도 같은 일이 있었습니다.",
    ),
    "origin.own": ("your own", "내 사진"),
    "origin.back": ("Back to this unit", "이 유닛으로 돌아가기"),
    "stage.of": ("{name} {shape}", "{name} {shape}"),
}
