"""The architecture page: networks to start from, the drawing, costs, code, the address."""

TEXTS: dict[str, tuple[str, str]] = {
    "nav.architecture": ("Architecture", "신경망 구조"),
    "home.card.architecture": (
        "Stack layers and follow shapes, parameters and receptive fields.",
        "층을 쌓으며 형상, 매개변수 수, 수용 영역이 어떻게 달라지는지 따라갑니다.",
    ),
    "arch.title": ("Architecture", "신경망 구조"),
    "arch.lead": (
        "From the picture to the scores of the classes: what every layer takes, gives, holds and"
        " costs.",
        "그림에서 클래스별 점수까지, 층마다 무엇을 받아 무엇을 내놓으며 매개변수와 계산이 얼마나 드는지"
        " 따라갑니다.",
    ),
    # Networks to start from.
    "param.arch_net": ("Network", "신경망"),
    "param.arch_layer": ("Layer", "층"),
    "param.arch_row": ("Row of the unit", "유닛의 행"),
    "param.arch_col": ("Column of the unit", "유닛의 열"),
    "param.arch_step": ("Field up to layer", "어느 층까지 볼지"),
    "param.arch_photo": ("Picture", "그림"),
    "help.arch_net": (
        "Start from a network of the lecture; change any layer below.",
        "강의에 나오는 신경망에서 시작해, 아래에서 층을 마음대로 바꿔 보십시오.",
    ),
    "choice.arch_net.alexnet2012": ("AlexNet (2012, 227)", "AlexNet (2012년, 227)"),
    "choice.arch_net.alexnet": ("AlexNet (torchvision, 224)", "AlexNet (torchvision, 224)"),
    "choice.arch_net.lenet5": ("LeNet-5", "LeNet-5"),
    "choice.arch_net.vgg11": ("VGG-11", "VGG-11"),
    "choice.arch_net.vgg16": ("VGG-16", "VGG-16"),
    "choice.arch_net.vgg19": ("VGG-19", "VGG-19"),
    "choice.arch_net.googlenet": ("GoogLeNet", "GoogLeNet"),
    "choice.arch_net.resnet18": ("ResNet-18", "ResNet-18"),
    "choice.arch_net.resnet34": ("ResNet-34", "ResNet-34"),
    "choice.arch_net.squeezenet": ("SqueezeNet 1.1", "SqueezeNet 1.1"),
    "choice.arch_net.mobilenetv2": ("MobileNetV2", "MobileNetV2"),
    "choice.arch_net.unet": ("U-Net (small)", "U-Net (작은 것)"),
    "choice.arch_net.tiny": ("A tiny network for 28×28", "28×28용 작은 신경망"),
    "choice.arch_net.custom": ("Your own", "직접 만든 신경망"),
    "arch.about.alexnet2012": (
        "As published: 227×227 input, local response normalisation, and two groups where the two"
        " graphics cards did not exchange their maps.",
        "논문의 모습 그대로입니다. 입력은 227×227이고, 지역 응답 정규화가 있으며, 두 그래픽 카드가"
        " 특징 맵을 주고받지 않은 층에서는 그룹이 둘로 나뉩니다.",
    ),
    "arch.about.alexnet": (
        "The one most programs load today: 224×224 input with padding 2, no groups, no"
        " normalisation, fewer filters in conv1 and conv2.",
        "오늘날 대부분의 프로그램이 불러오는 AlexNet입니다. 입력은 224×224, 첫 층의 패딩은 2이고,"
        " 그룹과 정규화가 없으며, conv1과 conv2의 필터 수가 더 적습니다.",
    ),
    "arch.about.lenet5": (
        "The first convolutional network in everyday use: it read cheques. Shown as it is taught"
        " today, with plain averages and plain outputs.",
        "수표를 읽는 데 실제로 쓰인 첫 합성곱 신경망입니다. 요즘 강의에서처럼 풀링은 단순한 평균으로,"
        " 출력은 보통의 완전 연결층으로 바꾸었습니다.",
    ),
    "arch.about.vgg11": (
        "Only 3×3 kernels, stacked: two see as much as one 5×5, with fewer weights.",
        "3×3 커널만 쌓았습니다. 둘을 쌓으면 5×5 하나와 같은 범위를 더 적은 가중치로 봅니다.",
    ),
    "arch.about.vgg16": (
        "The VGG that most people mean: thirteen convolutions and three fully connected layers, which"
        " hold most of the parameters.",
        "흔히 VGG라고 하면 이 신경망입니다. 합성곱층이 13개, 완전 연결층이 3개이며, 매개변수는 대부분 완전"
        " 연결층에 있습니다.",
    ),
    "arch.about.vgg19": (
        "Three convolutions more than VGG-16, the same fully connected layers: a quarter more work,"
        " hardly more parameters.",
        "VGG-16보다 합성곱층이 3개 많고 완전 연결층은 같습니다. 계산은 4분의 1쯤 늘지만 매개변수는 조금만"
        " 늘어납니다.",
    ),
    "arch.about.googlenet": (
        "Nine times, four branches read the same maps (1×1, 3×3, 5×5, pooling) and are concatenated."
        " As in the paper's table, without the two classifiers that only help training.",
        "네 갈래(1×1, 3×3, 5×5, 풀링)가 같은 맵을 읽고 나서 이어 붙습니다. 이런 묶음이 아홉 번"
        " 나옵니다. 논문의 표를 따랐고, 학습을 돕기만 하는 분류기 둘은 뺐습니다.",
    ),
    "arch.about.resnet18": (
        "Each block adds its input to what its two convolutions make of it. Where the shape changes,"
        " a 1×1 convolution fits the input.",
        "블록마다 두 합성곱의 결과에 블록의 입력을 더합니다. 형상이 바뀌는 곳에서는 1×1 합성곱으로 입력을"
        " 맞춥니다.",
    ),
    "arch.about.resnet34": (
        "The blocks of ResNet-18, twice as many: twice the work, and still far less than VGG-11's.",
        "ResNet-18의 블록을 두 배로 쌓았습니다. 계산도 두 배가 되지만 VGG-11의 계산에는 한참 못 미칩니다.",
    ),
    "arch.about.squeezenet": (
        "1×1 convolutions squeeze the channels, then 1×1 and 3×3 ones widen them side by side and are"
        " concatenated: a fiftieth of AlexNet's parameters.",
        "1×1 합성곱으로 채널을 줄인 뒤, 1×1과 3×3 합성곱으로 나란히 늘려 이어 붙입니다. 매개변수는"
        " AlexNet의 50분의 1입니다.",
    ),
    "arch.about.mobilenetv2": (
        "Made for phones: a 1×1 convolution widens, a 3×3 one works on each channel by itself, a 1×1"
        " one narrows again, and the narrow ends are added.",
        "휴대 전화를 위한 신경망입니다. 1×1 합성곱으로 채널을 늘리고, 3×3 합성곱으로 채널마다 따로"
        " 계산하고, 다시 1×1로 줄인 뒤, 줄어든 양 끝을 더합니다.",
    ),
    "arch.about.unet": (
        "A small one of our own after U-Net: down by pooling, up by transposed convolutions, and on"
        " the way up the maps of the way down are concatenated. It gives a score for every cell. The"
        " paper's has four halvings instead of three, and 64 to 1024 channels instead of 16 to 128.",
        "U-Net을 본떠 작게 만든 신경망입니다. 풀링으로 내려갔다가 전치 합성곱으로 올라오며, 올라오는 길에"
        " 내려갈 때의 맵을 이어 붙이고, 칸마다 점수를 냅니다. 논문의 U-Net은 크기를 세 번이 아니라 네 번"
        " 절반으로 줄이고, 채널은 16–128개가 아니라 64–1024개입니다.",
    ),
    "arch.about.tiny": (
        "Small enough to follow with a pencil; the global average replaces the large fully"
        " connected layers.",
        "연필로 따라갈 수 있을 만큼 작습니다. 커다란 완전 연결층 대신 전역 평균 풀링을 씁니다.",
    ),
    # The drawing.
    "arch.scale": (
        "Drawn to scale: height and depth of a box are the rows and columns of its maps, thickness"
        " is the number of channels; fully connected layers have a scale of their own. The coloured"
        " square is the window that the next layer slides.",
        "실제 비율로 그렸습니다. 상자의 높이와 깊이는 특징 맵의 행과 열, 두께는 채널 수이며, 완전"
        " 연결층은 따로 정한 비율을 씁니다. 색칠한 네모는 다음 층이 움직이는 윈도입니다.",
    ),
    "arch.click": (
        "Click a box for its layer.",
        "상자를 누르면 그 층을 자세히 봅니다.",
    ),
    "arch.streams": (
        "A box drawn twice: two graphics cards held one half of its channels each.",
        "상자가 둘로 나뉜 곳은 두 그래픽 카드가 채널을 절반씩 맡았다는 뜻입니다.",
    ),
    "arch.alt": (
        "{name}, {layers} {layers:layer|layers}, from {input} to {output}: {path}.",
        "{name}, 층 {layers}개, {input}에서 {output}까지: {path}.",
    ),
    "arch.input": ("input", "입력"),
    "arch.totals": (
        "{convolutions} {convolutions:convolution|convolutions} and {linear} fully connected"
        " {linear:layer|layers} hold {parameters} {parameters:parameter|parameters} ({memory}). One"
        " picture takes {work} {work:multiply-add|multiply-adds} and {activations} for its"
        " activations.",
        "합성곱층 {convolutions}개와 완전 연결층 {linear}개에 매개변수 {parameters}개({memory})가"
        " 있습니다. 그림 한 장에 곱셈-누산 {work}회와 활성화 메모리 {activations:이/가} 듭니다.",
    ),
    # 224 or 227.
    "arch.conventions": ("224 or 227?", "224인가 227인가"),
    "arch.conventions_lead": (
        "The paper says the input is 224×224, and that the first layer makes 55×55. Both cannot be"
        " true: put the numbers in.",
        "논문에는 입력이 224×224이고 첫 층의 출력이 55×55라고 적혀 있습니다. 식에 넣어 보면 둘이"
        " 함께 맞을 수 없습니다.",
    ),
    "arch.convention.paper": ("What the paper says", "논문에 적힌 대로"),
    "arch.convention.fits": ("What fits", "딱 맞는 크기"),
    "arch.convention.padded": ("What torchvision does", "torchvision의 방식"),
    "arch.convention_how.paper": (
        "224, no padding. {quotient} is no whole number of strides: {left} {left:column is|columns"
        " are} never read, the first map is {first}, and fc6 would find {last} instead of 256×6×6.",
        "224에 패딩 없음. 나눗셈 결과가 {quotient:으로/로} 딱 떨어지지 않아 한쪽 끝 {left}칸을 읽지"
        " 못합니다. 첫 특징 맵은 {first}, fc6이 받는 맵은 256×6×6이 아닌 {last}입니다.",
    ),
    "arch.convention_how.fits": (
        "227, no padding. {quotient} {quotient:stride fits|strides fit} exactly: the first map is"
        " {first}, fc6 reads {last}.",
        "227에 패딩 없음. 나눗셈 결과가 {quotient:으로/로} 딱 떨어집니다. 첫 특징 맵은 {first}, fc6이"
        " 받는 맵은 {last}입니다.",
    ),
    "arch.convention_how.padded": (
        "224 with padding 2. {quotient} is no whole number of strides: {left} padded"
        " {left:column is|columns are} never read, so 2 + 224 + 1 = 227 are used. The first map is"
        " {first}, fc6 reads {last}.",
        "224에 패딩 2. 나눗셈 결과가 {quotient:으로/로} 딱 떨어지지 않아 패딩 {left}칸을 읽지"
        " 않으므로, 실제로 쓰는 칸은 2 + 224 + 1 = 227입니다. 첫 특징 맵은 {first}, fc6이 받는 맵은"
        " {last}입니다.",
    ),
    # Costs.
    "arch.costs": ("Where the parameters are, where the work is", "매개변수와 계산이 몰린 곳"),
    "arch.costs_parameters": (
        "{share}% of the {total} {total:parameter is|parameters are} in fully connected layers",
        "매개변수 {total} 중 {share}%가 완전 연결층에",
    ),
    "arch.costs_work": (
        "{share}% of the {total} {total:multiply-add is|multiply-adds are} in convolutions",
        "곱셈-누산 {total} 중 {share}%가 합성곱에",
    ),
    "arch.costs_why": (
        "A convolution uses each weight again at every place of the map; a fully connected layer"
        " uses each weight once. So the first is rich in work, the second in weights.",
        "합성곱은 같은 가중치를 맵의 모든 자리에서 다시 쓰고, 완전 연결층은 가중치마다 한 번만"
        " 씁니다. 그래서 합성곱에는 계산이, 완전 연결층에는 가중치가 몰립니다.",
    ),
    "arch.bar": ("{value} ({share}%)", "{value} ({share}%)"),
    # To the other lessons, and code.
    "arch.move": ("See it move", "움직임 보기"),
    "arch.move_capped": (
        "Shown smaller, so that every number can be read: {changes}.",
        "수를 모두 읽을 수 있도록 줄여서 보여 줍니다: {changes}.",
    ),
    "arch.code": ("As PyTorch code", "PyTorch 코드"),
    "arch.code_lead": (
        "It runs as it stands; each comment is the shape after the layer.",
        "그대로 실행되는 코드입니다. 주석은 그 층을 지난 뒤의 형상입니다.",
    ),
    "arch.code_form": ("Written as", "쓰는 방식"),
    "arch.code_sequential": ("nn.Sequential", "nn.Sequential"),
    "arch.code_class": ("Class", "클래스"),
    "arch.code_branches": (
        "It is written as a class, because an nn.Sequential hands each layer the output of the one"
        " before it and nothing else, and this network has branches.",
        "nn.Sequential에서는 층마다 바로 앞 층의 출력만 받습니다. 이 신경망에는 갈래가 있어 클래스로"
        " 씁니다.",
    ),
    "arch.take_table": ("This table (.csv)", "이 표 (.csv)"),
    "arch.take_markdown": ("Markdown (.md)", "Markdown (.md)"),
    "arch.proof": (
        "Tests run this code for every network above and for random stacks, and compare every"
        " shape, parameter and multiply-add with what torch itself counts.",
        "위의 모든 신경망과 무작위로 쌓은 신경망들에서 이 코드를 실행해, 모든 형상과 매개변수 수,"
        " 곱셈-누산 수를 torch가 직접 센 값과 비교합니다.",
    ),
    # The address.
    "notice.bad_network": (
        "{parameter}: the stack in the address (“{value}”) cannot be read. Now: {used}.",
        "{parameter}: 주소에 담긴 신경망(‘{value}’)을 읽을 수 없습니다. 지금 값: {used}.",
    ),
    "notice.network_too_long": (
        "{parameter}: the stack in the address is too long. Now: {used}.",
        "{parameter}: 주소에 담긴 신경망이 너무 깁니다. 지금 값: {used}.",
    ),
}
