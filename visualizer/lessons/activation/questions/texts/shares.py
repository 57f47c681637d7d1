"""Words of the questions about softmax."""

TEXTS: dict[str, tuple[str, str]] = {
    # Softmax.
    "act.ask_logits": ("Logits", "로짓"),
    "act.ask_powers": ("e to the logit", "e의 로짓 제곱"),
    "act.ask_power": ("e to the logit of {name}: {power}", "{name}, e의 로짓 제곱: {power}"),
    "act.ask_first": (
        "Softmax turns these logits into probabilities. Which class comes first?",
        "이 로짓을 소프트맥스로 확률로 바꿉니다. 확률이 가장 높은 클래스는 무엇입니까?",
    ),
    "act.ask_first_hint": (
        "The order of the probabilities is the order of the logits. Two are lit: one of them is it.",
        "확률의 순서는 로짓의 순서와 같습니다. 표시한 둘 가운데 하나입니다.",
    ),
    "act.ask_first_because": (
        "{name} has the greatest logit, {logit}, and e to a greater number is greater.",
        "{name}의 로짓이 {logit:으로/로} 가장 큽니다. 지수가 클수록 e의 거듭제곱도 큽니다.",
    ),
    "act.ask_first_because_warm": (
        "{name} has the greatest logit, {logit}. The temperature leaves the order alone.",
        "{name}의 로짓이 {logit:으로/로} 가장 큽니다. 온도는 순서를 바꾸지 않습니다.",
    ),
    "act.ask_first_other": (
        "That one comes last: it has the smallest logit.",
        "로짓이 가장 작아 맨 끝에 오는 클래스입니다.",
    ),
    "act.ask_first_size": (
        "A logit below 0 gives a small power: the sign counts, not the size.",
        "음수인 로짓은 e의 거듭제곱이 작습니다. 크기가 아니라 부호까지 보아야 합니다.",
    ),
    "act.ask_first_middle": (
        "Another class has a greater logit.",
        "로짓이 더 큰 클래스가 있습니다.",
    ),
    "act.ask_last": (
        "Softmax turns these logits into probabilities. Which class comes last?",
        "이 로짓을 소프트맥스로 확률로 바꿉니다. 확률이 가장 낮은 클래스는 무엇입니까?",
    ),
    "act.ask_last_hint": (
        "The order of the probabilities is the order of the logits, below 0 too. Two are lit: it is"
        " neither of them.",
        "음수여도 확률의 순서는 로짓의 순서와 같습니다. 표시한 둘은 답이 아닙니다.",
    ),
    "act.ask_last_because": (
        "{name} has the smallest logit, {logit}.",
        "{name}의 로짓이 {logit:으로/로} 가장 작습니다.",
    ),
    "act.ask_last_because_warm": (
        "{name} has the smallest logit, {logit}. The temperature leaves the order alone.",
        "{name}의 로짓이 {logit:으로/로} 가장 작습니다. 온도는 순서를 바꾸지 않습니다.",
    ),
    "act.ask_last_other": (
        "That one comes first: it has the greatest logit.",
        "로짓이 가장 커서 맨 앞에 오는 클래스입니다.",
    ),
    "act.ask_last_size": (
        "Closest to 0 is not smallest: a logit below 0 gives an even smaller power.",
        "0에 가장 가깝다고 가장 작은 것은 아닙니다. 음수인 로짓은 거듭제곱이 더 작습니다.",
    ),
    "act.ask_last_middle": (
        "Another class has a smaller logit.",
        "로짓이 더 작은 클래스가 있습니다.",
    ),
    "act.ask_sum": (
        "What is the sum of the three probabilities that softmax makes of these logits?",
        "이 로짓을 소프트맥스에 넣어 얻은 세 확률을 모두 더하면 얼마입니까?",
    ),
    "act.ask_sum_hint": (
        "Each power of e is divided by the sum of all powers. Add up these three fractions.",
        "e의 거듭제곱마다 모두의 합으로 나눕니다. 세 분수를 더해 보십시오.",
    ),
    "act.ask_sum_because": (
        "It is 1 whatever the logits: each power is divided by the sum of all.",
        "로짓이 무엇이든 1입니다. 거듭제곱마다 모두의 합으로 나누기 때문입니다.",
    ),
    "act.ask_sum_logits": (
        "That is the sum of the logits. Softmax changes them first.",
        "로짓을 더한 값입니다. 소프트맥스를 먼저 적용해야 합니다.",
    ),
    "act.ask_sum_largest": (
        "That is the greatest logit. Probabilities are never above 1.",
        "가장 큰 로짓입니다. 확률은 1보다 클 수 없습니다.",
    ),
    "act.ask_sum_classes": (
        "That would be 1 for each class. The classes share it.",
        "클래스마다 1씩 준 값입니다. 클래스가 나누어 가집니다.",
    ),
    "act.ask_sum_percent": (
        "100 percent it is; as a number that is 1/100 of it.",
        "100%는 맞습니다. 수로 쓰면 그 100분의 1입니다.",
    ),
    "act.ask_sum_nothing": (
        "All shares are above 0, so their sum is as well.",
        "비율은 모두 0보다 크므로 합도 0보다 큽니다.",
    ),
    "act.ask_sum_mean": (
        "That is one class's share if all were alike. Asked are all three together.",
        "모두 같을 때 한 클래스의 몫입니다. 묻는 것은 셋을 모두 더한 값입니다.",
    ),
    "act.ask_probability": (
        "Which probability, from 0 to 1, does softmax give to “{name}”?",
        "소프트맥스가 ‘{name}’에 주는 확률은 0과 1 사이의 얼마입니까?",
    ),
    "act.ask_probability_hint": (
        "Divide the power of “{name}”, {power}, by the sum of all three powers.",
        "‘{name}’의 거듭제곱 {power:을/를} 세 거듭제곱의 합으로 나누십시오.",
    ),
    "act.ask_probability_hint_warm": (
        "Every logit is divided by T = {warm} first. For T = 2 that is the square root of each power,"
        " for T = 0.5 its square.",
        "먼저 모든 로짓을 T = {warm:으로/로} 나눕니다. T = 2이면 거듭제곱마다 제곱근을, T = 0.5이면 제곱을"
        " 구하는 셈입니다.",
    ),
    "act.ask_probability_because": (
        "So much of the whole belongs to “{name}”: {percent}%.",
        "전체 가운데 ‘{name}’의 몫이 {percent}%입니다.",
    ),
    "act.ask_probability_because_warm": (
        "With the logits divided by T = {warm}, “{name}” has {percent}% of the whole.",
        "로짓을 T = {warm:으로/로} 나누면 ‘{name}’의 몫은 {percent}%입니다.",
    ),
    "act.ask_probability_warm_ignored": (
        "That is at T = 1. Here T = {warm}: divide every logit by it first.",
        "T = 1일 때의 값입니다. 여기서는 T = {warm}이므로 먼저 모든 로짓을 나누십시오.",
    ),
    "act.ask_probability_warm_times": (
        "The logits were multiplied by T = {warm}. They are divided by it.",
        "로짓에 T = {warm:을/를} 곱했습니다. 나누어야 합니다.",
    ),
    "act.ask_probability_logits": (
        "That divides the logit by the sum of the logits. Softmax divides powers of e.",
        "로짓을 로짓의 합으로 나누었습니다. 소프트맥스는 e의 거듭제곱을 나눕니다.",
    ),
    "act.ask_probability_others": (
        "That divides by the other two. The class's own power belongs to the sum.",
        "나머지 둘의 합으로 나누었습니다. 합에는 자기 거듭제곱도 들어갑니다.",
    ),
    "act.ask_probability_power": (
        "That is the power itself. It still has to be divided by the sum of all.",
        "거듭제곱 그대로입니다. 모두의 합으로 나누어야 합니다.",
    ),
    "act.ask_probability_largest": (
        "That divides by the greatest power. Divide by the sum of all.",
        "가장 큰 거듭제곱으로 나누었습니다. 모두의 합으로 나누십시오.",
    ),
    "act.ask_probability_alike": (
        "So it would be if all logits were the same.",
        "로짓이 모두 같을 때의 값입니다.",
    ),
    "act.ask_probability_percent": (
        "In percent, yes. Asked is a number from 0 to 1.",
        "퍼센트로는 맞습니다. 0과 1 사이의 수로 적으십시오.",
    ),
    "act.ask_shift": (
        "“{name}” has the probability {before}. What becomes of it when every logit grows by 1?",
        "‘{name}’의 확률은 {before}입니다. 모든 로짓을 1씩 늘리면 어떻게 됩니까?",
    ),
    "act.ask_shift_hint": (
        "Each power is multiplied by e then, and so is the sum that it is divided by.",
        "거듭제곱마다 e배가 되고, 나누는 합도 e배가 됩니다.",
    ),
    "act.ask_shift_because": (
        "Only the differences between logits count, and they are the same as before.",
        "로짓 사이의 차이만 중요한데, 차이는 그대로입니다.",
    ),
    "act.ask_shift_choice_stays": ("It stays {share}", "{share} 그대로"),
    "act.ask_shift_choice_alone": ("It rises to {share}", "{share:으로/로} 오른다"),
    "act.ask_shift_choice_others": ("It falls to {share}", "{share:으로/로} 내린다"),
    "act.ask_shift_alone": (
        "So it would be if the logit of “{name}” alone grew. The others grow as well.",
        "‘{name}’의 로짓만 늘릴 때의 값입니다. 나머지도 함께 늘어납니다.",
    ),
    "act.ask_shift_others": (
        "So it would be if the others alone grew. The logit of “{name}” grows as well.",
        "나머지 로짓만 늘릴 때의 값입니다. ‘{name}’의 로짓도 함께 늘어납니다.",
    ),
    "act.ask_temperature": (
        "At T = 1 “{name}” has the probability {before}. What becomes of it at T = {warm}?",
        "T = 1일 때 ‘{name}’의 확률은 {before}입니다. T = {warm:이/가} 되면 어떻게 됩니까?",
    ),
    "act.ask_temperature_hint": (
        "Divide the logits by T. Do they move apart or closer together, and where does “{name}”"
        " stand among them?",
        "로짓을 T로 나누어 보십시오. 서로 멀어집니까, 가까워집니까? 그 가운데 ‘{name}’의 자리는 어디입니까?",
    ),
    "act.ask_temperature_flatter": (
        "It becomes {after}: a high temperature brings the logits together and makes the shares alike.",
        "{after:이/가} 됩니다. 온도가 높으면 로짓이 서로 가까워져 비율이 비슷해집니다.",
    ),
    "act.ask_temperature_sharper": (
        "It becomes {after}: a low temperature moves the logits apart and sharpens the shares.",
        "{after:이/가} 됩니다. 온도가 낮으면 로짓이 서로 멀어져 차이가 뚜렷해집니다.",
    ),
    "act.ask_temperature_choice_grows": ("It grows", "커진다"),
    "act.ask_temperature_choice_stays": ("It stays", "그대로다"),
    "act.ask_temperature_choice_shrinks": ("It shrinks", "작아진다"),
    "act.ask_temperature_stays": (
        "The order stays, the shares do not: T changes the differences between the logits.",
        "순서는 그대로지만 비율은 바뀝니다. T는 로짓 사이의 차이를 바꿉니다.",
    ),
    "act.ask_temperature_not_flatter": (
        "The other way round: T = {warm} divides, so the logits come closer together.",
        "반대입니다. T = {warm:으로/로} 나누면 로짓이 서로 가까워집니다.",
    ),
    "act.ask_temperature_not_sharper": (
        "The other way round: dividing by T = {warm} moves the logits apart.",
        "반대입니다. T = {warm:으로/로} 나누면 로짓이 서로 멀어집니다.",
    ),
}
