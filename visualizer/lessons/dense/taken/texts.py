"""Words of what a fully connected layer has to take along."""

TEXTS: dict[str, tuple[str, str]] = {
    "dense.take_outputs": ("Every output (.csv)", "모든 출력 (.csv)"),
    "dense.take_counts": ("Inputs and parameters", "입력과 매개변수의 수"),
    "dense.take_weights": ("W: a row for each output", "W: 출력마다 한 행"),
    "dense.take_flat": (
        "The map is laid out flat channel by channel, row by row: x. Then y = W·x + b.",
        "특징 맵을 채널마다, 행마다 차례로 펼치면 x이고, y = W·x + b입니다.",
    ),
    "dense.take_ask_inputs": (
        "A map of shape {shape} is laid out flat. How many inputs does the layer have?",
        "형상이 {shape}인 특징 맵을 펼칩니다. 층의 입력은 몇 개입니까?",
    ),
    "dense.take_hint_inputs": (
        "channels · rows · columns.",
        "채널 수 · 행 수 · 열 수입니다.",
    ),
    "dense.take_hint_parameters": (
        "a weight for every pair of an input and an output, and a bias for each output.",
        "입력과 출력의 쌍마다 가중치가 하나, 출력마다 편향이 하나 있습니다.",
    ),
    "dense.take_ask_output": (
        "Which number is output {output}?",
        "출력 {output}의 값은 무엇입니까?",
    ),
    "dense.take_hint_output": (
        "multiply every input by its weight in the output's row, add up, add the bias.",
        "출력의 행에 있는 가중치를 입력마다 곱해 더하고 편향을 더합니다.",
    ),
    "dense.take_ask_index": (
        "Write at which place of the flat list the cell (c, i, j) of a map stands, all counted from 0.",
        "특징 맵의 칸 (c, i, j)가 펼친 목록의 몇 번째에 오는지 구하는 함수를 쓰십시오. 모두 0부터 셉니다.",
    ),
    "dense.take_hint_index": (
        "whole channels before it, then whole rows, then columns.",
        "앞선 채널 전체, 앞선 행 전체, 앞선 열을 차례로 셉니다.",
    ),
}
