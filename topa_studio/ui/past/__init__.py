"""The page of what was: the trash, and earlier versions of the film's file."""
