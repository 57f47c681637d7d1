"""Nothing but EngineError leaves a public function, whatever it is given."""

import contextlib
import pickle
import string
import warnings

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.engine.cases import Case
from visualizer import engine
from visualizer.engine import SENTENCES, EngineError
from visualizer.engine.errors import shown


class Hostile:
    """An object whose every conversion fails in its own way."""

    def __index__(self) -> int:
        raise KeyError("index")

    def __float__(self) -> float:
        raise ZeroDivisionError("float")

    def __array__(self, *arguments: object, **options: object) -> np.ndarray:
        raise MemoryError("array")

    def __repr__(self) -> str:
        raise RuntimeError("repr")


JUNK = st.sampled_from(
    [
        None, True, False, np.True_, -1, 0, 1.5, 2.0, float("nan"), float("inf"), -float("inf"),
        10**6, 2**31, 2**63, 10**30, 10**400, 10**5000, -(10**30), 1j, "", "3", "same", "reflect",
        b"3", bytearray(b"1"), (), (1,), (1, 2, 3), (1, None), (1, "2"), [2, True], (0, 1),
        (2**40, 1), {}, {1, 2}, object(), Hostile(), lambda x: x, range(2), float,
        np.float64(2), np.nan, np.array(2), np.array(2.0), np.array([2, 2]), np.array(["a"]),
        np.array([]), np.zeros((0, 3, 3)), np.zeros((1, 0, 3)), np.zeros((2, 0, 3, 3)),
        np.zeros((3, 3)), np.zeros((1, 3, 3), dtype=bool), np.zeros((1, 3, 3), dtype=complex),
        np.zeros((1, 3, 3), dtype=object), np.zeros((1, 3, 3), dtype="datetime64[s]"),
        np.full((1, 3, 3), np.nan), np.full((1, 3, 3), np.inf), np.full((1, 3, 3), 1e308),
        np.zeros((2, 2, 3, 3)), [[1, 2], [3]], [[["a"]]], [[[10**400]]], [[[None]]],
        np.ma.masked_array([1, 2]), np.zeros(3, dtype=[("a", int)]), [Hostile()],
        (3, 1, 0), [(3, 1, 0)], [(3, 1)], [Hostile(), 1, 2],
    ]
)  # fmt: skip

