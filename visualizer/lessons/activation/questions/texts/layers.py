"""Words of the questions about many neurons at once."""

TEXTS: dict[str, tuple[str, str]] = {
    # How many are cut off.
    "act.ask_zeros": (
        "Of {cells} {cells:number|numbers}, how many are 0 after ReLU?",
        "ReLU를 적용하면 이 {cells}개 가운데 0이 되는 값은 몇 개입니까?",
    ),
    "act.ask_zeros_hint": (
        "Everything that is not above 0 ends at 0. Lit are those of one row.",
        "0보다 크지 않은 값은 모두 0이 됩니다. 한 행의 것을 표시했습니다.",
    ),
    "act.ask_zeros_because": (
        "{negative} below 0 are set to 0, and {null} {null:was|were} 0 before.",
        "음수 {negative}개가 0이 되고, {null}개는 처음부터 0입니다.",
    ),
    "act.ask_zeros_because_plain": (
        "The {negative} below 0 are set to 0; the others stay.",
        "음수 {negative}개가 0이 되고 나머지는 그대로입니다.",
    ),
    "act.ask_zeros_null": (
        "Those are the negatives. What was 0 before is 0 afterwards, too.",
        "음수만 센 값입니다. 처음부터 0이던 값도 0입니다.",
    ),
    "act.ask_zeros_kept": (
        "So many stay as they are. Asked are the others.",
        "그대로 남는 값의 수입니다. 묻는 것은 그 반대입니다.",
    ),
    "act.ask_zeros_only_null": (
        "So many are 0 already. ReLU sets every negative number to 0 as well.",
        "처음부터 0인 값만 센 것입니다. ReLU는 음수도 모두 0으로 만듭니다.",
    ),
    # How many die.
    "act.ask_dead": (
        "With {name}, how many of the {neurons} {neurons:neuron|neurons} are dead?",
        "활성화 함수가 {name}일 때, 뉴런 {neurons}개 가운데 죽은 것은 몇 개입니까?",
    ),
    "act.ask_dead_hint": (
        "A neuron (a row) is dead if ReLU cuts it off for every sample. Look for rows that are orange"
        " from end to end; the row outlined is worth a look.",
        "모든 표본에서 ReLU에 잘리는 뉴런(행)이 죽은 뉴런입니다. 끝에서 끝까지 주황인 행을 찾으십시오. 눈여겨볼 행에"
        " 테두리를 둘렀습니다.",
    ),
    "act.ask_dead_hint_leaky": (
        "A neuron is dead if its slope is 0 for every sample. Which slope does a leaky ReLU have in"
        " the outlined row, where the sums are negative?",
        "모든 표본에서 기울기가 0인 뉴런이 죽은 뉴런입니다. 테두리를 두른 행에서 합이 음수일 때 Leaky ReLU의 기울기는"
        " 얼마입니까?",
    ),
    "act.ask_dead_because": (
        "{dead} {dead:has a negative sum|have negative sums} for every sample: output 0, slope 0, nothing to learn from.",
        "모든 표본에서 합이 음수인 뉴런은 {dead}개입니다. 출력도 기울기도 0이라 배울 것이 없습니다.",
    ),
    "act.ask_dead_because_leaky": (
        "{dead} {dead:is|are} dead. A leaky ReLU lets a little gradient through below 0, if its slope is not 0.",
        "죽은 뉴런은 {dead}개입니다. Leaky ReLU는 음수 쪽 기울기가 0이 아니면 기울기를 조금 전합니다.",
    ),
    "act.ask_dead_relu": (
        "So many would be dead with plain ReLU. A leaky one has a slope below 0, too.",
        "보통 ReLU일 때의 수입니다. Leaky ReLU는 음수 쪽에도 기울기가 있습니다.",
    ),
    "act.ask_dead_some": (
        "So many are cut off for some sample. Dead are only those cut off for every sample.",
        "어떤 표본에서든 잘리는 뉴런의 수입니다. 모든 표본에서 잘려야 죽은 뉴런입니다.",
    ),
    "act.ask_dead_alive": (
        "So many are alive. Asked are the dead ones.",
        "살아 있는 뉴런의 수입니다. 묻는 것은 죽은 뉴런입니다.",
    ),
    "act.ask_dead_all_alive": (
        "Look again: is there a row without a single sum above 0?",
        "다시 보십시오. 0보다 큰 합이 하나도 없는 행이 있습니까?",
    ),
    # What is left of a gradient.
    "act.ask_chain": (
        "A gradient passes {layers} {layers:layer|layers} of {name}, weights 1. How much of it is left, at most?",
        "가중치가 1인 {name} 층 {layers}개를 지나면 기울기는 많아야 얼마나 남습니까?",
    ),
    "act.ask_chain_hint": (
        "By the chain rule the slopes multiply. The line shows the largest: {steepest}.",
        "연쇄 법칙에 따라 기울기를 곱합니다. 가장 큰 기울기 {steepest:을/를} 선으로 표시했습니다.",
    ),
    "act.ask_chain_because": (
        "Each layer leaves at most {steepest}, and along a chain the slopes multiply.",
        "한 층에 많아야 {steepest:이/가} 남고, 층을 지날 때마다 곱합니다.",
    ),
    "act.ask_chain_added": (
        "Those slopes were added. Along a chain they multiply.",
        "기울기를 더했습니다. 연쇄 법칙에서는 곱합니다.",
    ),
    "act.ask_chain_once": (
        "That is one layer. There are {layers}.",
        "한 층만 지난 값입니다. 층은 {layers}개입니다.",
    ),
    "act.ask_chain_value": (
        "½ is the value of sigmoid at 0. Its slope there is ¼.",
        "½은 0에서 시그모이드의 값입니다. 기울기는 ¼입니다.",
    ),
    "act.ask_chain_sigmoid": (
        "So little is left by sigmoid. {name} can be steeper: up to {steepest}.",
        "시그모이드일 때의 값입니다. {name:은/는} 기울기가 {steepest}까지 됩니다.",
    ),
    "act.ask_chain_all": (
        "Nothing would be lost if the slope could be 1. It is {steepest} at most.",
        "기울기가 1이면 그대로 남습니다. 그러나 많아야 {steepest}입니다.",
    ),
    "act.ask_chain_nothing": (
        "Little, but not nothing: multiply the largest slopes.",
        "작지만 0은 아닙니다. 가장 큰 기울기를 층마다 곱해 보십시오.",
    ),
}
