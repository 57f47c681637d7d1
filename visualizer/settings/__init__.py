"""Settings: their kinds and bounds, their rules, and how an address writes them."""
