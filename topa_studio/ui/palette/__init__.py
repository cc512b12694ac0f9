"""The palette: everything that can be done, and all that is in the film, found by a few letters."""
