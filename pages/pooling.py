"""Pooling: a window keeps one number of what it covers, channel by channel."""

from visualizer.lessons.pooling import LESSON, words
from visualizer.lessons.pooling.code import numpy_code, torch_code
from visualizer.lessons.pooling.example import build
from visualizer.lessons.pooling.parts import backward, below, origin
from visualizer.lessons.pooling.proof import pooling_by_torch
from visualizer.lessons.pooling.rules import output_shape
from visualizer.lessons.pooling.scene import drawn
from visualizer.lessons.pooling.shape import shape_story
from visualizer.lessons.pooling.sidebar import sidebar
from visualizer.settings.inputs import is_picture
from visualizer.ui import address, charts, details, player, shell, sources
from visualizer.ui.asking import mode as asking
from visualizer.ui.proof import Proof
from visualizer.ui.view.component import end_if_embedded
from visualizer.words.text import text

lang = shell.open_page("pooling")
settings, notices = address.read(LESSON)
address.say(notices, lang)
asking.instead("pooling", LESSON.forward(settings), lang)
settings = sources.follow(LESSON, settings, "data", settings.input, settings.input_shape)
settings = sources.follow(LESSON, settings, "gradient", "custom", output_shape(settings))
settings = sources.follow(LESSON, settings, "target", settings.aim, output_shape(settings))
shown = LESSON.rewound(settings)
example = build(shown)
trace = example.trace
origin.say(settings, example, lang)
backward.instead(settings, lang)

photo = is_picture(settings)
still = drawn(shown, charts.is_dark(), lang, player.first_step(LESSON))
player.stage(LESSON, still, words.stage_alt(trace, example.kind, lang))


@shell.fragment
def step_by_step() -> None:
    """Everything that follows the step: when the player rests, this alone runs again."""
    player.player(LESSON, still, lang, paints=True)
    end_if_embedded()
    step = address.current(LESSON).step
    why, tabs = details.beside("pool_below")
    with why:
        letters = "pool.letters_global" if example.kind == "global" else "pool.letters"
        story = shape_story(example, settings.neurons, lang)
        why_pool = text(f"pool.why_{example.kind}", lang)
        details.shape_column(story, text(letters, lang), why_pool, lang)
    with tabs:
        said = details.Said(
            lambda: words.sentence(trace, step, lang),
            lambda: words.table(trace, step, lang),
            lambda: torch_code(example),
            lambda: numpy_code(example),
            "pooling",
        )
        proven = Proof("pool_proof", trace.output, lambda: pooling_by_torch(example))
        details.tabs(said, proven, lang)


step_by_step()
sidebar(settings, example, lang)
below.side_by_side(example, photo, lang)
below.moved_by_one(example, photo, lang)
