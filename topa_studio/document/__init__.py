"""The scenario's YAML text: loaded, checked, spliced, undone."""
