"""The controls of an input, which every lesson with one shares; a lesson can have its own words."""

TEXTS: dict[str, tuple[str, str]] = {
    "param.input": ("Input picture", "입력 그림"),
    "param.photo": ("Photo", "사진"),
    "param.size": ("Size", "크기"),
    "param.channels": ("Channels", "채널 수"),
    "param.seed": ("Seed", "난수 시드"),
    "param.data": ("Input numbers", "입력값"),
    "input.upload": ("Your picture", "내 그림"),
    "input.three_channels": (
        "The picture itself. Its red, green and blue are the three channels of the input.",
        "원래 그림입니다. 이 그림의 빨강, 초록, 파랑이 입력의 채널 3개입니다.",
    ),
    "help.size": ("Rows and columns of the input, 3 to 32.", "입력의 행과 열 수입니다(3~32)."),
    "help.channels": (
        "Grids the input is made of: 1 for gray, 3 for red, green and blue.",
        "입력을 이루는 격자 수입니다. 흑백은 1, 빨강·초록·파랑은 3입니다.",
    ),
    "help.seed": (
        "The same seed always draws the same random numbers.",
        "시드가 같으면 언제나 같은 난수가 나옵니다.",
    ),
    "help.data": (
        "Type your own numbers, from −999 to 999. The address keeps them.",
        "−999부터 999까지 직접 입력합니다. 입력한 값은 주소에 담깁니다.",
    ),
    "choice.input.ramp": ("Ramp", "점점 커지는 값"),
    "choice.input.checkerboard": ("Checkerboard", "체커보드"),
    "choice.input.edge": ("Edge", "경계"),
    "choice.input.cross": ("Cross", "십자"),
    "choice.input.circle": ("Circle", "원"),
    "choice.input.digit": ("Digit", "손글씨 숫자"),
    "choice.input.random": ("Random", "난수"),
    "choice.input.photo": ("Photo", "사진"),
    "choice.input.upload": ("Your picture", "내 그림"),
    "choice.input.custom": ("Custom", "직접 입력"),
}
