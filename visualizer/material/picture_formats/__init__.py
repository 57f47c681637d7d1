"""What each format's files say about themselves before they are decoded."""
