"""What the user is told: in the bar, in a toast, in quiet lines, and to a screen reader."""
