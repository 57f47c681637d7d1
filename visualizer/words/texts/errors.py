"""Every sentence that says what cannot be, or what was changed.

``error.<code>`` for the engine's and the lessons' errors, ``notice.<code>`` for notices, ``argument.<name>`` for what the engine
calls its arguments.
"""

TEXTS: dict[str, tuple[str, str]] = {
    # The engine's: one argument alone.
    "error.not_an_integer": (
        "{parameter} must be a whole number, but is {value}.",
        "{parameter}: 정수여야 하는데 받은 값은 {value}입니다.",
    ),
    "error.not_a_pair": (
        "{parameter} must be one whole number or a pair (height, width), but is {value}.",
        "{parameter}: 정수 하나 또는 (높이, 너비) 쌍이어야 하는데 받은 값은 {value}입니다.",
    ),
    "error.not_a_number": (
        "{parameter} must be a finite number, but is {value}.",
        "{parameter}: 유한한 수여야 하는데 받은 값은 {value}입니다.",
    ),
    "error.not_a_flag": (
        "{parameter} must be True or False, but is {value}.",
        "{parameter}: True 또는 False여야 하는데 받은 값은 {value}입니다.",
    ),
    "error.not_a_choice": (
        "{parameter} must be one of {choices}, but is {value}.",
        "{parameter}: {choices} 가운데 하나여야 하는데 받은 값은 {value}입니다.",
    ),
    "error.below_minimum": (
        "{parameter} must be at least {low}, but is {value}.",
        "{parameter}: {low} 이상이어야 하는데 받은 값은 {value}입니다.",
    ),
    "error.above_maximum": (
        "{parameter} must be at most {high}, but is {value}.",
        "{parameter}: {high} 이하여야 하는데 받은 값은 {value}입니다.",
    ),
    "error.not_between": (
        "{parameter} must lie between {low} and {high}, but is {value}.",
        "{parameter}: {low} 이상 {high} 이하여야 하는데 받은 값은 {value}입니다.",
    ),
    "error.not_positive": (
        "{parameter} must be greater than 0, but is {value}.",
        "{parameter}: 0보다 커야 하는데 받은 값은 {value}입니다.",
    ),
    "error.not_callable": (
        "{parameter} must be a function from an array to an array, but is {value}.",
        "{parameter}: 배열을 받아 배열을 돌려주는 함수여야 하는데 받은 값은 {value}입니다.",
    ),
    "error.not_a_generator": (
        "{parameter} must be a NumPy random generator, a seed (0, 1, 2, …) or None, but is"
        " {value}.",
        "{parameter}: NumPy 난수 생성기, 시드(0, 1, 2, …) 또는 None이어야 하는데 받은 값은"
        " {value}입니다.",
    ),
    "error.not_layers": (
        "{parameter} must be a list of layers, but is {value}.",
        "{parameter}: 층의 목록이어야 하는데 받은 값은 {value}입니다.",
    ),
    "error.not_a_layer": (
        "{parameter} must be (kernel size, stride, padding) or (kernel size, stride, padding,"
        " dilation), but is {value}.",
        "{parameter}: (커널 크기, 스트라이드, 패딩) 또는 (커널 크기, 스트라이드, 패딩,"
        " 팽창률)이어야 하는데 받은 값은 {value}입니다.",
    ),
    "error.not_a_shape": (
        "{parameter} must be a tuple of whole numbers, but is {value}.",
        "{parameter}: 정수로 된 튜플이어야 하는데 받은 값은 {value}입니다.",
    ),
    # The engine's: arrays.
    "error.not_real_numbers": (
        "{parameter} must be an array of real numbers, but is {value}.",
        "{parameter}: 실수 배열이어야 하는데 받은 값은 {value}입니다.",
    ),
    "error.wrong_axes": (
        "{parameter} must have the axes {axes}, but its shape is {shape}.",
        "{parameter}: 축이 {axes} 꼴이어야 하는데 받은 형상은 {shape}입니다.",
    ),
    "error.empty_array": (
        "{parameter} has no elements: its shape is {shape}.",
        "{parameter}: 값이 하나도 없습니다(형상 {shape}).",
    ),
    "error.too_many_cells": (
        "{parameter} would have {cells} {cells:cell|cells}, more than the {limit} kept in memory.",
        "{parameter}: {cells}칸이나 되어, 메모리에 둘 수 있는 {limit}칸을 넘습니다.",
    ),
    "error.axis_out_of_range": (
        "{parameter} is {value}, but an array of shape {shape} has no such axis.",
        "{parameter}: 형상이 {shape}인 배열에는 {value}번 축이 없습니다.",
    ),
    "error.activation_shape": (
        "The activation must keep the shape {expected}, but returned the shape {shape}.",
        "활성화 함수는 형상을 바꾸지 않아야 합니다: 받은 형상 {expected}, 돌려준 형상 {shape}.",
    ),
    "error.gradient_shape": (
        "The gradient must have the output's shape {expected}, but its shape is {shape}.",
        "기울기의 형상은 출력과 같은 {expected}여야 하는데, 받은 형상은 {shape}입니다.",
    ),
    "error.not_a_class": (
        "The true class must be one of 0 to {last}, but is {value}.",
        "정답 클래스는 0부터 {last}까지의 번호여야 하는데, 받은 값은 {value}입니다.",
    ),
    # The engine's: arguments against one another.
    "error.channels_mismatch": (
        "The input has {channels} {channels:channel|channels}, but the kernels read {expected}.",
        "입력의 채널은 {channels}개인데 커널이 읽는 채널은 {expected}개입니다.",
    ),
    "error.groups_filters": (
        "{filters} {filters:filter|filters} cannot be shared equally among {groups}"
        " {groups:group|groups}.",
        "필터 {filters}개를 그룹 {groups}개에 똑같이 나눌 수 없습니다.",
    ),
    "error.groups_channels": (
        "{channels} input {channels:channel|channels} cannot be shared equally among {groups}"
        " {groups:group|groups}.",
        "입력 채널 {channels}개를 그룹 {groups}개에 똑같이 나눌 수 없습니다.",
    ),
    "error.bias_length": (
        "The bias needs one number per output, {filters} in all, but its shape is {shape}.",
        "편향은 출력마다 하나씩 모두 {filters}개여야 하는데, 받은 형상은 {shape}입니다.",
    ),
    "error.features_mismatch": (
        "x has {features} {features:feature|features}, but each row of the weight reads {expected}.",
        "x의 특성은 {features}개인데 가중치의 한 행은 {expected}개를 읽습니다.",
    ),
    "error.same_with_stride": (
        "Padding “same” needs stride 1, but the stride is {stride}.",
        "same 패딩은 스트라이드가 1일 때만 쓸 수 있는데, 스트라이드가 {stride}입니다.",
    ),
    "error.reflect_too_wide": (
        "Reflection needs padding smaller than the input: padding {padding}, input {size}.",
        "거울 반사 패딩은 입력보다 작아야 합니다: 패딩 {padding}, 입력 {size}.",
    ),
    "error.circular_too_wide": (
        "Circular padding cannot be larger than the input: padding {padding}, input {size}.",
        "순환 패딩은 입력보다 클 수 없습니다: 패딩 {padding}, 입력 {size}.",
    ),
    "error.pool_padding_too_wide": (
        "Pooling padding {padding} is more than half of kernel {kernel}.",
        "풀링의 패딩은 커널의 절반을 넘을 수 없습니다: 패딩 {padding}, 커널 {kernel}.",
    ),
    "error.output_padding_too_large": (
        "Output padding {output_padding} must be smaller than stride {stride} or dilation"
        " {dilation}.",
        "출력 패딩은 스트라이드나 팽창률보다 작아야 합니다: 출력 패딩 {output_padding},"
        " 스트라이드 {stride}, 팽창률 {dilation}.",
    ),
    "error.nothing_left": (
        "Cutting away {value} of {size} {size:cell|cells} leaves none.",
        "{size}칸 가운데 {value}칸을 잘라 내면 남는 칸이 없습니다.",
    ),
    "error.map_too_large": (
        "The map would have {size} {size:row or column|rows or columns}, more than {limit}.",
        "특징 맵의 행이나 열이 {size}개가 되어 {limit}개를 넘습니다.",
    ),
    "error.source_ahead": (
        "It reads layer {number}, which does not stand before it (0 is the input).",
        "{number}번 층을 읽으려 하지만, 그 층은 이 층보다 앞에 있지 않습니다(0번은 입력).",
    ),
    "error.add_shapes": (
        "A sum needs two equal shapes, but these are {first} and {second}.",
        "더하려면 두 형상이 같아야 하는데 {first}, {second}입니다.",
    ),
    "error.concat_shapes": (
        "Only the channels may differ where maps are concatenated, but the shapes are {first} and"
        " {second}.",
        "이어 붙이려면 채널 수 말고는 모두 같아야 하는데, 두 형상은 {first}, {second}입니다.",
    ),
    "error.kernel_too_large": (
        "Kernel {kernel} is larger than the padded input {size}: no window fits.",
        "커널({kernel})이 패딩을 더한 입력({size})보다 커서 윈도를 놓을 자리가 없습니다.",
    ),
    "error.dilated_kernel_too_large": (
        "Kernel {kernel} with dilation {dilation} spans {span} {span:cell|cells}, more than the"
        " padded input {size}: no window fits.",
        "커널이 {kernel}, 팽창률이 {dilation}일 때 윈도는 {span}칸에 걸칩니다. 패딩을 더한"
        " 입력({size})보다 커서 놓을 자리가 없습니다.",
    ),
    "error.empty_output": (
        "The output would be empty: padding {padding} cuts away {size:the only cell|all {size}"
        " cells}.",
        "패딩 {padding} 때문에 {size}칸이 모두 잘려 나가 출력이 남지 않습니다.",
    ),
    "error.needs_map": (
        "The layer reads a map (channels, height, width), but its input is a flat row.",
        "이 층은 (채널, 높이, 너비) 형상의 특징 맵을 읽는데, 입력이 한 줄로 펼쳐져 있습니다.",
    ),
    "error.needs_flat": (
        "A fully connected layer reads a flat row of values, but its input is a map: flatten"
        " first.",
        "완전 연결층은 한 줄로 펼친 값을 읽는데, 입력이 특징 맵입니다. 먼저 펼쳐야 합니다.",
    ),
    # Notices: addresses.
    "notice.unknown": (
        "This page has no setting “{parameter}”; it was left out.",
        "‘{parameter}’ 설정은 이 페이지에 없어 무시했습니다.",
    ),
    "notice.bad_value": (
        "{parameter}: “{value}” cannot be read. Allowed: {allowed}. Now: {used}.",
        "{parameter}: ‘{value}’ 값을 읽을 수 없습니다. 가능한 값: {allowed}. 지금 값: {used}.",
    ),
    "notice.out_of_range": (
        "{parameter}: {value} is out of range. Allowed: {allowed}. Now: {used}.",
        "{parameter}: {value:은/는} 범위를 벗어납니다. 가능한 값: {allowed}. 지금 값: {used}.",
    ),
    "notice.from_zero": ("Addresses count from 0.", "주소에서는 0부터 셉니다."),
    "notice.bad_grid": (
        "{parameter}: the typed numbers in the address are damaged and were left out.",
        "{parameter}: 주소에 담긴 값이 손상되어 무시했습니다.",
    ),
    "notice.grid_refitted": (
        "{parameter}: the typed numbers have shape {value}; cut or filled with zeros to {used}.",
        "{parameter}: 입력한 값의 형상({value})이 맞지 않아 {used} 형상이 되도록 자르거나 0으로"
        " 채웠습니다.",
    ),
    "notice.too_many_typed": (
        "{parameter}: an output of {used} has more numbers than an address holds, so they cannot be"
        " typed.",
        "{parameter}: 출력 {used}의 값은 주소에 다 담을 수 없어 직접 입력할 수 없습니다.",
    ),
    "notice.upload_missing": (
        "The address tells of an uploaded picture but does not hold its numbers; random numbers"
        " stand in.",
        "올린 그림의 값이 주소에 들어 있지 않아 난수로 대신했습니다.",
    ),
    "notice.adjusted": (
        "{parameter}: {value} is not possible with the other settings. Now: {used}.",
        "{parameter}: 다른 설정과 함께 쓸 수 없는 값({value})입니다. 지금 값: {used}.",
    ),
    # Notices: settings that collide.
    "notice.groups": (
        "{parameter}: {value} does not divide both channels and filters. Now: {used}.",
        "{parameter}: {value:으로/로} 하면 채널과 필터를 똑같이 나눌 수 없습니다. 지금 값: {used}.",
    ),
    "notice.same_stride": (
        "{parameter}: PyTorch refuses padding “same” with stride {value}. Now: {used}. TensorFlow"
        " would pad {before} {before:cell|cells} before and {after} after, for an output of {places};"
        " a padding of {after} {after:cell|cells} on every side, with stride {value}, gives"
        " {by_number}.",
        "{parameter}: PyTorch는 스트라이드가 {value}일 때 same 패딩을 거부합니다. 지금 값: {used}."
        " TensorFlow라면 앞에 {before}칸, 뒤에 {after}칸을 채워 출력 크기를 {places:으로/로} 만듭니다."
        " 스트라이드를 그대로 두고 사방에 {after}칸씩 채우면 출력 크기는 {by_number}입니다.",
    ),
    "notice.transposed_padding": (
        "{parameter}: this padding is not possible in a transposed convolution. Now: {used}.",
        "{parameter}: 전치 합성곱에서는 쓸 수 없는 패딩입니다. 지금 값: {used}.",
    ),
    "notice.transposed_mode": (
        "{parameter}: a transposed convolution pads with zeros only. Now: {used}.",
        "{parameter}: 전치 합성곱의 패딩은 0만 쓸 수 있습니다. 지금 값: {used}.",
    ),
    "notice.mode_padding": (
        "{parameter}: {value} asks for more padding than this way of filling it has cells for."
        " Now: {used}.",
        "{parameter}: {value:으로/로} 하면 이 방식으로 다 채울 수 없을 만큼 패딩이 커집니다."
        " 지금 값: {used}.",
    ),
    "notice.fit": (
        "{parameter}: with {value} the kernel would be larger than the padded input. Now: {used}.",
        "{parameter}: {value:으로/로} 하면 커널이 패딩을 더한 입력보다 커집니다. 지금 값: {used}.",
    ),
    "notice.output_cap": (
        "{parameter}: with {value} the output would exceed 32×32. Now: {used}.",
        "{parameter}: {value:으로/로} 하면 출력이 32×32를 넘습니다. 지금 값: {used}.",
    ),
    "notice.output_padding": (
        "{parameter}: {value} must be smaller than the stride or the dilation. Now: {used}.",
        "{parameter}: 스트라이드나 팽창률보다 작아야 합니다(받은 값 {value}). 지금 값: {used}.",
    ),
    # What the engine's arguments are called.
    "argument.input": ("The input", "입력"),
    "argument.weight": ("The weight", "가중치"),
    "argument.bias": ("The bias", "편향"),
    "argument.stride": ("The stride", "스트라이드"),
    "argument.padding": ("The padding", "패딩"),
    "argument.dilation": ("The dilation", "팽창률"),
    "argument.groups": ("The number of groups", "그룹 수"),
    "argument.kernel_size": ("The kernel size", "커널 크기"),
    "argument.output_padding": ("The output padding", "출력 패딩"),
    "argument.padding_mode": ("The padding mode", "패딩을 채우는 방식"),
    "argument.size": ("The size", "크기"),
    "argument.channels": ("The number of channels", "채널 수"),
    "argument.source": ("The layer that is read", "읽는 층"),
    "argument.left": ("The padding on the left", "왼쪽 패딩"),
    "argument.right": ("The padding on the right", "오른쪽 패딩"),
    "argument.top": ("The padding at the top", "위쪽 패딩"),
    "argument.bottom": ("The padding at the bottom", "아래쪽 패딩"),
    "argument.p": ("The dropout probability p", "드롭아웃 확률 p"),
    "argument.temperature": ("The temperature", "온도"),
    "argument.the padded input": ("The padded input", "패딩을 더한 입력"),
}
