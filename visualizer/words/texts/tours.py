"""What the bar of a tour says, what leads into a tour, and what is wrong in a tour's file."""

TEXTS: dict[str, tuple[str, str]] = {
    # The bar.
    "tour.name": ("Tour: {title}", "투어: {title}"),
    "tour.place": ("{step} / {steps}", "{step} / {steps}"),
    "tour.try": ("Try:", "해 보기:"),
    "tour.show": ("Show me", "보여 주기"),
    "tour.back": ("Back", "이전"),
    "tour.next": ("Next", "다음"),
    "tour.leave": ("Leave the tour", "투어 끝내기"),
    "tour.question": ("A question", "질문"),
    "tour.to_lesson": ("Back to the lesson", "단원으로 돌아가기"),
    "tour.right": ("Right.", "맞습니다."),
    "tour.wrong": ("Not yet. Look once more.", "아닙니다. 다시 살펴보십시오."),
    # What leads into a tour.
    "tour.start": (
        "Take the tour: {title}, {steps} {steps:chapter|chapters}",
        "투어 시작: {title} ({steps}장)",
    ),
    "tour.more": ("More tours, and your own", "다른 투어와 내 투어"),
    "tour.own_lead": (
        "A tour is a small text file. Yours stays in this visit; nobody else sees it.",
        "투어는 작은 텍스트 파일입니다. 올린 파일은 이번 방문에만 남고 다른 사람에게 보이지 않습니다.",
    ),
    "tour.upload": ("Your tour (.yaml)", "내 투어 (.yaml)"),
    "tour.example": ("A tour to begin with (.yaml)", "고쳐 쓸 수 있는 예 (.yaml)"),
    "tour.bad_file": (
        "{file} is not shown yet: {count} {count:thing is|things are} wrong in it.",
        "{file:은/는} 아직 열 수 없습니다. 고칠 곳이 {count}군데 있습니다.",
    ),
    "tour.more_problems": ("… and {count} more.", "… 그 밖에 {count}군데 더."),
    "tour.no_folder": (
        "CONVSCOPE_TOURS names a folder that cannot be read.",
        "CONVSCOPE_TOURS에 적힌 폴더를 읽을 수 없습니다.",
    ),
    "tour.unknown": (
        "The address names a tour that is not here ({name}); the page opens without it.",
        "주소에 적힌 투어({name})가 없어 투어 없이 페이지를 엽니다.",
    ),
    "tour.no_such_step": (
        "The tour has {steps} {steps:chapter|chapters}, and the address asks for {value}; the page opens"
        " without it.",
        "투어는 {steps}장까지 있는데 주소는 {value:을/를} 가리켜 투어 없이 페이지를 엽니다.",
    ),
    "tour.own_missing": (
        "This address belongs to a tour of your own, and this visit does not have its file yet. Choose"
        " it once more.",
        "내 투어의 주소입니다. 이번 방문에는 아직 파일이 없으니 다시 선택하십시오.",
    ),
    # What is wrong in a file.
    "tour.error.line": ("Line {line}:", "{line}번째 줄:"),
    "tour.error.near": ("Was {near} meant?", "혹시 {near}입니까?"),
    "tour.where.tour": ("the tour", "투어"),
    "tour.where.step": ("a step", "단계"),
    "tour.error.too_large": (
        "the file is larger than {most} kB.",
        "파일이 {most} kB보다 큽니다.",
    ),
    "tour.error.not_utf8": (
        "the file is not saved as UTF-8 from here on.",
        "여기부터 UTF-8로 저장된 글이 아닙니다.",
    ),
    "tour.error.not_yaml": (
        "this cannot be read as YAML. Often a text with a colon (between braces also with a comma or a"
        " question mark) needs quotation marks around it, or a line begins too far left or right.",
        "YAML로 읽을 수 없습니다. 콜론이 든 글은 따옴표로 감싸야 하고(중괄호 안에서는 쉼표와 물음표도), 들여쓰기가"
        " 맞아야 합니다.",
    ),
    "tour.error.nothing": ("the file is empty.", "빈 파일입니다."),
    "tour.error.alias": (
        "anchors (&) and aliases (*) are not used in a tour; a text that begins with one needs quotation"
        " marks.",
        "투어에는 앵커(&)와 별칭(*)을 쓰지 않습니다. 글이 이 기호로 시작하면 따옴표로 감싸십시오.",
    ),
    "tour.error.tag": (
        "tags ({tag}) are not used in a tour; a text that begins with ! needs quotation marks.",
        "투어에는 태그({tag})를 쓰지 않습니다. 글이 !로 시작하면 따옴표로 감싸십시오.",
    ),
    "tour.error.too_deep": (
        "this is nested deeper than anything in a tour.",
        "투어에 쓰는 것보다 더 깊이 들여 썼습니다.",
    ),
    "tour.error.no_mapping": (
        "{where} consists of lines such as “name: value”.",
        "{where:은/는} ‘이름: 값’ 꼴의 줄로 씁니다.",
    ),
    "tour.error.unknown_key": (
        "{where} has no {part}. It may have: {allowed}.",
        "{where}에는 {part:이/가} 없습니다. 쓸 수 있는 것: {allowed}.",
    ),
    "tour.error.key_twice": ("{part} stands here twice.", "{part:이/가} 두 번 나옵니다."),
    "tour.error.missing": ("{where} needs {part}.", "{where}에 {part:이/가} 있어야 합니다."),
    "tour.error.no_list": (
        "{part} is a list: each entry on a line that begins with “- ”, or [a, b].",
        "{part:은/는} 목록입니다. 항목마다 ‘- ’로 시작하는 줄에 쓰거나 [a, b]처럼 씁니다.",
    ),
    "tour.error.list_length": (
        "{part} has {count} {count:entry|entries}; {least} to {most} can be given.",
        "{part} 항목이 {count}개입니다. {least}개부터 {most}개까지 쓸 수 있습니다.",
    ),
    "tour.error.no_text": (
        "{part} is a single text or number.",
        "{part:은/는} 글이나 수 하나입니다.",
    ),
    "tour.error.empty": ("{part} is empty.", "{part:이/가} 비어 있습니다."),
    "tour.error.no_whole": (
        "{part} is a whole number, not {value}.",
        "{part:은/는} 정수여야 합니다(지금 {value}).",
    ),
    "tour.error.no_number": (
        "{part} is a number, not {value}.",
        "{part:은/는} 수여야 합니다(지금 {value}).",
    ),
    "tour.error.text_length": (
        "{part} has {count} characters; at most {most} fit.",
        "{part:이/가} {count}자입니다. {most}자까지 들어갑니다.",
    ),
    "tour.error.no_link": (
        "{value} is no link. One looks like /convolution?conv_size=7.",
        "{value:은/는} 링크가 아닙니다. /convolution?conv_size=7처럼 씁니다.",
    ),
    "tour.error.unknown_page": (
        "the link leads to a page that is not here ({page}). Pages: {allowed}.",
        "링크가 없는 페이지({page})를 가리킵니다. 페이지: {allowed}.",
    ),
    "tour.error.unknown_setting": (
        "the link names {name}, which the page {page} does not have.",
        "링크에 {page} 페이지에 없는 {name:이/가} 있습니다.",
    ),
    "tour.error.link_value": (
        "the link sets {name} ({parameter}) to {value}. Allowed: {allowed}.",
        "링크의 {name}({parameter}) 값이 {value:으로/로} 되어 있습니다. 가능한 값: {allowed}.",
    ),
    "tour.error.no_languages": (
        "the title has several languages, so {part} needs a text in each: {missing}.",
        "제목이 여러 언어이므로 {part}도 언어마다 있어야 합니다: {missing}.",
    ),
    "tour.error.no_language": (
        "{part} lacks the language {missing}, which the title has.",
        "제목에 있는 언어 {missing:이/가} {part}에 빠졌습니다.",
    ),
    "tour.error.no_stage": (
        "the page {page} has no player; its link alone sets what it shows.",
        "{page} 페이지에는 재생기가 없습니다. 무엇을 보일지는 링크로만 정합니다.",
    ),
    "tour.error.no_step": (
        "{part} is {value}, but this example has the steps 1 to {count}, counted as on the page.",
        "{part:이/가} {value:으로/로} 되어 있지만 이 예제는 1단계부터 {count}단계까지입니다(화면처럼 1부터 셉니다).",
    ),
    "tour.error.no_speed": (
        "the player has no speed {value}. It has: {allowed}.",
        "재생기에 없는 속도입니다({value}). 쓸 수 있는 속도: {allowed}.",
    ),
    "tour.error.backwards": (
        "to is {last}, but the step begins at {first}; it must lie after it.",
        "to는 {last}인데 {first}단계에서 시작합니다. 그보다 뒤여야 합니다.",
    ),
    "tour.error.no_cells": (
        "the page {page} has no cells in sight that could be lit.",
        "{page} 페이지에는 강조할 칸이 없습니다.",
    ),
    "tour.error.no_cell": (
        "{role} has no cell in row {row}, column {col} of panel {panel}: there are rows {top} to {bottom},"
        " columns {left} to {right}, and {panels} {panels:panel|panels}.",
        "{role}에는 {panel}번 격자 {row}행 {col}열이 없습니다. {top}–{bottom}행, {left}–{right}열,"
        " 격자 {panels}개입니다.",
    ),
    "tour.error.cell_form": (
        "a cell of {role} is written [row, column], or [channel, row, column].",
        "{role}의 칸은 [행, 열] 또는 [채널, 행, 열]로 씁니다.",
    ),
    "tour.error.no_answer": (
        "the answer {value} is not among the choices.",
        "답 {value:이/가} 보기에 없습니다.",
    ),
    "tour.error.answer_twice": (
        "the answer {value} stands among the choices more than once.",
        "답 {value:이/가} 보기에 두 번 이상 나옵니다.",
    ),
    "tour.error.no_kinds": (
        "the page {page} has no questions of its own; write one with text, choices and answer.",
        "{page} 페이지에는 준비된 질문이 없습니다. text, choices, answer로 직접 쓰십시오.",
    ),
    "tour.error.unknown_kind": (
        "the page does not ask {value}. It asks: {allowed}.",
        "이 페이지의 질문에 {value:은/는} 없습니다. 있는 것: {allowed}.",
    ),
    "tour.error.nothing_asked": (
        "about this example there is nothing to ask by {value}.",
        "이 예제로는 {value} 질문을 낼 수 없습니다.",
    ),
    "tour.error.name_taken": (
        "another tour is called {name} already; the file needs another name.",
        "이미 이름이 {name}인 투어가 있습니다. 파일 이름을 바꾸십시오.",
    ),
    "tour.error.unreadable": ("the file cannot be read.", "파일을 읽을 수 없습니다."),
    # A tour as a folder of pages.
    "site.written": (
        "{pages} {pages:page|pages}, {size} MB: open {folder}/index.html.",
        "페이지 {pages}개, {size} MB. {folder}/index.html을 여십시오.",
    ),
    "site.language": ("English", "한국어"),
    "site.contents": ("Contents", "차례"),
    "site.try": ("To try in ConvScope itself:", "ConvScope에서 해 보기:"),
    "site.answer": ("Answer", "정답"),
    "site.take": ("As pages in a folder (.zip): {title}", "페이지 폴더로 받기 (.zip): {title}"),
    "site.take_help": (
        "Pages that play without a server: for any web host, an LMS or a USB stick.",
        "서버 없이 열리는 페이지입니다. 웹 호스트나 LMS에 올리거나 USB 메모리에 담으십시오.",
    ),
}
