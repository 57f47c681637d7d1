"""Words of predict, then reveal: the frame of the questions, verdicts, mistakes lessons share."""

TEXTS: dict[str, tuple[str, str]] = {
    # The frame.
    "ask.open": ("Predict", "예측하기"),
    "ask.open_help": (
        "Ten questions with a link for the whole class: predict first, then see.",
        "링크 하나로 모두가 같은 열 문제를 풉니다. 먼저 예측하고, 그다음 확인합니다.",
    ),
    "ask.level": ("Level", "난이도"),
    "ask.level_mine": ("My example", "지금 내 예제"),
    "ask.seed": ("Number of the series", "문제 묶음 번호"),
    "ask.seed_help": (
        "Who types the same number, from 0 to {last}, gets the same ten questions.",
        "0부터 {last}까지 같은 번호를 입력하면 모두 같은 열 문제를 받습니다.",
    ),
    "ask.new": ("New questions", "새 문제"),
    "ask.check": ("Check", "확인"),
    "ask.hint": ("Hint", "힌트"),
    "ask.show": ("Show the answer", "답 보기"),
    "ask.previous": ("Previous", "이전"),
    "ask.next": ("Next", "다음"),
    "ask.leave": ("Leave", "그만두기"),
    "ask.again": ("Start again", "다시 풀기"),
    "ask.link_words": (
        "Whoever opens it gets the same questions, from the first one on.",
        "이 링크를 열면 누구나 같은 문제를 첫 문제부터 풉니다.",
    ),
    "ask.in_lesson": ("Open this example in the lesson", "이 예제를 단원에서 열기"),
    "ask.answer": ("Your answer", "답"),
    "ask.maps": ("maps", "특징 맵"),
    "ask.channels": ("channels", "채널"),
    "ask.rows": ("rows", "행"),
    "ask.columns": ("columns", "열"),
    "ask.fact": ("{name} {value}", "{name} {value}"),
    "ask.row_column": ("row {row}, column {column}", "{row}행 {column}열"),
    "ask.score": (
        "{right} of {count} right at once, {later} after another try, {shown} shown.",
        "{count}문제 가운데 {right}문제를 바로, {later}문제를 다시 시도해 맞혔고, {shown}문제는 답을 보았습니다.",
    ),
    "ask.done": ("All answered", "모두 풀었습니다"),
    "ask.mark_open": ("Question {number}: open", "문제 {number}: 아직 풀지 않음"),
    "ask.mark_once": ("Question {number}: right at once", "문제 {number}: 바로 맞힘"),
    "ask.mark_later": ("Question {number}: right later", "문제 {number}: 다시 시도해 맞힘"),
    "ask.mark_shown": ("Question {number}: answer shown", "문제 {number}: 답을 봄"),
    "ask.none_here": (
        "There is nothing to ask about this example. Choose a level, or change the example.",
        "이 예제로 낼 수 있는 문제가 없습니다. 난이도를 고르거나 예제를 바꾸어 보십시오.",
    ),
    "ask.bad_link": (
        "{written} is no question. An address asks with ask=level.series.question, such as"
        " ask=1.4711.3: level 1, 2, 3 or mine, series 0 to {seed}, question 1 to {most}.",
        "{written}에 해당하는 문제가 없습니다. 주소에는 ask=1.4711.3처럼 ask=난이도.묶음 번호.순서로"
        " 적습니다. 난이도는 1, 2, 3 또는 mine, 묶음 번호는 0부터 {seed}까지, 순서는 1부터 {most}까지입니다.",
    ),
    # Verdicts.
    "ask.right": ("Right.", "맞습니다."),
    "ask.revealed": ("The answer is {answer}.", "답은 {answer}입니다."),
    "ask.not_yet": ("Not yet.", "아직 아닙니다."),
    "ask.wrong": (
        "That is not it. Try again, or take a hint.",
        "그 답은 아닙니다. 다시 해 보거나 힌트를 보십시오.",
    ),
    "ask.one_side": (
        "Right already: {side}. The rest is not yet.",
        "{side:은/는} 맞았습니다. 나머지를 다시 구해 보십시오.",
    ),
    "ask.two_sides": (
        "Right already: {first} and {second}. The rest is not yet.",
        "{first:과/와} {second:은/는} 맞았습니다. 나머지를 다시 구해 보십시오.",
    ),
    "ask.empty": ("Type an answer first.", "먼저 답을 입력하십시오."),
    "ask.side_empty": ("One side of the shape is still empty.", "아직 비어 있는 칸이 있습니다."),
    "ask.choose": ("Choose an answer first.", "먼저 답을 고르십시오."),
    "ask.unreadable": (
        "{typed} is no number. Write it in digits, such as 3, −1.5 or 7/4.",
        "{typed}에서 수를 읽을 수 없습니다. 3, −1.5, 7/4처럼 숫자로 적으십시오.",
    ),
    # Mistakes in counting a window's places.
    "ask.size_padding_once": (
        "Padding is added on both sides: the window slides over {size} + 2·{padding} = {padded}"
        " {padded:cell|cells}, not over {size} + {padding} = {once}.",
        "패딩은 양쪽에 붙습니다. 윈도가 움직이는 칸은 {size} + {padding} = {once}칸이 아니라"
        " {size} + 2·{padding} = {padded}칸입니다.",
    ),
    "ask.size_padding_ignored": (
        "The padding counts as well: the window slides over {size} + 2·{padding} = {padded}"
        " {padded:cell|cells}, not over {size}.",
        "패딩도 셉니다. 윈도가 움직이는 칸은 {size}칸이 아니라 {size} + 2·{padding} = {padded}칸입니다.",
    ),
    "ask.size_dilation_as_stride": (
        "Dilation {dilation} is the distance between the kernel's own cells, not the length of a"
        " move: the window moves by {stride} and is {dilation}·({kernel} − 1) + 1 = {reach}"
        " {reach:cell|cells} long.",
        "팽창률 {dilation:은/는} 윈도가 움직이는 칸 수가 아니라 커널 안의 칸 사이 간격입니다. 윈도는"
        " {stride}칸씩 움직이고, 길이는 {dilation}·({kernel} − 1) + 1 = {reach}칸입니다.",
    ),
    "ask.size_dilation_ignored": (
        "With dilation {dilation} the window is {dilation}·({kernel} − 1) + 1 = {reach}"
        " {reach:cell|cells} long, not {kernel}.",
        "팽창률이 {dilation}일 때 윈도의 길이는 {kernel}칸이 아니라"
        " {dilation}·({kernel} − 1) + 1 = {reach}칸입니다.",
    ),
    "ask.size_stride_ignored": (
        "The window moves by {stride} each time, not by one cell.",
        "윈도는 한 칸씩이 아니라 {stride}칸씩 움직입니다.",
    ),
    "ask.size_rounded": (
        "{room} / {stride} = {exact} was rounded up. A window that would hang over the edge is not"
        " placed: round down, then add 1.",
        "{room} / {stride} = {exact:을/를} 올림했습니다. 가장자리 밖으로 나가는 윈도는 놓지 않으므로,"
        " 내림한 다음 1을 더합니다.",
    ),
    "ask.size_rounded_down": (
        "{room} / {stride} = {exact} was rounded down. With ceil_mode the last window may hang over"
        " the edge: round up, then add 1.",
        "{room} / {stride} = {exact:을/를} 내림했습니다. ceil_mode에서는 마지막 윈도가 가장자리 밖으로"
        " 나갈 수 있으므로, 올림한 다음 1을 더합니다.",
    ),
    "ask.size_fraction": (
        "There are no parts of a place: {room} / {stride} = {exact} has to be made a whole number"
        " before 1 is added.",
        "자리 수에는 소수가 없습니다. {room} / {stride} = {exact:을/를} 정수로 만든 다음 1을 더합니다.",
    ),
    "ask.size_one_forgotten": (
        "{wrong} is how often the window moves on. The place where it starts counts too: add 1.",
        "{wrong:은/는} 윈도가 움직이는 횟수입니다. 처음 놓인 자리도 세어야 하므로 1을 더합니다.",
    ),
    "ask.size_kernel_ignored": (
        "The window itself takes room: of {padded} {padded:cell|cells} it takes {reach}, so it can move on"
        " by {padded} − {reach} = {room} only.",
        "윈도도 자리를 차지합니다. {padded}칸 가운데 윈도의 길이가 {reach}칸이라"
        " {padded} − {reach} = {room}칸만큼만 움직일 수 있습니다.",
    ),
}
