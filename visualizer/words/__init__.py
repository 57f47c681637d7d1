"""Words: texts in two languages, and the sentences and tables that several lessons share."""
