"""What is said of things to take along: files, the notebook, the worksheet, opening a file again."""

TEXTS: dict[str, tuple[str, str]] = {
    # The tab.
    "take.link": (
        "This address opens the very same example, in either language. The page counts everything"
        " from 1; addresses and code count from 0, as Python does.",
        "이 주소를 열면 지금 보는 예제가 그대로 나타납니다. 화면에서는 모든 번호를 1부터 세고,"
        " 주소와 코드에서는 파이썬처럼 0부터 셉니다.",
    ),
    # Pictures and moving pictures.
    "take.pic_picture": ("Picture", "그림"),
    "take.pic_figure": ("Of", "대상"),
    "take.pic_stage": ("The stage", "계산 과정 그림"),
    "take.pic_format": ("Format", "형식"),
    "take.pic_width": ("Width (px)", "너비 (px)"),
    "take.pic_ground": ("Background", "배경"),
    "take.pic_light": ("Light", "밝게"),
    "take.pic_dark": ("Dark", "어둡게"),
    "take.pic_titles": ("Titles", "제목 표시"),
    "take.pic_save_picture": ("Save the picture", "그림 저장"),
    "take.pic_save_step": ("Save step {step}", "{step}단계 저장"),
    "take.pic_step": ("step {step}", "{step}단계"),
    "take.pic_moving": ("Moving picture", "움직이는 그림"),
    "take.pic_from": ("From step", "시작 단계"),
    "take.pic_to": ("To step", "끝 단계"),
    "take.pic_speed": ("Speed", "속도"),
    "take.pic_per_second": ("{count} per second", "초당 {count}단계"),
    "take.pic_loop": ("Repeat (GIF)", "반복 (GIF)"),
    "take.pic_save_gif": ("Save as GIF", "GIF로 저장"),
    "take.pic_save_webm": ("Record as WebM", "WebM으로 녹화"),
    "take.pic_cancel": ("Cancel", "취소"),
    "take.pic_progress": ("Progress", "진행률"),
    "take.pic_working": ("One moment …", "만드는 중 …"),
    "take.pic_done": ("Saved.", "저장했습니다."),
    "take.pic_failed": (
        "That did not work. A smaller width may.",
        "저장하지 못했습니다. 너비를 줄여 보십시오.",
    ),
    "take.pic_cancelled": (
        "Cancelled; nothing was saved.",
        "취소했습니다. 저장된 파일은 없습니다.",
    ),
    "take.pic_late": (
        "The server has not answered. Please try again.",
        "서버가 응답하지 않습니다. 다시 시도하십시오.",
    ),
    "take.pic_no_webm": (
        "This browser cannot record WebM; a GIF works everywhere.",
        "이 브라우저에서는 WebM을 녹화할 수 없습니다. GIF는 어디서나 저장할 수 있습니다.",
    ),
    "take.pic_too_large": (
        "That is too much for one file: choose fewer steps or a smaller width.",
        "한 파일에 담기에 너무 큽니다. 단계나 너비를 줄이십시오.",
    ),
    "take.pic_limit": (
        "Steps that one file can hold: {most}.",
        "한 파일에는 {most}단계까지 담을 수 있습니다.",
    ),
    "take.pic_bad_width": (
        "The width in pixels must lie between {least} and {most}.",
        "너비는 {least}픽셀에서 {most}픽셀 사이여야 합니다.",
    ),
    "take.pic_bad_steps": (
        "Choose steps from 1 to {steps}, up to {most} of them.",
        "1부터 {steps} 사이에서 {most}단계 이하로 고르십시오.",
    ),
    "take.code": ("Code", "코드"),
    "take.script": ("PyTorch script (.py)", "PyTorch 코드 (.py)"),
    "take.numpy": ("NumPy script (.py)", "NumPy 코드 (.py)"),
    "take.numbers": ("Numbers", "숫자"),
    "take.table": ("This step as a table (.csv)", "이 단계의 표 (.csv)"),
    "take.steps": ("Every step (.csv)", "모든 단계 (.csv)"),
    "take.npz": ("Arrays for NumPy (.npz)", "NumPy 배열 (.npz)"),
    "take.json": ("Whole example (.json)", "예제 전체 (.json)"),
    "take.json_help": (
        "Opens again on this page, and in Python with visualizer.load(path).",
        "이 페이지에서 다시 열 수 있고, 파이썬에서는 visualizer.load(path)로 읽습니다.",
    ),
    "take.notebook": ("Notebook", "노트북"),
    "take.notebook_file": ("With exercises (.ipynb)", "연습 문제 (.ipynb)"),
    "take.notebook_solved": ("With solutions (.ipynb)", "풀이 포함 (.ipynb)"),
    "take.notebook_help": (
        "Runs with numpy and torch alone. The exercises check themselves.",
        "numpy와 torch만 있으면 실행됩니다. 연습 문제는 셀이 스스로 채점합니다.",
    ),
    "take.worksheet": ("Worksheet to print", "인쇄용 학습지"),
    # The worksheet's choices.
    "take.paper": ("Paper", "용지"),
    "take.paper_a4": ("A4", "A4"),
    "take.paper_letter": ("Letter", "레터"),
    "take.count": ("Sheets", "매수"),
    "take.count_help": (
        "One sheet has the numbers on the screen. With more, each has its own, all from the seed.",
        "한 장이면 화면의 숫자를 그대로 쓰고, 여러 장이면 시드에 따라 장마다 다른 숫자를 씁니다.",
    ),
    "take.seed": ("Seed", "난수 시드"),
    "take.key": ("Answer key on pages of its own", "정답지를 따로 붙이기"),
    "take.pdf": ("Worksheet (.pdf)", "학습지 (.pdf)"),
    "take.too_large_for_paper": (
        "This example is too large for paper: a sheet holds {grids} grids of up to {side}×{side}.",
        "이 예제는 종이에 담기에 너무 큽니다. 학습지에는 {side}×{side} 이하의 격자가 {grids}개까지 들어갑니다.",
    ),
    # Opening a file again.
    "take.open": ("Open a saved example", "저장한 예제 열기"),
    "take.open_file": ("A file saved here as .json", "여기서 저장한 .json 파일"),
    "take.opened": ("{file} is open.", "{file:을/를} 열었습니다."),
    "take.opened_differs": (
        "{file} is open. Its numbers are not those that its settings give here; the settings count.",
        "{file:을/를} 열었습니다. 파일의 숫자가 설정으로 계산한 값과 달라 설정을 따릅니다.",
    ),
    "take.elsewhere": (
        "{file} belongs to another lesson.",
        "{file:은/는} 다른 단원의 예제입니다.",
    ),
    "take.go": ("Open it in: {lesson}", "{lesson}에서 열기"),
    "take.too_large": (
        "The file is larger than {megabytes} MB. No example of ConvScope is.",
        "파일이 {megabytes} MB보다 큽니다. ConvScope의 예제 파일은 그보다 작습니다.",
    ),
    "take.no_json": (
        "The file is not JSON. An example is saved here as “Whole example (.json)”.",
        "JSON 파일이 아닙니다. 예제는 ‘예제 전체 (.json)’로 저장합니다.",
    ),
    "take.no_example": (
        "The file is JSON, but no example that ConvScope has saved.",
        "JSON 파일이지만 ConvScope가 저장한 예제가 아닙니다.",
    ),
    "take.other_version": (
        "The file is of version {version}; this page reads version {known}.",
        "파일의 버전은 {version}입니다. 이 페이지는 버전 {known:을/를} 읽습니다.",
    ),
    "take.no_lesson": (
        "The file is of a lesson {lesson}, which there is not.",
        "파일에 적힌 단원 {lesson:이/가} 없습니다.",
    ),
    "take.no_settings": (
        "The file has no settings that can be read.",
        "파일에 읽을 수 있는 설정이 없습니다.",
    ),
    "take.foreign_setting": (
        "The file sets {name}, which the lesson does not have.",
        "파일에 이 단원에 없는 설정 {name:이/가} 있습니다.",
    ),
    "take.bad_settings": (
        "The file's settings do not fit together.",
        "파일의 설정이 서로 맞지 않습니다.",
    ),
    "take.no_arrays": ("The file has no arrays.", "파일에 배열이 없습니다."),
    "take.bad_array": (
        "The file's array {name} cannot be read: its numbers do not fit its shape.",
        "파일의 배열 {name:을/를} 읽을 수 없습니다. 숫자가 형상과 맞지 않습니다.",
    ),
    # The files' own words.
    "take.column_step": ("Step", "단계"),
    "take.column_map": ("Map", "특징 맵"),
    "take.notebook_lead": (
        "Run the cells from top to bottom. Only numpy and torch are needed.",
        "위에서부터 차례로 실행하십시오. numpy와 torch만 있으면 됩니다.",
    ),
    "take.notebook_link": (
        "The same example to look at: {link}",
        "같은 예제를 눈으로 보기: {link}",
    ),
    "take.notebook_torch": ("The example in one call.", "한 번의 호출로 계산합니다."),
    "take.notebook_torch_alone": ("The example as layers.", "예제를 층으로 쌓아 만듭니다."),
    "take.notebook_numpy": (
        "The same by hand: every loop is written out.",
        "같은 계산을 반복문으로 직접 풀어 씁니다.",
    ),
    "take.notebook_compare": (
        "Both give the same; the greatest difference is rounding.",
        "두 결과가 같습니다. 가장 큰 차이도 반올림에서 생긴 것입니다.",
    ),
    "take.exercises": ("Exercises", "연습 문제"),
    "take.fill_in": (
        "Put your answer in place of `...` and run the cell below it: it checks.",
        "`...` 자리에 답을 넣고 아래 셀을 실행하면 맞았는지 확인합니다.",
    ),
    "take.not_filled": (
        "Not filled in yet. Hint: {hint}",
        "아직 채우지 않았습니다. 힌트: {hint}",
    ),
    "take.right": ("Right.", "맞습니다."),
    "take.ask_shape": (
        "How many rows and columns does the output have?",
        "출력은 몇 행 몇 열입니까?",
    ),
    "take.before_looking": (
        "Work it out before you look at `y.shape`.",
        "`y.shape`를 보기 전에 먼저 계산하십시오.",
    ),
    "take.in_code": (
        "(In code `{code}`, counted from 0.)",
        "(코드에서는 0부터 세어 `{code}`입니다.)",
    ),
    "take.ask_value": (
        "Which number stands in row {row}, column {column} of the output?",
        "출력의 {row}행 {column}열에 오는 수는 무엇입니까?",
    ),
    "take.ask_value_map": (
        "Which number stands in row {row}, column {column} of the output's map {map}?",
        "출력의 특징 맵 {map}, {row}행 {column}열에 오는 수는 무엇입니까?",
    ),
    "take.ask_parameters": (
        "How many numbers does this layer learn?",
        "이 층이 학습하는 수는 모두 몇 개입니까?",
    ),
    "take.ask_multiplications": (
        "How many multiplications does this layer need, those with padding included?",
        "이 층에 필요한 곱셈은 패딩과의 곱까지 모두 몇 번입니까?",
    ),
    "take.hint_multiplications": (
        "the cells of a filter's window, once for each number of the output; a transposed convolution"
        " multiplies every input number by every weight that it spreads through.",
        "출력값 하나마다 필터 윈도의 칸 수만큼 곱합니다. 전치 합성곱은 입력값마다 그 값이 퍼지는 가중치의 수만큼"
        " 곱합니다.",
    ),
    "take.ask_function": (
        "Write the shape formula as a function of input n, kernel k, stride s, padding p and dilation"
        " d. PyTorch checks it.",
        "형상 공식을 입력 n, 커널 k, 스트라이드 s, 패딩 p, 팽창률 d의 함수로 쓰십시오. PyTorch로 확인합니다.",
    ),
    "take.hint_size": (
        "take n + 2p − d·(k − 1) − 1, divide by s, round down, add 1.",
        "n + 2p − d·(k − 1) − 1을 s로 나누어 내림하고 1을 더합니다.",
    ),
    "take.hint_transposed": (
        "(n − 1)·s − 2p + d·(k − 1) + 1, and the output padding, if any.",
        "(n − 1)·s − 2p + d·(k − 1) + 1이고, 출력 패딩이 있으면 더합니다.",
    ),
    # On paper.
    "take.paper_title": ("{lesson}: worksheet", "{lesson} 학습지"),
    "take.paper_key": ("{lesson}: answer key", "{lesson} 정답"),
    "take.paper_sheet": (
        "Sheet {number} of {count} · seed {seed}",
        "{count}장 중 {number}번째 · 시드 {seed}",
    ),
    "take.paper_shape": ("The shape of the output", "출력의 형상"),
    "take.paper_compute": ("Fill in the output", "출력 채우기"),
    "take.paper_questions": ("Questions", "물음"),
    "take.paper_decimals": ("Two decimals are enough.", "소수점 아래 둘째 자리까지 쓰십시오."),
    "take.paper_rows": ("rows", "행"),
    "take.paper_columns": ("columns", "열"),
    "take.paper_answer": ("Answer: {answer}", "답: {answer}"),
    # A page to save, and what stands in it.
    "take.page": ("Page that plays offline", "오프라인 페이지"),
    "take.page_file": ("Web page (.html, about {size} MB)", "웹 페이지 (.html, 약 {size} MB)"),
    "take.page_how": ("How to use the web page", "웹 페이지 쓰는 법"),
    "take.page_use": (
        "One file holds this example's pictures and numbers, and the player where the lesson has one."
        " It opens in any browser of 2024 or later and asks no server for anything.\n\n"
        "- **USB stick:** copy the file, and open it there with a double click.\n"
        "- **LMS (Moodle, Canvas, …):** upload the file and let the course page show it embedded. The"
        " frame must allow scripts; it needs nothing else.\n"
        "- **Any web server:** put it there as it is.\n\n"
        "Not in it: the sidebar, painting, the code, PyTorch's answer and questions. The page shows"
        " this one example.",
        "파일 하나에 이 예제의 그림과 숫자가 모두 들어 있고, 단계가 있는 단원은 재생도 됩니다. 2024년"
        " 이후의 브라우저라면 인터넷 없이도 열립니다.\n\n"
        "- **USB 메모리:** 파일을 복사해 두었다가 두 번 눌러 엽니다.\n"
        "- **LMS(Moodle, Canvas 등):** 파일을 올리고 강의 페이지 안에 표시합니다. 프레임에서 스크립트만"
        " 허용하면 됩니다.\n"
        "- **웹 서버:** 파일을 그대로 올려 둡니다.\n\n"
        "사이드바, 입력 칠하기, 코드, PyTorch 검증, 문제는 들어 있지 않습니다. 지금 보는 예제 하나만"
        " 담깁니다.",
    ),
    "offline.light": ("Light theme", "밝은 화면"),
    "offline.dark": ("Dark theme", "어두운 화면"),
    "offline.too_old": (
        "This page needs a newer browser: one of 2024 or later.",
        "이 페이지를 열려면 더 새로운 브라우저가 필요합니다. 2024년 이후 버전을 쓰십시오.",
    ),
    "offline.no_script": (
        "The picture moves by JavaScript, which is switched off here. The numbers of every step are in"
        " the table below.",
        "그림을 움직이려면 자바스크립트가 필요한데, 지금은 꺼져 있습니다. 단계마다 나오는 숫자는 아래"
        " 표에 있습니다.",
    ),
    "offline.every_step": ("All numbers as a table", "모든 숫자를 표로 보기"),
}
