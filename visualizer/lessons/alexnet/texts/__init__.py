"""The AlexNet lesson's words."""
