"""What the program runs on: the loop, its tasks, its memory, its language, what it remembers."""
