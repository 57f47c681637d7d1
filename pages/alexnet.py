"""AlexNet, live: from a photo to the answer, to a layer, to one number and what made it."""

import streamlit as st

from visualizer.lessons.alexnet import lesson
from visualizer.lessons.alexnet.parts import answers, layers, photo, prediction, unit, why
from visualizer.lessons.alexnet.parts.live import panel, way
from visualizer.lessons.alexnet.parts.looks.part import looks
from visualizer.lessons.alexnet.parts.network import both, own, weights
from visualizer.lessons.alexnet.settings import CAMERA
from visualizer.material import PictureError
from visualizer.settings.messages import filled
from visualizer.ui import address, shell, upload
from visualizer.ui.asking import mode as asking
from visualizer.ui.sidebar import left_by_teacher, reset_button
from visualizer.ui.take import tab
from visualizer.ui.view.component import end_if_embedded
from visualizer.words.text import text

lang = shell.open_page("alexnet")
classes = answers.network(lang).weights.num_classes
mine = own.current()
table = lesson(classes, own.shape_of(mine))
settings, notices = address.read(table)
address.say(photo.say_lost(notices, lang), lang)
own.say(lang)
asking.instead("alexnet", settings, lang)
loaded = answers.chosen(settings, mine, lang)
weights.status(loaded, settings, lang)
with st.sidebar:
    data = photo.choose(table, lang)
    left_by_teacher(table, lang)
    reset_button(table, lang)
    weights.sidebar(table, loaded, settings, classes, lang)


def heading(part: str) -> None:
    """Begin a part of the page."""
    st.header(text(f"alex.part.{part}", lang), anchor=False)


def page(data: bytes) -> None:
    """Draw everything that follows from a picture."""
    answer = answers.answer(loaded, data, answers.in_line(lang))
    now = layers.resolve(table, answer, settings)
    with st.container(key="alex_answer"):
        seen, thought = st.columns([2, 3], gap="large")
    with seen:
        photo.show(answer, now.photo, lang)
    with thought:
        heading("prediction")
        prediction.prediction(answer, lang)
        prediction.truth(answer, now.photo, lang)
    end_if_embedded()
    photo.stages(answer, lang)
    prediction.softmax(answer, lang)
    prediction.times(answer, lang)
    heading("inside")
    layers.choose_layer(table, answer, now, lang)
    layers.maps(table, answer, now, lang)
    heading("unit")
    unit.unit(table, answer, now, lang)
    looks(table, answer, now, lang)
    heading("why")
    why.why(table, answer, now, lang)
    both.both(table, mine, answer, now, data, lang)
    tab.folded("alexnet", lang)


def sentence(data: bytes) -> None:
    """Show the page, or say in a sentence why this picture cannot be shown."""
    from visualizer.alexnet.errors import AlexNetError

    try:
        page(data)
    except PictureError as error:
        upload.say_refusal(error, lang)
    except AlexNetError as error:
        st.error(filled(error.key, error.details, lang), icon=":material/broken_image:")


live = settings.photo == CAMERA and way.is_live()
if live:
    panel.panel(panel.Page(table, loaded, settings, photo.keep_frame), lang)
if data is None and not live:
    st.info(text(f"alex.wait.{settings.photo}", lang), icon=":material/add_a_photo:")
elif data is not None:
    sentence(data)
