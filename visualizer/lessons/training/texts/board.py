"""Words of the charts, which the browser's script puts together; braces are filled in there."""

TEXTS: dict[str, tuple[str, str]] = {
    "train.board.loss": ("Loss", "손실"),
    "train.board.accuracy": ("Accuracy, %", "정확도, %"),
    "train.board.gradients": ("Gradient sizes by layer", "층별 기울기 크기"),
    "train.board.gradients_note": (
        "mean size of a weight's gradient, log scale",
        "가중치 기울기의 평균 크기, 로그 눈금",
    ),
    "train.board.dead": ("Dead units", "죽은 뉴런"),
    "train.board.dead_note": (
        "0 for every training picture",
        "모든 학습 그림에서 0인 뉴런",
    ),
    "train.board.dead_of": ("[name]: [dead] of [units]", "[name]: [units]개 중 [dead]개"),
    "train.board.kernels": ("Kernels of the first layer", "첫 층의 커널"),
    "train.board.maps": ("Maps of one picture", "그림 한 장의 특징 맵"),
    "train.board.confusion": ("Confusion matrix", "혼동 행렬"),
    "train.board.confusion_note": (
        "rows: the digit, columns: what the network says",
        "행은 실제 숫자, 열은 신경망의 답",
    ),
    "train.board.wrong": ("Most wrong", "가장 크게 틀린 그림"),
    "train.board.wrong_note": (
        "digit → guess, with its probability",
        "정답 → 신경망의 답과 확률",
    ),
    "train.board.wrong_none": ("No mistake.", "틀린 그림이 없습니다."),
    "train.board.training": ("training", "학습"),
    "train.board.validation": ("validation", "검증"),
    "train.board.steps": ("steps", "단계별"),
    "train.board.epochs": ("epoch", "에포크"),
    "train.board.epoch": ("Epoch [epoch] of [epochs]", "에포크 [epoch]/[epochs]"),
    "train.board.status": (
        "epoch [epoch] of [epochs], step [step]",
        "에포크 [epoch]/[epochs], [step]단계",
    ),
    "train.board.numbers": (
        "loss [tl] training, [vl] validation · right [ta]% training, [va]% validation",
        "손실: 학습 [tl], 검증 [vl] · 정확도: 학습 [ta]%, 검증 [va]%",
    ),
    "train.board.play": ("Play the epochs", "에포크 재생"),
    "train.board.pause": ("Pause", "일시 정지"),
    "train.board.scrub": ("Epoch shown", "보여 줄 에포크"),
    "train.board.group": ("Training", "학습"),
    "train.board.ready": ("ready", "준비"),
    "train.board.running": ("training", "학습 중"),
    "train.board.paused": ("paused", "일시 정지"),
    "train.board.finished": ("finished", "끝남"),
    "train.board.diverged": ("diverged", "발산"),
    "train.board.stopped": ("stopped", "중지됨"),
    "train.board.failed": ("failed", "오류"),
}
