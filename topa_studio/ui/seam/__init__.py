"""The page that judges a cut: the end of one shot and the beginning of the next."""
