"""The pictures of an element as tiles: redrawn, kept, cropped, uploaded, reordered."""
