"""What a network with dropout has to take along."""
