"""The home page's words."""

TEXTS: dict[str, tuple[str, str]] = {
    "nav.home": ("Home", "홈"),
    "home.title": ("ConvScope", "ConvScope"),
    "home.lead": (
        "See how a convolutional network computes: every number on the screen, one step at a time.",
        "합성곱 신경망의 계산을 숫자 하나까지, 한 단계씩 눈으로 확인합니다.",
    ),
    "home.about": (
        "Set up an example and step through it: each product, each sum and the cell it makes. "
        "PyTorch can check any result on the spot. The address in your browser always holds the "
        "whole example; whoever opens it sees the same step.",
        "예제를 만들고 한 단계씩 따라가며 곱 하나하나와 합, 그 합이 들어가는 칸을 봅니다. 결과는 그 자리에서 "
        "PyTorch로 검증할 수 있습니다. 브라우저 주소에 예제 전체가 담기므로, 주소를 받은 사람도 같은 단계를 "
        "보게 됩니다.",
    ),
    "home.start": ("Start here", "여기서 시작하기"),
    "home.lessons": ("Lessons", "학습 주제"),
    "home.path": ("Learning path", "학습 순서"),
    "home.path_lead": (
        "Questions in the order of a course. Each opens the example that answers it.",
        "강의 순서대로 놓은 질문입니다. 질문을 누르면 답을 보여 주는 예제가 열립니다.",
    ),
    "home.path.window": (
        "Where does one number of the output come from?",
        "출력의 숫자 하나는 어디에서 올까요?",
    ),
    "home.path.stride": (
        "Why does stride 2 roughly halve the output?",
        "스트라이드가 2이면 출력은 왜 절반쯤으로 줄어들까요?",
    ),
    "home.path.padding": (
        "How can the output stay as large as the input?",
        "출력을 입력과 같은 크기로 만들려면?",
    ),
    "home.path.dilation": (
        "How can nine weights see further?",
        "가중치 9개로 어떻게 더 넓게 볼까요?",
    ),
    "home.path.channels": (
        "What do three channels and two filters make?",
        "채널 3개와 필터 2개로 무엇이 만들어질까요?",
    ),
    "home.path.photo": (
        "What does an edge filter see in a photo?",
        "경계 검출 필터는 사진에서 무엇을 찾을까요?",
    ),
    "home.path.activation": (
        "Why is a straight line not enough?",
        "신경망에는 왜 비선형 함수가 필요할까요?",
    ),
    "home.path.pooling": (
        "What stays when four numbers become one?",
        "숫자 네 개를 하나로 줄이면 무엇이 남을까요?",
    ),
    "home.path.dropout": (
        "Why does switching neurons off help?",
        "뉴런을 끄면 왜 도움이 될까요?",
    ),
    "home.path.dense": (
        "How do features become a decision?",
        "특징은 어떻게 판단으로 바뀔까요?",
    ),
    "home.path.training": (
        "How do the weights become what they are?",
        "가중치는 어떻게 정해질까요?",
    ),
    "home.path.architecture": (
        "Where are the parameters, and where the work?",
        "매개변수와 계산은 어느 층에 몰려 있을까요?",
    ),
    "home.path.alexnet": (
        "What does a real network look at?",
        "실제 신경망은 사진의 무엇을 보고 답할까요?",
    ),
}
