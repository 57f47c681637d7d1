"""The floor: a plain Streamlit app with as many widgets as the convolution lesson and one chart.

Written as a tutorial would write it, and run with Streamlit's own settings: ``streamlit run
benchmarks/floor.py``. What it costs is what Streamlit costs.
"""

from __future__ import annotations

import numpy as np
import plotly.graph_objects as go
import streamlit as st
from plotly.subplots import make_subplots

st.set_page_config(layout="wide")
st.title("A convolution")
with st.sidebar:
    size = st.number_input("Size", 3, 32, 8, key="size")
    seed = st.number_input("Seed", 0, 9999, 0, key="seed")
    kernel = st.selectbox("Kernel", ["random", "ones"], key="kernel")
    for place in range(6):
        st.number_input(f"Number {place}", 0, 10, 1)
    for place in range(5):
        st.selectbox(f"Choice {place}", ["one", "two", "three"])
    for place in range(2):
        st.toggle(f"Toggle {place}")
    for place in range(2):
        st.button(f"Button {place}")

rng = np.random.default_rng(seed)
grid = rng.integers(0, 6, (size, size))
weights = rng.integers(-2, 3, (3, 3)) if kernel == "random" else np.ones((3, 3), dtype=int)
windows = np.lib.stride_tricks.sliding_window_view(grid, (3, 3))
output = np.einsum("rcij,ij->rc", windows, weights)

figure = make_subplots(rows=1, cols=3, subplot_titles=("Input", "Kernel", "Output"))
for column, values in enumerate((grid, weights, output), start=1):
    figure.add_trace(
        go.Heatmap(z=values, text=values, texttemplate="%{text}", showscale=False),
        row=1,
        col=column,
    )
figure.update_yaxes(autorange="reversed")
figure.update_layout(height=420, meta={"id": f"{size} {seed} {kernel}"})
st.plotly_chart(figure, key="floor_stage")
st.markdown("Each cell of the output is the sum of the products under the kernel.")
