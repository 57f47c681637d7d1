"""AlexNet, live: from a photo to the answer, to a layer, to one number and what made it."""

import streamlit as st

from visualizer.lessons.alexnet.parts import answers as alexnet_answers
from visualizer.lessons.alexnet.parts import layers as alexnet_layers
from visualizer.lessons.alexnet.parts import photo as alexnet_photo
from visualizer.lessons.alexnet.parts import prediction as alexnet_prediction
from visualizer.lessons.alexnet.parts import unit as alexnet_unit
from visualizer.lessons.alexnet.parts import weights as alexnet_weights
from visualizer.lessons.alexnet.parts import why as alexnet_why
from visualizer.lessons.alexnet.settings import lesson
from visualizer.ui import address, shell
from visualizer.ui import inputs as input_controls
from visualizer.words.text import text

lang = shell.open_page("alexnet")
loaded = alexnet_answers.network(lang)
table = lesson(loaded.weights.num_classes)
values, notices = address.read(table)
address.say(notices, lang)
alexnet_weights.status(loaded, lang)
with st.sidebar:
    data = alexnet_photo.choose(table, lang)
    input_controls.reset_button(table, lang)
    alexnet_weights.sidebar(loaded, lang)


def heading(part: str) -> None:
    st.subheader(text(f"alex.part.{part}", lang), anchor=False)


def page(data: bytes) -> None:
    answer = alexnet_answers.answer(loaded, data)
    now = alexnet_layers.resolve(table, answer, values)
    photo, thought = st.columns([2, 3], gap="large")
    with photo:
        alexnet_photo.show(answer, str(now["alex_photo"]), lang)
    with thought:
        heading("prediction")
        alexnet_prediction.prediction(answer, lang)
    alexnet_photo.stages(answer, lang)
    alexnet_prediction.softmax(answer, lang)
    alexnet_prediction.times(answer, lang)
    heading("inside")
    alexnet_layers.choose_layer(table, lang)
    alexnet_layers.maps(table, answer, now, lang)
    heading("unit")
    alexnet_unit.unit(table, answer, now, lang)
    heading("why")
    alexnet_why.why(table, answer, now, lang)


def sentence(data: bytes) -> None:
    """Show the page, or say in a sentence why this picture cannot be shown."""
    from visualizer.alexnet.errors import AlexNetError

    try:
        page(data)
    except AlexNetError as error:
        st.error(text(error.key, lang, **error.details), icon=":material/broken_image:")


if data is None:
    st.info(text(f"alex.wait.{values['alex_photo']}", lang), icon=":material/add_a_photo:")
else:
    sentence(data)
