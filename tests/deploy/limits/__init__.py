"""Tests of the limits for one who asks too much."""
