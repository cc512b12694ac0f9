"""The film leaves the program: what is written, and how."""
