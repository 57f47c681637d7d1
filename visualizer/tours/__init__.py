"""Tours: files that lead through the lessons; reading them, and what is wrong in them, by line."""
