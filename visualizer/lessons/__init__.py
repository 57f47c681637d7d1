"""What a lesson is: parameters, presets, addresses, texts in two languages. No Streamlit here."""
