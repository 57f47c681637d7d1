"""The AlexNet page's parts."""
