"""What a fully connected layer has to take along."""
