"""torch's own messages in words: what each means, with its numbers, and what usually helps."""

TEXTS: dict[str, tuple[str, str]] = {
    "arch.paste.error_unknown": (
        "This message is not one of those that are explained here.",
        "여기서 설명하는 오류 메시지가 아닙니다.",
    ),
    "arch.paste.error_matrices": (
        "{rows} {rows:row|rows} of {arriving} {arriving:value|values} arrive at nn.Linear({declared}, {outputs}), which expects rows of {declared}.",
        "nn.Linear({declared}, {outputs})에는 길이가 {declared}인 행이 필요한데, 길이가 {arriving}인 행 {rows}개가 들어옵니다.",
    ),
    "arch.paste.advice_matrices": (
        "Make in_features {arriving}. If {rows} is not the batch size, the map was not flattened from axis 1 on: torch.flatten(x, 1).",
        "in_features를 {arriving:으로/로} 바꾸십시오. {rows:이/가} 배치 크기가 아니라면 축 1번부터 평탄화하지 않은 것입니다: torch.flatten(x, 1).",
    ),
    "arch.paste.error_channels": (
        "A convolution whose weights are {weight} expects {declared} input {declared:channel|channels}, but {channels} {channels:arrives|arrive}: each example is {shape}.",
        "가중치의 형상이 {weight}인 합성곱의 입력 채널은 {declared}개인데, 실제로는 {channels}개가 들어옵니다. 표본 하나의 형상은 {shape}입니다.",
    ),
    "arch.paste.advice_channels": (
        "Make in_channels the out_channels of the layer before, or for the first layer the channels of the pictures: 1 gray, 3 colour, and before height and width.",
        "in_channels를 앞 층의 out_channels와 같게 하십시오. 첫 층이라면 그림의 채널 수(흑백 1, 컬러 3)이고, 채널 축은 높이와 너비보다 앞에 있어야 합니다.",
    ),
    "arch.paste.error_kernel": (
        "A kernel of {kernel_height}×{kernel_width} is moved over a map that, with its padding, is only {height}×{width}.",
        "커널은 {kernel_height}×{kernel_width}인데, 맵은 패딩을 더해도 {height}×{width}밖에 되지 않습니다.",
    ),
    "arch.paste.advice_kernel": (
        "The layers before shrink the map too much: take out a pooling layer, add padding, or start from a larger picture.",
        "앞의 층들이 맵을 너무 많이 줄였습니다. 풀링을 하나 빼거나, 패딩을 더하거나, 더 큰 그림을 넣으십시오.",
    ),
    "arch.paste.error_too_small": (
        "Pooling a map of {height}×{width} would leave {out_height}×{out_width}: the window does not fit.",
        "{height}×{width} 맵을 풀링하면 {out_height}×{out_width:이/가} 됩니다. 윈도가 들어갈 자리가 없습니다.",
    ),
    "arch.paste.advice_too_small": (
        "Take out one pooling layer, make its window smaller, or start from a larger picture.",
        "풀링을 하나 빼거나, 윈도를 줄이거나, 더 큰 그림을 넣으십시오.",
    ),
    "arch.paste.error_pad": (
        "The padding of pooling is {padding}, more than half of its window of {kernel}.",
        "풀링의 패딩이 {padding}인데, 윈도 크기 {kernel}의 절반보다 큽니다.",
    ),
    "arch.paste.advice_pad": (
        "Padding of pooling goes up to half of the window.",
        "풀링의 패딩은 윈도 크기의 절반까지만 쓸 수 있습니다.",
    ),
    "arch.paste.error_dimensions_conv": (
        "A convolution reads batch, channels, height and width, but what arrives has the shape {input}.",
        "합성곱에는 배치, 채널, 높이, 너비의 네 축이 필요한데, 들어온 텐서의 형상은 {input}입니다.",
    ),
    "arch.paste.advice_dimensions_conv": (
        "For one picture, x.unsqueeze(0) adds the batch axis. After a flattening no convolution can follow.",
        "그림 한 장이라면 x.unsqueeze(0)으로 배치 축을 더하십시오. 평탄화한 뒤에는 합성곱을 쓸 수 없습니다.",
    ),
    "arch.paste.error_dimensions": (
        "Batch normalisation wants a {wanted} tensor, but one of {axes} {axes:axis|axes} arrives.",
        "배치 정규화에는 {wanted} 텐서가 필요한데, 축이 {axes}개인 텐서가 들어옵니다.",
    ),
    "arch.paste.advice_dimensions": (
        "nn.BatchNorm2d is for maps, nn.BatchNorm1d for flattened rows.",
        "맵에는 nn.BatchNorm2d를, 평탄화한 행에는 nn.BatchNorm1d를 씁니다.",
    ),
    "arch.paste.error_dimensions_pool": (
        "Pooling reads maps, but what arrives has no channels, height and width any more.",
        "풀링에는 맵이 필요한데, 들어온 텐서에는 채널, 높이, 너비가 없습니다.",
    ),
    "arch.paste.advice_dimensions_pool": (
        "Pool before flattening.",
        "평탄화하기 전에 풀링하십시오.",
    ),
    "arch.paste.error_dimensions_pool_of": (
        "A map is what {layer} can read, but what arrives has the shape {input}.",
        "{layer}에는 맵이 필요한데, 들어온 텐서의 형상은 {input}입니다.",
    ),
    "arch.paste.advice_dimensions_pool_of": (
        "Pool before flattening.",
        "평탄화하기 전에 풀링하십시오.",
    ),
    "arch.paste.error_state_size": (
        "The saved {parameter} is {saved}, but that of this network is {current}.",
        "저장된 {parameter}의 형상은 {saved}인데, 이 네트워크에서는 {current}입니다.",
    ),
    "arch.paste.advice_state_size": (
        "The network has to be made with the numbers it was saved with, as the number of classes; replace the last layer after loading.",
        "저장할 때와 같은 설정(예: 클래스 수)으로 네트워크를 만들어야 합니다. 마지막 층은 불러온 뒤에 바꾸십시오.",
    ),
    "arch.paste.error_state_both": (
        "The file holds {unexpected}, and the network asks for {missing}: the names differ.",
        "파일에는 {unexpected}, 네트워크에는 {missing}: 서로 이름이 다릅니다.",
    ),
    "arch.paste.advice_state_both": (
        "A name that begins with module. was saved from nn.DataParallel; else the layers have other names or another order.",
        "module.으로 시작하는 이름은 nn.DataParallel에서 저장한 것입니다. 그렇지 않으면 층의 이름이나 순서가 다릅니다.",
    ),
    "arch.paste.error_state_missing": (
        "The file lacks {missing}, which the network has.",
        "네트워크에 있는 {missing} 값이 파일에 없습니다.",
    ),
    "arch.paste.advice_state_missing": (
        "The file was saved from another network, or from one whose layers have other names.",
        "다른 네트워크에서 저장했거나 층의 이름이 다른 파일입니다.",
    ),
    "arch.paste.error_state_unexpected": (
        "The file holds {unexpected}, which the network does not have.",
        "파일에 있는 {unexpected} 값이 네트워크에는 없습니다.",
    ),
    "arch.paste.advice_state_unexpected": (
        "The file was saved from another network, or from one whose layers have other names.",
        "다른 네트워크에서 저장했거나 층의 이름이 다른 파일입니다.",
    ),
    "arch.paste.error_view": (
        "A tensor of {size} {size:value|values} cannot be seen as [{wanted}], because {size} is no multiple of {known}.",
        "값이 {size}개인 텐서는 [{wanted}] 형상으로 바꿀 수 없습니다. {size:은/는} {known}의 배수가 아닙니다.",
    ),
    "arch.paste.error_view_whole": (
        "A tensor of {size} {size:value|values} cannot be seen as [{wanted}], because that has {known}.",
        "값이 {size}개인 텐서는 값이 {known}개인 [{wanted}] 형상으로 바꿀 수 없습니다.",
    ),
    "arch.paste.advice_view": (
        "x.view(x.size(0), -1) always fits; then the next nn.Linear tells how many values it should read.",
        "x.view(x.size(0), -1)은 언제나 맞습니다. 그러면 다음 nn.Linear에 몇 개가 들어가는지 알 수 있습니다.",
    ),
    "arch.paste.advice_view_whole": (
        "x.view(x.size(0), -1) always fits; then the next nn.Linear tells how many values it should read.",
        "x.view(x.size(0), -1)은 언제나 맞습니다. 그러면 다음 nn.Linear에 몇 개가 들어가는지 알 수 있습니다.",
    ),
    "arch.paste.error_tensors": (
        "Two tensors are combined that differ along axis {axis}: {first} and {second}.",
        "축 {axis}번의 길이가 {first}, {second:으로/로} 다른 두 텐서를 더하거나 곱하고 있습니다.",
    ),
    "arch.paste.advice_tensors": (
        "In a residual block both ways need the same shape: padding that keeps the size, or a 1×1 convolution with the same stride on the short way.",
        "잔차 블록에서는 두 경로의 형상이 같아야 합니다. 크기를 지키는 패딩을 쓰거나, 지름길에 같은 스트라이드의 1×1 합성곱을 두십시오.",
    ),
    "arch.paste.error_concat": (
        "Tensors are concatenated along axis {axis}, but they also differ elsewhere: {first} and {second}.",
        "축 {axis}번을 따라 이어 붙이는데, 다른 축의 길이도 {first}, {second:으로/로} 다릅니다.",
    ),
    "arch.paste.advice_concat": (
        "All branches need the same height and width: padding that keeps the size, or an input whose size halves without a remainder.",
        "모든 갈래의 높이와 너비가 같아야 합니다. 크기를 지키는 패딩을 쓰거나, 나머지 없이 반으로 줄어드는 입력 크기를 쓰십시오.",
    ),
    "arch.paste.error_concat_axes": (
        "Tensors of {first} and of {second} axes are concatenated.",
        "축이 {first}개인 텐서와 {second}개인 텐서를 이어 붙이고 있습니다.",
    ),
    "arch.paste.advice_concat_axes": (
        "Flatten both, or neither.",
        "둘 다 평탄화하거나 둘 다 하지 마십시오.",
    ),
    "arch.paste.error_batch": (
        "The network gives {input} {input:row|rows} for {target} {target:target|targets}: the batch has changed on its way.",
        "정답은 {target}개인데 네트워크의 출력은 {input}행입니다. 도중에 배치 크기가 바뀌었습니다.",
    ),
    "arch.paste.advice_batch": (
        "A view(-1, n) whose n is not the number of values of one example does that. Write x.view(x.size(0), -1) or torch.flatten(x, 1).",
        "view(-1, n)의 n이 표본 하나의 값 개수와 다르면 이렇게 됩니다. x.view(x.size(0), -1)이나 torch.flatten(x, 1)을 쓰십시오.",
    ),
    "arch.paste.error_target": (
        "A target is class {target}, but the network has too few outputs for it: it needs at least {classes}.",
        "정답이 클래스 {target}번인데 네트워크의 출력 수가 모자랍니다. 적어도 {classes}개가 필요합니다.",
    ),
    "arch.paste.advice_target": (
        "Classes are counted from 0. Compare the last layer's outputs with the number of classes.",
        "클래스는 0번부터 셉니다. 마지막 층의 출력 수와 클래스 수를 비교해 보십시오.",
    ),
    "arch.paste.error_running_mean": (
        "Batch normalisation is declared for {declared} {declared:channel|channels}, but {channels} {channels:arrives|arrive}.",
        "배치 정규화의 채널은 {declared}개로 선언되어 있는데, 실제로는 {channels}개가 들어옵니다.",
    ),
    "arch.paste.advice_running_mean": (
        "num_features is the out_channels of the convolution before.",
        "num_features는 앞 합성곱의 out_channels와 같아야 합니다.",
    ),
}
