"""Undo, the recovery log, and copies by their time."""
