"""The film as a strip of scene frames and shot cards, as wide as their seconds."""
