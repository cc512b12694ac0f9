"""Jobs: what is missing, what was sent, what came back, and where it lies."""
