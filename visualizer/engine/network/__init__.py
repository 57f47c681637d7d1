"""Whole networks: layers, their shapes, costs and receptive fields."""
