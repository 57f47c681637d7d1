"""Questions about fully connected layers: the flat row, what is learned, outputs, sharing."""
