"""The pictures of one element: a page in place of the player."""
