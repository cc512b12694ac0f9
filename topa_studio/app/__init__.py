"""The composition root: project, session, settings, practice process."""
