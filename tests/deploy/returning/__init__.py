"""Readers whose server dies, is started anew, or forgets them."""
