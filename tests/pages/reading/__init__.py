"""Tests of how pages read: numbers and words as people of each language write them."""
