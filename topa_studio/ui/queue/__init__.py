"""The pane of jobs that run and wait."""
