"""How the shipped AlexNet weights were made. The app never imports this package."""
