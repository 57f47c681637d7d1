"""What one unit of AlexNet has to take along."""
