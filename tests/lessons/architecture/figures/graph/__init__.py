"""Tests of networks that branch, as they would be drawn."""
