"""Convolution: a kernel slides over the input and makes the output, product by product."""

import numpy as np
import streamlit as st

from visualizer import engine
from visualizer.figures.stage import stage, stage_data
from visualizer.figures.stage_convolution import convolution_scene
from visualizer.lessons.convolution import LESSON
from visualizer.ui import address, player, shell

lang = shell.open_page("convolution")
values, notices = address.read(LESSON)
address.say(notices, lang)
with st.sidebar:
    for n in ("conv_size", "conv_kernel", "conv_stride", "conv_padding", "conv_dilation","conv_channels","conv_filters"):
        b = LESSON.bounds(values)[n]
        st.number_input(n, int(b.low), int(b.high), key=n)
rng = np.random.default_rng(1)
C, H, k, F = values["conv_channels"], values["conv_size"], values["conv_kernel"], values["conv_filters"]
x = rng.integers(-3, 6, (C, H, H)).astype(float)
w = rng.integers(-2, 3, (F, C, k, k)).astype(float)
t = engine.trace_conv2d(x, w, np.arange(F)+1.0, values["conv_stride"], values["conv_padding"], values["conv_dilation"], activation=engine.relu)
titles = {"input": [f"input {i}" for i in range(C)], "kernel": [f"kernel {i}" for i in range(C)], "products": ["products"]*C, "output": [f"output {i}" for i in range(F)], "activated": [f"ReLU {i}" for i in range(F)]}
scene = convolution_scene(t, titles=titles, words={"row": "row", "column": "column"}, activation="max(0, {})")
dark = player.is_dark()
data = stage_data(scene, dark)
identity = player.stage("conv", stage(scene, dark), data, "alt")

@shell.fragment
def play():
    player.player(LESSON, data, identity, lang)
play()
