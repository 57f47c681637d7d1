"""What a moving window computes: sums of products, greatest values, means.

The public functions check their arguments and call these; the traces call them too, so that both
have the same numbers.
"""
