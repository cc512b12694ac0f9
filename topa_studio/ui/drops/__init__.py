"""Files that are dropped on the window: what each kind is, and who takes it."""
