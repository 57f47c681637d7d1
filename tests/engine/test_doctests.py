import doctest
import importlib
import pkgutil

import pytest

from visualizer import engine

MODULES = [module.name for module in pkgutil.iter_modules(engine.__path__, "visualizer.engine.")]


@pytest.mark.parametrize("name", MODULES)
def test_every_example_in_a_docstring_is_true(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0


def test_every_public_function_has_an_example() -> None:
    for name in engine.__all__:
        thing = getattr(engine, name)
        if callable(thing) and not isinstance(thing, type):
            assert ">>>" in (thing.__doc__ or ""), name


def test_all_names_what_is_exported() -> None:
    assert sorted(set(engine.__all__)) == sorted(engine.__all__)
    for name in engine.__all__:
        assert hasattr(engine, name)
