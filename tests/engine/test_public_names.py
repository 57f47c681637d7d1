"""What the engine exports: each name is there, and each function shows how it is called."""

from __future__ import annotations

from visualizer import engine


def test_every_public_function_has_an_example() -> None:
    for name in engine.__all__:
        thing = getattr(engine, name)
        if callable(thing) and not isinstance(thing, type):
            assert ">>>" in (thing.__doc__ or ""), name


def test_all_names_what_is_exported() -> None:
    assert len(engine.__all__) > 30
    assert sorted(set(engine.__all__)) == sorted(engine.__all__)
    for name in engine.__all__:
        assert hasattr(engine, name)
