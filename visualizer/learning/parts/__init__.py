"""The layers at work on batches: forward, backward, and the memory that they use again each time.

Batches of maps lie in memory as (N, H, W, C), because a window's cells are then long runs and a
matrix product needs no copy; `visualizer.learning.network` takes and gives (N, C, H, W).
"""
