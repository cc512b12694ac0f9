"""The open film leaves the program: exports one after another, each in a process of its own."""
