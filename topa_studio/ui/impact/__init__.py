"""What a change makes out of date: shown with its price, and decided by the user."""
