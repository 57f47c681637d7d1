"""Speed, measured by hand or by ``make bench``; every figure is a ratio within one run."""
