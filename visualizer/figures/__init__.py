"""Plotly figures that several lessons share: the stage, small grids, and colours."""
