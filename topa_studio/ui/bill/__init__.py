"""Figures of money and rows of a bill, shown by pages, by the inspector and before a press."""
