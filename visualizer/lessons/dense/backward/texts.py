"""The fully connected layer's backward pass: the drawing, the step, why it is so."""

TEXTS: dict[str, tuple[str, str]] = {
    "choice.dense_pass.weight": ("Backward, to the weights", "역전파: 가중치의 기울기"),
    "dense.back_bar_weight": ("Back to weights", "가중치로"),
    "choice.dense_upstream.class": ("From a true class", "정답 클래스의 손실"),
    "param.dense_label": ("True class", "정답 클래스"),
    "help.dense_label": (
        "The loss is the cross entropy of softmax: small where the true class has a high probability.",
        "손실은 소프트맥스의 교차 엔트로피입니다. 정답 클래스의 확률이 높을수록 작습니다.",
    ),
    "param.dense_step": ("Step of the backward pass", "역전파의 단계"),
    # The drawing.
    "dense.back_map": ("input gradient {shape}", "입력 기울기 {shape}"),
    "dense.back_outputs": ("gradient δ", "기울기 δ"),
    "dense.back_error": ("2·(y − t) / {count}", "2·(y − t) / {count}"),
    "dense.back_cell": (
        "channel {channel}, row {row}, column {column} → input {index}: gradient {value}",
        "채널 {channel}, {row}행 {column}열 → 입력 {index}: 기울기 {value}",
    ),
    "dense.back_neuron": (
        "output {output}, the score of “{name}”: gradient δ = {value}",
        "출력 {output}, ‘{name}’의 점수: 기울기 δ = {value}",
    ),
    "dense.back_hover_input": (
        "Click an input to choose it. Lines: orange for weights below 0, blue above, dotted for 0;"
        " the larger the weight, the wider a strong line.",
        "입력을 누르면 그 입력을 고릅니다. 선의 색은 가중치입니다. 주황은 음수, 파랑은 양수, 점선은"
        " 0이며, 진한 선은 가중치가 클수록 굵습니다.",
    ),
    "dense.back_hover_weight": (
        "Click an input or an output to choose their line. Lines show the gradient at their weight:"
        " orange below 0, blue above, dotted for 0.",
        "입력이나 출력을 누르면 그 둘을 잇는 선을 고릅니다. 선의 색은 그 가중치의 기울기입니다. 주황은"
        " 음수, 파랑은 양수, 점선은 0입니다.",
    ),
    "dense.back_alt_input": (
        "Backward pass: the gradients {given} at the outputs flow back along all links, and each input"
        " adds up what arrives: {input}.",
        "역전파: 출력의 기울기 {given}에서 모든 연결을 거꾸로 따라가 입력마다 더한 기울기: {input}.",
    ),
    "dense.back_alt_weight": (
        "Backward pass: the gradients {given} at the outputs and the {inputs} {inputs:input|inputs};"
        " each link is coloured by the gradient at its weight.",
        "역전파: 출력의 기울기 {given}, 입력 {inputs}개. 연결마다 그 가중치의 기울기를 색으로 나타냄.",
    ),
    # The same as a sliding window.
    "dense.back_whole_input": (
        "The whole way at once: Wᵀδ, column by column of W",
        "한 번에 보기: Wᵀδ, W의 열마다 하나씩",
    ),
    "dense.back_whole_weight": (
        "All weights at once: δxᵀ, one product each",
        "모든 가중치 한 번에 보기: δxᵀ, 가중치마다 곱 하나",
    ),
    "dense.back_whole_input_words": (
        "Column i of W holds the weights that input i was multiplied by, one for each output. Times δ"
        " and added up, it gives the gradient at that input.",
        "W의 i번째 열에는 입력 i에 곱한 가중치가 출력마다 하나씩 있습니다. δ와 곱해 더하면 그 입력의"
        " 기울기입니다.",
    ),
    "dense.back_whole_weight_words": (
        "Row j of the gradient is the whole input times the one number δ of output j. Where an input is"
        " 0, its weights learn nothing.",
        "기울기의 j번째 행은 입력 전체에 출력 j의 δ를 곱한 것입니다. 입력이 0이면 그 가중치는 배우는"
        " 것이 없습니다.",
    ),
    "dense.back_input_input": ("W", "W"),
    "dense.back_input_kernel": ("δ", "기울기 δ"),
    "dense.back_input_output": ("input gradient", "입력 기울기"),
    "dense.back_weight_input": ("x", "x"),
    "dense.back_weight_kernel": ("δ", "기울기 δ"),
    "dense.back_weight_output": ("weight gradient", "가중치 기울기"),
    "dense.back_row": ("row {output}", "{output}행"),
    "dense.back_numbered": ("{name} {number}", "{name} {number}"),
    "dense.back_alt_stage": ("{name}: {values}.", "{name}: {values}."),
    # The step.
    "dense.back_step_input": (
        "Input {input} (channel {channel}, row {row}, column {column}) was multiplied by"
        " {outputs:one weight|{outputs} weights, one for each output}. {outputs:It sends|Each sends} back its output's"
        " gradient: {sum} = {result}.",
        "입력 {input}번(채널 {channel}, {row}행 {column}열)에는 출력마다 하나씩 가중치 {outputs}개를"
        " 곱했습니다. 저마다 그 출력의 기울기를 돌려보냅니다: {sum} = {result}.",
    ),
    "dense.back_step_weight": (
        "The weight from input {input} to output {output} was used once, so its gradient is one"
        " product, input times the output's gradient: {sum} = {result}.",
        "입력 {input}번에서 출력 {output}번으로 가는 가중치는 한 번만 쓰였습니다. 그래서 기울기도 입력과"
        " 출력 기울기의 곱 하나입니다: {sum} = {result}.",
    ),
    "dense.back_means_input": (
        "So the loss grows by {total} for each unit by which this input grows, as long as the change is"
        " small.",
        "이 입력이 아주 조금 커지면 손실은 그 {total}배만큼 커집니다.",
    ),
    "dense.back_means_weight": (
        "Gradient descent moves this weight against {total}: that makes the loss smaller. The table"
        " has all weights of this output.",
        "경사 하강법은 이 가중치를 기울기 {total}의 반대쪽으로 옮겨 손실을 줄입니다. 표에는 이 출력의"
        " 가중치가 모두 있습니다.",
    ),
    "dense.back_column_output": ("Output", "출력"),
    "dense.back_column_weight": ("Weight", "가중치"),
    "dense.back_column_value": ("Input", "입력"),
    "dense.back_column_given": ("Output gradient δ", "출력 기울기 δ"),
    "dense.back_column_result": ("Weight gradient", "가중치 기울기"),
    # Why.
    "dense.back_letters": (
        "L: loss, δ: gradient at the outputs, x: inputs, b: biases, W: weights, of which w from input i"
        " to output j stands in row j, column i.",
        "L: 손실, δ: 출력의 기울기, x: 입력, b: 편향, W: 가중치. 입력 i에서 출력 j로 가는 가중치는 W의"
        " j행 i열에 있습니다.",
    ),
    "dense.back_class": (
        "The loss is the cross entropy of the true class “{name}”, −ln p = {loss}, where p is its"
        " probability. Through logarithm and softmax together the gradient at each score becomes very"
        " simple: the probability of the class, less 1 for the true one, so {p} − 1 = {gradient}."
        " Gradient descent pulls the true class's score up and pushes all others down.",
        "손실은 정답 클래스 ‘{name}’의 교차 엔트로피 −ln p = {loss}이고, p는 그 클래스의 확률입니다."
        " 로그와 소프트맥스를 함께 거꾸로 지나면 점수의 기울기는 아주 간단해집니다. 그 클래스의 확률이며,"
        " 정답 클래스에서는 1을 뺀 {p} − 1 = {gradient}입니다. 경사 하강법은 정답의 점수를"
        " 끌어올리고 나머지 점수를 끌어내립니다.",
    ),
    "dense.back_why_input": (
        "Every input went to every output, each time through a weight of its own. On the way back the"
        " same lines are used in the other direction: each output sends its gradient times the weight"
        " of the line, and what arrives at an input adds up. Forward an output reads a row of W, now an"
        " input reads a column: hence the transpose.",
        "모든 입력은 저마다의 가중치를 거쳐 모든 출력으로 갔습니다. 거꾸로 갈 때는 같은 선을 반대 방향으로"
        " 지납니다. 출력마다 자신의 기울기에 그 선의 가중치를 곱해 보내고, 입력에 모인 값을 더합니다."
        " 순전파에서 출력은 W의 행을 읽었지만 이제 입력은 열을 읽습니다. 그래서 전치 행렬입니다.",
    ),
    "dense.back_why_weight": (
        "A weight joins one input to one output and is used nowhere else. So nothing has to be added"
        " up: its gradient is the input that it was multiplied by, times the gradient of the output"
        " that it helped to make. A convolution's weight, used at every place, adds up one such product"
        " for each place.",
        "가중치 하나는 입력 하나와 출력 하나를 이을 뿐 다른 곳에는 쓰이지 않습니다. 그래서 더할 것 없이,"
        " 곱했던 입력과 거기서 나온 출력의 기울기를 곱하면 됩니다. 합성곱의 가중치는 모든 자리에서 쓰이므로"
        " 자리마다 이런 곱을 하나씩 더합니다.",
    ),
    "dense.back_bias_why": (
        "A bias was added to its output as it is, so its gradient is that output's own.",
        "편향은 출력에 그대로 더해졌으므로 편향의 기울기는 그 출력의 기울기와 같습니다.",
    ),
    "dense.back_shape_input": ("Gradient at the input", "입력의 기울기"),
    "dense.back_shape_input_how": (
        "one number for each input, from {outputs} {outputs:product|products}",
        "입력마다 수 하나, 곱 {outputs}개의 합",
    ),
    "dense.back_shape_weight": ("Gradient at the weights", "가중치의 기울기"),
    "dense.back_shape_weight_how": (
        "{outputs}·{inputs}: one product for each weight",
        "{outputs}·{inputs}: 가중치마다 곱 하나",
    ),
    "dense.back_bias": ("Bias gradient", "편향의 기울기"),
    "dense.back_bias_how": ("δ itself", "δ와 같음"),
}
