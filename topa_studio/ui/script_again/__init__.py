"""A script that comes again: what changed, shown before it is brought."""
