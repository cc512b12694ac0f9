"""The pane of element cards."""
