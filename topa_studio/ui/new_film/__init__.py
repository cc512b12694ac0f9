"""The page on which a new film is asked for."""
