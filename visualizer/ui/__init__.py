"""The screen: everything that several lessons draw with Streamlit."""
