"""Worksheets on paper: what stands on them, and how it is drawn as a PDF."""
