"""Convolution: a kernel slides over the input and makes the output, product by product."""

from visualizer.lessons.convolution import LESSON
from visualizer.lessons.convolution.code import numpy_code, torch_code
from visualizer.lessons.convolution.example import build
from visualizer.lessons.convolution.parts import backward, ideas, learn, origin
from visualizer.lessons.convolution.proof import convolution_by_torch
from visualizer.lessons.convolution.rules import output_shape
from visualizer.lessons.convolution.scene import drawn
from visualizer.lessons.convolution.shape import correlation_note, shape_story
from visualizer.lessons.convolution.sidebar import sidebar
from visualizer.lessons.convolution.words import filter_names
from visualizer.settings.inputs import is_picture
from visualizer.ui import address, charts, details, player, shell, sources
from visualizer.ui.asking import mode as asking
from visualizer.ui.proof import Proof
from visualizer.ui.view.component import end_if_embedded
from visualizer.words import windows
from visualizer.words.text import text

lang = shell.open_page("convolution")
settings, notices = address.read(LESSON)
address.say(notices, lang)
asking.instead("convolution", LESSON.forward(settings), lang)
settings = sources.follow(LESSON, settings, "data", settings.input, settings.input_shape)
settings = sources.follow(LESSON, settings, "weights", "custom", settings.weights_shape)
settings = sources.follow(LESSON, settings, "gradient", "custom", output_shape(settings))
settings = sources.follow(LESSON, settings, "target", settings.aim, output_shape(settings))
shown = LESSON.rewound(settings)
example = build(shown)
trace = example.trace
origin.say(settings, example, lang)
backward.instead(settings, lang)
learn.instead(settings, lang)

photo = is_picture(settings)
still = drawn(shown, charts.is_dark(), lang, player.first_step(LESSON))
player.stage(LESSON, still, windows.stage_alt(trace, lang))


@shell.fragment
def step_by_step() -> None:
    """Everything that follows the step: when the player rests, this alone runs again."""
    player.player(LESSON, still, lang, paints=True)
    end_if_embedded()
    step = address.current(LESSON).step
    why, tabs = details.beside("conv_below")
    with why:
        letters = "shape.letters_transposed" if example.transposed else "shape.letters"
        story = shape_story(example, lang)
        details.shape_column(story, text(letters, lang), correlation_note(example, lang), lang)
    with tabs:
        said = details.Said(
            lambda: windows.sentence(
                trace, step, lang, example.activation, filter_names(example, lang)
            ),
            lambda: windows.table(trace, step, lang, example.activation),
            lambda: torch_code(example),
            lambda: numpy_code(example),
            "convolution",
        )
        proven = Proof("conv_proof", trace.activated, lambda: convolution_by_torch(example))
        details.tabs(said, proven, lang)


step_by_step()
sidebar(settings, example, lang)
ideas.moves_along(example, photo, lang)
ideas.own_pattern(example, lang)
learn.way_in(lang)
