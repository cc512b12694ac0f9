"""Several shots chosen: what they have in common, and writing it for all of them at once."""
