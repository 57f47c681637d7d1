"""Take it with you, on the screen: files to save, worksheets to print, a saved example to open."""
