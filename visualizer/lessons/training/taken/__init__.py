"""What a training has to take along."""
