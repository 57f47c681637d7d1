"""Words of what a training has to take along."""

TEXTS: dict[str, tuple[str, str]] = {
    "train.take_layers": ("Every layer (.csv)", "모든 층 (.csv)"),
}
