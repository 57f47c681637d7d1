"""Pictures that are asked about: what is left out of them."""
