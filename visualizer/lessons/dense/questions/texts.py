"""Words of the questions about fully connected layers."""

TEXTS: dict[str, tuple[str, str]] = {
    "dense.ask_level_1": ("As in the lecture", "강의와 같이"),
    "dense.ask_level_2": ("Several channels, shared weights", "여러 채널과 가중치 공유"),
    "dense.ask_level_3": ("AlexNet, and as a convolution", "AlexNet, 합성곱으로 보기"),
    "dense.ask_bias": ("Bias of this output", "이 출력의 편향"),
    "dense.ask_maps": ("Feature maps {shape}", "특징 맵 {shape}"),
    "dense.ask_alt_network": (
        "{inputs} {inputs:input|inputs}, each linked to {outputs} {outputs:output|outputs}; what is"
        " asked is hidden.",
        "입력 {inputs}개를 모두 출력 {outputs}개에 연결한 그림. 묻는 값은 가려져 있습니다.",
    ),
    "dense.ask_alt_matrix": (
        "W row {output}: {weights}. x: {inputs}. b: {bias}. The output is hidden.",
        "W의 {output}행: {weights}. x: {inputs}. b: {bias}. 출력은 가려져 있습니다.",
    ),
    # The flat row.
    "dense.ask_flat": (
        "The map is laid out flat. How many numbers are in the row?",
        "특징 맵을 한 줄로 펼칩니다. 모두 몇 개의 값이 놓입니까?",
    ),
    "dense.ask_flat_hint": (
        "Lit is one channel with {plane} {plane:cell|cells}. How many channels are there?",
        "한 채널의 {plane}칸을 표시했습니다. 채널은 몇 개입니까?",
    ),
    "dense.ask_flat_because": (
        "Channels times rows times columns: nothing is lost, it is only put in a row.",
        "채널 수 · 행 · 열입니다. 잃는 값 없이 한 줄로 놓을 뿐입니다.",
    ),
    "dense.ask_flat_channels": (
        "That is one channel. There are {channels}.",
        "한 채널만 센 값입니다. 채널은 {channels}개입니다.",
    ),
    "dense.ask_flat_added": (
        "The sides were added. Cells are counted by multiplying them.",
        "변의 길이를 더했습니다. 칸의 수는 곱해서 셉니다.",
    ),
    "dense.ask_flat_plane_added": (
        "The channels were added. Each of them has {plane} {plane:cell|cells} of its own.",
        "채널 수를 더했습니다. 채널마다 {plane}칸이 있습니다.",
    ),
    "dense.ask_flat_one_side": (
        "One side is missing: the map has rows and columns.",
        "한 변이 빠졌습니다. 특징 맵에는 행과 열이 있습니다.",
    ),
    "dense.ask_flat_outputs": (
        "That is the number of outputs. Asked is what goes in.",
        "출력의 수입니다. 묻는 것은 들어가는 값의 수입니다.",
    ),
    # What is learned.
    "dense.ask_parameters": (
        "How many numbers does this layer learn, biases included?",
        "이 층이 학습하는 수는 편향까지 모두 몇 개입니까?",
    ),
    "dense.ask_parameters_hint": (
        "Drawn strong are the lines to output 1: each has a weight of its own, and the output has a"
        " bias. How many outputs are there?",
        "출력 1로 가는 선을 진하게 그렸습니다. 선마다 가중치가 있고 출력에는 편향이 있습니다. 출력은 몇 개입니까?",
    ),
    "dense.ask_parameters_because": (
        "A weight for each of the lines, {weights}, and a bias for each of the outputs, {outputs}.",
        "선마다 가중치가 하나씩 {weights}개, 출력마다 편향이 하나씩 {outputs}개입니다.",
    ),
    "dense.ask_parameters_bias": (
        "Those are the weights. Each output has a bias too: {outputs} more.",
        "가중치만 센 값입니다. 출력마다 편향이 있으므로 {outputs}개를 더합니다.",
    ),
    "dense.ask_parameters_added": (
        "Inputs and outputs were added. Every input is linked to every output: multiply.",
        "입력과 출력의 수를 더했습니다. 모든 입력이 모든 출력에 이어지므로 곱합니다.",
    ),
    "dense.ask_parameters_bias_each_input": (
        "A bias belongs to an output, not to an input: {outputs} of them.",
        "편향은 입력이 아니라 출력마다 하나씩, {outputs}개입니다.",
    ),
    "dense.ask_parameters_one_bias": (
        "Not one bias for the layer but one for each output: {outputs}.",
        "편향은 층에 하나가 아니라 출력마다 하나씩, {outputs}개입니다.",
    ),
    "dense.ask_parameters_channels": (
        "The map has {channels} {channels:channel|channels}, and all of them are inputs: {inputs} in all.",
        "특징 맵의 채널 {channels}개가 모두 입력입니다. 입력은 {inputs}개입니다.",
    ),
    "dense.ask_parameters_one_output": (
        "That is one output. There are {outputs}, each with weights of its own.",
        "출력 하나만 센 값입니다. 출력은 {outputs}개이고 저마다 가중치가 있습니다.",
    ),
    "dense.ask_shared": (
        "In place of the fully connected layer, a {kernel}×{kernel} convolution with {filters}"
        " {filters:filter|filters} and padding 1 reads this map. How many numbers does it learn,"
        " biases included?",
        "완전 연결층 대신 필터 {filters}개, 패딩 1인 {kernel}×{kernel} 합성곱이 이 특징 맵을 읽습니다. 학습하는"
        " 수는 편향까지 모두 몇 개입니까?",
    ),
    "dense.ask_shared_hint": (
        "Lit is what one filter reads at one place. It takes the same weights to all the others.",
        "필터 하나가 한 자리에서 읽는 칸을 표시했습니다. 다른 자리에서도 같은 가중치를 씁니다.",
    ),
    "dense.ask_shared_because": (
        "However large the map is: the weights are shared by all places. The fully connected layer"
        " with as many outputs as filters has {dense}, and only one number for each.",
        "특징 맵이 아무리 커도 같습니다. 모든 자리에서 같은 가중치를 쓰기 때문입니다. 출력 수가 필터 수와 같은 완전"
        " 연결층은 {dense}개를 쓰고도 출력마다 값 하나를 낼 뿐입니다.",
    ),
    "dense.ask_shared_dense": (
        "That is the fully connected layer. A filter of the convolution has {window} {window:weight|weights} for each"
        " channel.",
        "완전 연결층의 수입니다. 합성곱의 필터에는 채널마다 가중치가 {window}개씩 있습니다.",
    ),
    "dense.ask_shared_places": (
        "That counts the weights anew at each place. They are shared: count them once.",
        "자리마다 가중치를 다시 세었습니다. 함께 쓰므로 한 번만 셉니다.",
    ),
    "dense.ask_shared_bias": (
        "Those are the weights. Each filter has a bias too: {filters} more.",
        "가중치만 센 값입니다. 필터마다 편향이 있으므로 {filters}개를 더합니다.",
    ),
    "dense.ask_shared_one_bias": (
        "Not one bias for the layer but one for each filter: {filters}.",
        "편향은 층에 하나가 아니라 필터마다 하나씩, {filters}개입니다.",
    ),
    "dense.ask_shared_channels": (
        "A filter reads all {channels} {channels:channel|channels}, with {window} {window:weight|weights} for each.",
        "필터 하나는 채널 {channels}개를 모두 읽고, 채널마다 가중치가 {window}개씩 있습니다.",
    ),
    "dense.ask_shared_one_filter": (
        "That is one filter. There are {filters}.",
        "필터 하나의 수입니다. 필터는 {filters}개입니다.",
    ),
    "dense.ask_folded": (
        "The layer is written as a convolution that makes one number for each output. What shape has"
        " each kernel?",
        "이 층을 출력마다 값 하나를 내는 합성곱으로 씁니다. 커널 하나의 형상은 무엇입니까?",
    ),
    "dense.ask_folded_hint": (
        "Each output reads every number of the map ({shape}). So how large must the window be?",
        "출력 하나는 특징 맵({shape})의 모든 값을 읽습니다. 그러면 윈도는 얼마나 커야 합니까?",
    ),
    "dense.ask_folded_because": (
        "The kernel covers the whole map, so it fits in one place only. There is one for each output.",
        "커널이 특징 맵 전체를 덮으므로 놓일 자리가 하나뿐입니다. 출력마다 커널이 하나씩 있습니다.",
    ),
    "dense.ask_folded_outputs": (
        "The number of outputs, {outputs}, is how many kernels there are, not how deep one is.",
        "출력의 수 {outputs:은/는} 커널의 개수이지, 커널 하나의 채널 수가 아닙니다.",
    ),
    "dense.ask_folded_one": (
        "A 1×1 kernel reads one place only. An output of this layer reads them all.",
        "1×1 커널은 한 자리만 읽습니다. 이 층의 출력은 모든 자리를 읽습니다.",
    ),
    "dense.ask_folded_usual": (
        "3×3 is a usual kernel. This one has to cover the whole map.",
        "3×3은 흔히 쓰는 커널입니다. 여기서는 특징 맵 전체를 덮어야 합니다.",
    ),
    "dense.ask_folded_one_channel": (
        "A kernel reads all channels, so it has as many as the map.",
        "커널은 모든 채널을 읽으므로 채널 수가 특징 맵과 같습니다.",
    ),
    "dense.ask_folded_flat": (
        "That is a row of W. Fold it back into the map's shape.",
        "W의 한 행입니다. 특징 맵의 형상으로 되돌리십시오.",
    ),
    "dense.ask_alexnet": (
        "A map of {shape} is fully connected to {neurons} {neurons:neuron|neurons}. How many"
        " numbers are learned, biases included?",
        "특징 맵 {shape:을/를} 뉴런 {neurons}개에 완전 연결합니다. 학습하는 수는 편향까지 모두 몇 개입니까?",
    ),
    "dense.ask_alexnet_hint": (
        "The row has {inputs} {inputs:number|numbers}. Each of the neurons has a weight for every one of them.",
        "한 줄로 펼치면 값이 {inputs}개입니다. 뉴런마다 그 하나하나에 가중치가 있습니다.",
    ),
    "dense.ask_alexnet_because": (
        "Every input is linked to every neuron. In AlexNet the maps are 6×6, and this one layer holds"
        " more than half of all its parameters.",
        "모든 입력이 모든 뉴런에 이어집니다. AlexNet의 특징 맵은 6×6이고, 이 층 하나에 전체 매개변수의 절반이 넘게"
        " 있습니다.",
    ),
    "dense.ask_alexnet_channels": (
        "That is for one feature map. There are {maps}.",
        "특징 맵 하나일 때의 수입니다. 특징 맵은 {maps}개입니다.",
    ),
    "dense.ask_alexnet_one_side": (
        "A map has {side} {side:row|rows} and as many columns. Only one of the two was taken.",
        "특징 맵에는 {side}행과 {side}열이 있습니다. 한 번만 곱했습니다.",
    ),
    "dense.ask_alexnet_neurons": (
        "Those are the inputs of one neuron. There are {neurons} of them.",
        "뉴런 하나에 들어가는 입력의 수입니다. 뉴런은 {neurons}개입니다.",
    ),
    "dense.ask_alexnet_added": (
        "Inputs and neurons were added. Each is linked to each: multiply.",
        "입력과 뉴런의 수를 더했습니다. 모두 서로 이어지므로 곱합니다.",
    ),
    "dense.ask_alexnet_convolution": (
        "That is a 3×3 convolution on the same maps, which shares its weights.",
        "같은 특징 맵에 가중치를 함께 쓰는 3×3 합성곱의 수입니다.",
    ),
    # One output.
    "dense.ask_value": (
        "What does output {output} give?",
        "출력 {output:은/는} 얼마입니까?",
    ),
    "dense.ask_value_hint": (
        "Take the outlined row of W times x: multiply number by number, add up, then add the bias {bias}.",
        "테두리를 두른 W의 행과 x를 하나씩 곱해 모두 더한 다음, 편향 {bias:을/를} 더하십시오.",
    ),
    "dense.ask_value_because": ("{sum}", "{sum}"),
    "dense.ask_value_bias": (
        "That is the sum of the products. The bias, {bias}, is added to it.",
        "곱의 합입니다. 여기에 편향 {bias:을/를} 더합니다.",
    ),
    "dense.ask_value_minus_bias": (
        "The bias, {bias}, was subtracted. It is added.",
        "편향 {bias:을/를} 뺐습니다. 편향은 더합니다.",
    ),
    "dense.ask_value_no_weights": (
        "The inputs were added up as they are. Each is multiplied by its weight first.",
        "입력값을 그대로 더했습니다. 먼저 하나하나에 가중치를 곱해야 합니다.",
    ),
    "dense.ask_value_first_output": (
        "That is output 1. Asked is output {output}, with a row and a bias of its own.",
        "출력 1의 값입니다. 묻는 것은 출력 {output}이며, 행과 편향이 따로 있습니다.",
    ),
    "dense.ask_value_columns": (
        "The map was laid out column by column. It is read row by row.",
        "특징 맵을 열 순서로 펼쳤습니다. 행 순서로 읽습니다.",
    ),
    "dense.ask_value_channels_last": (
        "The channels were mixed place by place. One channel is laid out after the other.",
        "자리마다 채널을 번갈아 놓았습니다. 채널을 하나씩 차례로 펼칩니다.",
    ),
    "dense.ask_value_relu": (
        "Nothing cuts off negatives here: the layer has no activation.",
        "여기서는 음수를 0으로 만들지 않습니다. 이 층에는 활성화 함수가 없습니다.",
    ),
    "dense.ask_value_mean": (
        "The products are summed, not averaged: do not divide by {inputs}.",
        "곱은 평균을 내지 않고 더합니다. {inputs:으로/로} 나누지 마십시오.",
    ),
    "dense.ask_value_one_channel": (
        "That is the first channel alone. The output reads all {inputs} {inputs:input|inputs}.",
        "첫 채널만 계산한 값입니다. 출력은 입력 {inputs}개를 모두 읽습니다.",
    ),
    # The order of the row.
    "dense.ask_order": (
        "The map is laid out flat. Which place in the row, counted from 1, gets the cell in channel"
        " {channel}, row {row}, column {column}?",
        "특징 맵을 한 줄로 펼칩니다. 채널 {channel}, {row}행 {column}열의 칸은 1부터 세어 몇 번째에 놓입니까?",
    ),
    "dense.ask_order_hint": (
        "Lit are all cells that come before it: channel after channel, each row by row. Count them.",
        "그보다 앞에 놓이는 칸을 모두 표시했습니다. 채널 순서대로, 채널 안에서는 행 순서대로입니다. 세어 보십시오.",
    ),
    "dense.ask_order_because": (
        "Whole channels come first ({plane} {plane:cell|cells} each), then whole rows ({width} each),"
        " then the column.",
        "앞선 채널이 통째로({plane}칸씩), 다음에 앞선 행이 통째로({width}칸씩) 놓이고, 그다음이 열입니다.",
    ),
    "dense.ask_order_from_zero": (
        "So many cells come before it. Its own place is one further.",
        "앞에 놓인 칸의 수입니다. 자기 자리는 그다음입니다.",
    ),
    "dense.ask_order_columns": (
        "That is read column by column. Each channel is read row by row.",
        "열 순서로 읽었습니다. 채널 안에서는 행 순서로 읽습니다.",
    ),
    "dense.ask_order_channels_last": (
        "That puts the channels of one place side by side. Here a whole channel comes first.",
        "한 자리의 채널들을 나란히 놓은 순서입니다. 여기서는 채널 하나를 통째로 먼저 놓습니다.",
    ),
    "dense.ask_order_channel_forgotten": (
        "That is the place within its channel. Whole channels come before it.",
        "채널 안에서의 자리입니다. 앞선 채널이 통째로 먼저 놓입니다.",
    ),
    "dense.ask_order_channel_early": (
        "One channel too many: count only the channels before it.",
        "채널을 하나 더 세었습니다. 앞선 채널만 세십시오.",
    ),
    "dense.ask_order_row_early": (
        "One row too many: count only the rows before it.",
        "행을 하나 더 세었습니다. 앞선 행만 세십시오.",
    ),
}
