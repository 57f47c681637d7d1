"""Pages that play without a server: one HTML file of an example, a folder of a whole tour.

A lesson says in its file ``offline.py`` what its page shows; here it becomes a file. The charts and
the components are the app's own, and ``assets/offline`` gives them what Streamlit would.
"""
