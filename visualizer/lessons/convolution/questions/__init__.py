"""Questions about convolutions: shapes, values, what a cell reads, how much is learned."""
