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
    "shell.back_home": ("Home", "홈으로"),
}
