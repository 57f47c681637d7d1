"""Words of the lecture's five claims."""

TEXTS: dict[str, tuple[str, str]] = {
    "train.claims": ("What the lecture claims", "강의의 다섯 가지 주장"),
    "train.claims_lead": (
        "Each opens a pair of trainings with the same seed that differ in one thing. What you see is"
        " measured here and now; for another seed a claim may fail.",
        "누르면 시드가 같고 한 가지만 다른 두 학습이 나란히 열립니다. 수치는 모두 지금 이 자리에서 잰 것이며,"
        " 시드가 바뀌면 주장이 맞지 않을 수도 있습니다.",
    ),
    "train.own": ("Back to a network of my own", "내 신경망으로 돌아가기"),
    "train.other_seed": ("Another seed", "다른 시드로"),
    "train.look.vanishing": (
        "Six layers with weights each. **Look at the gradient sizes:** with sigmoid they shrink from"
        " the last layer to the first, so that the first hardly learns; with ReLU they do not.",
        "가중치가 있는 층이 여섯 개씩 있습니다. **층별 기울기 크기를 보십시오.** 시그모이드에서는 마지막 층에서"
        " 첫 층으로 갈수록 작아져 첫 층이 거의 배우지 못하지만, ReLU에서는 그렇지 않습니다.",
    ),
    "train.look.dying": (
        "All biases begin 0.5 too low. **Look at the dead units:** a ReLU that is 0 for every picture"
        " has gradient 0 and stays so; leaky ReLU lets a little through and recovers.",
        "모든 편향이 0.5만큼 낮게 시작합니다. **죽은 뉴런의 수를 보십시오.** 모든 그림에서 0인 ReLU는 기울기도"
        " 0이라 되살아나지 못하지만, leaky ReLU는 조금은 통과시켜 회복합니다.",
    ),
    "train.look.pooling": (
        "The same layers, left with a 2×2 max pooling. **Look at the gap** between training and"
        " validation loss, and at parameters and time below.",
        "층은 같고 왼쪽에만 2×2 최대 풀링이 있습니다. 학습 손실과 검증 손실의 **차이를 보고**, 아래에서"
        " 매개변수 수와 시간을 비교해 보십시오.",
    ),
    "train.look.dropout": (
        "40 pictures each, left with dropout 0.5. **Look at the gap** between training and validation"
        " loss: it opens on the right and stays smaller on the left.",
        "그림은 40장씩이고 왼쪽에만 드롭아웃 0.5가 있습니다. 학습 손실과 검증 손실의 **차이를 보십시오.**"
        " 오른쪽에서는 벌어지고 왼쪽에서는 더 작게 머뭅니다.",
    ),
    "train.look.data": (
        "The same network. **Look at the gap** between training and validation: 40 pictures are"
        " learned by heart; from 1,000 the network has to learn what digits have in common.",
        "같은 신경망입니다. 학습과 검증의 **차이를 보십시오.** 그림 40장은 통째로 외워 버리지만, 1,000장이면"
        " 숫자에 공통된 특징을 배웁니다.",
    ),
    "train.side.vanishing.left": ("Sigmoid", "시그모이드"),
    "train.side.vanishing.right": ("ReLU", "ReLU"),
    "train.side.dying.left": ("ReLU", "ReLU"),
    "train.side.dying.right": ("Leaky ReLU", "Leaky ReLU"),
    "train.side.pooling.left": ("With pooling", "풀링 있음"),
    "train.side.pooling.right": ("Without pooling", "풀링 없음"),
    "train.side.dropout.left": ("With dropout", "드롭아웃 있음"),
    "train.side.dropout.right": ("Without dropout", "드롭아웃 없음"),
    "train.side.data.left": ("40 pictures", "그림 40장"),
    "train.side.data.right": ("1,000 pictures", "그림 1,000장"),
    "train.verdict.holds": (
        "For seed {seed} the claim holds, by these measured numbers.",
        "시드 {seed}에서는 측정한 수치로 볼 때 주장이 맞습니다.",
    ),
    "train.verdict.fails": (
        "For seed {seed} the claim does not hold, by these measured numbers.",
        "시드 {seed}에서는 측정한 수치로 볼 때 주장이 맞지 않습니다.",
    ),
    "train.verdict.early": (
        "Measured so far, as a training has not ended; it may change.",
        "학습이 끝나기 전까지 잰 수치이며 바뀔 수 있습니다.",
    ),
    "train.column_measured": ("Measured", "측정값"),
    "train.number.first_to_last": (
        "Gradient of the first layer by the last's, epoch 1",
        "첫 층과 마지막 층의 기울기 비율 (에포크 1)",
    ),
    "train.number.validation": ("Validation accuracy", "검증 정확도"),
    "train.number.training": ("Training accuracy", "학습 정확도"),
    "train.number.dead": ("Dead units", "죽은 뉴런"),
    "train.number.parameters": ("Parameters", "매개변수"),
    "train.number.seconds": ("Processor time of an epoch", "에포크당 연산 시간"),
    "train.number.gap": ("Validation loss minus training loss", "검증 손실 − 학습 손실"),
}
