"""The words of a projector, and of a lesson in a frame of another page."""

TEXTS: dict[str, tuple[str, str]] = {
    "view.projector": ("Projector", "프로젝터"),
    "view.keys": ("Keys", "단축키"),
    "view.full": ("Full screen", "전체 화면"),
    "view.leave": ("Leave the projector", "프로젝터 화면 끝내기"),
    "view.close": ("Close", "닫기"),
    "view.black": ("Black screen", "검은 화면"),
    "view.whole": (
        "Open the whole lesson with these settings in a new tab",
        "이 설정 그대로 단원 전체를 새 탭에서 열기",
    ),
    "view.key_play": ("Play, pause", "재생, 일시 정지"),
    "view.key_next": ("One step forward", "다음 단계"),
    "view.key_back": ("One step back", "이전 단계"),
    "view.key_ends": ("First, last step", "첫 단계, 마지막 단계"),
    "view.key_speed": ("Faster, slower", "더 빠르게, 더 느리게"),
    "view.key_black": (
        "Black screen; any key brings it back",
        "검은 화면, 아무 키나 누르면 돌아옴",
    ),
    "view.key_full": ("Full screen", "전체 화면"),
    "view.key_keys": ("These keys", "이 단축키 목록"),
    "view.key_leave": ("Back to the whole page", "전체 페이지로 돌아가기"),
    "view.key_toggle": ("Projector on and off, from anywhere", "어디서나 프로젝터 켜고 끄기"),
    "view.embed": ("Put it into a page of your own:", "다른 페이지에 넣을 때 쓸 코드:"),
}
