"""Questions about AlexNet: its guesses about the photos, and the layers that make them."""
