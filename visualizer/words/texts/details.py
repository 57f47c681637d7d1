"""What stands under every stage: proof, things to take along, editing; and titles on the stage."""

TEXTS: dict[str, tuple[str, str]] = {
    "proof.lead": (
        "torch computes the same call in float64, here and now. It takes a few seconds the first"
        " time, because torch is loaded only for this.",
        "같은 계산을 지금 torch가 float64로 다시 합니다. torch는 이때 처음 불러오므로 첫 번째는"
        " 몇 초 걸립니다.",
    ),
    "proof.button": ("Prove it with torch", "torch로 검증하기"),
    "proof.working": ("torch is computing …", "torch가 계산하고 있습니다 …"),
    "proof.equal": (
        "Equal. {count} output values compared; the greatest difference is {difference}.",
        "같습니다. 출력값 {count}개를 견주었고, 가장 큰 차이는 {difference}입니다.",
    ),
    "proof.unequal": (
        "Not equal: the greatest difference is {difference}. Please report this.",
        "다릅니다. 가장 큰 차이는 {difference}입니다. 이 문제를 알려 주십시오.",
    ),
    "proof.missing": (
        "torch is not installed here, so the proof cannot run. Everything else works without it.",
        "torch가 설치되어 있지 않아 검증할 수 없습니다. 나머지는 torch 없이도 모두 됩니다.",
    ),
    "proof.rounding": (
        "A difference near 1e−16 is the rounding of float64: the same sum in another order.",
        "1e−16 안팎의 차이는 float64의 반올림입니다. 같은 합을 다른 순서로 더했을 뿐입니다.",
    ),
    "take.link": (
        "This address opens the same step of the same example, in either language.",
        "이 주소를 열면 같은 예제의 같은 단계가 그대로 나타납니다.",
    ),
    "take.script": ("PyTorch script (.py)", "PyTorch 코드 (.py)"),
    "take.numpy": ("NumPy script (.py)", "NumPy 코드 (.py)"),
    "take.table": ("This step as a table (.csv)", "이 단계의 표 (.csv)"),
    "edit.input": ("Edit the input", "입력값 고치기"),
    "edit.kernel": ("Edit the kernel", "커널 고치기"),
    "edit.which": ("Grid", "격자"),
    "edit.channel": ("channel {channel}", "채널 {channel}"),
    "edit.weights": ("filter {filter}, channel {channel}", "필터 {filter}, 채널 {channel}"),
    "edit.hint": ("Numbers from −999 to 999.", "−999부터 999까지의 수를 넣습니다."),
    "stage.of": ("{name} {shape}", "{name} {shape}"),
    "stage.row": ("row", "행"),
    "stage.column": ("column", "열"),
}
