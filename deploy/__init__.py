"""Serving a lecture: several processes of the app behind one port."""
