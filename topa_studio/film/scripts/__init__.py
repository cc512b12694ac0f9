"""Scripts and picture folders from other programs: read, broken down into shots, brought again."""
