"""What the user does to the film by hand: each act is one undo step, whichever button began it."""
