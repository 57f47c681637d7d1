"""What a player is called and says: its buttons, its hints, the names of its grids."""

from __future__ import annotations

from visualizer.words.text import text

WORDS = {
    "player": "player.name",
    "first": "common.first",
    "back": "common.previous",
    "play": "common.play",
    "pause": "common.pause",
    "next": "common.next",
    "last": "common.last",
    "scrub": "common.scrub",
    "speed": "common.speed",
    "speed_help": "player.speed_help",
    "bias": "param.conv_bias",
    "missing": "common.player_missing",
    "tie": "player.tie",
    "slow": "player.slow",
    "slow_numbers": "player.slow_numbers",
    "skip": "player.skip",
    "stage": "player.stage",
    "hint_point": "player.hint_point",
    "hint_touch": "player.hint_touch",
    "hint_keys": "player.hint_keys",
    "where": "player.where",
    "more": "player.more",
    "speak": "player.speak",
    "paint": "player.paint",
    "easel": "player.easel",
    "painting": "player.painting",
    **{
        f"paint_{what}": f"player.paint_{what}"
        for what in ("value", "beyond", "erase", "undo", "redo", "done")
    },
    "minus": "player.minus",
    "axis_filter": "player.axis_filter",
    "axis_row": "player.axis_row",
    "axis_col": "player.axis_col",
    **{role: f"player.{role}" for role in ("input", "kernel", "products", "window", "output")},
    "activated": "player.activated",
}
# The browser puts the numbers in, so the placeholders stand for themselves here.
_TEMPLATES: dict[str, tuple[str, ...]] = {
    "count": ("step", "steps"),
    "said": ("step", "steps", "row", "col", "result"),
    "said_map": ("step", "steps", "map", "row", "col", "result"),
    "cell": ("grid", "row", "col"),
    "read_by": ("count", "all"),
    "input_n": ("number",),
    "kernel_n": ("number",),
    "products_n": ("number",),
    "output_n": ("number",),
    "activated_n": ("number",),
}


def labels(lang: str) -> dict[str, str]:
    """Return every word of the player, by the name that its script knows."""
    words = {word: text(key, lang) for word, key in WORDS.items()}
    for name, places in _TEMPLATES.items():
        words[name] = text(f"player.{name}", lang, **{place: f"{{{place}}}" for place in places})
    return words
