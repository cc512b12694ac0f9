"""The film's cut list in the files of editing programs, and back: pure values and text."""
