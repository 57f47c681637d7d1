"""Questions about networks: shapes, what layers learn and cost, and what a unit sees."""
