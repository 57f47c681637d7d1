"""The AlexNet page's pictures and charts."""
