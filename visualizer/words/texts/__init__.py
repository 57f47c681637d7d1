"""The catalogs: each module holds ``TEXTS``, a dict of key -> (English, Korean)."""
