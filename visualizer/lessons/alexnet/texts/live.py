"""Words of the live camera; names in brackets are filled in by the browser's script."""

TEXTS: dict[str, tuple[str, str]] = {
    "alex.live.way": ("How to use the camera", "카메라 사용 방법"),
    "alex.live.way.one": ("One picture", "한 장 찍기"),
    "alex.live.way.live": ("Live", "실시간"),
    "alex.live.here": (
        "The camera is started on the page, by a press of its own.",
        "카메라는 본문의 버튼을 눌러야 켜집니다.",
    ),
    "alex.live.group": ("The camera, live", "실시간 카메라"),
    "alex.live.start": ("Start the camera", "카메라 켜기"),
    "alex.live.go_on": ("Go on", "계속"),
    "alex.live.pause": ("Pause", "일시 정지"),
    "alex.live.stop": ("Stop the camera", "카메라 끄기"),
    "alex.live.other": ("Other camera", "다른 카메라"),
    "alex.live.flip": ("Mirrored", "좌우 반전"),
    "alex.live.keep": ("Keep this frame", "이 장면 쓰기"),
    "alex.live.privacy": (
        "The network answers what the camera sees, several times a second. Small frames go to the "
        "server that this page came from, one at a time, and nowhere else; each is answered and "
        "forgotten, and none is stored.",
        "카메라에 보이는 것을 신경망이 1초에 여러 번 판별합니다. 작게 줄인 장면을 한 장씩, 이 페이지를 "
        "보낸 서버에만 보냅니다. 답을 낸 장면은 바로 버리고 어디에도 저장하지 않습니다.",
    ),
    "alex.live.asking": (
        "The browser asks whether this page may use the camera.",
        "브라우저가 카메라를 써도 되는지 묻습니다.",
    ),
    "alex.live.first": ("Waiting for the first answer …", "첫 답을 기다리는 중입니다…"),
    "alex.live.paused": (
        "Paused: picture, answer and maps stay as they are. The camera is still on.",
        "일시 정지했습니다. 사진과 답, 특징 맵이 그대로 남아 있습니다. 카메라는 아직 켜져 있습니다.",
    ),
    "alex.live.off": ("The camera is off.", "카메라가 꺼졌습니다."),
    "alex.live.hidden": (
        "The camera was switched off because this page was out of sight.",
        "페이지가 보이지 않게 되어 카메라를 껐습니다.",
    ),
    "alex.live.ended": (
        "The camera went away: it was unplugged, or is no longer allowed.",
        "카메라 연결이 끊어졌거나 사용 권한이 취소되었습니다.",
    ),
    "alex.live.kept": (
        "Kept: the page below is now about this frame.",
        "이 장면을 사진으로 삼았습니다. 아래에서 자세히 볼 수 있습니다.",
    ),
    "alex.live.slow": (
        "No answer for a while; it goes on when the server is there again.",
        "한동안 답이 없습니다. 서버가 응답하면 이어집니다.",
    ),
    "alex.live.pace": (
        "[rate] answers a second, of which the network takes [ms] ms each",
        "1초에 [rate]번 답함, 한 번에 신경망 계산 [ms] ms",
    ),
    "alex.live.seen": ("What the network sees", "신경망이 보는 부분"),
    "alex.live.best": ("The five most probable classes", "확률이 가장 높은 다섯 클래스"),
    "alex.live.layer": ("Layer", "층"),
    "alex.live.which": ("Channels", "채널"),
    "alex.live.map": ("channel [channel]", "채널 [channel]"),
    "alex.live.unit": ("unit [channel]", "유닛 [channel]"),
    "alex.live.sheet": ("The layer's maps", "이 층의 특징 맵"),
    "alex.live.maps_hint": (
        "A press on a map keeps the frame and opens that channel below.",
        "특징 맵을 누르면 이 장면을 사진으로 삼고 아래에서 그 채널을 엽니다.",
    ),
    # Troubles
    "alex.live.full": (
        "{most} {most:reader is|readers are} live on this server already, which is all that it can "
        "answer. Try again in a while, or take one picture on the left: that always works.",
        "이 서버에서 이미 {most}명이 실시간으로 쓰고 있어 더 받을 수 없습니다. 잠시 뒤에 다시 해 보거나, "
        "왼쪽에서 ‘한 장 찍기’를 쓰십시오. 그 방법은 언제나 쓸 수 있습니다.",
    ),
    "alex.live.frame": (
        "The server could not read what the browser sent as a frame. Start again; if that does not "
        "help, take one picture on the left.",
        "브라우저가 보낸 장면을 서버가 읽지 못했습니다. 다시 켜 보고, 그래도 안 되면 왼쪽에서 한 장 "
        "찍어 보십시오.",
    ),
    "alex.live.insecure": (
        "Browsers lend a camera only to pages that come over https:// or from this very computer "
        "(http://localhost), and this page does not. Open it at such an address, or choose “Your "
        "own file …” on the left.",
        "브라우저는 https://로 받은 페이지나 이 컴퓨터의 페이지(http://localhost)에만 카메라를 "
        "허용합니다. 지금 주소는 여기에 해당하지 않습니다. 그런 주소로 열거나, 왼쪽에서 ‘내 사진 "
        "파일…’을 고르십시오.",
    ),
    "alex.live.refused": (
        "The browser did not let this page use the camera. Allow it at the camera or lock sign beside "
        "the address, then press “Start the camera” again. Or choose “Your own file …” on the left.",
        "브라우저가 이 페이지의 카메라 사용을 막았습니다. 주소 옆의 카메라나 자물쇠 표시에서 허용한 뒤 "
        "‘카메라 켜기’를 다시 누르십시오. 왼쪽에서 ‘내 사진 파일…’을 골라도 됩니다.",
    ),
    "alex.live.none": (
        "The browser finds no camera on this device. Connect one and start again, or choose “Your "
        "own file …” on the left.",
        "이 기기에서 카메라를 찾지 못했습니다. 카메라를 연결하고 다시 켜거나, 왼쪽에서 ‘내 사진 "
        "파일…’을 고르십시오.",
    ),
    "alex.live.busy": (
        "Another program seems to be using the camera. Close it there and start again.",
        "다른 프로그램이 카메라를 쓰고 있는 듯합니다. 그쪽에서 끄고 다시 켜십시오.",
    ),
    "alex.live.other_error": (
        "The camera could not be started. Try another browser, take one picture on the left, or "
        "choose “Your own file …” there.",
        "카메라를 켜지 못했습니다. 다른 브라우저를 써 보거나, 왼쪽에서 한 장 찍거나 ‘내 사진 파일…’을 "
        "고르십시오.",
    ),
}
