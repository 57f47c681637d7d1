"""What a unit looks for: its picture, the photos' places that excite it, a layer's sheet."""
