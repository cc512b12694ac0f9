"""The window: one thin front on ProjectSession."""
