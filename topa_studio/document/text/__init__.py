"""The text itself: where words stand, and steps that change no other byte."""
