"""Find and replace over the whole film (Ctrl+H)."""
