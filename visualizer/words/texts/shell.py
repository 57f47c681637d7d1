"""What stands around every page: navigation, language, and the sentence for an unexpected error."""

TEXTS: dict[str, tuple[str, str]] = {
    "app.name": ("ConvScope", "ConvScope"),
    "shell.language": ("Language", "언어"),
    "shell.error": (
        "Something went wrong on this page. Start it afresh with its first settings, or go back to "
        "the home page.",
        "이 페이지에서 문제가 생겼습니다. 처음 설정으로 다시 시작하거나 홈으로 돌아가십시오.",
    ),
    "shell.restart": ("Start this page afresh", "이 페이지 다시 시작"),
    "shell.came_back": (
        "Connected again. The lesson and its numbers are as you left them.",
        "다시 연결되었습니다. 수업과 숫자는 그대로입니다.",
    ),
    "shell.picture_lost": (
        "The connection broke, and your picture was in the memory of the server that is gone. A "
        "shipped photo stands in: choose yours again.",
        "연결이 끊겨, 사라진 서버의 메모리에 있던 내 그림도 없어졌습니다. 지금은 기본 사진을 "
        "보여 줍니다. 그림을 다시 고르십시오.",
    ),
    "shell.source_lost": (
        "The connection broke. The numbers are as they were; for another size of the picture "
        "choose its file again.",
        "연결이 끊겼습니다. 숫자는 그대로입니다. 그림의 크기를 바꾸려면 파일을 다시 고르십시오.",
    ),
    "shell.back_home": ("Home", "홈으로"),
}
