"""What is wrong with a pasted network, and why: one sentence for each mistake."""

TEXTS: dict[str, tuple[str, str]] = {
    # Shapes that do not fit.
    "arch.paste.channels": (
        "{layer} is declared for {declared} input {declared:channel|channels}, but {channels} {channels:arrives|arrive}: its input is {shape}.",
        "{layer}의 입력 채널은 {declared}개로 선언되어 있는데, 실제로는 {channels}개가 들어옵니다. 입력 형상은 {shape}입니다.",
    ),
    "arch.paste.channels_last": (
        "{layer} is declared for {declared} input {declared:channel|channels}, but the input {shape} has its channels last. PyTorch wants them first.",
        "{layer}의 입력 채널은 {declared}개로 선언되어 있는데, 입력 {shape}에서는 채널이 맨 뒤에 있습니다. PyTorch에서는 채널이 맨 앞에 와야 합니다.",
    ),
    "arch.paste.needs_map": (
        "A map with channels, height and width is what {layer} can read, but {shape} arrives here.",
        "{layer}에는 채널, 높이, 너비가 있는 맵이 필요한데, 여기에는 {shape} 형상이 들어옵니다.",
    ),
    "arch.paste.kernel_too_large": (
        "The kernel of {layer} is {kernel}, but the map that arrives is only {size}: it fits nowhere.",
        "{layer}의 커널은 {kernel}인데 들어오는 맵은 {size}밖에 되지 않아, 커널을 놓을 자리가 없습니다.",
    ),
    "arch.paste.kernel_too_large_padded": (
        "The kernel of {layer} is {kernel}, but the map is only {size}, with its padding {padded}: it fits nowhere.",
        "{layer}의 커널은 {kernel}인데 맵은 {size}이고 패딩을 더해도 {padded}밖에 되지 않아, 커널을 놓을 자리가 없습니다.",
    ),
    "arch.paste.output_padding": (
        "The output padding of {extra} has to be smaller than the stride, which is {stride}.",
        "출력 패딩 {extra:은/는} 스트라이드 {stride}보다 작아야 합니다.",
    ),
    "arch.paste.nothing_left": (
        "{layer} with a padding of {padding} leaves no cell of a map of size {size}.",
        "크기가 {size}인 맵에 패딩이 {padding}인 {layer:을/를} 쓰면 남는 칸이 없습니다.",
    ),
    "arch.paste.pool_padding": (
        "The padding of {layer} is {padding}, but it may be at most half of the kernel of {kernel}: {most}.",
        "{layer}의 패딩은 {padding}인데, 커널 {kernel}의 절반인 {most}까지만 쓸 수 있습니다.",
    ),
    "arch.paste.no_such_axis": (
        "{layer} is asked for axis {axis}, but what arrives has {axes} {axes:axis|axes}.",
        "{layer}에 축 {axis}번을 지정했는데, 들어오는 텐서의 축은 {axes}개입니다.",
    ),
    "arch.paste.axis_twice": (
        "Axis {axis} is named twice in {layer}.",
        "{layer}에 축 {axis}번이 두 번 들어 있습니다.",
    ),
    "arch.paste.wrong_norm": (
        "{layer} cannot read {shape}: {meant} is for that.",
        "{layer}에는 {shape} 형상을 넣을 수 없습니다. 이때는 {meant:을/를} 씁니다.",
    ),
    "arch.paste.norm_channels": (
        "{layer} is declared for {declared} {declared:channel|channels}, but {channels} {channels:arrives|arrive}: its input is {shape}.",
        "{layer}의 채널은 {declared}개로 선언되어 있는데, 실제로는 {channels}개가 들어옵니다. 입력 형상은 {shape}입니다.",
    ),
    "arch.paste.features": (
        "nn.Linear is declared for {declared} input {declared:value|values} for each example, but {arriving} {arriving:arrives|arrive}.",
        "nn.Linear는 표본마다 값 {declared}개를 받도록 선언되어 있는데, 실제로는 {arriving}개가 들어옵니다.",
    ),
    "arch.paste.features_of_map": (
        "nn.Linear is declared for {declared} input {declared:value|values} for each example, but the flattened map {map} has {because}.",
        "nn.Linear는 표본마다 값 {declared}개를 받도록 선언되어 있는데, 평탄화한 맵 {map}의 값은 {because}개입니다.",
    ),
    "arch.paste.map_to_linear": (
        "A map of {shape} arrives at nn.Linear without being flattened. torch applies the layer to the last axis, which has {last} {last:value|values} and not {declared}; flattened it would be {because}.",
        "맵 {shape:이/가} 평탄화되지 않은 채 nn.Linear에 들어옵니다. torch는 이 층을 마지막 축에 적용하는데, 그 축의 길이는 {declared:이/가} 아니라 {last}입니다. 평탄화하면 {because}개가 됩니다.",
    ),
    "arch.paste.batch_lost": (
        "All examples of the batch arrive in one row, here of {arriving} {arriving:value|values}: the flattening before took the batch axis too. nn.Linear expects {declared} for each example.",
        "배치의 모든 표본이 한 줄로 이어져, 여기서는 값 {arriving}개가 들어옵니다. 앞에서 배치 축까지 평탄화했기 때문입니다. nn.Linear에는 표본마다 {declared}개가 필요합니다.",
    ),
    "arch.paste.view": (
        "{call} cannot work: each example is {shape}, and that makes {because} {because:value|values}.",
        "{call:은/는} 쓸 수 없습니다. 표본 하나의 형상은 {shape}이고, 값은 {because}개입니다.",
    ),
    "arch.paste.view_batch": (
        "{call} has no room for the batch: it is one example of {because} {because:value|values}, and several arrive together.",
        "{call}에는 배치 축이 없습니다. 표본 하나가 {because}개이고, 여러 표본이 함께 들어옵니다.",
    ),
    "arch.paste.unflatten": (
        "An axis of {size} cannot be unfolded into {wanted}.",
        "길이가 {size}인 축을 {wanted}개로 나눌 수 없습니다.",
    ),
    "arch.paste.sum_shapes": (
        "{first} {sign} {second} cannot be computed: both sides need the same shape.",
        "{first} {sign} {second}: 두 형상이 같아야 계산할 수 있습니다.",
    ),
    "arch.paste.cat_shapes": (
        "{first} and {second} cannot be concatenated along axis {axis}: all other sizes have to agree.",
        "{first}, {second} 형상은 축 {axis}번을 따라 이어 붙일 수 없습니다. 나머지 크기가 모두 같아야 합니다.",
    ),
    # Arguments.
    "arch.paste.groups": (
        "{name} is {count}, and that is no multiple of the number of groups, {groups}.",
        "{name}의 값 {count:이/가} 그룹 수 {groups:으로/로} 나누어떨어지지 않습니다.",
    ),
    "arch.paste.padding_name": (
        "There is no padding called {value}: a number, 'same' and 'valid' are possible.",
        "{value} 패딩은 없습니다. 숫자나 'same', 'valid'를 쓸 수 있습니다.",
    ),
    "arch.paste.keras_padding": (
        "Keras takes no number as padding here ({value}): only 'same' and 'valid'.",
        "Keras에서는 여기에 숫자 패딩({value})을 쓸 수 없고 'same'과 'valid'만 쓸 수 있습니다.",
    ),
    "arch.paste.same_with_stride": (
        "padding='same' works with stride 1 only, and the stride is {stride}.",
        "padding='same'은 스트라이드가 1일 때만 쓸 수 있는데, 스트라이드가 {stride}입니다.",
    ),
    "arch.paste.not_whole": (
        "{name} of {layer} has to be a whole number, and it is {value}. Dividing with / gives a fraction, // a whole number.",
        "{layer}의 {name}에는 정수가 필요한데 {value}입니다. /로 나누면 소수가 되고, //로 나누면 정수가 됩니다.",
    ),
    "arch.paste.no_number": (
        "{name} of {layer} has to be a whole number, and {value} is none.",
        "{layer}의 {name}에는 정수가 필요한데 {value:은/는} 정수가 아닙니다.",
    ),
    "arch.paste.number_too_low": (
        "{name} of {layer} cannot be {value}.",
        "{layer}의 {name}에는 {value:을/를} 쓸 수 없습니다.",
    ),
    "arch.paste.probability": (
        "The probability of dropout lies between 0 and 1, and it is {value}.",
        "드롭아웃 확률은 0과 1 사이여야 하는데 {value}입니다.",
    ),
    "arch.paste.missing_arguments": (
        "{layer} is missing: {missing}.",
        "{layer}에 빠진 인자가 있습니다: {missing}.",
    ),
    "arch.paste.too_many_arguments": (
        "{layer} takes at most {most} {most:argument|arguments}, but {given} {given:is|are} given.",
        "{layer}의 인자는 {most}개까지인데 {given}개가 주어졌습니다.",
    ),
    "arch.paste.given_twice": (
        "{name} of {layer} is given twice: by its place and by its name.",
        "{layer}의 {name:이/가} 위치와 이름으로 두 번 주어졌습니다.",
    ),
    "arch.paste.unknown_argument": (
        "{layer} has no argument {name}.",
        "{layer}에는 {name} 인자가 없습니다.",
    ),
    "arch.paste.renamed_argument": (
        "{layer} has no argument {name}; here it is called {meant}.",
        "{layer}에는 {name} 인자가 없습니다. 여기서 쓰는 이름은 {meant}입니다.",
    ),
    # Names.
    "arch.paste.no_such_name": (
        "{module} has nothing called {name}.",
        "{module}에는 {name:이/가} 없습니다.",
    ),
    "arch.paste.no_such_name_meant": (
        "{module} has nothing called {name}; {meant} is meant.",
        "{module}에는 {name:이/가} 없습니다. {meant:을/를} 쓰려던 것으로 보입니다.",
    ),
    "arch.paste.no_attribute": (
        "self.{name} is used, but {class} never sets it.",
        "self.{name:을/를} 쓰고 있지만 {class}에서 만든 적이 없습니다.",
    ),
    "arch.paste.no_attribute_meant": (
        "self.{name} is used, but {class} never sets it; there is self.{meant}.",
        "self.{name:을/를} 쓰고 있지만 {class}에서 만든 적이 없습니다. self.{meant:은/는} 있습니다.",
    ),
    "arch.paste.name_of_self": (
        "{name} is not known here: it belongs to the object, self.{name}.",
        "{name:을/를} 찾을 수 없습니다. 객체에 속하므로 self.{name}이라고 써야 합니다.",
    ),
    "arch.paste.name_meant": (
        "{name} is not known here; there is {meant}.",
        "{name:을/를} 찾을 수 없습니다. {meant:은/는} 있습니다.",
    ),
}
