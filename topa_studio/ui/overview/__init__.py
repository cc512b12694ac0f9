"""The whole film in one line, under a view that shows a part of it."""
