"""The page that judges takes of one shot side by side."""
