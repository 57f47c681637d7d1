"""What an activation function has to take along."""
