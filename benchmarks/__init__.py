"""Measurements of speed, run by ``make bench``. What counts are ratios within one run."""
