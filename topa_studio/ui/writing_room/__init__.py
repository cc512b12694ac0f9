"""A room of its own for the words of a shot."""
