"""What the /alexnet page says when something cannot be done: (English, Korean) by error code."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "alexnet.error.cancelled": ("Stopped before the end.", "끝나기 전에 중단했습니다."),
    # Weights
    "alexnet.error.weights_missing": (
        "There is no file {path}.",
        "{path} 파일이 없습니다.",
    ),
    "alexnet.error.weights_unreadable": (
        "{path} cannot be read as a file of weights: {reason}.",
        "{path} 파일을 가중치 파일로 읽을 수 없습니다: {reason}.",
    ),
    "alexnet.error.weights_format": (
        "{path} is not a .pth, .pt, .npz or .safetensors file.",
        "{path} 파일은 .pth, .pt, .npz, .safetensors 중 어느 형식도 아닙니다.",
    ),
    "alexnet.error.weights_not_alexnet": (
        "{path} holds weights of another network: {problem}.",
        "{path}에는 다른 신경망의 가중치가 들어 있습니다: {problem}.",
    ),
    "alexnet.error.weights_not_finite": (
        "{path} holds values that are not numbers (in {tensor}).",
        "{path}에 숫자가 아닌 값이 들어 있습니다({tensor}).",
    ),
    "alexnet.error.weights_wrong_hash": (
        "{path} is not the official file: its SHA-256 begins {got}, not {expected}.",
        "{path:은/는} 공식 파일이 아닙니다. SHA-256이 {expected:으로/로} 시작해야 하는데 "
        "{got:으로/로} 시작합니다.",
    ),
    # Weights of the reader's own
    "alexnet.error.own_size": (
        "The file has {size} MB; at most {most} MB are taken.",
        "파일이 {size} MB입니다. 최대 {most} MB까지 받습니다.",
    ),
    "alexnet.error.own_format": (
        "This is no file of weights: .safetensors, or .pth as torch.save writes it, is needed.",
        "가중치 파일이 아닙니다. .safetensors 파일이나 torch.save로 저장한 .pth 파일이 필요합니다.",
    ),
    "alexnet.error.own_old": (
        "This file is a bare pickle, as torch wrote before version 1.6. It is not opened: load it where it "
        "was made and save it again with torch.save(model.state_dict(), …).",
        "torch 1.6 이전 방식으로 저장한 피클 파일이라 열지 않습니다. 만든 곳에서 불러온 다음 "
        "torch.save(model.state_dict(), …)로 다시 저장하십시오.",
    ),
    "alexnet.error.own_archive": (
        "The archive is damaged, or does not hold what torch.save writes; nothing of it was unpacked.",
        "파일이 손상되었거나 torch.save로 저장한 파일이 아니어서 풀지 않았습니다.",
    ),
    "alexnet.error.own_pickle": (
        "The file asks for {name}, which is no tensor; nothing of it was run. Save the tensors alone: "
        "torch.save(model.state_dict(), …).",
        "파일이 텐서가 아닌 것을 요구합니다({name}). 아무것도 실행하지 않았습니다. 텐서만 저장하십시오: "
        "torch.save(model.state_dict(), …).",
    ),
    "alexnet.error.own_no_table": (
        "The file holds no state_dict: no table of tensors by name.",
        "파일에 state_dict, 곧 이름이 붙은 텐서의 표가 없습니다.",
    ),
    "alexnet.error.own_no_tensor": (
        "{tensor} is no tensor with a name.",
        "{tensor:은/는} 이름이 붙은 텐서가 아닙니다.",
    ),
    "alexnet.error.own_header": (
        "The header of the file is damaged or too long.",
        "파일의 헤더가 손상되었거나 너무 깁니다.",
    ),
    "alexnet.error.own_place": (
        "{tensor} does not fit its place in the file.",
        "{tensor:은/는} 파일에서 차지하는 자리와 크기가 맞지 않습니다.",
    ),
    "alexnet.error.own_overlap": (
        "{tensor} shares its place in the file with another tensor.",
        "{tensor:은/는} 파일에서 다른 텐서와 자리가 겹칩니다.",
    ),
    "alexnet.error.own_dtype": (
        "{tensor} is {dtype}; floats of 16, 32 or 64 bits are needed.",
        "{tensor}의 자료형은 {dtype}입니다. 16, 32, 64비트 부동소수점 수여야 합니다.",
    ),
    "alexnet.error.own_missing": (
        "No AlexNet: {tensor} is missing.",
        "AlexNet이 아닙니다. {tensor:이/가} 없습니다.",
    ),
    "alexnet.error.own_extra": (
        "No AlexNet: it has no {tensor}.",
        "AlexNet이 아닙니다. AlexNet에는 {tensor:이/가} 없습니다.",
    ),
    "alexnet.error.own_shape": (
        "No AlexNet: {tensor} is {got} and should be {wanted}.",
        "AlexNet이 아닙니다. {tensor}의 크기가 {got}인데 {wanted}여야 합니다.",
    ),
    "alexnet.error.own_classes": (
        "{tensor} stands for {classes} {classes:class|classes}; there can be 1 to {most}.",
        "{tensor}에 따르면 클래스가 {classes}개입니다. 1개에서 {most}개까지 쓸 수 있습니다.",
    ),
    "alexnet.error.own_not_finite": (
        "In {tensor} a value is infinite or no number (NaN).",
        "{tensor}에 무한대이거나 숫자가 아닌 값(NaN)이 있습니다.",
    ),
    "alexnet.error.own_memory": (
        "The server has not enough memory left for these weights; try again later.",
        "서버에 이 가중치를 담을 메모리가 부족합니다. 나중에 다시 올리십시오.",
    ),
    "alexnet.error.own_full": (
        "The server has no room now: it holds {most} {most:network|networks} of readers at a time. One that "
        "is not looked at for {minutes} {minutes:minute|minutes} makes room; try again later.",
        "지금은 자리가 없습니다. 이 서버는 읽는 이의 신경망을 한 번에 {most}개까지 둡니다. {minutes}분 동안 "
        "보지 않는 것이 자리를 내주니 나중에 다시 올리십시오.",
    ),
    "alexnet.error.own_put_away": (
        "Your weights were not looked at for a while and had to make room for those of another reader. "
        "Upload them again to go on.",
        "내 가중치를 한동안 보지 않아 다른 사람의 것에 자리를 내주었습니다. 계속하려면 다시 올리십시오.",
    ),
    "alexnet.error.own_names_count": (
        "The list has {names} {names:name|names}, the network {classes} {classes:class|classes}; the names "
        "were not taken.",
        "목록의 이름은 {names}개인데 신경망의 클래스는 {classes}개라 이름을 쓰지 않았습니다.",
    ),
    "alexnet.error.own_names_unreadable": (
        "This is no list of names: one a line is needed, or a JSON list.",
        "이름 목록이 아닙니다. 한 줄에 하나씩 쓰거나 JSON 목록으로 주십시오.",
    ),
    "alexnet.error.own_note_key": (
        "The weights stood under {name} in a checkpoint; the rest of it was left aside.",
        "체크포인트의 {name} 항목에 있는 가중치만 쓰고 나머지는 무시했습니다.",
    ),
    "alexnet.error.own_note_prefix": (
        "{prefix} before every name was left away.",
        "모든 이름 앞의 {prefix:을/를} 떼었습니다.",
    ),
    # Downloads
    "alexnet.error.download_no_network": (
        "{host} cannot be reached: no network, or it is blocked here.",
        "{host}에 연결할 수 없습니다. 네트워크가 없거나 막혀 있습니다.",
    ),
    "alexnet.error.download_stalled": (
        "{host} sent nothing for {seconds} {seconds:second|seconds}. {done} of {total} MB are kept; "
        "the next try goes on from there.",
        "{host}에서 {seconds}초 동안 아무것도 오지 않았습니다. {total} MB 중 {done} MB를 보관했고, "
        "다시 시도하면 이어서 받습니다.",
    ),
    "alexnet.error.download_cut": (
        "The connection to {host} was cut. {done} of {total} MB are kept; "
        "the next try goes on from there.",
        "{host} 서버와의 연결이 끊겼습니다. {total} MB 중 {done} MB를 보관했고, "
        "다시 시도하면 이어서 받습니다.",
    ),
    "alexnet.error.download_server": (
        "{host} answered with error {status}.",
        "{host}에서 오류 {status}번으로 응답했습니다.",
    ),
    "alexnet.error.download_answer": (
        "{host} sent something else than the file that was asked for.",
        "{host}에서 요청한 파일이 아닌 다른 것을 보냈습니다.",
    ),
    "alexnet.error.download_wrong_size": (
        "{host} offers a file of {got} {got:byte|bytes}; the right one has {expected}.",
        "{host}에서 제공하는 파일은 {got}바이트인데, 올바른 파일은 {expected}바이트입니다.",
    ),
    "alexnet.error.download_wrong_hash": (
        "The file arrived whole but is not the right one: its SHA-256 begins {got}, not "
        "{expected}. It was thrown away.",
        "파일을 끝까지 받았지만 올바른 파일이 아닙니다. SHA-256이 {expected:으로/로} 시작해야 하는데 "
        "{got:으로/로} 시작합니다. 받은 파일은 버렸습니다.",
    ),
    "alexnet.error.download_disk_full": (
        "Not enough space in {folder}: {need} MB are needed, {free} MB are free.",
        "{folder}에 공간이 부족합니다. {need} MB가 필요한데 {free} MB만 남아 있습니다.",
    ),
    "alexnet.error.download_folder": (
        "Nothing can be written to {folder}: {reason}.",
        "{folder}에 쓸 수 없습니다: {reason}.",
    ),
    "alexnet.error.download_running": (
        "This file is being downloaded already.",
        "이 파일은 이미 내려받는 중입니다.",
    ),
    # Opening a unit
    "alexnet.error.unit_layer": (
        "This network has no layer {layer}; it has {allowed}.",
        "이 신경망에는 {layer} 층이 없습니다. 있는 층은 {allowed}입니다.",
    ),
    "alexnet.error.unit_channel": (
        "{layer} has no channel {channel}: counted from 0, they end at {last}.",
        "{layer} 층에 {channel}번 채널은 없습니다. 0부터 셀 때 마지막은 {last}번입니다.",
    ),
    "alexnet.error.unit_cell": (
        "The maps of {layer} are {height}×{width}: there is no cell ({row}, {col}).",
        "{layer} 층의 특징 맵은 {height}×{width}이므로 ({row}, {col}) 칸은 없습니다.",
    ),
    "alexnet.error.unit_kind": (
        "{layer} is not a layer for this: choose one of {allowed}.",
        "{layer} 층에는 쓸 수 없습니다. 다음 가운데 하나를 고르십시오: {allowed}.",
    ),
    "alexnet.error.handoff_range": (
        "Values of {layer} go beyond ±{limit}: more than a lesson's grid shows.",
        "{layer} 층에 절댓값이 {limit}보다 큰 값이 있어 그 페이지의 격자에 담을 수 없습니다.",
    ),
    "alexnet.error.class_index": (
        "The classes are numbered 0 to {last}; there is no class {index}.",
        "클래스 번호는 0부터 {last}까지이며 {index}번은 없습니다.",
    ),
    "alexnet.error.baseline": (
        "There is no baseline “{kind}”; there are {allowed}.",
        "‘{kind}’ 기준 그림은 없습니다. 고를 수 있는 것: {allowed}.",
    ),
    "alexnet.error.sanity_depth": (
        "“{depth}” does not say which weights are to be random; possible are {allowed}.",
        "‘{depth}’ 값으로는 어느 가중치를 무작위로 바꿀지 알 수 없습니다. 고를 수 있는 것: {allowed}.",
    ),
    "alexnet.error.occlusion_patch": (
        "The patch must be 1 to {size} pixels wide and the step 1 to the patch: not {patch} and "
        "{stride}.",
        "가림판은 1–{size}픽셀, 이동 간격은 1픽셀부터 가림판 크기까지여야 하며 크기 {patch}, 간격 {stride}에는 쓸 수 "
        "없습니다.",
    ),
}
