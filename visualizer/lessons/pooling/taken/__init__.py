"""What a pooling has to take along."""
