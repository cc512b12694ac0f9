"""The command line: one thin front on ProjectSession."""
