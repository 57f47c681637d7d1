"""What a unit looks for: pictures made for it, and the places of photos that excite it most."""
