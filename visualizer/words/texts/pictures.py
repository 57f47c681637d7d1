"""A person's own picture: the hint before it, why it is refused, what had to be changed.

``picture.error.<code>`` are the sentences of ``visualizer.material.PictureError``,
``picture.note.<name>`` the notes of an opened picture, parts of one line.
"""

TEXTS: dict[str, tuple[str, str]] = {
    "picture.hint": (
        "{formats}; up to {megabytes} MB. JPEG up to {most} megapixels, the others at least {sure}."
        " It is not stored and is gone when you leave.",
        "{formats}. {megabytes} MB까지 올릴 수 있습니다. JPEG는 {most}메가픽셀까지, 다른 형식도"
        " {sure}메가픽셀까지는 모두 열립니다. 저장하지 않으며, 페이지를 닫으면 사라집니다.",
    ),
    "upload.choose": ("Choose a file", "파일 고르기"),
    "upload.drop": ("Drop the file here", "여기에 파일을 놓으세요"),
    "upload.refused": (
        "Not taken. A file may have {most} at most; if this one is smaller, the server was"
        " busy or the connection broke: remove it, wait a moment, and choose it again.",
        "받지 못했습니다. 파일은 {most}까지 올릴 수 있습니다. 그보다 작은 파일이라면 서버가"
        " 바빴거나 연결이 끊긴 것이니, 지우고 잠시 뒤에 다시 고르세요.",
    ),
    "picture.changed": (
        "Done to the file: {changes}.",
        "파일을 이렇게 바꾸었습니다: {changes}.",
    ),
    "picture.error.empty": ("The file is empty.", "빈 파일입니다."),
    "picture.error.file_too_large": (
        "The file is larger than {limit} MB. Save the picture smaller and try again.",
        "파일이 {limit} MB보다 큽니다. 그림을 줄여서 다시 올려 주십시오.",
    ),
    "picture.error.unknown": (
        "This file is not a picture that can be opened here. These can: {formats}.",
        "여기서 열 수 있는 그림 파일이 아닙니다. 열 수 있는 형식: {formats}.",
    ),
    "picture.error.heic": (
        "This is a HEIC photo, as iPhones store them, and cannot be opened here. Send it as JPEG;"
        " an iPhone takes JPEG after Settings › Camera › Formats › Most Compatible.",
        "아이폰이 쓰는 HEIC 형식의 사진이라 여기서 열 수 없습니다. JPEG로 바꾸어 올려 주십시오."
        " 아이폰에서 설정 › 카메라 › 포맷 › 높은 호환성을 고르면 JPEG로 찍힙니다.",
    ),
    "picture.error.svg": (
        "This is an SVG drawing, made of shapes and not of pixels. Export it as PNG.",
        "픽셀이 아니라 도형으로 된 SVG 그림입니다. PNG로 내보내어 올려 주십시오.",
    ),
    "picture.error.pdf": (
        "This is a PDF document. Export the page as PNG or JPEG.",
        "PDF 문서입니다. 필요한 쪽을 PNG나 JPEG로 내보내어 올려 주십시오.",
    ),
    "picture.error.raw": (
        "This is a camera's RAW file, a photo not developed yet. Export it as JPEG.",
        "카메라의 RAW 파일, 곧 아직 현상하지 않은 사진입니다. JPEG로 내보내어 올려 주십시오.",
    ),
    "picture.error.video": (
        "This is a video. Save one of its frames as PNG or JPEG.",
        "동영상입니다. 한 장면을 PNG나 JPEG로 저장하여 올려 주십시오.",
    ),
    "picture.error.foreign": (
        "This is a {kind} file, which cannot be opened here. These can: {formats}.",
        "{kind} 파일은 여기서 열 수 없습니다. 열 수 있는 형식: {formats}.",
    ),
    "picture.error.damaged": (
        "This {format} file is damaged or ends too early, or is a rare kind of {format} that cannot"
        " be read here. Save it anew as PNG or JPEG.",
        "이 {format} 파일은 손상되었거나 중간에 끊겼거나, 여기서 읽을 수 없는 드문 종류의"
        " {format}입니다. PNG나 JPEG로 다시 저장하여 올려 주십시오.",
    ),
    "picture.error.no_pixels": ("This picture has no pixels.", "이 그림에는 픽셀이 없습니다."),
    "picture.error.too_many_pixels": (
        "This picture has more than {limit} megapixels. Save it smaller and try again.",
        "이 그림은 {limit}메가픽셀을 넘습니다. 줄여서 다시 올려 주십시오.",
    ),
    "picture.error.too_large": (
        "This picture is {width}×{height}; a {format} file of this kind may have {limit} megapixels"
        " here. Save it smaller or as JPEG.",
        "이 그림은 {width}×{height}입니다. 이런 종류의 {format} 파일은 {limit}메가픽셀까지 열 수"
        " 있습니다. 그림을 줄이거나 JPEG로 저장하여 올려 주십시오.",
    ),
    "picture.error.too_slow": (
        "This {format} file is packed in a way that takes too long to open. Save it anew as PNG or"
        " JPEG.",
        "이 {format} 파일은 여는 데 너무 오래 걸리는 방식으로 압축되어 있습니다. PNG나 JPEG로"
        " 다시 저장하여 올려 주십시오.",
    ),
    "picture.error.too_narrow": (
        "This picture is {width}×{height}: one side is more than {limit} times the other.",
        "이 그림은 {width}×{height:으로/로}, 한 변이 다른 변의 {limit}배를 넘습니다.",
    ),
    "picture.note.first_picture": (
        "the first of several pictures in the file",
        "파일에 든 여러 그림 가운데 첫 번째만 사용함",
    ),
    "picture.note.incomplete": (
        "the end of the file is missing, and gray stands for what it does not hold",
        "파일의 끝이 없어 들어 있지 않은 부분은 회색으로 둠",
    ),
    "picture.note.lost_notes": (
        "the camera's notes in it are damaged, so it may lie on its side",
        "카메라가 남긴 정보가 손상되어 무시함(방향이 틀릴 수 있음)",
    ),
    "picture.note.turned": (
        "turned upright, as its camera noted",
        "카메라가 기록한 방향대로 바로 세움",
    ),
    "picture.note.on_white": (
        "transparent parts laid on white",
        "투명한 부분을 흰 바탕 위에 놓음",
    ),
    "picture.note.gray": (
        "gray, repeated in red, green and blue",
        "흑백이라 같은 값을 빨강·초록·파랑에 넣음",
    ),
    "picture.note.palette": (
        "colours taken from its palette",
        "팔레트의 색을 실제 색으로 바꿈",
    ),
    "picture.note.cmyk": (
        "printing colours (CMYK) turned into red, green and blue",
        "인쇄용 색(CMYK)을 RGB로 바꿈",
    ),
    "picture.note.deep": (
        "more than 8 bits per value, brought to 8",
        "값 하나가 8비트를 넘어 8비트로 줄임",
    ),
    "picture.note.stretched": (
        "values without a known range, stretched from black to white",
        "값의 범위를 알 수 없어 검정에서 흰색까지로 펼침",
    ),
    "picture.note.converted": (
        "colours turned into red, green and blue",
        "색을 RGB로 바꿈",
    ),
    "picture.note.smaller": (
        "made smaller, since fewer pixels are enough here",
        "필요한 것보다 픽셀이 많아 줄임",
    ),
}
