"""What each edit means for the text, as steps on it."""
