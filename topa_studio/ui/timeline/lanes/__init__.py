"""Voices, captions and music under the cards, on the same line of time."""
