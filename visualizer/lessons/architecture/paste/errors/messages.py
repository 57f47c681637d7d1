"""The messages that are recognised, as torch writes them, and the numbers in each."""

from __future__ import annotations

import re
from dataclasses import dataclass

LONGEST = 40_000  # characters of a pasted text that are read: its end


@dataclass(frozen=True)
class Message:
    """A message that was recognised: the name of its sentence, and what stands in it."""

    code: str
    values: dict[str, str]


_N = r"(\d{1,18})"
_SIZES = r"\[([\d, ]{1,120})\]"
_WORD = r"([A-Za-z_][\w.]{0,60})"

# The first that fits is taken, so the special ones come first.
_PATTERNS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (
        "matrices",
        rf"mat1 and mat2 shapes cannot be multiplied \({_N}x{_N} and {_N}x{_N}\)",
        ("rows", "arriving", "declared", "outputs"),
    ),
    (
        "matrices",
        rf"size mismatch, m1: \[{_N} x {_N}\], m2: \[{_N} x {_N}\]",
        ("rows", "arriving", "declared", "outputs"),
    ),
    (
        "channels",
        rf"Given (?:groups|transposed)={_N}, weight of size {_SIZES}, expected input{_SIZES} to"
        rf" have {_N} channels, but got {_N} channels instead",
        ("groups", "weight", "input", "declared", "channels"),
    ),
    (
        "kernel",
        rf"Calculated padded input size per channel: \({_N} x {_N}\)\. Kernel size:"
        rf" \({_N} x {_N}\)\. Kernel size can't be greater than actual input size",
        ("height", "width", "kernel_height", "kernel_width"),
    ),
    (
        "too_small",
        rf"Given input size: \({_N}x{_N}x{_N}\)\. Calculated output size:"
        r" \((-?\d{1,18})x(-?\d{1,18})x(-?\d{1,18})\)\. Output size is too small",
        ("channels", "height", "width", "out_channels", "out_height", "out_width"),
    ),
    (
        "pad",
        rf"pad should be (?:at most|smaller than or equal to) half of (?:effective )?kernel size,"
        rf" but got pad=?\s?{_N}, kernel_size={_N}",
        ("padding", "kernel"),
    ),
    (
        "dimensions_conv",
        rf"Expected 3D \(unbatched\) or 4D \(batched\) input to {_WORD}, but got input of size:"
        rf" {_SIZES}",
        ("layer", "input"),
    ),
    (
        "dimensions_conv",
        rf"Expected 4-dimensional input for 4-dimensional weight \[?[\d, ]*\]?, but got"
        rf" (\d)-dimensional input of size {_SIZES} instead",
        ("layer", "input"),
    ),
    (
        "dimensions",
        r"expected (\dD(?: or \dD)?)(?: \(unbatched\) or \dD \(batched\))? input"
        r" \(got (\d)D input\)",
        ("wanted", "axes"),
    ),
    ("dimensions_pool", r"non-empty 3D or 4D \(batch mode\) tensor expected for input", ()),
    (
        "dimensions_pool_of",
        rf"{_WORD}\(\): Expected 3D or 4D tensor, but got {_SIZES}",
        ("layer", "input"),
    ),
    (
        "state_size",
        rf"size mismatch for {_WORD}: copying a param with shape (?:torch\.Size\()?{_SIZES}\)? from"
        rf" checkpoint, the shape in current model is (?:torch\.Size\()?{_SIZES}\)?",
        ("parameter", "saved", "current"),
    ),
    (
        "state_both",
        r"Missing key\(s\) in state_dict: \"([^\"]{1,80})\"[\s\S]{0,20000}?"
        r"Unexpected key\(s\) in state_dict: \"([^\"]{1,80})\"",
        ("missing", "unexpected"),
    ),
    ("state_missing", r"Missing key\(s\) in state_dict: \"([^\"]{1,80})\"", ("missing",)),
    ("state_unexpected", r"Unexpected key\(s\) in state_dict: \"([^\"]{1,80})\"", ("unexpected",)),
    (
        "view",
        rf"shape '\[([-\d, ]{{1,120}})\]' is invalid for input of size {_N}",
        ("wanted", "size"),
    ),
    (
        "tensors",
        rf"The size of tensor a \({_N}\) must match the size of tensor b \({_N}\) at non-singleton"
        rf" dimension {_N}",
        ("first", "second", "axis"),
    ),
    (
        "concat",
        rf"Sizes of tensors must match except in dimension {_N}\. (?:Expected size|Got) {_N}"
        rf" (?:but got size|and) {_N}",
        ("axis", "first", "second"),
    ),
    (
        "concat_axes",
        rf"Tensors must have same number of dimensions: got {_N} and {_N}",
        ("first", "second"),
    ),
    (
        "batch",
        rf"Expected input batch_size \({_N}\) to match target batch_size \({_N}\)",
        ("input", "target"),
    ),
    ("target", r"Target (-?\d{1,18}) is out of bounds", ("target",)),
    (
        "running_mean",
        rf"running_mean should contain {_N} elements not {_N}",
        ("channels", "declared"),
    ),
    (
        "one_value",
        rf"Expected more than 1 value per channel when training, got input size"
        rf" (?:torch\.Size\()?{_SIZES}",
        ("input",),
    ),
    ("module_attribute", rf"module '{_WORD}' has no attribute '{_WORD}'", ("module", "name")),
    ("attribute", rf"'{_WORD}' object has no attribute '{_WORD}'", ("class", "name")),
    (
        "positional",
        rf"{_WORD}\(\) takes (?:from \d+ to )?{_N} positional arguments? but {_N}"
        r" (?:was|were) given",
        ("function", "takes", "given"),
    ),
    (
        "missing_argument",
        rf"{_WORD}\(\) missing {_N} required (?:positional|keyword-only) arguments?:"
        r" '(\w{1,60})'",
        ("function", "count", "name"),
    ),
    (
        "keyword",
        rf"{_WORD}\(\) got an unexpected keyword argument '(\w{{1,60}})'",
        ("function", "name"),
    ),
    ("device", r"Input type \(torch\.cuda\.\w+\) and weight type \(torch\.(?!cuda)\w+\)", ()),
    ("device", r"Input type \(torch\.(?!cuda)\w+\) and weight type \(torch\.cuda\.\w+\)", ()),
    ("device", r"Expected all tensors to be on the same device", ()),
    (
        "types",
        r"Input type \(([\w. ]{1,40})\) and (?:weight|bias) type \(([\w. ]{1,40})\) should be"
        r" the same",
        ("input", "weight"),
    ),
    (
        "types",
        r"mat1 and mat2 must have the same dtype, but got (\w{1,20}) and (\w{1,20})",
        ("input", "weight"),
    ),
    ("types", r"expected scalar type (\w{1,20}) but found (\w{1,20})", ("weight", "input")),
    ("super", r"cannot assign module before Module\.__init__\(\) call", ()),
    ("subclass", rf"{_WORD} is not a Module subclass", ("class",)),
    ("forward", rf"Module \[{_WORD}\] is missing the required \"forward\" function", ("class",)),
    ("forward", r"NotImplementedError()\s*$", ("class",)),
    ("groups", r"(in|out)_channels must be divisible by groups", ("which",)),
    ("same", r"padding='same' is not supported for strided convolutions", ()),
    (
        "probability",
        r"dropout probability has to be between 0 and 1, but got ([-\d.]{1,20})",
        ("value",),
    ),
    (
        "not_tensor",
        rf"{_WORD}\(\) received an invalid combination of arguments - got \((\w{{1,60}}),",
        ("function", "class"),
    ),
    (
        "fraction",
        r"type must be tuple of ints, ?but got float"
        r"|'float' object cannot be interpreted as an integer",
        (),
    ),
)
_COMPILED = tuple((code, re.compile(pattern), names) for code, pattern, names in _PATTERNS)


def recognised(message: str) -> Message | None:
    """Return what a pasted text says, None where no message is known.

    Of several messages the last counts, as in a traceback.
    """
    text = re.sub(r"[^\S\n]+", " ", message[-LONGEST:].replace("’", "'"))
    best: tuple[int, Message] | None = None
    for kind, pattern, names in _COMPILED:
        code = kind
        if code.startswith("state_") and best and best[1].code.startswith("state_"):
            continue
        last = None
        for found in pattern.finditer(text):
            last = found
            if code.startswith("state_"):
                break  # of many parameters the first is told
        if last is not None and (best is None or last.start() > best[0]):
            values = {name: last.group(i + 1) or "" for i, name in enumerate(names)}
            if code == "view" and "-1" not in values["wanted"]:
                code = "view_whole"
            best = (last.start(), Message(code, values))
    return best[1] if best else None
