"""What sharing a lesson says, and what a page says of a link that hides controls."""

TEXTS: dict[str, tuple[str, str]] = {
    "share.title": ("Share", "공유"),
    "share.lead": (
        "A link that opens this lesson with these very numbers.",
        "지금 보는 예제를 숫자까지 그대로 여는 링크입니다.",
    ),
    "share.step": ("Step", "단계"),
    "share.speed": ("Speed", "속도"),
    "share.language": ("Language", "언어"),
    "share.controls": ("Controls in the sidebar", "사이드바에 남길 조작"),
    "share.controls_all": ("All", "모두"),
    "share.controls_some": ("Only some", "일부만"),
    "share.controls_none": ("None", "없음"),
    "share.which": ("These stay", "남길 조작"),
    "share.choose": ("Choose controls", "고르기"),
    "share.copy": ("Copy the link", "링크 복사"),
    "share.done": ("Copied.", "복사했습니다."),
    "share.failed": (
        "The browser does not allow it; the link can be selected by hand.",
        "브라우저가 복사를 허용하지 않습니다. 링크를 직접 선택해 복사하십시오.",
    ),
    "share.code": ("QR code of the link", "링크의 QR 코드"),
    "share.too_long": (
        "The link has {length} characters; a QR code that a phone can read from a projector holds"
        " {most}. A small file that opens it can be handed out instead.",
        "링크가 {length}자입니다. 휴대전화가 프로젝터 화면에서 읽을 수 있는 QR 코드에는 {most}자까지"
        " 들어갑니다. 대신 이 링크를 여는 작은 파일을 나누어 줄 수 있습니다.",
    ),
    "share.file": ("File that opens the link (.html)", "링크를 여는 파일 (.html)"),
    "share.left": (
        "The link that you opened leaves {count} {count:control|controls}; the others are hidden.",
        "열린 링크는 조작을 {count}개만 남기고 나머지는 감춥니다.",
    ),
    "share.show_all": ("Show all controls", "모든 조작 보이기"),
    "param.show": ("Controls shown", "보이는 조작"),
    "param.speed": ("Speed", "속도"),
    "notice.show_unknown": (
        "The address wants to keep a control “{value}” that this page does not have; it was left out.",
        "주소에서 남기라고 한 조작 {value:은/는} 이 페이지에 없어 무시했습니다.",
    ),
}
