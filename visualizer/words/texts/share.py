"""What sharing a lesson says."""

TEXTS: dict[str, tuple[str, str]] = {
    "share.title": ("Share", "공유"),
}
