"""What a network has to take along."""
