"""The film as a table: one row a shot, its values edited where they stand."""
