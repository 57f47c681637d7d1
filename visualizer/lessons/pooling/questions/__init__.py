"""Questions about pooling: shapes, values, which cell wins, by what a sum is divided."""