IMAGE, KERNELS = np.ones((2, 4, 5)), np.ones((2, 1, 2, 2))
CONV = {
    "input": IMAGE, "weight": KERNELS, "bias": None, "stride": 1, "padding": 0, "dilation": 1,
    "groups": 2,
}  # fmt: skip
POOL = {"input": IMAGE, "kernel_size": 2, "stride": None, "padding": 0, "ceil_mode": False}
SIZE = {"size": 5, "kernel_size": 3, "stride": 1, "padding": 0, "dilation": 1}
GOOD: dict[str, Case] = {
    "conv2d": {**CONV, "padding_mode": "zeros"},
    "trace_conv2d": {**CONV, "padding_mode": "zeros", "activation": None},
    "conv_transpose2d": {**CONV, "output_padding": 0},
    "trace_conv_transpose2d": {**CONV, "output_padding": 0, "activation": None},
    "max_pool2d": {**POOL, "dilation": 1, "return_indices": False},
    "trace_max_pool2d": {**POOL, "dilation": 1},
    "avg_pool2d": {**POOL, "count_include_pad": True},
    "trace_avg_pool2d": {**POOL, "count_include_pad": True},
    "global_avg_pool2d": {"input": IMAGE},
    "trace_global_avg_pool2d": {"input": IMAGE},
    "conv_output_size": SIZE,
    "pool_output_size": {**SIZE, "ceil_mode": False},
    "conv_transpose_output_size": {**SIZE, "output_padding": 0},
    "conv2d_backward": {
        **{name: CONV[name] for name in CONV if name != "bias"},
        "grad_output": np.ones((2, 3, 4)),
        "padding_mode": "zeros",
    },
    "conv_transpose2d_backward": {
        **{name: CONV[name] for name in CONV if name != "bias"},
        "grad_output": np.ones((2, 5, 6)),
        "output_padding": 0,
    },
    **{
        f"trace_conv2d_backward_{way}": {
            **{name: CONV[name] for name in CONV if name != "bias"},
            "grad_output": np.ones((2, 3, 4)),
            "padding_mode": "zeros",
        }
        for way in ("input", "weight")
    },
    **{
        f"trace_conv_transpose2d_backward_{way}": {
            **{name: CONV[name] for name in CONV if name != "bias"},
            "grad_output": np.ones((2, 5, 6)),
            "output_padding": 0,
        }
        for way in ("input", "weight")
    },
    "max_pool2d_backward": {**POOL, "grad_output": np.ones((2, 2, 2)), "dilation": 1},
    "avg_pool2d_backward": {**POOL, "grad_output": np.ones((2, 2, 2)), "count_include_pad": True},
    "linear_backward": {"grad_output": [1.0], "x": [1, 2], "weight": [[1, 2]]},
    "softmax_cross_entropy": {"logits": [[1, 2], [3, 4]], "target": [0, 1]},
    "receptive_field": {"layers": [(3, 1, 0)]},
    "linear": {"x": [1, 2], "weight": [[1, 2]], "bias": None},
    "dropout": {"x": [1, 2], "p": 0.5, "training": True, "rng": None},
    "dropout_mask": {"shape": (2,), "p": 0.5, "rng": None},
    "softmax": {"x": [1, 2], "axis": -1, "temperature": 1.0},
    "softmax_jacobian": {"x": [1, 2], "temperature": 1.0},
    "leaky_relu": {"x": [1, 2], "negative_slope": 0.01},
    "leaky_relu_derivative": {"x": [1, 2], "negative_slope": 0.01},
    **{
        name + ending: {"x": [1, 2]}
        for name in ("sigmoid", "tanh", "relu", "gelu")
        for ending in ("", "_derivative")
    },
}


@pytest.mark.parametrize("name", GOOD)
@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(data=st.data())
def test_only_engine_errors_escape(name: str, data: st.DataObject) -> None:
    arguments = dict(GOOD[name])
    bad = data.draw(st.sets(st.sampled_from(sorted(arguments)), min_size=1, max_size=2))
    for parameter in sorted(bad):
        arguments[parameter] = data.draw(JUNK, label=parameter)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        # Any other error, and any warning, fails the test by itself.
        with contextlib.suppress(EngineError):
            getattr(engine, name)(**arguments)


@pytest.mark.parametrize("name", GOOD)
def test_good_arguments_are_good(name: str) -> None:
    getattr(engine, name)(**GOOD[name])


def test_every_public_function_is_tried() -> None:
    functions = {
        name
        for name in engine.__all__
        if callable(getattr(engine, name)) and not isinstance(getattr(engine, name), type)
    }
    assert functions <= set(GOOD)


def test_an_error_tells_everything() -> None:
    with pytest.raises(ValueError, match="kernel 7") as caught:
        engine.conv_output_size(5, 7)
    error = caught.value
    assert isinstance(error, EngineError)
    assert (error.code, error.parameter, error.value) == ("kernel_too_large", "kernel_size", 7)
    assert error.allowed == "at most 5"
    assert error.details["kernel"] == 7
    assert error.details["size"] == 5
    assert str(error) == "kernel 7 is larger than the padded input 5: no window fits"


def test_an_error_survives_pickling() -> None:
    error = EngineError("same_with_stride", "padding", "same", "stride 1", stride=2)
    copy = pickle.loads(pickle.dumps(error))
    assert (str(copy), copy.code, copy.details) == (str(error), error.code, error.details)


def test_templates_name_their_values() -> None:
    for code, template in SENTENCES.items():
        fields = [field for _, field, _, _ in string.Formatter().parse(template) if field]
        assert all(field.isidentifier() for field in fields), code


def test_any_value_can_be_shown() -> None:
    assert shown(7) == "7"
    assert shown(np.zeros((2, 3))) == "an array of shape (2, 3)"
    assert shown(Hostile()) == "a value of type Hostile"
    assert shown(10**5000) == "a value of type int"
    assert len(shown("x" * 500)) == 60
