"""What a convolution has to take along."""
