"""ConvScope: what is computed (engine), drawn (figures), taught (lessons) and shown (ui)."""
