"""Fields in which words are written: lines, boxes, and the prompt with its mentions."""
