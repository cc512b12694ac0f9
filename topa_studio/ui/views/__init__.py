"""The film in the middle of the window, in whichever view is chosen, with what filters it."""
